/** This browser's whole record as a file that can be verified, and whether it does. */
import { endLine, sealLine } from "../../contract/record-entry.ts";
import type { SealLine } from "../../contract/record-entry.ts";
import { z } from "../../contract/zod.ts";
import type { RecordReader } from "../../platform/record-store.ts";
import { recordLines } from "../../record/export/jsonl.ts";
import type { StoredEntry } from "../../record/export/jsonl.ts";
import { verifyExport } from "../../record/verify.ts";
import { wordsOf } from "./bring-in.ts";
import { openExport, pageChecking } from "./read-export.ts";

/** Lines read at a time, and characters that are put together before they become part of the file. */
const atOnce = 2000;
const pieceSize = 1 << 20;

export interface OwnPart {
  readonly from: number;
  readonly next: number;
  readonly seals: number;
  /** The line that closes the export. */
  readonly end: string;
}

export interface OwnExport {
  readonly file: Blob;
  /** The first fault; undefined: every entry and seal holds. */
  readonly problem: string | undefined;
  readonly entries: number;
  readonly days: number;
}

type Reader = Pick<RecordReader, "readLines" | "readSeals">;

export async function exportOwn(
  record: Reader,
  part: OwnPart,
  progress: (part: number) => void,
): Promise<OwnExport> {
  const end = z.parse(endLine, JSON.parse(part.end));
  const pieces: Blob[] = [];
  let text = "";
  for await (const line of recordLines(entriesOf(record, part), sealsOf(record, part.seals), end)) {
    text += line;
    if (text.length < pieceSize) continue;
    pieces.push(new Blob([text]));
    text = "";
  }
  const file = new Blob([...pieces, text], { type: "application/jsonl" });
  const expected = { keys: new Set<string>(), acceptedClocks: new Set<number>() };
  const verified = await verifyExport(await openExport(file, progress), expected, pageChecking);
  return {
    file,
    problem: "fault" in verified ? wordsOf(verified.fault) : undefined,
    entries: part.next - part.from,
    days: part.seals,
  };
}

async function* entriesOf(record: Reader, { from, next }: OwnPart): AsyncGenerator<StoredEntry> {
  let at = from;
  while (at < next) {
    const lines = await record.readLines(at, Math.min(atOnce, next - at));
    const last = lines.at(-1);
    if (!last) return;
    yield* lines;
    at = last.seq + 1;
  }
}

async function* sealsOf(record: Reader, count: number): AsyncGenerator<SealLine> {
  for (const line of (await record.readSeals()).slice(0, count)) yield z.parse(sealLine, JSON.parse(line));
}
