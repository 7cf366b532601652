/**
 * What the worker does with a patient list: read, index, seal, store, and the same for a sealed file and for one person.
 * It holds one file and at most one finished list. Names live in it from a file's first byte until the last row has been
 * indexed; nothing that it says holds any, but the first rows for the preview.
 */
import { editIndex, newIndex } from "../../../engine/patients/index.ts";
import type { IndexBuilder, Person, SerializedIndex } from "../../../engine/patients/index.ts";
import { randomBytes, toBase64 } from "../../../patient-list/bytes.ts";
import { readHeader } from "../../../patient-list/header.ts";
import { openSealed, unlockList } from "../../../patient-list/open-sealed.ts";
import { problemWords } from "../../../patient-list/problem-words.ts";
import { openSource, tooLarge } from "../../../patient-list/read/index.ts";
import type { Source } from "../../../patient-list/read/index.ts";
import { newListId, resealList, sealList } from "../../../patient-list/seal.ts";
import type { ListProblem } from "../../../contract/sealed-list.ts";
import type { Database } from "../../../platform/database.ts";
import type {
  BuildPlan,
  EditOutcome,
  FromWorker,
  Locks,
  OpenList,
  Remark,
  Report,
  ToWorker,
} from "./jobs.ts";
import { lookUp } from "./look-up.ts";
import { reportCsv } from "./report-csv.ts";

/** Rows that are named one by one in the report. */
const mostNamed = 20;
/** Between two reports of progress, in milliseconds. */
const progressEvery = 100;

export interface WorkParts {
  readonly store: Pick<Database, "readPatients" | "addPatients">;
  readonly say: (message: FromWorker) => void;
  readonly now: () => number;
}

interface Made {
  readonly id: string;
  readonly base: string | null;
  readonly file: Uint8Array;
  readonly key: Uint8Array;
}

/** Why a job cannot be done, for people. */
class Refusal extends Error {}

