/**
 * Keys in buckets, as plain typed arrays: nothing to parse. The top bits of a key are the number of its bucket and are
 * not stored; what remains of it stands in the bucket, sorted, so that the same keys always make the same bytes.
 */
import type { Key } from "./hasher.ts";

/** 52 bits of each key are kept: the chance that a key that was never put in is found is entries ÷ 2^52. */
export const topBits = 20;
/** At least so many bits name the bucket, so that sixteen more make up the top. */
const fewestBits = topBits - 16;

/** Several entries may have the same key; their values are sorted. */
export interface Table {
  /** Where each bucket starts, and where the last one ends: 2^bits + 1 of them, bits from 4 to 20. */
  readonly starts: Uint32Array;
  /** The part of a key's top 20 bits that its bucket does not tell, as narrow as can be; empty where none is left. */
  readonly extras: Extras;
  /** The low half of each key. */
  readonly lows: Uint32Array;
}

export type Extras = Uint8Array | Uint16Array;

/** Whole 64-bit keys: pairs are hashed from them. */
export interface NameTable {
  /** As in `Table`, bits from 4 to 20. */
  readonly starts: Uint32Array;
  readonly highs: Uint32Array;
  readonly lows: Uint32Array;
}

/** Six entries a bucket, more or less. */
export function bitsFor(entries: number): number {
  return Math.max(fewestBits, Math.min(topBits, Math.round(Math.log2(Math.max(1, entries) / 6))));
}

export const isBits = (bits: number): boolean => bits >= fewestBits && bits <= topBits;

/** Bytes of each of the extras. */
export const extraWidth = (bits: number): 0 | 1 | 2 => (bits === topBits ? 0 : bits >= topBits - 8 ? 1 : 2);

/** No bucket of an honest list comes near; a forged one must not make a look-up slow. */
const mostInBucket = 2000;

const bitsOf = (starts: Uint32Array): number => 31 - Math.clz32(starts.length - 1);

function endOf(starts: Uint32Array, bucket: number): number {
  const start = starts[bucket] ?? 0;
  return Math.min(starts[bucket + 1] ?? start, start + mostInBucket);
}

/** The number of the first entry with this key after `after` (−1 for the first), or −1. */
export function lookUp({ starts, extras, lows }: Table, { high, low }: Key, after = -1): number {
  const shift = topBits - bitsOf(starts);
  const top = high >>> (32 - topBits);
  const bucket = top >>> shift;
  const extra = top & ((1 << shift) - 1);
  const end = endOf(starts, bucket);
  for (let at = Math.max(starts[bucket] ?? 0, after + 1); at < end; at++) {
    if (lows[at] === low && (shift === 0 || extras[at] === extra)) return at;
  }
  return -1;
}

/** The number of this key, or −1. */
export function lookUpName({ starts, highs, lows }: NameTable, { high, low }: Key): number {
  const bucket = high >>> (32 - bitsOf(starts));
  const end = endOf(starts, bucket);
  for (let at = starts[bucket] ?? 0; at < end; at++) {
    if (lows[at] === low && highs[at] === high) return at;
  }
  return -1;
}

/** The top 20 bits of every entry in turn, which look-ups have no need of. */
export function eachTop({ starts, extras }: Table, visit: (top: number, at: number) => void): void {
  const bits = bitsOf(starts);
  for (let bucket = 0; bucket < 2 ** bits; bucket++) {
    const end = starts[bucket + 1] ?? 0;
    for (let at = starts[bucket] ?? 0; at < end; at++) {
      visit((bucket << (topBits - bits)) | (extras[at] ?? 0), at);
    }
  }
}
