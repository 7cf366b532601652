/** The door of the readers: whatever a practice may have, to rows of people. */
import { openDelimited } from "./delimited.ts";
import { largestText } from "./source.ts";
import type { Source, Trouble } from "./source.ts";

export { fields, fieldWords } from "./source.ts";
export type { Column, Field, ReadOptions, ReadSummary, Row, Source, Trouble } from "./source.ts";

/**
 * Looks into a file and says what it is, by what is in it and not by its name. Never rejects for what is in the file.
 * `bytes` are kept until the source is dropped: they are read again by `Source.read`.
 */
export async function openSource(name: string, bytes: Uint8Array): Promise<Source | Trouble> {
  const today = new Date().toISOString().slice(0, 10);
  if (bytes.length > largestText)
    return { problem: "The file is larger than 512 MB. Export the list in parts." };
  return openDelimited(bytes, today);
}
