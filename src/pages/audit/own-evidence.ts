/** The sealed drafts of this browser, as the file that lies beside an export of its record. */
import { entryLine } from "../../contract/record-entry.ts";
import { z } from "../../contract/zod.ts";
import type { RecordReader } from "../../platform/record-store.ts";
import { toEvidenceLine } from "../../record/evidence-file.ts";
import { fileOf } from "./file-of.ts";
import { ownLines } from "./own-lines.ts";

export interface EvidenceExport {
  readonly file: Blob;
  readonly drafts: number;
}

/** Of the entries from `from` to the one before `next`. */
export async function exportEvidence(
  record: Pick<RecordReader, "readLines" | "readEvidence">,
  part: { readonly from: number; readonly next: number },
): Promise<EvidenceExport> {
  let drafts = 0;
  async function* sealedDrafts(): AsyncGenerator<string> {
    for await (const { line, seq } of ownLines(record, part)) {
      // Most have none, and need not be read for that.
      if (!line.includes('"evidence":"')) continue;
      const { entry } = z.parse(entryLine, JSON.parse(line));
      const sealed = entry.kind === "attempt" ? await record.readEvidence(seq) : undefined;
      if (entry.kind !== "attempt" || !sealed) continue;
      drafts++;
      yield `${toEvidenceLine({ seat: entry.seat, seq, id: entry.id, sealed })}\n`;
    }
  }
  const file = await fileOf(sealedDrafts(), "application/jsonl");
  return { file, drafts };
}
