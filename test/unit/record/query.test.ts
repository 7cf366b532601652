import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { sampleLines } from "../../../scripts/guard/log/sample.ts";
import type { EntryLine } from "../../../src/contract/record-entry.ts";
import {
  caseStates,
  categories,
  cutBefore,
  growColumns,
  sites,
  surfaces,
  whats,
} from "../../../src/record/columns.ts";
import { coverageOf, reportOf } from "../../../src/record/query-coverage.ts";
import { figuresOf } from "../../../src/record/query-figures.ts";
import { foldCases, stateOf } from "../../../src/record/query-cases.ts";
import type { Cases } from "../../../src/record/query-cases.ts";
import { find } from "../../../src/record/query.ts";
import type { Filter } from "../../../src/record/query.ts";
import { joinLogs, placeOf, rowOf } from "../../../src/record/table.ts";
import type { Table } from "../../../src/record/table.ts";

type Entry = EntryLine["entry"];

async function entriesOf(seed: number, entries: number): Promise<Entry[]> {
  const found: Entry[] = [];
  const options = { entries, days: 40, seed, from: "2026-01-05", out: "" };
  for await (const line of sampleLines(options)) if ("entry" in line) found.push(line.entry);
  return found;
}

function columnsOf(entries: readonly Entry[]) {
  const growing = growColumns(entries[0]?.seq ?? 0);
  for (const entry of entries) growing.add(entry);
  return growing.take();
}

/** The same draft tried again: every fifth attempt is a repeat of the one before. */
function withRepeats(entries: readonly Entry[]): Entry[] {
  let last: string | undefined;
  return entries.map((entry, at) => {
    if (entry.kind !== "attempt") return entry;
    const fingerprint = at % 5 === 0 && last !== undefined ? last : (entry.fingerprint ?? "0".repeat(16));
    last = fingerprint;
    return { ...entry, fingerprint };
  });
}

const all: Entry[] = [];
let table: Table;
let cases: Cases;
beforeAll(async () => {
  const logs = [withRepeats(await entriesOf(1, 3000)), withRepeats(await entriesOf(2, 1200))];
  all.push(...logs.flat());
  table = joinLogs(
    logs.map((entries, at) => ({
      seat: entries[0]?.seat ?? "",
      name: `Desk ${at}`,
      columns: columnsOf(entries),
    })),
  );
  cases = foldCases(table);
});

/** What a filter means, said of one entry at a time. */
function matches(entry: Entry, filter: Filter): boolean {
  const attempt = entry.kind === "attempt" ? entry : undefined;
  const seconds = Math.floor(entry.at / 1000) * 1000;
  const what = attempt?.outcome ?? entry.kind;
  if (filter.from !== undefined && seconds < filter.from) return false;
  if (filter.until !== undefined && seconds >= filter.until) return false;
  if (filter.seat !== undefined && entry.seat !== filter.seat) return false;
  if (filter.what === "attempts" ? !attempt : filter.what !== undefined && what !== filter.what) return false;
  if (filter.site !== undefined && attempt?.site !== filter.site) return false;
  if (filter.surface !== undefined && attempt?.surface !== filter.surface) return false;
  if (filter.category !== undefined && !attempt?.categories.includes(filter.category)) return false;
  if (filter.rule !== undefined && !attempt?.rules.includes(filter.rule)) return false;
  return filter.state === undefined || (attempt !== undefined && stateByHand(attempt) === filter.state);
}

function caseByHand(attempt: Entry): Entry[] {
  if (attempt.kind !== "attempt") return [attempt];
  return all.filter(
    (one) => one.kind === "attempt" && one.seat === attempt.seat && one.fingerprint === attempt.fingerprint,
  );
}

function stateByHand(attempt: Entry): string {
  const numbers = new Set(caseByHand(attempt).map(({ seq }) => seq));
  const reviews = all.filter(
    (one) => one.kind === "review" && one.subject.seat === attempt.seat && numbers.has(one.subject.seq),
  );
  const last = reviews.toSorted((one, other) => one.at - other.at).at(-1);
  return last?.kind === "review" ? last.state : "new";
}

const keysOf = (rows: Uint32Array): string[] =>
  Array.from(rows, (row) => placeOf(table, row)).map(({ seat, seq }) => `${seat}:${seq}`);

const filters = fc.record(
  {
    from: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 1, 20) }),
    until: fc.integer({ min: Date.UTC(2026, 0, 10), max: Date.UTC(2026, 2, 1) }),
    site: fc.constantFrom(...sites),
    surface: fc.constantFrom(...surfaces),
    category: fc.constantFrom(...categories),
    what: fc.constantFrom("attempts" as const, ...whats),
    rule: fc.constantFrom("your-visit", "you-had", "phone", "no-such-rule"),
  },
  { requiredKeys: [] },
);

