import { type Emit, type Reading, extractLocal, extractShared, groupCount, scale } from "./features.ts";
import { type Table, base, findRow } from "./packed.ts";

/** Adds up columns over one unit at a time. */
interface Adder {
  /** A feature of the unit, by its row in the table or -1. Its weights count once, however often it occurs. */
  readonly add: (row: number, group: number) => void;
  /** Ends the unit and begins the next. Writes one total a column. */
  readonly close: (totals: Float64Array) => void;
}

/** Adds up `count` columns from `first` on. */
function toAdder({ columns, rests, digits, values }: Table, first: number, count: number): Adder {
  const width = columns.length;
  const seen = new Uint8Array((rests.length + 7) >> 3);
  // Rows that were met: they alone are cleared afterwards, not the whole of `seen`.
  const met = new Uint16Array(rests.length);
  let size = 0;
  const counts = new Int32Array(groupCount);
  const sums = new Float64Array(groupCount * count);
  return {
    add(row, group) {
      counts[group] = (counts[group] as number) + 1;
      if (row < 0) return;
      const byte = seen[row >> 3] as number;
      const bit = 1 << (row & 7);
      if ((byte & bit) !== 0) return;
      seen[row >> 3] = byte | bit;
      met[size++] = row;
      const to = group * count;
      const from = row * width + first;
      for (let i = 0; i < count; i++) {
        const weight = values[(first + i) * base + (digits[from + i] as number)] as number;
        sums[to + i] = (sums[to + i] as number) + weight;
      }
    },
    close(totals) {
      for (let i = 0; i < count; i++) totals[i] = columns[first + i]?.bias ?? 0;
      for (let group = 0; group < groupCount; group++) {
        const number = counts[group] as number;
        if (number === 0) continue;
        const worth = scale(group, number);
        for (let i = 0; i < count; i++)
          totals[i] = (totals[i] as number) + worth * (sums[group * count + i] as number);
      }
      for (let at = 0; at < size; at++) seen[(met[at] as number) >> 3] = 0;
      size = 0;
      counts.fill(0);
      sums.fill(0);
    },
  };
}

/** What a table is added up with, made at its first use and kept empty between uses. */
interface Adders {
  readonly draft: Adder;
  readonly clause: Adder;
}
const addersOf = new WeakMap<Table, Adders>();

function addersFor(table: Table): Adders {
  let adders = addersOf.get(table);
  if (!adders) {
    adders = {
      draft: toAdder(table, 0, 1),
      clause: toAdder(table, 1, 1),
    };
    addersOf.set(table, adders);
  }
  return adders;
}

/**
 * The first column added up over the whole draft and the second over each clause, in one pass: what is local to a clause
 * is met once, as part of the draft.
 */
export function draftAndClauses(table: Table, reading: Reading): { draft: number; clauses: Float64Array } {
  const { draft, clause } = addersFor(table);
  const { whole } = reading;
  const total = new Float64Array(1);
  const clauses = new Float64Array(reading.clauses.length);
  let until = 0;
  const toDraft: Emit = (feature, group) => draft.add(findRow(table, feature), group);
  const toClause: Emit = (feature, group) => clause.add(findRow(table, feature), group);
  const toBoth: Emit = (feature, group, _from, to) => {
    const row = findRow(table, feature);
    draft.add(row, group);
    if (to <= until) clause.add(row, group);
  };
  let at = 0;
  for (const [number, unit] of reading.clauses.entries()) {
    extractLocal(reading, at, unit.start, whole.end, toDraft);
    until = unit.end;
    extractLocal(reading, unit.start, unit.end, whole.end, toBoth);
    at = unit.end;
    extractShared(reading, unit, toClause);
    clause.close(total);
    clauses[number] = total[0] as number;
  }
  extractLocal(reading, at, whole.end, whole.end, toDraft);
  extractShared(reading, whole, toDraft);
  draft.close(total);
  return { draft: total[0] as number, clauses };
}
