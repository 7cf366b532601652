import type { RecordReader } from "../../platform/record-store.ts";
import type { StoredEntry } from "../../record/export/jsonl.ts";

/** Lines read at a time. */
const atOnce = 2000;

/** The lines of this browser's record from `from` to the one before `next`, as far as they are there. */
export async function* ownLines(
  record: Pick<RecordReader, "readLines">,
  { from, next }: { readonly from: number; readonly next: number },
): AsyncGenerator<StoredEntry> {
  let at = from;
  while (at < next) {
    const lines = await record.readLines(at, Math.min(atOnce, next - at));
    const last = lines.at(-1);
    if (!last) return;
    yield* lines;
    at = last.seq + 1;
  }
}