describe("finding entries", () => {
  it("finds what the filter means, the newest first, and nothing else", () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const found = find(table, cases, filter);
        const expected = all.filter((entry) => matches(entry, filter));
        expect(new Set(keysOf(found))).toEqual(new Set(expected.map(({ seat, seq }) => `${seat}:${seq}`)));
        expect(found.length).toBe(expected.length);
        const times = Array.from(found, (row) => table.at[row] ?? 0);
        expect(times).toEqual(times.toSorted((one, other) => other - one));
      }),
      { numRuns: 60 },
    );
  });

  it("knows the seats apart", () => {
    for (const { seat, count } of table.logs) expect(find(table, cases, { seat }).length).toBe(count);
  });

  it.each(caseStates)("finds the cases that are %s", (state) => {
    const found = new Set(keysOf(find(table, cases, { state })));
    const some = all.filter((entry) => entry.kind === "attempt").slice(0, 250);
    for (const entry of some)
      expect(found.has(`${entry.seat}:${entry.seq}`)).toBe(stateByHand(entry) === state);
  });

  it("searches reasons, rules, seats, and the words for what a code is", () => {
    const reasoned = all.filter((entry) => entry.kind === "attempt" && entry.reason?.includes("permission"));
    expect(find(table, cases, { text: "Written PERMISSION" }).length).toBe(reasoned.length);
    const ofDesk = table.logs[1]?.count;
    expect(find(table, cases, { text: "desk 1" }).length).toBeGreaterThanOrEqual(ofDesk ?? 0);
    const labels = {
      site: (site: string) => (site === "yelp" ? "The yellow one" : site),
      surface: String,
      category: String,
      what: String,
    };
    expect(find(table, cases, { text: "yellow" }, labels).length).toBe(
      all.filter((entry) => entry.kind === "attempt" && entry.site === "yelp").length,
    );
    expect(find(table, cases, { text: "nowhere-to-be-found" }).length).toBe(0);
  });

  it("folds the same draft tried again into its newest try", () => {
    const folded = find(table, cases, { what: "attempts", fold: true });
    const seen = new Set<string>();
    const newest = all
      .filter((entry) => entry.kind === "attempt")
      .toSorted((one, other) => other.at - one.at)
      .filter((entry) => {
        const key = `${entry.seat} ${entry.fingerprint}`;
        return !seen.has(key) && seen.add(key);
      });
    expect(folded.length).toBe(newest.length);
    expect(newest.length).toBeLessThan(all.length * 0.9);
    const sum = Array.from(folded, (row) => cases.tries[cases.root[row] ?? 0] ?? 0);
    expect(sum.reduce((total, one) => total + one, 0)).toBe(
      all.filter(({ kind }) => kind === "attempt").length,
    );
  });
});

describe("columns", () => {
  it("go on where kept ones end, and forget what has expired", () => {
    const entries = all.filter(({ seat }) => seat === table.logs[0]?.seat);
    const growing = growColumns(0, columnsOf(entries.slice(0, 1700)));
    for (const entry of entries.slice(1700)) growing.add(entry);
    expect(growing.take()).toEqual(columnsOf(entries));
    const cut = cutBefore(columnsOf(entries), 1700);
    const rest = joinLogs([{ seat: "a", name: "a", columns: cut }]);
    const made = joinLogs([{ seat: "a", name: "a", columns: columnsOf(entries.slice(1700)) }]);
    for (const filter of [{}, { rule: "your-visit" }, { text: "permission" }])
      expect(find(rest, foldCases(rest), filter)).toEqual(find(made, foldCases(made), filter));
    expect(placeOf(rest, 0).seq).toBe(1700);
    expect(cut.texts).toEqual(columnsOf(entries.slice(1700)).texts);
    expect(cut.texts.length).toBeLessThan(columnsOf(entries).texts.length);
    expect(rowOf(rest, { seat: "a", seq: 1700 })).toBe(0);
    expect(rowOf(rest, { seat: "a", seq: 1699 })).toBeUndefined();
  });

  it("take at most 32 bytes an entry", () => {
    const { at, what, site, surface, found, rules, words, version, marks, count } = table;
    const bytes = [at, what, site, surface, found, rules, words, version, marks].reduce(
      (sum, { byteLength }) => sum + byteLength,
      0,
    );
    expect(bytes / count).toBeLessThanOrEqual(32);
  });
});

