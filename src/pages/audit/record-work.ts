/** What the console's worker does: holds the columns of all logs, finds, counts, checks and exports. */
import type { FalseAlarm } from "../../contract/false-alarm.ts";
import type { EntryLine } from "../../contract/record-entry.ts";
import { canonical } from "../../record/canonical.ts";
import { attemptWhats, categories, sites, surfaces, whats } from "../../record/columns.ts";
import { exportAs } from "../../record/export/formats.ts";
import { coverageOf, reportOf } from "../../record/query-coverage.ts";
import { crossedOf } from "../../record/query-crossed.ts";
import { figuresOf } from "../../record/query-figures.ts";
import { falseAlarmsIn, stateOf } from "../../record/query-cases.ts";
import { find } from "../../record/query.ts";
import type { Labels } from "../../record/query.ts";
import { placeOf, rowOf } from "../../record/table.ts";
import { bringIn } from "./bring-in.ts";
import { fileOf } from "./file-of.ts";
import type { Asked, FromWorker, Jobs, JobName, PageWords, RowShown, ToWorker } from "./jobs.ts";
import { exportOwn } from "./own-record.ts";
import { pageChecking } from "./read-export.ts";
import { lineReader, parseEntry, readRecords } from "./records.ts";
import type { Records, RecordsParts } from "./records.ts";

export interface WorkParts extends RecordsParts {
  readonly say: (message: FromWorker) => void;
  readonly now: () => number;
  readonly newId: () => string;
}

/** Other attempts of a case that are named. */
const mostOthers = 50;

type Doing = { readonly [K in JobName]: (ask: Jobs[K]["ask"], id: number) => Promise<Jobs[K]["answer"]> };

