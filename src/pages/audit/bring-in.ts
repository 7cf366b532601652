/** Brings the log of another seat in: first its whole chain is checked, then it is kept. */
import { entryLine } from "../../contract/record-entry.ts";
import { z } from "../../contract/zod.ts";
import type { ImportedLogs, StoredLog } from "../../platform/imported-logs.ts";
import { columnsForm, growColumns } from "../../record/columns.ts";
import type { Columns } from "../../record/columns.ts";
import { faultWords } from "../../record/fault.ts";
import type { Fault } from "../../record/fault.ts";
import { parseJson } from "../../record/read-line.ts";
import { verifyExport } from "../../record/verify.ts";
import type { Export, Held, Verified } from "../../record/verify.ts";
import type { BringIn, BroughtIn } from "./jobs.ts";
import { linesInBlock, packLines } from "./lines-block.ts";
import { openExport, pageChecking } from "./read-export.ts";

/** Columns as the store has them; under another form they are made anew from the lines. */
export interface StoredColumns {
  readonly form: string;
  readonly columns: Columns;
}

export interface BringInParts {
  readonly store: ImportedLogs;
  readonly newId: () => string;
  readonly now: () => number;
  /** Seat of this browser. */
  readonly own: string | undefined;
  readonly progress: (part: number) => void;
}

/** By itself: which key has to have signed it nobody here has said. */
export const verifyLog = (
  source: Export,
  acceptedClocks: ReadonlySet<number> = new Set(),
): Promise<Verified> => verifyExport(source, { keys: new Set(), acceptedClocks }, pageChecking);

/** `seq` of the entries in which the record tells itself that its clock was set back. */
async function clocksIn(source: Export): Promise<ReadonlySet<number>> {
  const found = new Set<number>();
  for await (const text of source.lines()) {
    if (!text.includes('"kind":"clock"')) continue;
    const entry = z.safeParse(entryLine, parseJson(text)?.value).data?.entry;
    if (entry?.kind === "clock") found.add(entry.seq);
  }
  return found;
}

/** What is refused leaves nothing behind; a log of the same seat that reaches less far is replaced. */
export async function bringIn(
  { file, name, evenBroken, evenTurnedBack }: BringIn,
  parts: BringInParts,
): Promise<BroughtIn> {
  const source = await openExport(file, (read) => parts.progress(read / 2));
  const clocks = evenTurnedBack ? await clocksIn(source) : new Set<number>();
  const verified = await verifyLog(source, clocks);
  const fault = "fault" in verified ? verified.fault : undefined;
  if (fault && !evenBroken) return { log: undefined, problem: wordsOf(fault) };
  const before = fault ? fault.line : Infinity;
  const kept = await keep(await openExport(file, (read) => parts.progress((1 + read) / 2)), before, parts);
  if (!kept) return { log: undefined, problem: fault ? wordsOf(fault) : "The export holds no entries." };
  const log: StoredLog = {
    ...kept.place,
    ...told(verified, kept.at),
    name,
    ...(!fault && clocks.size > 0 ? { clocks: [...clocks] } : {}),
    importedAt: parts.now(),
    fault: fault && wordsOf(fault),
  };
  const earlier = (await parts.store.logs()).find(({ seat }) => seat === log.seat);
  const problem = refusal(log, earlier, parts.own) ?? (earlier && forked(earlier, kept));
  if (problem !== undefined) {
    await parts.store.drop(log.id);
    return { log: undefined, problem };
  }
  await parts.store.putLog(log, { form: columnsForm, columns: kept.columns } satisfies StoredColumns);
  return { log, problem: log.fault };
}

/** The first fault, in the words of the verifier. */
export const wordsOf = ({ kind, line, what }: Fault): string =>
  `Line ${line.toLocaleString("en")}: ${faultWords[kind].name}: ${what}. ${faultWords[kind].remedy}`;

interface Kept {
  readonly place: Pick<StoredLog, "id" | "seat" | "first" | "count" | "head">;
  readonly columns: Columns;
  readonly at: number;
  readonly hashOf: ReadonlyMap<number, string>;
}

async function keep(
  source: Awaited<ReturnType<typeof openExport>>,
  before: number,
  { store, newId }: BringInParts,
): Promise<Kept | undefined> {
  const id = newId();
  const ends = new Map((await store.logs()).map(({ seat, first, count }) => [seat, first + count - 1]));
  const hashOf = new Map<number, string>();
  let growing: ReturnType<typeof growColumns> | undefined;
  let seat = "";
  let from = 0;
  let head = "";
  let at = 0;
  let lines: string[] = [];
  let blocks = 0;
  const flush = async (): Promise<void> => {
    if (lines.length === 0) return;
    await store.addBlock(id, blocks, await packLines(from + blocks * linesInBlock, lines));
    blocks++;
    lines = [];
  };
  let number = 0;
  for await (const text of source.lines()) {
    if (++number >= before) break;
    if (!text.startsWith('{"entry":')) continue;
    const line = z.safeParse(entryLine, JSON.parse(text)).data;
    if (!line) break;
    const { entry, hash } = line;
    if (!growing) {
      growing = growColumns(entry.seq);
      seat = entry.seat;
      from = entry.seq;
    }
    growing.add(entry);
    if (ends.get(entry.seat) === entry.seq) hashOf.set(entry.seq, hash);
    head = hash;
    at = entry.at;
    lines.push(text);
    if (lines.length === linesInBlock) await flush();
  }
  await flush();
  if (!growing) return undefined;
  return {
    place: { id, seat, first: from, head, count: growing.count },
    columns: growing.take(),
    at,
    hashOf,
  };
}

function told(verified: Verified, lastAt: number): Pick<StoredLog, "exportedAt" | "keys" | "days"> {
  const held: Held | undefined = "held" in verified ? verified.held : undefined;
  return held
    ? { exportedAt: held.end.at, keys: held.keys, days: held.seals.length }
    : { exportedAt: lastAt, keys: [], days: 0 };
}

function refusal(
  log: StoredLog,
  earlier: StoredLog | undefined,
  own: string | undefined,
): string | undefined {
  if (log.seat === own) return "This is the record of this browser, which is here already.";
  if (!earlier) return undefined;
  if (earlier.fault === undefined && log.fault !== undefined)
    return "A log of this seat that holds is here already. Remove that one first if this one is to be looked at.";
  if (earlier.fault !== undefined) return undefined;
  if (log.first + log.count < earlier.first + earlier.count)
    return "A log of this seat that reaches further is here already.";
  if (log.first > earlier.first)
    return "A log of this seat that begins earlier is here already. Export the whole record of the seat, and bring that in.";
  return undefined;
}

/** An export that holds in itself may still be of another past than the one before. */
function forked(earlier: StoredLog, { hashOf }: Kept): string | undefined {
  const last = earlier.first + earlier.count - 1;
  if (earlier.fault !== undefined || hashOf.get(last) === earlier.head) return undefined;
  return `${faultWords.forked.name}: entry ${last} is not the one of the log of this seat that is here already. ${faultWords.forked.remedy}`;
}