describe("figures", () => {
  const attempts = () => all.filter((entry) => entry.kind === "attempt");

  it("count every attempt once in each way of counting, and each override", () => {
    const figures = figuresOf(table, cases, find(table, cases, {}));
    const sum = (counts: readonly { attempts: number; overrides: number }[]) => [
      counts.reduce((total, one) => total + one.attempts, 0),
      counts.reduce((total, one) => total + one.overrides, 0),
    ];
    const left = attempts().filter((entry) =>
      ["posted-anyway", "let-go-unchecked"].includes(entry.kind === "attempt" ? entry.outcome : ""),
    ).length;
    for (const counts of [figures.weeks, figures.sites, figures.surfaces, figures.seats])
      expect(sum(counts)).toEqual([attempts().length, left]);
    for (const { category, attempts: counted } of figures.categories)
      expect(counted).toBe(find(table, cases, { category }).length);
    for (const { rule, attempts: counted } of figures.rules)
      expect(counted).toBe(find(table, cases, { rule }).length);
    for (const { week } of figures.weeks) expect(new Date(`${week}T00:00:00Z`).getUTCDay()).toBe(1);
  });

  it("tell of each rule how many of the judged cases were false alarms", () => {
    const { rules } = figuresOf(table, cases, find(table, cases, {}));
    const byHand = new Map<string, [number, number]>();
    const seen = new Set<number>();
    for (const row of find(table, cases, { what: "attempts" })) {
      const root = cases.root[row] ?? 0;
      if (seen.has(root)) continue;
      seen.add(root);
      const said = (cases.history.get(root) ?? [])
        .map(({ state }) => state)
        .findLast((state) => !["new", "in-review", "closed"].includes(state));
      if (said === undefined) continue;
      for (const rule of (table.ruleLists[table.rules[row] ?? 0] ?? "").split(" ").filter(Boolean)) {
        const [judged, wrong] = byHand.get(rule) ?? [0, 0];
        byHand.set(rule, [judged + 1, wrong + (said === "false-alarm" ? 1 : 0)]);
      }
    }
    expect(byHand.size).toBeGreaterThan(5);
    for (const { rule, judged, falseAlarms } of rules)
      expect([judged, falseAlarms]).toEqual(byHand.get(rule) ?? [0, 0]);
  });

  it("of a period name the entries that they count", () => {
    const from = Date.UTC(2026, 0, 19);
    const until = Date.UTC(2026, 0, 26);
    const report = reportOf(table, cases, find(table, cases, { from, until }));
    const inPeriod = all.filter((entry) => matches(entry, { from, until }));
    expect(report.whats.reduce((sum, { number }) => sum + number, 0)).toBe(inPeriod.length);
    for (const { what, number, entries } of report.whats) {
      expect(number).toBe(inPeriod.filter((entry) => matches(entry, { what })).length);
      for (const place of entries) {
        const entry = all.find(({ seat, seq }) => seat === place.seat && seq === place.seq);
        expect(entry && matches(entry, { what, from, until })).toBe(true);
      }
    }
    for (const { state, number } of report.reviews)
      expect(number).toBe(
        inPeriod.filter((entry) => entry.kind === "review" && entry.state === state).length,
      );
    const states = find(table, cases, { from, until, what: "attempts" });
    expect(report.open.number).toBe(
      new Set(Array.from(states, (row) => cases.root[row] ?? 0).filter((root) => !cases.history.has(root)))
        .size,
    );
    expect(stateOf(cases, 0)).toBe("new");
    // What the officer is shown who presses a figure is what it counts.
    for (const { state, number } of report.reviews)
      expect(find(table, cases, { from, until, what: "review", state }).length).toBe(number);
    const notLooked = find(table, cases, { from, until, what: "attempts", state: "new", fold: true });
    expect(notLooked.length).toBe(report.open.number);
  });

  it("say of each seat when it was last heard of, and of how many days", () => {
    for (const one of coverageOf(table)) {
      const { seat, lastSeen, daysSeen, days, notWatching, entries } = one;
      const own = all.filter((entry) => entry.seat === seat);
      expect(entries).toBe(own.length);
      expect(lastSeen).toBe(Math.floor((own.at(-1)?.at ?? 0) / 1000) * 1000);
      expect(daysSeen).toBe(new Set(own.map(({ at }) => new Date(at).toISOString().slice(0, 10))).size);
      expect(days).toBeGreaterThan(daysSeen);
      expect(notWatching).toBe(
        own.filter((entry) => entry.kind === "attempt" && entry.outcome === "not-watching").length,
      );
      const engines = own.flatMap((entry) => ("engineVersion" in entry ? entry.engineVersion : []));
      expect(one.engineVersion).toBe(engines.at(-1));
      const policies = own.flatMap((entry) => ("policyVersion" in entry ? entry.policyVersion : []));
      expect(one.policyVersion).toBe(policies.at(-1));
    }
  });
});
