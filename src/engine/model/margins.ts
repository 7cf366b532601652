import {
  type Reading,
  type Unit,
  extract,
  extractLocal,
  extractShared,
  groupCount,
  scale,
} from "./features.ts";
import { type Table, slotOf } from "./packed.ts";

/** One column of a table added up over a unit. */
export interface Margin {
  readonly total: number;
  /** One value a token of the unit; a feature read from several tokens is shared out among them. */
  readonly shares: Float64Array;
}

/** Adds up `column` over one unit. Each feature counts once, however often it occurs. */
function toAdder({ columns, keys, weights }: Table, column: number) {
  const seen = new Uint8Array(keys.length >> 3);
  let unit: Unit = { start: 0, end: 0, question: false };
  let counts = new Int32Array(groupCount);
  let sums = new Float64Array(groupCount);
  let shares = new Float64Array(0);
  return {
    open(next: Unit): void {
      unit = next;
      seen.fill(0);
      counts = new Int32Array(groupCount);
      sums = new Float64Array(groupCount);
      shares = new Float64Array(groupCount * (next.end - next.start));
    },
    /** `slot` is the feature's in the table, found once for all adders. */
    add(slot: number, group: number, from: number, to: number): void {
      counts[group] = (counts[group] ?? 0) + 1;
      if (keys[slot] === 0) return;
      const byte = seen[slot >> 3] ?? 0;
      const bit = 1 << (slot & 7);
      if ((byte & bit) !== 0) return;
      seen[slot >> 3] = byte | bit;
      const weight = weights[slot * columns.length + column] ?? 0;
      sums[group] = (sums[group] ?? 0) + weight;
      const share = weight / Math.max(1, to - from);
      const base = group * (unit.end - unit.start) - unit.start;
      for (let at = base + from; at < base + to; at++) shares[at] = (shares[at] ?? 0) + share;
    },
    close(): Margin {
      const scales = Array.from(counts, (count, group) => scale(group, count));
      const size = unit.end - unit.start;
      return {
        total: scales.reduce(
          (sum, value, group) => sum + value * (sums[group] ?? 0),
          columns[column]?.bias ?? 0,
        ),
        shares: Float64Array.from({ length: size }, (_, token) =>
          scales.reduce((sum, value, group) => sum + value * (shares[group * size + token] ?? 0), 0),
        ),
      };
    },
  };
}

/** Adds up every column over one unit. */
export function totals(table: Table, reading: Reading, unit: Unit): number[] {
  const adders = table.columns.map((_, column) => toAdder(table, column));
  for (const adder of adders) adder.open(unit);
  extract(reading, unit, (feature, group, from, to) => {
    const slot = slotOf(table.keys, feature);
    for (const adder of adders) adder.add(slot, group, from, to);
  });
  return adders.map((adder) => adder.close().total);
}

/**
 * The first column added up over the whole draft and the second over each clause, in one pass: what is local to a clause
 * is met once, as part of the draft.
 */
export function draftAndClauses(table: Table, reading: Reading): { draft: number; clauses: Margin[] } {
  const { keys } = table;
  const whole = toAdder(table, 0);
  const clause = toAdder(table, 1);
  whole.open(reading.whole);
  const clauses: Margin[] = [];
  let current = -1;
  const shut = (): void => {
    const unit = reading.clauses[current];
    if (!unit) return;
    extractShared(reading, unit, (feature, group, from, to) =>
      clause.add(slotOf(keys, feature), group, from, to),
    );
    clauses.push(clause.close());
  };
  extractLocal(reading, reading.whole, (feature, group, from, to) => {
    while (from >= (reading.clauses[current]?.end ?? 0) && current < reading.clauses.length) {
      shut();
      current++;
      const unit = reading.clauses[current];
      if (unit) clause.open(unit);
    }
    const slot = slotOf(keys, feature);
    whole.add(slot, group, from, to);
    const unit = reading.clauses[current];
    if (unit && from >= unit.start && to <= unit.end) clause.add(slot, group, from, to);
  });
  shut();
  extractShared(reading, reading.whole, (feature, group, from, to) =>
    whole.add(slotOf(keys, feature), group, from, to),
  );
  return { draft: whole.close().total, clauses };
}
