/** The record of a seat in a database of its own, and what a test asks of it. */
import "fake-indexeddb/auto";
import { listAttempts } from "../../../src/background/record-read.ts";
import { createRoom } from "../../../src/background/record-room.ts";
import type { LeftEntries, WaitingEntries } from "../../../src/background/record-room.ts";
import { createRecord } from "../../../src/background/record.ts";
import { createConnection } from "../../../src/platform/connection.ts";
import { createRecordStore } from "../../../src/platform/record-store.ts";
import type { RecordStore } from "../../../src/platform/record-store.ts";
import { recordLines } from "../../../src/record/export/jsonl.ts";
import { sealLine } from "../../../src/contract/record-entry.ts";
import { webChecking } from "../../../src/record/proof.ts";
import { verifyExport } from "../../../src/record/verify.ts";
import { memoryItem } from "./parts.ts";

let databases = 0;

async function* each<V>(values: readonly V[]): AsyncGenerator<V> {
  yield* values;
}

export function seatRecord({ now = () => 1_700_000_000_000 }: { now?: () => number } = {}) {
  databases += 1;
  const connection = createConnection(`seat ${databases}`);
  const real = createRecordStore(connection);
  const disk = { isFull: false };
  const store: RecordStore = {
    ...real,
    async write(step) {
      if (disk.isFull) throw new Error("QuotaExceededError");
      return real.write(step);
    },
  };
  const worker = () => createRecord({ store, engineVersion: "1", now });
  const record = worker();
  const kept = memoryItem<WaitingEntries>([]);
  const told: boolean[] = [];
  const left = memoryItem<LeftEntries>(null);
  const parts = { kept, left, onChange: (isFull: boolean) => void told.push(isFull), now };
  const room = createRoom({ ...parts, record });
  return {
    connection,
    store,
    disk,
    /** A worker beside it, or one that was started anew. */
    worker,
    record,
    room,
    kept,
    left,
    /** As after the browser has ended: what waits is in no page any more. */
    startAgain() {
      kept.value = [];
      return createRoom({ ...parts, record: worker() });
    },
    /** What the toolbar was told. */
    told,
    /** In the order in which they were put on record. */
    attempts: async () => (await listAttempts(store, 0, 10_000)).attempts.toReversed(),
    entries: async () => (await store.readLines(0, 100_000)).map(({ line }) => JSON.parse(line).entry),
    /** The export of all that is there, as lines. */
    async exported(by = record): Promise<string[]> {
      const { expired } = await by.head();
      const end = await by.end(expired);
      const seals = (await store.readSeals()).map((line) => sealLine.parse(JSON.parse(line)));
      const lines: string[] = [];
      for await (const piece of recordLines(each(await store.readLines(0, 100_000)), each(seals), end))
        lines.push(piece.trimEnd());
      return lines;
    },
  };
}

/** The first fault, in words; undefined: it holds. */
export async function faultIn(
  lines: readonly string[],
  acceptedClocks: readonly number[] = [],
): Promise<string | undefined> {
  const file = { lines: () => each(lines), last: lines.at(-1) ?? "" };
  const expected = { keys: new Set<string>(), acceptedClocks: new Set(acceptedClocks) };
  const verified = await verifyExport(file, expected, webChecking);
  return "fault" in verified
    ? `${verified.fault.kind} ${verified.fault.line}: ${verified.fault.what}`
    : undefined;
}
