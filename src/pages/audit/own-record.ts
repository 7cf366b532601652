/** This browser's whole record as a file that can be verified, and whether it does. */
import { endLine, sealLine } from "../../contract/record-entry.ts";
import type { SealLine } from "../../contract/record-entry.ts";
import { z } from "../../contract/zod.ts";
import type { RecordReader } from "../../platform/record-store.ts";
import { recordLines } from "../../record/export/jsonl.ts";
import { verifyLog, wordsOf } from "./bring-in.ts";
import { fileOf } from "./file-of.ts";
import { ownLines } from "./own-lines.ts";
import { openExport } from "./read-export.ts";

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
  const lines = recordLines(ownLines(record, part), sealsOf(record, part.seals), end);
  const file = await fileOf(lines, "application/jsonl");
  const verified = await verifyLog(await openExport(file, progress));
  return {
    file,
    problem: "fault" in verified ? wordsOf(verified.fault) : undefined,
    entries: part.next - part.from,
    days: part.seals,
  };
}

async function* sealsOf(record: Reader, count: number): AsyncGenerator<SealLine> {
  for (const line of (await record.readSeals()).slice(0, count)) yield z.parse(sealLine, JSON.parse(line));
}
