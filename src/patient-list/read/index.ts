/** The door of the readers: whatever a practice may have, to rows of people. */
import { openDelimited } from "./delimited.ts";
import { detectKind } from "./detect.ts";
import { largestExcel, largestText } from "./source.ts";
import type { Source, Trouble } from "./source.ts";

export { fields, fieldWords } from "./source.ts";
export type { Column, Field, Source, Trouble } from "./source.ts";

/** Asked before a file is read: more than a browser holds at once does not even arrive. `size`: in bytes. */
export const tooLarge = (size: number): Trouble | undefined =>
  size > largestText ? { problem: "The file is larger than 512 MB. Export the list in parts." } : undefined;

/**
 * Looks into a file and says what it is, by what is in it and not by its name. Never rejects for what is in the file.
 * `bytes` are kept until the source is dropped: they are read again by `Source.read`.
 */
export async function openSource(_name: string, bytes: Uint8Array): Promise<Source | Trouble> {
  const today = new Date().toISOString().slice(0, 10);
  const large = tooLarge(bytes.length);
  if (large) return large;
  const found = detectKind(bytes);
  if ("problem" in found) return found;
  if (found.kind === "excel") {
    if (bytes.length > largestExcel) {
      return { problem: "The workbook is larger than 64 MB. Export the list as CSV, which may have 512 MB." };
    }
    // Each of these is loaded only for a file of its kind.
    const { openExcel } = await import("./excel.ts");
    return openExcel(bytes, found.entries, today);
  }
  if (found.kind === "json") {
    const { openFhir } = await import("./fhir.ts");
    return openFhir(bytes, today);
  }
  if (found.kind === "vcard") {
    const { openVcards } = await import("./vcard.ts");
    return openVcards(bytes, today);
  }
  return openDelimited(bytes, today);
}
