/**
 * Weights as text. An entry is the distance to the feature before it, then one character a column; 91 printable
 * characters that a string literal holds without escapes. A weight is stored as the signed root of its share of
 * the column's largest, so that the many small ones keep their differences.
 */

export interface Column {
  readonly name: string;
  readonly largest: number;
  readonly bias: number;
}

export interface PackedTable {
  readonly columns: readonly Column[];
  readonly entries: string;
}

export interface PackedModel {
  /** Log-odds of a finding = `draft` × the draft's margin + `clause` × its worst clause's margin + `bias`. */
  readonly blend: { readonly draft: number; readonly clause: number; readonly bias: number };
  /** Log-odds from which a finding is this sure. */
  readonly thresholds: { readonly certain: number; readonly likely: number; readonly possible: number };
  /** Columns `draft` and `clause`. */
  readonly flag: PackedTable;
  /** One column a category: which it is, once something was found. */
  readonly category: PackedTable;
}

/** Weights by feature, ready for look-up; `find` gives a row or -1, `weight` the value of a column in a row. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: number;
  readonly find: (feature: number) => number;
  readonly weight: (row: number, column: number) => number;
}

const levels = 45;
const base = 91;
/** Distances below this take one character, below `base * (base - short - 1) + short` two, others four. */
const short = 76;
const long = short + (base - short - 1) * base;

const toDigit = (code: number): number => (code > 92 ? code - 36 : code - 35);
const toCharacter = (digit: number): string => String.fromCharCode(digit + (digit + 35 >= 92 ? 36 : 35));

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
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(features.length * 2 + 2)));
  const mask = slots.length - 1;
  const keys = Int32Array.from(features);
  keys.forEach((key, row) => {
    let slot = key & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = row + 1;
  });
  const bytes = Uint8Array.from(digits);
  return {
    columns,
    rows: keys.length,
    find(wanted) {
      for (let slot = wanted & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
        const row = (slots[slot] ?? 0) - 1;
        if (keys[row] === wanted) return row;
      }
      return -1;
    },
    weight: (row, column) => values[column]?.[bytes[row * columns.length + column] ?? levels] ?? 0,
  };
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

function distance(gap: number): string {
  if (gap < short) return toCharacter(gap);
  if (gap < long) {
    const rest = gap - short;
    return toCharacter(short + Math.floor(rest / base)) + toCharacter(rest % base);
  }
  const digits = [Math.floor(gap / base / base), Math.floor(gap / base) % base, gap % base];
  return toCharacter(base - 1) + digits.map(toCharacter).join("");
}
