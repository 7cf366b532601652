/** Open addressing over 64-bit keys in plain typed arrays: nothing to parse, and counts beside the keys. */
export interface Table {
  /** High and low half of each key; both 0 is an empty place. The number of places is a power of two. */
  readonly keys: Uint32Array;
  readonly values: Uint32Array;
}

/** A table with room for `entries`. Several entries may have the same key. */
export function makeTable(entries: number): Table {
  let places = 8;
  while (places * 0.7 < entries) places *= 2;
  return { keys: new Uint32Array(places * 2), values: new Uint32Array(places) };
}

/** The place of the first entry with this key after `after` (−1 for the first), or −1. */
export function lookUp({ keys, values }: Table, high: number, low: number, after = -1): number {
  const mask = values.length - 1;
  let place = after < 0 ? (low >>> 0) & mask : (after + 1) & mask;
  for (let steps = 0; steps <= mask; steps++) {
    const h = keys[place * 2] ?? 0;
    const l = keys[place * 2 + 1] ?? 0;
    if (h === 0 && l === 0) return -1;
    if (h === high && l === low) return place;
    place = (place + 1) & mask;
  }
  return -1;
}

/** Adds an entry and answers its place; the table must have room. */
export function insert({ keys, values }: Table, high: number, low: number, value: number): number {
  const mask = values.length - 1;
  let place = (low >>> 0) & mask;
  while ((keys[place * 2] ?? 0) !== 0 || (keys[place * 2 + 1] ?? 0) !== 0) place = (place + 1) & mask;
  keys[place * 2] = high;
  keys[place * 2 + 1] = low;
  values[place] = value;
  return place;
}