/** One job after the other: what was found last is what `rows` and `export` speak of. Never rejects. */
export function createWork(parts: WorkParts): (message: ToWorker) => Promise<void> {
  let records: Records | undefined;
  let found = new Uint32Array(0);
  let words: PageWords = { labels: { site: {}, surface: {}, category: {}, what: {} }, ownSeat: "" };

  const labels: Labels = {
    site: (site) => words.labels.site[site] ?? site,
    surface: (surface) => words.labels.surface[surface] ?? surface,
    category: (category) => words.labels.category[category] ?? category,
    what: (what) => words.labels.what[what] ?? what,
  };
  const opened = async (): Promise<Records> => (records ??= await readRecords(parts, words.ownSeat));

  function shown({ table, cases }: Records, row: number): RowShown {
    const { seat, seq } = placeOf(table, row);
    const code = table.what[row] ?? 0;
    const isAttempt = code < attemptWhats;
    const mask = table.found[row] ?? 0;
    const rules = table.ruleLists[table.rules[row] ?? 0] ?? "";
    return {
      row,
      seat,
      seq,
      name: table.logs[table.log[row] ?? 0]?.name ?? seat,
      at: (table.at[row] ?? 0) * 1000,
      what: whats[code] ?? "first",
      site: sites[table.site[row] ?? 255],
      surface: surfaces[table.surface[row] ?? 255],
      categories: categories.filter((_, bit) => (mask >> bit) & 1),
      rules: rules === "" ? [] : rules.split(" "),
      state: isAttempt ? stateOf(cases, row) : undefined,
      tries: cases.tries[cases.root[row] ?? row] ?? 1,
    };
  }

  /** Says each hundredth. */
  function progressOf(id: number): (part: number) => void {
    let said = 0;
    return (part) => {
      if (part - said < 0.01) return;
      said = part;
      parts.say({ id, progress: part });
    };
  }

  async function* entriesOf(all: Records, rows: Uint32Array): AsyncGenerator<EntryLine> {
    const readLine = lineReader(parts, all);
    for (const row of rows) yield parseEntry(await readLine(placeOf(all.table, row)));
  }

  async function* falseAlarmLines(all: Records, rows: Uint32Array): AsyncGenerator<string> {
    let at = 0;
    for await (const { entry } of entriesOf(all, rows)) {
      const tries = all.cases.tries[all.cases.root[rows[at++] ?? 0] ?? 0] ?? 1;
      if (entry.kind !== "attempt") continue;
      const { seat, seq, site, surface, outcome, categories, rules, policyVersion, engineVersion } = entry;
      const falseAlarm = { seat, seq, at: entry.at, site, surface, outcome, categories, rules, tries };
      const told = { ...falseAlarm, policyVersion, engineVersion } satisfies FalseAlarm;
      yield `${JSON.stringify({ falseAlarm: told })}\n`;
    }
  }

  const jobs: Doing = {
    async open(asked) {
      words = asked;
      const before = records;
      records = undefined;
      found = new Uint32Array(0);
      records = await readRecords(parts, words.ownSeat, before);
      // What a bringing-in has left that broke off is of no hurry: nobody waits for it.
      if (!before) void parts.store.dropStrays().catch(() => undefined);
      const { table, logs, own } = records;
      return {
        entries: table.count,
        logs,
        own,
        seats: table.logs.map(({ seat, name }) => ({ seat, name })),
      };
    },
    async rules() {
      const found = new Set<string>();
      for (const list of (await opened()).table.ruleLists)
        for (const rule of list.split(" ")) found.add(rule);
      found.delete("");
      return [...found].toSorted();
    },
    async find({ filter }) {
      const { table, cases } = await opened();
      found = find(table, cases, filter, labels);
      return { total: found.length };
    },
    async rows({ from, count }) {
      const all = await opened();
      return Array.from(found.subarray(from, from + count), (row) => shown(all, row));
    },
    async detail({ row }) {
      const all = await opened();
      const place = placeOf(all.table, row);
      const line = parseEntry(await lineReader(parts, all)(place));
      const root = all.cases.root[row] ?? row;
      const others: RowShown[] = [];
      for (let at = all.table.count - 1; at >= root && others.length < mostOthers; at--)
        if (all.cases.root[at] === root && at !== row) others.push(shown(all, at));
      const hash = await pageChecking.sha256(canonical({ entry: line.entry }));
      return {
        shown: shown(all, row),
        line,
        hashHolds: hash === line.hash,
        log: all.logs.find(({ seat }) => seat === place.seat),
        history: all.cases.history.get(root) ?? [],
        others,
      };
    },
    look: async (place) => ({ row: rowOf((await opened()).table, place) }),
    async figures({ filter }) {
      const { table, cases } = await opened();
      const { fold: _, ...unfolded } = filter;
      return figuresOf(table, cases, find(table, cases, unfolded, labels));
    },
    async crossed({ filter, by }) {
      const { table, cases } = await opened();
      const { fold: _, ...unfolded } = filter;
      return crossedOf(table, find(table, cases, unfolded, labels), by);
    },
    coverage: async () => coverageOf((await opened()).table),
    async report({ from, until }) {
      const { table, cases } = await opened();
      return reportOf(table, cases, find(table, cases, { from, until }));
    },
    async export({ format, version }) {
      const all = await opened();
      // By log, since one request of OTLP is of one seat, and each block is unpacked once.
      const rows = found.slice().sort();
      const file = await fileOf(exportAs(format, entriesOf(all, rows), version), "text/plain");
      return { file, entries: rows.length };
    },
    async falseAlarms() {
      const all = await opened();
      const rows = falseAlarmsIn(all.table, all.cases, found);
      const file = await fileOf(falseAlarmLines(all, rows), "application/jsonl");
      return { file, entries: rows.length };
    },
    own: (ask, id) => exportOwn(parts.record, ask, progressOf(id)),
    async bringIn(ask, id) {
      const { own } = await opened();
      const result = await bringIn(ask, { ...parts, own, progress: progressOf(id) });
      records = undefined;
      return result;
    },
    async drop({ id }) {
      await parts.store.drop(id);
      records = undefined;
      return null;
    },
  };

  let last: Promise<void> = Promise.resolve();
  return (message) => {
    last = last.then(() => answer(jobs, message, parts.say));
    return last;
  };
}

async function answer<K extends JobName>(
  jobs: Doing,
  { id, job, ask }: Asked<K>,
  say: (message: FromWorker) => void,
): Promise<void> {
  try {
    say({ id, answer: await jobs[job](ask, id) });
  } catch {
    // What an error says may quote a line.
    say({ id, failed: true });
  }
}
