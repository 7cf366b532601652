import { toLine } from "../record/read-line.ts";
import type { Recorder } from "./record.ts";

/** The end of an export of every entry that is there, as its line. */
export async function endOfAll(record: Pick<Recorder, "head" | "end">): Promise<string> {
  for (;;) {
    const { expired } = await record.head();
    const line = await record.end(expired);
    // Entries may have gone for their age in between.
    if (line.end.expired === expired) return toLine(line);
  }
}