/** One call for each message; what goes wrong is said as `failed`, never thrown. */
export function createWork({ store, say, now }: WorkParts): (message: ToWorker) => Promise<void> {
  let source: Source | undefined;
  let sealed: Uint8Array | undefined;
  let made: Made | undefined;

  async function open(file: File): Promise<void> {
    const large = tooLarge(file.size);
    if (large) throw new Refusal(large.problem);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const header = readHeader(bytes);
    if ("header" in header) {
      const { created, expires, people, locks } = header.header;
      sealed = bytes;
      say({
        say: "sealed",
        file: {
          name: file.name,
          created: Date.parse(created),
          expires: expires === null ? null : Date.parse(expires),
          bucket: people,
          locks: locks.map(({ kind }) => kind),
        },
      });
      return;
    }
    if (header.problem !== "not-a-list" || /\.rgl$/i.test(file.name)) throw refusal(header.problem);
    const opened = await openSource(file.name, bytes);
    if ("problem" in opened) throw new Refusal(opened.problem);
    source = opened;
    const { kind, encoding, delimiter, columns, sample, sampleColumns: headers } = opened;
    say({
      say: "opened",
      preview: { name: file.name, kind, encoding, delimiter, columns, headers, rows: sample },
    });
  }

  async function build(plan: BuildPlan): Promise<void> {
    if (!source) throw new Error("no file was opened");
    const before = plan.how === "new" ? undefined : await openInUse(plan.open);
    const builder = before && plan.how === "add" ? editIndex(before.index) : newIndex(randomBytes(16));
    const counted = await readInto(builder, source, plan);
    // The file is not needed any more, and it has names.
    source = undefined;
    if (builder.people > 0) {
      say({ say: "progress", progress: { stage: "sealing", fraction: 0 } });
      const index = builder.finish(newListId());
      made =
        plan.how === "new"
          ? await seal(index, plan.locks, plan.expires, null)
          : await reseal(index, plan.open, plan.expires, plan.how === "add" ? plan.open.id : null);
    }
    say({ say: "built", report: { ...counted, people: builder.people } });
  }

  async function readInto(
    builder: IndexBuilder,
    from: Source,
    { columns }: BuildPlan,
  ): Promise<Omit<Report, "people">> {
    const leftOut: Remark[] = [];
    const partly: Remark[] = [];
    const counted = { added: 0, listed: 0, nameless: 0 };
    let said = 0;
    const result = await from.read(
      columns,
      (row) => {
        if ("problem" in row) {
          leftOut.push({ line: row.line, words: row.problem });
          return;
        }
        if ("repeats" in row) {
          leftOut.push({ line: row.line, words: `is the same as line ${row.repeats}` });
          return;
        }
        const outcome = builder.add(row.person);
        counted[outcome] += 1;
        if (outcome === "nameless")
          leftOut.push({ line: row.line, words: "has no name that could be found" });
        else for (const words of row.notes ?? []) partly.push({ line: row.line, words });
      },
      {
        progress(fraction) {
          if (now() - said < progressEvery) return;
          said = now();
          say({ say: "progress", progress: { stage: "reading", fraction } });
        },
      },
    );
    if ("problem" in result) throw new Refusal(result.problem);
    return {
      rows: result.rows,
      added: counted.added,
      listed: counted.listed,
      leftOut: leftOut.slice(0, mostNamed),
      leftOutRows: leftOut.length,
      partly: partly.slice(0, mostNamed),
      partlyRows: partly.length,
      details: reportCsv(leftOut, partly),
      assumed: result.remarks,
    };
  }

  async function openInUse({ id, key }: OpenList): Promise<{ file: Uint8Array; index: SerializedIndex }> {
    const stored = await store.readPatients(id);
    if (!stored) throw new Refusal("The list in use is not there any more. Load this page again.");
    const opened = await openSealed(stored.file, key, now());
    if ("problem" in opened) throw refusal(opened.problem);
    return { file: stored.file, index: opened.index };
  }

  async function seal(
    index: SerializedIndex,
    locks: Locks,
    expires: number | null,
    base: string | null,
  ): Promise<Made> {
    const { file, key } = await sealList(index, { created: now(), expires, locks });
    return { id: index.id, base, file, key };
  }

  async function reseal(
    index: SerializedIndex,
    { id, key }: OpenList,
    expires: number | null,
    base: string | null,
  ): Promise<Made> {
    const stored = await store.readPatients(id);
    if (!stored) throw new Refusal("The list in use is not there any more. Load this page again.");
    const again = await resealList(stored.file, key, index, { created: now(), expires });
    if ("problem" in again) throw refusal(again.problem);
    return { id: index.id, base, file: again.file, key };
  }

  const jobs: { readonly [K in ToWorker["do"]]: (message: Extract<ToWorker, { do: K }>) => Promise<void> } = {
    open: ({ file }) => open(file),
    build: ({ plan }) => build(plan),
    async unlock({ secret }) {
      if (!sealed) throw new Error("no sealed file was opened");
      const unlocked = await unlockList(sealed, secret);
      if ("problem" in unlocked) {
        if (isSecretWrong(unlocked.problem)) {
          say({ say: "wrong-secret", problem: unlocked.problem });
          return;
        }
        throw refusal(unlocked.problem);
      }
      const opened = await openSealed(sealed, unlocked.key, now());
      if ("problem" in opened) throw refusal(opened.problem);
      made = { id: opened.header.listId, base: null, file: sealed, key: unlocked.key };
      say({ say: "unlocked", people: opened.index.people });
    },
    async look({ open: inUse, person }) {
      say({ say: "looked", found: lookUp((await openInUse(inUse)).index, person) });
    },
    async edit({ open: inUse, person, how }) {
      const { index, file } = await openInUse(inUse);
      const builder = editIndex(index);
      const outcome = change(builder, person, how);
      if (!outcome.isSame) made = await reseal(builder.finish(newListId()), inUse, expiryOf(file), inUse.id);
      say({ say: "edited", outcome: { how, people: builder.people, ...outcome } });
    },
    async rekey({ open: inUse, locks, expires }) {
      const { index } = await openInUse(inUse);
      made = await seal({ ...index, id: newListId() }, locks, expires, inUse.id);
      say({ say: "rekeyed" });
    },
    async store() {
      if (!made) throw new Error("there is no list to store");
      await store.addPatients({ id: made.id, file: made.file });
      say({ say: "stored", taken: { id: made.id, key: toBase64(made.key), base: made.base } });
    },
  };

  return async (message) => {
    try {
      await run(jobs, message);
    } catch (error) {
      // Only what was written for people is said: another error's message may quote a file.
      say({ say: "failed", problem: error instanceof Refusal ? error.message : unexpected });
    }
  };
}

function refusal(problem: ListProblem): Refusal {
  const { what, remedy } = problemWords(problem);
  return new Refusal(`${what} ${remedy}`);
}

/** The person may try again; anything else is a fault of the file. */
function isSecretWrong(problem: ListProblem): boolean {
  return problem === "wrong-passphrase" || problem === "wrong-key";
}

function change(
  builder: IndexBuilder,
  person: Person,
  how: "add" | "remove",
): Pick<EditOutcome, "isSame" | "found" | "missing"> {
  if (how === "remove") {
    const { found, missing } = builder.remove(person);
    return { isSame: found === 0, found, missing };
  }
  const outcome = builder.add(person);
  if (outcome === "nameless") throw new Refusal("Nothing of what was typed can be recognized in a draft.");
  return { isSame: outcome === "listed", found: 0, missing: 0 };
}

function expiryOf(file: Uint8Array): number | null {
  const read = readHeader(file);
  return "header" in read && read.header.expires !== null ? Date.parse(read.header.expires) : null;
}

const unexpected =
  "Something went wrong that has no name yet. If it comes back, report it with the kind of the file, not with the file.";

function run<K extends ToWorker["do"]>(
  jobs: { readonly [J in K]: (message: Extract<ToWorker, { do: J }>) => Promise<void> },
  message: Extract<ToWorker, { do: K }>,
): Promise<void> {
  return jobs[message.do](message);
}
