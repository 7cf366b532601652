/** The entries of exports that have a sealed draft: what `guard officer open` holds drafts against. */
import type { Outcome } from "../../../src/contract/attempt.ts";
import { entryLine } from "../../../src/contract/record-entry.ts";
import { faultWords } from "../../../src/record/fault.ts";
import { parseJson } from "../../../src/record/read-line.ts";
import { verifyExport } from "../../../src/record/verify.ts";
import { nodeChecking, openExport } from "../log/read-file.ts";
import { Problem } from "../problem.ts";

export interface SealedEntry {
  readonly seq: number;
  readonly id: string;
  readonly at: number;
  readonly outcome: Outcome;
  /** SHA-256 of the sealed draft. */
  readonly evidence: string;
}

/** One entry among those of all seats. */
export const nameOf = ({ seat, seq }: { readonly seat: string; readonly seq: number }): string =>
  `${seat}:${seq}`;

/** By `nameOf`. @throws {Problem} for an export that does not hold, and for two that contradict each other. */
export async function readSealedEntries(
  files: readonly string[],
  acceptedClocks: ReadonlySet<number>,
): Promise<Map<string, SealedEntry>> {
  const entries = new Map<string, SealedEntry>();
  for (const file of files) {
    const source = await openExport(file);
    const verified = await verifyExport(source, { keys: new Set(), acceptedClocks }, nodeChecking);
    if ("fault" in verified) {
      const { kind, line, what } = verified.fault;
      const { name, remedy } = faultWords[kind];
      throw new Problem(
        `${file}:${line}: ${name}: ${what}`,
        `${remedy}\nNo draft was opened. To open them all the same, put --unverified in place of --log.`,
      );
    }
    let head: string | undefined;
    for await (const text of source.lines()) {
      const line = entryLine.safeParse(parseJson(text)?.value);
      if (!line.success) continue;
      const { entry } = line.data;
      head = line.data.hash;
      if (entry.kind !== "attempt" || entry.evidence === undefined) continue;
      const { seq, id, at, outcome, evidence } = entry;
      const known = entries.get(nameOf(entry));
      if (known && (known.evidence !== evidence || known.id !== id))
        throw new Problem(
          `${file}: its entry ${seq} is another one than in an export before`,
          "Verify the exports together: guard log verify.",
        );
      entries.set(nameOf(entry), { seq, id, at, outcome, evidence });
    }
    if (head !== undefined && head !== verified.held.end.head)
      throw new Problem(
        `${file}: the file was changed while it was read`,
        "Copy it to where nobody writes, and try again.",
      );
  }
  return entries;
}
