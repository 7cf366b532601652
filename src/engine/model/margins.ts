import { type Reading, type Unit, extract, groupCount, scale } from "./features.ts";
import type { Table } from "./packed.ts";

/** What a unit adds up to in each column of a table, and what each of its tokens had in the first asked column. */
export interface Margins {
  readonly totals: readonly number[];
  /** One value a token of the unit; a feature read from several tokens is shared out among them. */
  readonly shares: Float64Array;
}

/** Adds up the weights of a unit's features, each counted once. `shared` is the column whose `shares` are wanted. */
export function margins(table: Table, reading: Reading, unit: Unit, shared: number): Margins {
  const counts = new Int32Array(groupCount);
  const found = new Map<number, number>();
  const places: number[] = [];
  extract(reading, unit, (feature, group, from, to) => {
    counts[group] = (counts[group] ?? 0) + 1;
    const row = table.find(feature);
    if (row < 0 || found.has(row)) return;
    found.set(row, group);
    places.push(from, to);
  });
  const scales = Array.from(counts, (count, group) => scale(group, count));
  const totals = table.columns.map(({ bias }) => bias);
  const shares = new Float64Array(unit.end - unit.start);
  let at = 0;
  for (const [row, group] of found) {
    const value = scales[group] ?? 0;
    for (let column = 0; column < totals.length; column++)
      totals[column] = (totals[column] ?? 0) + value * table.weight(row, column);
    const from = (places[at] ?? 0) - unit.start;
    const to = (places[at + 1] ?? 0) - unit.start;
    at += 2;
    const share = (value * table.weight(row, shared)) / Math.max(1, to - from);
    for (let token = from; token < to; token++) shares[token] = (shares[token] ?? 0) + share;
  }
  return { totals, shares };
}
