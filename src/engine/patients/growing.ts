/** Tables that grow while a list is being built or edited: typed arrays throughout, so that a million people fit. */
import type { Key } from "./hasher.ts";
import { topBits } from "./table.ts";

/** A count that has come so far stays: how many there were beyond is not known. */
export const saturated = 255;

/** 52-bit key → count. */
export interface Counts {
  /** Top 20 bits of each key, with `used` where the place is taken. */
  tops: Uint32Array;
  lows: Uint32Array;
  /** Zero where all were taken away again. */
  counts: Uint8Array;
  entries: number;
}

const used = 1 << topBits;

export const makeCounts = (): Counts => ({
  tops: new Uint32Array(1024),
  lows: new Uint32Array(1024),
  counts: new Uint8Array(1024),
  entries: 0,
});

/** The place of the key, or the free place where it belongs. */
function placeOf({ tops, lows }: Counts, top: number, low: number): number {
  const mask = tops.length - 1;
  let place = low & mask;
  while (tops[place] !== 0 && (tops[place] !== (top | used) || lows[place] !== low))
    place = (place + 1) & mask;
  return place;
}

export function countOf(counts: Counts, top: number, low: number): number {
  return counts.counts[placeOf(counts, top, low)] ?? 0;
}

/** Adds `by` to the count of the key. */
export function count(counts: Counts, top: number, low: number, by = 1): void {
  if (counts.entries >= counts.tops.length * 0.75) grow(counts);
  const place = placeOf(counts, top, low);
  if (counts.tops[place] === 0) {
    counts.tops[place] = top | used;
    counts.lows[place] = low;
    counts.entries += 1;
  }
  counts.counts[place] = Math.min(saturated, (counts.counts[place] ?? 0) + by);
}

/** Takes one away. */
export function discount(counts: Counts, top: number, low: number): void {
  const place = placeOf(counts, top, low);
  lower(counts.counts, place);
}

export function lower(counts: Uint8Array, at: number): void {
  const now = counts[at] ?? 0;
  if (now > 0 && now < saturated) counts[at] = now - 1;
}

function grow(counts: Counts): void {
  const { tops, lows, counts: old } = counts;
  counts.tops = new Uint32Array(tops.length * 2);
  counts.lows = new Uint32Array(tops.length * 2);
  counts.counts = new Uint8Array(tops.length * 2);
  for (let from = 0; from < tops.length; from++) {
    const top = tops[from] ?? 0;
    if (top === 0) continue;
    const low = lows[from] ?? 0;
    const to = placeOf(counts, top & (used - 1), low);
    counts.tops[to] = top;
    counts.lows[to] = low;
    counts.counts[to] = old[from] ?? 0;
  }
}

export function eachCount(
  { tops, lows, counts }: Counts,
  visit: (top: number, low: number, count: number) => void,
): void {
  for (let at = 0; at < tops.length; at++) {
    const known = counts[at] ?? 0;
    if (known > 0) visit((tops[at] ?? 0) & (used - 1), lows[at] ?? 0, known);
  }
}

/** Name parts, numbered as they come. */
export interface Parts {
  size: number;
  /** Number + 1 of the part at each place; 0 is empty. */
  slots: Uint32Array;
  highs: Uint32Array;
  lows: Uint32Array;
  /** How many have the part as given name, as family name, and as a word of its own in either. */
  given: Uint8Array;
  family: Uint8Array;
  words: Uint8Array;
  /** 1 where the part's deletions have been made. */
  spelled: Uint8Array;
}

export const makeParts = (): Parts => ({
  size: 0,
  slots: new Uint32Array(1024),
  highs: new Uint32Array(512),
  lows: new Uint32Array(512),
  given: new Uint8Array(512),
  family: new Uint8Array(512),
  words: new Uint8Array(512),
  spelled: new Uint8Array(512),
});

function slotOf({ slots, highs, lows }: Parts, { high, low }: Key): number {
  const mask = slots.length - 1;
  let slot = low & mask;
  for (;;) {
    const number = (slots[slot] ?? 0) - 1;
    if (number < 0 || (lows[number] === low && highs[number] === high)) return slot;
    slot = (slot + 1) & mask;
  }
}

/** The number of the part, or −1. */
export const partNumber = (parts: Parts, key: Key): number => (parts.slots[slotOf(parts, key)] ?? 0) - 1;

/** The number of the part, which is a new one where it was not known. */
export function addPart(parts: Parts, key: Key): number {
  const known = partNumber(parts, key);
  if (known >= 0) return known;
  if (parts.size === parts.highs.length) growParts(parts);
  const number = parts.size++;
  parts.highs[number] = key.high;
  parts.lows[number] = key.low;
  parts.slots[slotOf(parts, key)] = number + 1;
  return number;
}

function growParts(parts: Parts): void {
  for (const name of ["highs", "lows"] as const) parts[name] = doubled(parts[name], Uint32Array);
  for (const name of ["given", "family", "words", "spelled"] as const) {
    parts[name] = doubled(parts[name], Uint8Array);
  }
  parts.slots = new Uint32Array(parts.slots.length * 2);
  for (let number = 0; number < parts.size; number++) {
    const key = { high: parts.highs[number] ?? 0, low: parts.lows[number] ?? 0 };
    parts.slots[slotOf(parts, key)] = number + 1;
  }
}

/** Name parts with one letter left out. */
export interface Deletions {
  size: number;
  /** Top 20 bits of each key, and above them the place of the letter. */
  tops: Uint32Array;
  lows: Uint32Array;
  /** Numbers of the parts. */
  parts: Uint32Array;
}

export const makeDeletions = (): Deletions => ({
  size: 0,
  tops: new Uint32Array(1024),
  lows: new Uint32Array(1024),
  parts: new Uint32Array(1024),
});

export function addDeletion(
  deletions: Deletions,
  top: number,
  low: number,
  part: number,
  place: number,
): void {
  if (deletions.size === deletions.tops.length) {
    for (const name of ["tops", "lows", "parts"] as const) {
      deletions[name] = doubled(deletions[name], Uint32Array);
    }
  }
  const at = deletions.size++;
  deletions.tops[at] = top | (place << topBits);
  deletions.lows[at] = low;
  deletions.parts[at] = part;
}

export function eachDeletion(
  { size, tops, lows, parts }: Deletions,
  visit: (top: number, low: number, part: number, place: number) => void,
): void {
  for (let at = 0; at < size; at++) {
    const top = tops[at] ?? 0;
    visit(top & (used - 1), lows[at] ?? 0, parts[at] ?? 0, top >>> topBits);
  }
}

function doubled<A extends Uint8Array | Uint32Array>(old: A, of: new (length: number) => A): A {
  const larger = new of(old.length * 2);
  larger.set(old);
  return larger;
}
