/** Turns the next entries of the record into one message. */
import { entryLine } from "../contract/record-entry.ts";
import type { StoredLine } from "../platform/record-store.ts";
import { otlpRecord, otlpRequest, otlpUnreadable } from "../record/export/otlp.ts";
import { parseJson } from "../record/read-line.ts";

export const entriesLimit = 500;
/** Bytes of a message. A megabyte is what servers in front of collectors let through if nobody told them otherwise. */
export const bytesLimit = 1_000_000;
/** Of the message around its records. */
const envelope = 4_000;

export interface Batch {
  readonly body: string;
  readonly count: number;
  /** `seq` after the last of them. */
  readonly next: number;
  /** Entries that are gone, or of which only the number is sent. */
  readonly missing: number;
}

/**
 * As many of these entries, which begin at `from` or later, as fit; one at least. What cannot be read is named by its number, so
 * that it neither holds up the others nor goes missing unseen.
 */
export function toBatch(
  entries: readonly StoredLine[],
  about: { readonly seat: string; readonly from: number; readonly version: string; readonly now: number },
): Batch {
  const encoder = new TextEncoder();
  const records: string[] = [];
  let bytes = envelope;
  let missing = 0;
  let next = about.from;
  for (const { seq, line } of entries) {
    const parsed = entryLine.safeParse(parseJson(line)?.value);
    const record = parsed.success
      ? otlpRecord(parsed.data)
      : otlpUnreadable({ seat: about.seat, seq }, about.now);
    bytes += encoder.encode(record).length + 1;
    if (bytes > bytesLimit && records.length > 0) break;
    records.push(record);
    missing += seq - next + (parsed.success ? 0 : 1);
    next = seq + 1;
  }
  return { body: otlpRequest(about.seat, records, about.version), count: records.length, next, missing };
}
