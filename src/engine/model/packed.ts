/**
 * Weights as text: features by the distance of each to the one before it, and for each column one character a feature;
 * 91 printable characters that a string literal holds without escapes. A weight is stored as the signed root of its share of
 * the column's largest, so that the many small ones keep their differences. What is of one kind stands together: compressed,
 * it is a twentieth smaller.
 */

import { hashBits } from "./hash.ts";
import type { PackedNet } from "./packed-net.ts";

export interface Column {
  readonly name: string;
  readonly largest: number;
  readonly bias: number;
}

export interface PackedTable {
  readonly columns: readonly (Column & { readonly weights: string })[];
  /** In rising order. */
  readonly features: string;
}

/**
 * Log-odds of a finding: a sum of what the linear heads say of the draft and of its worst clause, and of what the net
 * says of the draft and of its worst token.
 */
export interface Blend {
  readonly draft: number;
  readonly clause: number;
  readonly net: number;
  readonly tag: number;
  readonly bias: number;
}

export interface PackedModel {
  readonly blend: Blend;
  /**
   * Log-odds from which a finding is this sure. Below `doubtful`, what a rule holds for likely is only possible
   * (`doubt.ts`).
   */
  readonly thresholds: {
    readonly certain: number;
    readonly likely: number;
    readonly possible: number;
    readonly doubtful: number;
  };
  /** Columns `draft` and `clause`. */
  readonly flag: PackedTable;
  readonly net: PackedNet;
}

/**
 * Weights by feature, ready for look-up. Features are in rising order, one a row, and stay as small as they can: between
 * two drafts a processor forgets large tables.
 */
export interface Table {
  readonly columns: readonly Column[];
  /** Bits of a feature that its bucket does not tell. */
  readonly shift: number;
  /** By bucket, the row where it begins; one more at the end. */
  readonly starts: Uint16Array;
  /** By row, the rest of the feature. */
  readonly rests: Uint16Array;
  /** One a row and column. */
  readonly digits: Uint8Array;
  /** By column and digit, the weight. */
  readonly values: Float32Array;
}

/** Most features that a table may hold. */
const mostRows = 65_535;

const levels = 45;
/** How many digits there are. */
export const base = 91;
/** Distances below this take one character, below `base * (base - short - 1) + short` two, others four. */
const short = 76;
const long = short + (base - short - 1) * base;

export const toDigit = (code: number): number => (code > 92 ? code - 36 : code - 35);
export const toCharacter = (digit: number): string =>
  String.fromCharCode(digit + (digit + 35 >= 92 ? 36 : 35));

/** One pass over the text, without a number kept twice: it is part of the first check. Throws over `mostRows`. */
export function unpack({ columns, features }: PackedTable): Table {
  const width = columns.length;
  const room = columns[0]?.weights.length ?? 0;
  const shift = Math.min(16, Math.max(0, hashBits - Math.ceil(Math.log2(room + 1))));
  const starts = new Uint16Array((1 << (hashBits - shift)) + 1);
  const rests = new Uint16Array(room);
  const digits = new Uint8Array(room * width);
  const mask = (1 << shift) - 1;
  const end = features.length;
  let at = 0;
  let feature = 0;
  let row = 0;
  let bucket = 0;
  while (at < end) {
    const first = toDigit(features.charCodeAt(at++));
    if (first < short) feature += first;
    else if (first < base - 1) feature += short + (first - short) * base + toDigit(features.charCodeAt(at++));
    else {
      const high = toDigit(features.charCodeAt(at)) * base + toDigit(features.charCodeAt(at + 1));
      feature += high * base + toDigit(features.charCodeAt(at + 2));
      at += 3;
    }
    const own = feature >> shift;
    while (bucket <= own) starts[bucket++] = row;
    rests[row++] = feature & mask;
  }
  columns.forEach(({ weights }, column) => {
    for (let i = 0; i < row; i++) digits[i * width + column] = toDigit(weights.charCodeAt(i));
  });
  if (row > mostRows) throw new RangeError(`${row} features are more than a table holds`);
  starts.fill(row, bucket);
  return { columns, shift, starts, rests, digits, values: toValues(columns) };
}

