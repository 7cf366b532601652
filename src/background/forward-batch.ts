/** Turns the next entries and seals of the record into one message. */
import { endLine, entryLine, sealLine } from "../contract/record-entry.ts";
import type { StoredLine } from "../platform/record-store.ts";
import { otlpEnd, otlpEntry, otlpRequest, otlpSeal, otlpStandIn } from "../record/export/otlp.ts";
import { parseJson } from "../record/read-line.ts";

export const entriesLimit = 500;
/** Bytes of a message. A megabyte is what servers in front of collectors let through if nobody told them otherwise. */
export const bytesLimit = 1_000_000;
/** Of the message around its records. */
const envelope = 4_000;

/** How far the collector has entries and seals. */
interface Place {
  readonly next: number;
  readonly seals: number;
}

export interface Batch extends Place {
  readonly body: string;
  /** Of its records. */
  readonly count: number;
  /** Entries that are gone, or of which only the number is sent. */
  readonly missing: number;
}

export interface BatchAbout extends Place {
  readonly seat: string;
  readonly version: string;
  readonly now: number;
  /** Most records. */
  readonly most: number;
  /** In place of the first one, only that there is one: the collector would not take it. */
  readonly withStandIn: boolean;
}

interface Piece extends Place {
  readonly record: string;
  readonly isReadable: boolean;
  readonly entries: number;
}

/**
 * As many of these entries and seals, in the order in which they came to be, as fit; one at least where there is one. The entries begin at `next`
 * or later, the seals are those from number `seals` on. What cannot be read is named by its number, so that it neither holds up
 * the others nor goes missing unseen.
 */
export function toBatch(entries: readonly StoredLine[], seals: readonly string[], about: BatchAbout): Batch {
  const encoder = new TextEncoder();
  const records: string[] = [];
  let bytes = envelope;
  let missing = 0;
  let at: Place = about;
  for (const piece of pieces(entries, seals, about)) {
    bytes += encoder.encode(piece.record).length + 1;
    if (records.length > 0 && (bytes > bytesLimit || records.length === about.most)) break;
    records.push(piece.record);
    missing += piece.next - at.next - (piece.isReadable ? piece.entries : 0);
    at = piece;
    if (about.withStandIn) break;
  }
  const { next, seals: sealed } = at;
  const body = otlpRequest(about.seat, records, about.version);
  return { body, count: records.length, next, seals: sealed, missing };
}

function* pieces(
  entries: readonly StoredLine[],
  seals: readonly string[],
  about: BatchAbout,
): Generator<Piece> {
  const { seat, now, withStandIn } = about;
  let { next, seals: sealed } = about;
  let at = 0;
  for (;;) {
    const entry = entries[at];
    const text = seals[sealed - about.seals];
    const parsed = text === undefined ? undefined : sealLine.safeParse(parseJson(text)?.value);
    const reached = parsed?.success ? parsed.data.seal.first + parsed.data.seal.count : 0;
    if (text !== undefined && reached <= (entry?.seq ?? next)) {
      const uid = `seal:${sealed}`;
      sealed++;
      const record =
        parsed?.success && !withStandIn
          ? otlpSeal(parsed.data)
          : otlpStandIn({ seat, uid }, withStandIn ? "refused" : "unreadable", now);
      yield { next, seals: sealed, record, isReadable: true, entries: 0 };
      continue;
    }
    if (!entry) return;
    at++;
    next = entry.seq + 1;
    yield { next, seals: sealed, ...pieceOf(entry, about), entries: 1 };
  }
}

function pieceOf(
  { seq, line }: StoredLine,
  { seat, now, withStandIn }: BatchAbout,
): { readonly record: string; readonly isReadable: boolean } {
  const parsed = entryLine.safeParse(parseJson(line)?.value);
  if (parsed.success && !withStandIn) return { record: otlpEntry(parsed.data), isReadable: true };
  const why = withStandIn ? "refused" : "unreadable";
  return { record: otlpStandIn({ seat, uid: String(seq), seq }, why, now), isReadable: withStandIn };
}

/** The message that says how far the record went, from `line`, the end of an export of all of it. */
export function toEndMessage(line: string, version: string): string {
  const end = endLine.parse(parseJson(line)?.value);
  return otlpRequest(end.end.seat, [otlpEnd(end)], version);
}
