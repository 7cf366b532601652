/** The record itself, as docs/log-format.md has it: the only export that can be verified. */
import type { EndLine, SealLine } from "../../contract/record-entry.ts";
import { toLine } from "../read-line.ts";

export interface StoredEntry {
  readonly seq: number;
  /** Its canonical JSON. */
  readonly line: string;
}

/**
 * Entries and seals in the order in which they came to be, and the end that the seat has signed for just these (`endOf`). Both
 * are read once, and one of each is held.
 */
export async function* recordLines(
  entries: AsyncIterable<StoredEntry>,
  seals: AsyncIterable<SealLine>,
  end: EndLine,
): AsyncGenerator<string> {
  const sealing = seals[Symbol.asyncIterator]();
  let next = await sealing.next();
  for await (const { seq, line } of entries) {
    while (!next.done && next.value.seal.first + next.value.seal.count <= seq) {
      yield `${toLine(next.value)}\n`;
      next = await sealing.next();
    }
    yield `${line}\n`;
  }
  while (!next.done) {
    yield `${toLine(next.value)}\n`;
    next = await sealing.next();
  }
  yield `${toLine(end)}\n`;
}
