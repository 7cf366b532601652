/**
 * Weights as text. An entry is the distance to the feature before it, then one character a column; 91 printable
 * characters that a string literal holds without escapes. A weight is stored as the signed root of its share of
 * the column's largest, so that the many small ones keep their differences.
 */

import type { PackedNet } from "./packed-net.ts";

export interface Column {
  readonly name: string;
  readonly largest: number;
  readonly bias: number;
}

export interface PackedTable {
  readonly columns: readonly Column[];
  readonly entries: string;
}

/**
 * Log-odds of a finding: a sum of what the linear heads say of the draft and of its worst clause, and of what the net
 * says of the draft.
 */
export interface Blend {
  readonly draft: number;
  readonly clause: number;
  readonly net: number;
  readonly bias: number;
}

export interface PackedModel {
  readonly blend: Blend;
  /** Log-odds from which a finding is this sure. */
  readonly thresholds: { readonly certain: number; readonly likely: number; readonly possible: number };
  /** Columns `draft` and `clause`. */
  readonly flag: PackedTable;
  /** One column a category: which it is, once something was found. */
  readonly category: PackedTable;
  readonly net: PackedNet;
}

/** Weights by feature, ready for look-up: open addressing, a power of two of `keys`, at most half of them in use. */
export interface Table {
  readonly columns: readonly Column[];
  /** Features at their slots, plus one; 0 is a free slot. */
  readonly keys: Int32Array;
  /** The weights of a slot, one value a column. */
  readonly weights: Float32Array;
}

const levels = 45;
const base = 91;
/** Distances below this take one character, below `base * (base - short - 1) + short` two, others four. */
const short = 76;
const long = short + (base - short - 1) * base;

export const toDigit = (code: number): number => (code > 92 ? code - 36 : code - 35);
export const toCharacter = (digit: number): string =>
  String.fromCharCode(digit + (digit + 35 >= 92 ? 36 : 35));

export function unpack(table: PackedTable): Table {
  const { columns, entries } = table;
  const values = columns.map(({ largest }) =>
    Float32Array.from({ length: base }, (_, digit) => {
      const share = (digit - levels) / levels;
      return Math.sign(share) * share * share * largest;
    }),
  );
  const features: number[] = [];
  const digits: number[] = [];
  let at = 0;
  let feature = 0;
  const next = (): number => toDigit(entries.charCodeAt(at++));
  while (at < entries.length) {
    const first = next();
    if (first < short) feature += first;
    else if (first < base - 1) feature += short + (first - short) * base + next();
    else feature += (next() * base + next()) * base + next();
    features.push(feature);
    for (let column = 0; column < columns.length; column++) digits.push(next());
  }
  const keys = new Int32Array(2 ** Math.ceil(Math.log2(features.length * 2 + 2)));
  const weights = new Float32Array(keys.length * columns.length);
  for (const [row, known] of features.entries()) {
    const slot = slotOf(keys, known);
    keys[slot] = known + 1;
    for (let column = 0; column < columns.length; column++)
      weights[slot * columns.length + column] =
        values[column]?.[digits[row * columns.length + column] ?? 0] ?? 0;
  }
  return { columns, keys, weights };
}

/** Where the feature is, or the free slot where it would be: `keys[slot]` is 0 there. */
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
  let entries = "";
  let last = 0;
  for (const feature of [...weights.keys()].sort((a, b) => a - b)) {
    const row = weights.get(feature) ?? [];
    const rounded = columns.map((_, column) => {
      const share = (row[column] ?? 0) / (largest[column] ?? 1);
      return Math.round(Math.sign(share) * Math.sqrt(Math.min(1, Math.abs(share))) * levels);
    });
    if (rounded.every((level) => level === 0)) continue;
    entries += distance(feature - last) + rounded.map((level) => toCharacter(level + levels)).join("");
    last = feature;
  }
  return {
    columns: columns.map(({ name, bias }, column) => ({
      name,
      largest: largest[column] ?? 0,
      bias: Number(bias.toPrecision(6)),
    })),
    entries,
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
