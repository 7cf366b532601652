/** IPTC IIM 4.2, and the blocks of Photoshop in which it stands (image resources). */
import type { MediaKind } from "../../contract/media-kind.ts";
import { latin, startsWith, text, viewOf } from "./encoded.ts";
import type { Finds } from "./finds.ts";
import { readXmp } from "./xmp.ts";

/** Fields of record 2, by their number. */
const fields: Readonly<Record<number, MediaKind>> = {
  5: "caption",
  25: "keywords",
  26: "place",
  27: "place",
  55: "time",
  60: "time",
  80: "person",
  90: "place",
  92: "place",
  95: "place",
  101: "place",
  105: "caption",
  110: "person",
  116: "person",
  118: "person",
  120: "caption",
  122: "person",
};

const mostFields = 2000;

export const readIptc = (bytes: Uint8Array, finds: Finds): void =>
  finds.later(() => readFields(bytes, finds));

function readFields(bytes: Uint8Array, finds: Finds): void {
  finds.spend(bytes.length);
  const view = viewOf(bytes);
  let at = 0;
  for (let count = 0; at + 5 <= bytes.length && bytes[at] === 0x1c; count++) {
    const length = view.getUint16(at + 3);
    const from = at + 5;
    // The highest bit says that the length itself is longer, which no field that is read here has use for.
    if (count >= mostFields || length > 0x7fff || from + length > bytes.length) return finds.miss();
    const kind = bytes[at + 1] === 2 ? fields[bytes[at + 2] ?? 0] : undefined;
    const value = bytes.subarray(from, from + length);
    if (kind === "time") {
      if (/[1-9]/.test(latin(value))) finds.add("time");
    } else if (kind) finds.say(kind, text(value));
    at = from + length;
  }
}

const mostBlocks = 1000;

/** @param readExif what stands there as Exif; inside of Exif itself it is not looked for */
export function readPhotoshop(bytes: Uint8Array, finds: Finds, readExif?: (bytes: Uint8Array) => void): void {
  finds.spend(bytes.length);
  const view = viewOf(bytes);
  let at = 0;
  for (let count = 0; startsWith(bytes, "8BIM", at); count++) {
    // A name of an even length, its own length included.
    const named = at + 6 + (((bytes[at + 6] ?? 0) + 2) & ~1);
    if (count >= mostBlocks || named + 4 > bytes.length) return finds.miss();
    const id = view.getUint16(at + 4);
    const length = view.getUint32(named);
    const from = named + 4;
    if (from + length > bytes.length) return finds.miss();
    const value = bytes.subarray(from, from + length);
    if (id === 0x0404) readIptc(value, finds);
    else if (id === 0x0424) readXmp(value, finds);
    else if (id === 0x0422) readExif?.(value);
    else if (id === 0x0409 || id === 0x040c) finds.add("preview");
    at = from + length + (length & 1);
  }
}
