/** The sealed drafts of this browser, as the file that lies beside an export of its record. */
import { entryLine } from "../../contract/record-entry.ts";
import { z } from "../../contract/zod.ts";
import type { RecordReader } from "../../platform/record-store.ts";
import { toEvidenceLine } from "../../record/evidence-file.ts";

/** Entries read at a time, and characters that are put together before they become part of the file. */
const atOnce = 2000;
const pieceSize = 1 << 20;

export interface EvidenceExport {
  readonly file: Blob;
  readonly drafts: number;
}

/** Of the entries from `from` to the one before `next`. */
export async function exportEvidence(
  record: Pick<RecordReader, "readLines" | "readEvidence">,
  { from, next }: { readonly from: number; readonly next: number },
): Promise<EvidenceExport> {
  const pieces: Blob[] = [];
  let text = "";
  let drafts = 0;
  let at = from;
  while (at < next) {
    const lines = await record.readLines(at, Math.min(atOnce, next - at));
    for (const { line, seq } of lines) {
      // Most have none, and need not be read for that.
      if (!line.includes('"evidence":"')) continue;
      const { entry } = z.parse(entryLine, JSON.parse(line));
      const sealed = entry.kind === "attempt" ? await record.readEvidence(seq) : undefined;
      if (entry.kind !== "attempt" || !sealed) continue;
      text += `${toEvidenceLine({ seat: entry.seat, seq, id: entry.id, sealed })}\n`;
      drafts++;
      if (text.length < pieceSize) continue;
      pieces.push(new Blob([text]));
      text = "";
    }
    const last = lines.at(-1);
    if (!last) break;
    at = last.seq + 1;
  }
  return { file: new Blob([...pieces, text], { type: "application/jsonl" }), drafts };
}
