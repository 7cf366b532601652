/** The entries of exports that have a sealed draft: what `guard officer open` holds drafts against. */
import type { Outcome } from "../../../src/contract/attempt.ts";
import { uidOf } from "../../../src/record/export/fields.ts";
import { entriesOf, holding } from "../log/held-export.ts";
import { openExport } from "../log/read-file.ts";
import { Problem } from "../problem.ts";

export interface SealedEntry {
  readonly seq: number;
  readonly id: string;
  readonly at: number;
  readonly outcome: Outcome;
  /** SHA-256 of the sealed draft. */
  readonly evidence: string;
}

const otherwise = "No draft was opened. To open them all the same, put --unverified in place of --log.";

/** By `uidOf`. @throws {Problem} for an export that does not hold, and for two that contradict each other. */
export async function readSealedEntries(
  files: readonly string[],
  acceptedClocks: ReadonlySet<number>,
): Promise<Map<string, SealedEntry>> {
  const entries = new Map<string, SealedEntry>();
  for (const file of files) {
    const source = await openExport(file);
    const held = await holding(file, source, { keys: new Set(), acceptedClocks }, otherwise);
    for await (const { entry } of entriesOf({ file, source, held })) {
      if (entry.kind !== "attempt" || entry.evidence === undefined) continue;
      const { seq, id, at, outcome, evidence } = entry;
      const known = entries.get(uidOf(entry));
      if (known && (known.evidence !== evidence || known.id !== id))
        throw new Problem(
          `${file}: its entry ${seq} is another one than in an export before`,
          "Verify the exports together: guard log verify.",
        );
      entries.set(uidOf(entry), { seq, id, at, outcome, evidence });
    }
  }
  return entries;
}
