/** A sealed draft from the evidence file of another browser's export. */
import { evidenceLineLimit } from "../../contract/evidence.ts";
import { readEvidenceLine } from "../../record/evidence-file.ts";
import { linesOf } from "./read-export.ts";

/** Undefined: the file has none of this entry. */
export async function findEvidence(
  file: Blob,
  { seat, seq }: { readonly seat: string; readonly seq: number },
): Promise<Uint8Array | undefined> {
  for await (const line of linesOf(file, () => {}, evidenceLineLimit)) {
    const evidence = readEvidenceLine(line);
    if (evidence?.seat === seat && evidence.seq === seq) return evidence.sealed;
  }
  return undefined;
}
