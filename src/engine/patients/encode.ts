/** An index as one run of bytes, and back without copying. Little-endian, as every machine that runs a browser is. */
import type { SerializedIndex } from "./index.ts";
import { extraWidth, isBits } from "./table.ts";
import type { Extras } from "./table.ts";

/** "RGIX", as a little-endian machine reads it as a number. */
const magic = 0x58494752;
const format = 2;
const keyLength = 16;
const longestId = 128;
/** Magic, format, people, length of the id, then bits and entries of names, forms and deletions. */
const headerWords = 10;

/**
 * After header and key come the arrays, the wider numbers first, so that all are aligned; where each lies follows from
 * the header. Throws a RangeError where the id is longer than 128 units.
 */
export function encodeIndex(index: SerializedIndex): Uint8Array<ArrayBuffer> {
  const { id, people, key, names, forms, deletions } = index;
  if (id.length > longestId) throw new RangeError("the id of a list has at most 128 units");
  const header = [magic, format, people, id.length];
  for (const { starts, lows } of [names, forms, deletions]) {
    header.push(Math.log2(starts.length - 1), lows.length);
  }
  const units = Uint16Array.from({ length: id.length }, (_, at) => id.charCodeAt(at));
  const parts = [
    Uint32Array.from(header),
    key,
    names.starts,
    names.highs,
    names.lows,
    forms.starts,
    forms.lows,
    deletions.starts,
    deletions.lows,
    deletions.values,
    units,
    ...[forms.extras, deletions.extras].toSorted((a, b) => b.BYTES_PER_ELEMENT - a.BYTES_PER_ELEMENT),
    names.given,
    names.family,
    names.words,
    forms.counts,
  ];
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let end = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), end);
    end += part.byteLength;
  }
  return bytes;
}

/**
 * The index that `encodeIndex` wrote, as views of `bytes`; undefined for anything else. Any bytes are safe to look up
 * in once they are decoded: every length, bucket and number has been checked, in about a millisecond for a million
 * people. Whether they are the right ones, only the seal can tell.
 */
export function decodeIndex(bytes: Uint8Array): SerializedIndex | undefined {
  if (bytes.length < headerWords * 4 + keyLength) return undefined;
  // Views need an aligned start; what comes out of a sealed list has one.
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const [mark, version, people = 0, idLength = 0, ...shape] = new Uint32Array(
    buffer,
    byteOffset,
    headerWords,
  );
  const [nameBits = 0, names = 0, formBits = 0, forms = 0, deletionBits = 0, deletions = 0] = shape;
  if (mark !== magic || version !== format || idLength > longestId) return undefined;
  if (![nameBits, formBits, deletionBits].every(isBits)) return undefined;

  const [formWidth, deletionWidth] = [extraWidth(formBits), extraWidth(deletionBits)];
  const starts = 2 ** nameBits + 2 ** formBits + 2 ** deletionBits + 3;
  const total =
    headerWords * 4 +
    keyLength +
    4 * (starts + 2 * names + forms + 2 * deletions) +
    2 * idLength +
    (formWidth * forms + deletionWidth * deletions + 3 * names + forms);
  if (total !== bytes.length) return undefined;

  let end = byteOffset + headerWords * 4;
  const take = (size: number): number => (end += size) - size;
  const words = (length: number): Uint32Array => new Uint32Array(buffer, take(4 * length), length);
  const small = (length: number): Uint8Array => new Uint8Array(buffer, take(length), length);
  const key = small(keyLength);
  const nameWords = { starts: words(2 ** nameBits + 1), highs: words(names), lows: words(names) };
  const formWords = { starts: words(2 ** formBits + 1), lows: words(forms) };
  const deletionWords = {
    starts: words(2 ** deletionBits + 1),
    lows: words(deletions),
    values: words(deletions),
  };
  const extras = (width: 0 | 1 | 2, length: number): Extras =>
    width === 2 ? new Uint16Array(buffer, take(2 * length), length) : small(width * length);
  const id = String.fromCharCode(...new Uint16Array(buffer, take(2 * idLength), idLength));
  const isWhole =
    isRising(nameWords.starts, names) &&
    isRising(formWords.starts, forms) &&
    isRising(deletionWords.starts, deletions) &&
    greatest(deletionWords.values) < names * 32;
  if (!isWhole) return undefined;
  const wide = deletionWidth > formWidth ? extras(deletionWidth, deletions) : undefined;
  const formExtras = extras(formWidth, forms);
  const deletionExtras = wide ?? extras(deletionWidth, deletions);
  return {
    format,
    id,
    people,
    key,
    names: { ...nameWords, given: small(names), family: small(names), words: small(names) },
    forms: { ...formWords, extras: formExtras, counts: small(forms) },
    deletions: { ...deletionWords, extras: deletionExtras },
  };
}

/** Do the buckets cover all entries, each once? */
function isRising(starts: Uint32Array, entries: number): boolean {
  let last = 0;
  for (let at = 0; at < starts.length; at++) {
    const start = starts[at] ?? 0;
    if (start < last) return false;
    last = start;
  }
  return starts[0] === 0 && last === entries;
}

/** A worker does this before anything is compiled, and a plain loop is soon. */
function greatest(values: Uint32Array): number {
  let most = -1;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0;
    if (value > most) most = value;
  }
  return most;
}