function toValues(columns: readonly Column[]): Float32Array {
  const values = new Float32Array(columns.length * base);
  columns.forEach(({ largest }, column) => {
    for (let digit = 0; digit < base; digit++) {
      const share = (digit - levels) / levels;
      values[column * base + digit] = Math.sign(share) * share * share * largest;
    }
  });
  return values;
}

/** The feature's row, or -1. */
export function findRow({ shift, starts, rests }: Table, feature: number): number {
  const bucket = feature >> shift;
  const rest = feature & ((1 << shift) - 1);
  const end = starts[bucket + 1] as number;
  for (let row = starts[bucket] as number; row < end; row++) if (rests[row] === rest) return row;
  return -1;
}

/** What `column` says of a row. */
export const weightOf = ({ columns, digits, values }: Table, row: number, column: number): number =>
  values[column * base + (digits[row * columns.length + column] as number)] as number;

/**
 * Where a word's hash is among `keys` (plus one; open addressing, a power of two of slots, at most half of them in use), or
 * the free slot where it would be: `keys[slot]` is 0 there.
 */
export function slotOf(keys: Int32Array, feature: number): number {
  const mask = keys.length - 1;
  let slot = feature & mask;
  for (let key = keys[slot]; key !== 0 && key !== feature + 1; key = keys[slot]) slot = (slot + 1) & mask;
  return slot;
}

/** The way back, for training. `weights` has one value a column for each feature; rows that round to nothing are dropped. */
export function pack(
  columns: readonly { readonly name: string; readonly bias: number }[],
  weights: ReadonlyMap<number, readonly number[]>,
): PackedTable {
  const largest = columns.map((_, column) => {
    let most = 1e-9;
    for (const row of weights.values()) most = Math.max(most, Math.abs(row[column] ?? 0));
    return Number(most.toPrecision(6));
  });
  let features = "";
  const texts = columns.map(() => "");
  let last = 0;
  for (const feature of [...weights.keys()].sort((a, b) => a - b)) {
    const row = weights.get(feature) ?? [];
    const rounded = columns.map((_, column) => {
      const share = (row[column] ?? 0) / (largest[column] ?? 1);
      return Math.round(Math.sign(share) * Math.sqrt(Math.min(1, Math.abs(share))) * levels);
    });
    if (rounded.every((level) => level === 0)) continue;
    features += distance(feature - last);
    rounded.forEach((level, column) => (texts[column] += toCharacter(level + levels)));
    last = feature;
  }
  return {
    columns: columns.map(({ name, bias }, column) => ({
      name,
      largest: largest[column] ?? 0,
      bias: Number(bias.toPrecision(6)),
      weights: texts[column] ?? "",
    })),
    features,
  };
}

/** Rising numbers below 2²², as the distance of each to the one before. */
export const writeDistances = (numbers: readonly number[]): string =>
  numbers.map((number, at) => distance(number - (numbers[at - 1] ?? 0))).join("");

export function readDistances(text: string): number[] {
  const numbers: number[] = [];
  let at = 0;
  let number = 0;
  const next = (): number => toDigit(text.charCodeAt(at++));
  while (at < text.length) {
    const first = next();
    if (first < short) number += first;
    else if (first < base - 1) number += short + (first - short) * base + next();
    else number += (next() * base + next()) * base + next();
    numbers.push(number);
  }
  return numbers;
}

function distance(gap: number): string {
  if (gap < short) return toCharacter(gap);
  if (gap < long) {
    const rest = gap - short;
    return toCharacter(short + Math.floor(rest / base)) + toCharacter(rest % base);
  }
  const digits = [Math.floor(gap / base / base), Math.floor(gap / base) % base, gap % base];
  return toCharacter(base - 1) + digits.map(toCharacter).join("");
}
