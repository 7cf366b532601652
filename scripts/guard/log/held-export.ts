/** Exports of the record that hold, and the entries in them. */
import { entryLine } from "../../../src/contract/record-entry.ts";
import type { EntryLine } from "../../../src/contract/record-entry.ts";
import { faultWords } from "../../../src/record/fault.ts";
import type { Fault } from "../../../src/record/fault.ts";
import { parseJson } from "../../../src/record/read-line.ts";
import { verifyExport } from "../../../src/record/verify.ts";
import type { Expected, Export, Held } from "../../../src/record/verify.ts";
import { Problem } from "../problem.ts";
import { nodeChecking } from "./read-file.ts";

export interface Source {
  readonly file: string;
  readonly source: Export;
  /** Undefined: nobody has verified it. */
  readonly held: Held | undefined;
}

/** @throws {Problem} where it does not hold; `otherwise`: what was not done for that, and how to have it done. */
export async function holding(
  file: string,
  source: Export,
  expected: Expected,
  otherwise: string,
): Promise<Held> {
  const verified = await verifyExport(source, expected, nodeChecking);
  if ("held" in verified) return verified.held;
  throw refused(file, verified.fault, otherwise);
}

export function refused(file: string, { kind, line, what }: Fault, otherwise: string): Problem {
  const { name, remedy } = faultWords[kind];
  return new Problem(`${file}:${line}: ${name}: ${what}`, `${remedy}\n${otherwise}`);
}

/**
 * `onOther`: of a line that is no entry, with its number.
 * @throws {Problem} after the last, where they are no longer those that were verified.
 */
export async function* entriesOf(
  { file, source, held }: Source,
  onOther?: (text: string, number: number) => void,
): AsyncGenerator<EntryLine> {
  let number = 0;
  let head: string | undefined;
  for await (const text of source.lines()) {
    number++;
    const line = entryLine.safeParse(parseJson(text)?.value);
    if (line.success) {
      head = line.data.hash;
      yield line.data;
    } else onOther?.(text, number);
  }
  if (held && head !== undefined && head !== held.end.head) {
    throw new Problem(
      `${file}: the file was changed while it was read`,
      "Copy it to where nobody writes, and try again.",
    );
  }
}
