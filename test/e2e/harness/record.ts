/** The record as it lies on disk, and what the admin's command line says of it. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { entryLine, sealLine } from "../../../src/contract/record-entry.ts";
import type { EntryLine, RecordEntry } from "../../../src/contract/record-entry.ts";
import { recordHead } from "../../../src/contract/record-head.ts";
import { fromRest, hashOfRest, toRest } from "../../../src/platform/line-at-rest.ts";
import { recordLines } from "../../../src/record/export/jsonl.ts";
import { toLine } from "../../../src/record/read-line.ts";
import { toldByWorker } from "./ask-worker.ts";
import type { PageHandle } from "./driver.ts";

const root = resolve(import.meta.dirname, "../../..");
const run = promisify(execFile);

interface Stored {
  readonly entries: readonly (readonly [seq: number, line: string])[];
  readonly seals: readonly string[];
}

/** Whole lines. `page`: one of the extension's own. */
export async function storedRecord(page: PageHandle): Promise<Stored> {
  const { rests, seals, head } = await page.evaluate(async () => {
    const done = <V>(request: IDBRequest<V>): Promise<V> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error));
      });
    const database = await done(indexedDB.open("replyguard"));
    const stores = database.transaction(["entries", "seals", "record-head"]);
    const entries = stores.objectStore("entries");
    const [keys, values, seals, head] = await Promise.all([
      done(entries.getAllKeys()),
      done(entries.getAll()),
      done(stores.objectStore("seals").getAll()),
      done<unknown>(stores.objectStore("record-head").get("head")),
    ]);
    database.close();
    return { rests: values.map((rest, at) => [Number(keys[at]), String(rest)] as const), seals, head };
  });
  if (rests.length === 0) return { entries: [], seals };
  const { seat } = recordHead.parse(head).chain;
  const entries = rests.map(([seq, rest], at) => {
    const last = rests[at - 1]?.[1];
    return [seq, fromRest(rest, { seat, seq, before: last && hashOfRest(last) })] as const;
  });
  return { entries, seals };
}

export async function recordedEntries(page: PageHandle): Promise<readonly RecordEntry[]> {
  const { entries } = await storedRecord(page);
  return entries.map(([, line]) => entryLine.parse(JSON.parse(line)).entry);
}

async function* each<V>(values: Iterable<V>): AsyncGenerator<V> {
  yield* values;
}

/** All that is there, exported and verified. `says`: what `guard log verify` prints; it must find nothing. */
export async function verifyRecord(page: PageHandle): Promise<{ text: string; says: string }> {
  const { expired } = await toldByWorker(page, "record.standing", {});
  const { next, seals, end } = await toldByWorker(page, "record.export", { format: "jsonl", from: expired });
  const stored = await storedRecord(page);
  const entries = stored.entries.filter(([seq]) => seq < next).map(([seq, line]) => ({ seq, line }));
  const sealed = stored.seals.slice(0, seals).map((line) => sealLine.parse(JSON.parse(line)));
  let text = "";
  for await (const piece of recordLines(each(entries), each(sealed), JSON.parse(end))) text += piece;
  const folder = await mkdtemp(join(tmpdir(), "record-"));
  try {
    const file = join(folder, "record.jsonl");
    await writeFile(file, text);
    const guard = ["tsx", "scripts/guard.ts", "log", "verify", file];
    const { stdout } = await run("npx", guard, { cwd: root });
    return { text, says: stdout };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Puts these entries into the store, behind the worker's back and in a database of their own beside the record: as they lie at rest, each
 * in a transaction of its own together with a head, as the worker writes them. Twenty at a time are on their way.
 */
export async function fillRecord(page: PageHandle, lines: readonly EntryLine[]): Promise<void> {
  const atATime = 2000;
  for (let from = 0; from < lines.length; from += atATime) {
    const part = lines.slice(from, from + atATime).map((line) => ({
      seq: line.entry.seq,
      kind: line.entry.kind,
      hash: line.hash,
      rest: toRest(toLine(line), {
        seat: line.entry.seat,
        seq: line.entry.seq,
        before: line.entry.previous,
      }),
    }));
    await page.evaluate(async (entries) => {
      const opening = indexedDB.open("filled", 1);
      opening.addEventListener("upgradeneeded", () => {
        const { result } = opening;
        result.createObjectStore("entries");
        result.createObjectStore("others").createIndex("kind", "kind");
        result.createObjectStore("record-head");
      });
      await new Promise((resolve) => opening.addEventListener("success", resolve));
      const { result } = opening;
      const names = ["entries", "others", "record-head"];
      let last: Promise<unknown> = Promise.resolve();
      for (const [at, { seq, kind, hash, rest }] of entries.entries()) {
        const transaction = result.transaction(names, "readwrite", { durability: "relaxed" });
        transaction.objectStore("entries").add(rest, seq);
        if (kind !== "attempt") transaction.objectStore("others").add({ kind }, seq);
        const chain = { seat: hash.slice(16), key: hash, next: seq, head: hash, at: 0, day: "2026-11-26" };
        transaction
          .objectStore("record-head")
          .put({ revision: seq, chain, sealed: hash, expired: 0 }, "head");
        last = new Promise((resolve, reject) => {
          transaction.addEventListener("complete", resolve);
          transaction.addEventListener("abort", () => reject(transaction.error));
        });
        if (at % 20 === 19) await last;
      }
      await last;
      result.close();
      return true;
    }, part);
  }
}
