/** All logs that the console shows: this browser's own, and those that were brought in. */
import { entryLine } from "../../contract/record-entry.ts";
import type { EntryLine } from "../../contract/record-entry.ts";
import { z } from "../../contract/zod.ts";
import type { ImportedLogs, StoredLog } from "../../platform/imported-logs.ts";
import type { RecordReader } from "../../platform/record-store.ts";
import { columnsForm, cutBefore, growColumns } from "../../record/columns.ts";
import type { Columns } from "../../record/columns.ts";
import { foldCases } from "../../record/query-cases.ts";
import type { Cases } from "../../record/query-cases.ts";
import { joinLogs } from "../../record/table.ts";
import type { Log, Table } from "../../record/table.ts";
import type { StoredColumns } from "./bring-in.ts";
import { linesInBlock, unpackLines } from "./lines-block.ts";

/** Where the console's cache of this browser's record lies. */
const ownId = "own";
/** Lines read of it at a time. */
const atOnce = 2000;
/** The cache is written anew for so many new entries: fewer are read again sooner than all columns are written. */
const worthKeeping = 1000;

export interface Records {
  readonly table: Table;
  readonly cases: Cases;
  readonly logs: readonly StoredLog[];
  /** Seat of this browser; undefined: it has no record yet. */
  readonly own: string | undefined;
  /** What the table was joined from, by the key under which the cache has it. */
  readonly columns: ReadonlyMap<string, Columns>;
}

export interface RecordsParts {
  readonly store: ImportedLogs;
  readonly record: Pick<RecordReader, "head" | "readLines" | "readSeals">;
}

/** `before`: what was read a moment ago in this page; only what is new since then is read. `ownSeat` is what this browser's is called. */
export async function readRecords(
  { store, record }: RecordsParts,
  ownSeat: string,
  before?: Records,
): Promise<Records> {
  const logs = await store.logs();
  const joined: Log[] = [];
  const known = new Map<string, Columns>();
  const own = await readOwn({ store, record }, before);
  if (own) {
    joined.push({ ...own, name: ownSeat });
    known.set(`${ownId} ${own.seat}`, own.columns);
  }
  for (const log of logs) {
    const columns =
      before?.columns.get(log.id) ?? (await storedColumns(store, log.id)) ?? (await madeAnew(store, log));
    // What nothing signs may be anybody's: it is shown, and says nothing about the cases of others.
    const shown = log.fault === undefined ? columns : { ...columns, reviews: "[]" };
    joined.push({ seat: log.seat, name: log.name, columns: shown });
    known.set(log.id, columns);
  }
  const table = joinLogs(joined);
  return { table, cases: foldCases(table), logs, own: own?.seat, columns: known };
}

async function readOwn(
  { store, record }: RecordsParts,
  before: Records | undefined,
): Promise<{ seat: string; columns: Columns } | undefined> {
  const head = await record.head();
  if (!head) return undefined;
  const { seat, next } = head.chain;
  const id = `${ownId} ${seat}`;
  const stored = before?.columns.get(id) ?? (await storedColumns(store, id));
  const known = stored && cutBefore(stored, head.expired);
  let from = known ? known.first + known.count : head.expired;
  if (known && from >= next) return { seat, columns: known };
  const growing = growColumns(head.expired, known);
  const begun = from;
  while (from < next) {
    const lines = await record.readLines(from, Math.min(atOnce, next - from));
    if (lines.length === 0) break;
    for (const { seq, line } of lines) {
      // A line that is missing would shift every number after it.
      if (seq !== from) throw new Error(`entry ${from} is not there`);
      growing.add(parseEntry(line).entry);
      from++;
    }
  }
  const columns = growing.take();
  if (!known || known.first > stored.first || next - begun >= worthKeeping)
    await store.putColumns(id, { form: columnsForm, columns } satisfies StoredColumns);
  return { seat, columns };
}

async function storedColumns(store: ImportedLogs, id: string): Promise<Columns | undefined> {
  const stored = await store.columns(id);
  return isColumns(stored) ? stored.columns : undefined;
}

const formed = z.object({ form: z.literal(columnsForm) });
/** What this very form has written is trusted to be whole: nobody else writes into this database. */
const isColumns = (value: unknown): value is StoredColumns => z.safeParse(formed, value).success;

async function madeAnew(store: ImportedLogs, log: StoredLog): Promise<Columns> {
  const growing = growColumns(log.first);
  for (let number = 0; number * linesInBlock < log.count; number++) {
    const block = await store.blockOf(log.id, number);
    if (!block) throw new Error(`lines of the log ${log.name} are not there`);
    for (const line of await unpackLines(block)) growing.add(parseEntry(line).entry);
  }
  const columns = growing.take();
  await store.putColumns(log.id, { form: columnsForm, columns } satisfies StoredColumns);
  return columns;
}

export const parseEntry = (text: string): EntryLine => z.parse(entryLine, JSON.parse(text));

/** Reads lines by place; blocks of imported logs are kept while one is read after the other. */
export function lineReader({ store, record }: RecordsParts, records: Records) {
  let last: { readonly key: string; readonly lines: string[]; readonly first: number } | undefined;

  async function blockWith(log: StoredLog, seq: number): Promise<string[]> {
    const number = Math.floor((seq - log.first) / linesInBlock);
    const key = `${log.id} ${number}`;
    if (last?.key !== key) {
      const block = await store.blockOf(log.id, number);
      if (!block) throw new Error(`lines of the log ${log.name} are not there`);
      last = { key, lines: await unpackLines(block), first: block.first };
    }
    return last.lines;
  }

  return async ({ seat, seq }: { readonly seat: string; readonly seq: number }): Promise<string> => {
    const log = records.logs.find((one) => one.seat === seat);
    if (log) {
      const line = (await blockWith(log, seq))[(seq - log.first) % linesInBlock];
      if (line !== undefined) return line;
    } else {
      const key = `${ownId} ${Math.floor(seq / linesInBlock)}`;
      const first = Math.floor(seq / linesInBlock) * linesInBlock;
      if (last?.key !== key || last.lines[seq - last.first] === undefined) {
        const lines = await record.readLines(
          Math.max(first, records.table.logs[0]?.first ?? 0),
          linesInBlock,
        );
        last = { key, lines: lines.map(({ line }) => line), first: lines[0]?.seq ?? first };
      }
      const line = last.lines[seq - last.first];
      if (line !== undefined) return line;
    }
    throw new Error(`entry ${seq} is not there`);
  };
}
