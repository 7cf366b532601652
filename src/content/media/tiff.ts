/** Exif: a tree of small tables (TIFF 6.0, Exif 2.32), in the byte order that it says itself. Only what tells something is read. */
import { latin, text, utf16, viewOf } from "./encoded.ts";
import type { Finds } from "./finds.ts";
import { readIptc, readPhotoshop } from "./iptc.ts";
import { readXmp } from "./xmp.ts";
import type { MediaKind } from "../../contract/media-kind.ts";

/** Of one table; real ones have a few dozen. */
const mostEntries = 400;
const mostTables = 12;
/** Longest value in bytes that is read as a text. */
const longest = 65_536;

/** Size of a value's type in bytes, by its number. */
const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

const device = 0x010f;
type Said = Readonly<Record<number, MediaKind>>;

const said: Said = {
  [0x010e]: "caption",
  [device]: "device",
  [0x0110]: "device",
  [0x0132]: "time",
  [0x013b]: "person",
  [0x8298]: "person",
  [0x9003]: "time",
  [0x9004]: "time",
  [0xa430]: "person",
  [0xa431]: "device",
  [0xa433]: "device",
  [0xa434]: "device",
  [0xa435]: "device",
  [0xc614]: "device",
};

/** Written by Windows, in UTF-16. */
const ofWindows: Said = {
  [0x9c9b]: "caption",
  [0x9c9c]: "caption",
  [0x9c9d]: "person",
  [0x9c9e]: "keywords",
  [0x9c9f]: "caption",
};

const tables = new Set([0x8769, 0xa005]);
const placeTable = 0x8825;
const userComment = 0x9286;
const preview = 0x0201;

interface Entry {
  readonly tag: number;
  readonly value: Uint8Array;
  /** The number that stands in place of an offset: where another table is. */
  readonly pointer: number;
}

/** A date of zeros or blanks is none. */
const isDate = (value: string): boolean => /[1-9]/.test(value);

export const readTiff = (bytes: Uint8Array, finds: Finds): void =>
  finds.later(() => readTables(bytes, finds));

function readTables(bytes: Uint8Array, finds: Finds): void {
  const order = latin(bytes.subarray(0, 2));
  finds.spend(Math.min(bytes.length, longest));
  if (bytes.length < 8 || (order !== "II" && order !== "MM")) return finds.miss();
  const isLittle = order === "II";
  const view = viewOf(bytes);
  const seen = new Set<number>();

  function entriesAt(offset: number): { entries: Entry[]; next: number } {
    if (seen.has(offset)) return { entries: [], next: 0 };
    if (seen.size >= mostTables || offset < 8 || offset + 2 > bytes.length) {
      finds.miss();
      return { entries: [], next: 0 };
    }
    seen.add(offset);
    const count = view.getUint16(offset, isLittle);
    const last = offset + 2 + 12 * count;
    if (count > mostEntries || last > bytes.length) finds.miss();
    const entries = new Map<number, Entry>();
    let left = Math.min(count, mostEntries);
    for (let at = offset + 2; at + 12 <= bytes.length && left-- > 0; at += 12) {
      const length = (sizes[view.getUint16(at + 2, isLittle)] ?? 0) * view.getUint32(at + 4, isLittle);
      const pointer = view.getUint32(at + 8, isLittle);
      const from = length <= 4 ? at + 8 : pointer;
      const isThere = from + length <= bytes.length;
      const value = isThere ? bytes.subarray(from, from + length) : new Uint8Array();
      const tag = view.getUint16(at, isLittle);
      if (!isThere && isWanted(tag)) finds.miss();
      // Of several with the same tag the first counts, so that none of them is taken apart again and again.
      if (!entries.has(tag)) entries.set(tag, { tag, value, pointer });
    }
    return {
      entries: [...entries.values()],
      next: last + 4 <= bytes.length ? view.getUint32(last, isLittle) : 0,
    };
  }

  function readTable(offset: number, isFirst: boolean): number {
    const { entries, next } = entriesAt(offset);
    for (const entry of entries) {
      const { tag, value, pointer } = entry;
      if (tables.has(tag)) readTable(pointer, false);
      else if (tag === placeTable) readPlace(pointer);
      else if (!isFirst && tag === preview) finds.add("preview");
      else readValue(tag, value);
    }
    return next;
  }

  function readValue(tag: number, value: Uint8Array): void {
    const kind = said[tag];
    const short = value.subarray(0, longest);
    if (kind === "time") {
      if (isDate(latin(short.subarray(0, 32)))) finds.add("time");
    } else if (kind === "device") {
      if (/[A-Za-z0-9]/.test(latin(short.subarray(0, 64)))) finds.add("device");
    } else if (kind) finds.say(kind, text(short));
    else if (ofWindows[tag]) finds.say(ofWindows[tag], utf16(short.subarray(0, short.length & ~1), true));
    else if (tag === userComment) readComment(short);
    else if (tag === 0x02bc) readXmp(value, finds);
    else if (tag === 0x83bb) readIptc(value, finds);
    else if (tag === 0x8649) readPhotoshop(value, finds);
  }

  /** Eight bytes say how it is written. */
  function readComment(value: Uint8Array): void {
    const words = value.subarray(8);
    const isWide = latin(value.subarray(0, 7)) === "UNICODE";
    finds.say("caption", isWide ? utf16(words.subarray(0, words.length & ~1), isLittle) : text(words));
  }

  /** Latitude and longitude, of the camera or of what it looked at. Phones without a fix write zeros. */
  function readPlace(offset: number): void {
    const { entries } = entriesAt(offset);
    const valueOf = (tag: number): Uint8Array =>
      entries.find((entry) => entry.tag === tag)?.value ?? new Uint8Array();
    // Degrees, minutes and seconds, each over a divisor.
    const isOff = (tag: number): boolean => {
      const value = valueOf(tag);
      const numbers = viewOf(value);
      return [0, 8, 16].some((at) => at + 4 <= value.length && numbers.getUint32(at, isLittle) !== 0);
    };
    if ([0x02, 0x04, 0x14, 0x16].some(isOff)) finds.add("place");
    // An area in words.
    finds.say("place", text(valueOf(0x1c).subarray(8, longest)));
    if (isDate(latin(valueOf(0x1d).subarray(0, 32)))) finds.add("time");
  }

  // The second table of a photograph is of its preview.
  const next = readTable(view.getUint32(4, isLittle), true);
  if (next !== 0) readTable(next, false);
}

const isWanted = (tag: number): boolean =>
  tag in said ||
  tag in ofWindows ||
  tag === userComment ||
  tag === 0x02bc ||
  tag === 0x83bb ||
  tag === 0x8649;
