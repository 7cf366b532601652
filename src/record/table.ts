/** The records of several seats in one table: a row an entry. */
import { copyInto, readReviews, room } from "./columns.ts";
import type { Columns, ReviewNote } from "./columns.ts";

/** One seat's record, whether of this browser or imported. */
export interface Log {
  readonly seat: string;
  /** What people call the seat. */
  readonly name: string;
  readonly columns: Columns;
}

/** Where a log stands in the table. */
export interface Span {
  readonly seat: string;
  readonly name: string;
  /** `seq` of its first row. */
  readonly first: number;
  readonly start: number;
  readonly count: number;
}

export interface Table extends Omit<Columns, "reviews"> {
  readonly logs: readonly Span[];
  /** Number of the log of each row. */
  readonly log: Uint16Array<ArrayBuffer>;
  /** Rows from the oldest to the newest. */
  readonly order: Uint32Array<ArrayBuffer>;
  /** By time. */
  readonly reviews: readonly ReviewNote[];
}

/** Rows keep the order of their logs; `order` has them by time. */
export function joinLogs(logs: readonly Log[]): Table {
  const total = logs.reduce((sum, { columns }) => sum + columns.count, 0);
  const joined = room(total);
  const log = new Uint16Array(total);
  const ruleLists = joinWords(logs.map(({ columns }) => columns.ruleLists));
  const texts = joinWords(logs.map(({ columns }) => columns.texts));
  const versions = joinWords(logs.map(({ columns }) => columns.versions));
  const reviews: ReviewNote[] = [];
  const spans: Span[] = [];
  let start = 0;
  for (const [number, { seat, name, columns }] of logs.entries()) {
    const { count, first } = columns;
    copyInto(joined, columns, start, count);
    log.fill(number, start, start + count);
    renumber(joined.rules, ruleLists.renamed[number], start, count);
    renumber(joined.words, texts.renamed[number], start, count);
    renumber(joined.version, versions.renamed[number], start, count);
    for (const review of readReviews(columns)) reviews.push(review);
    spans.push({ seat, name, first, start, count });
    start += count;
  }
  return {
    ...joined,
    first: 0,
    count: total,
    logs: spans,
    log,
    order: orderOf(joined.at, spans),
    ruleLists: ruleLists.words,
    texts: texts.words,
    versions: versions.words,
    reviews: reviews.toSorted((one, other) => one.at - other.at),
  };
}

interface Joined {
  readonly words: readonly string[];
  /** Of each list: the new number of each of its words; undefined: they have kept theirs. */
  readonly renamed: readonly (readonly number[] | undefined)[];
}

/** The longest list keeps its numbers: of a large log beside small ones, almost nothing has to be looked up. */
function joinWords(lists: readonly (readonly string[])[]): Joined {
  const longest = lists.reduce((best, list) => (list.length > best.length ? list : best), lists[0] ?? []);
  const numbers = new Map<string, number | undefined>();
  for (const list of lists) if (list !== longest) for (const word of list) numbers.set(word, undefined);
  if (numbers.size > 0)
    for (const [number, word] of longest.entries()) if (numbers.has(word)) numbers.set(word, number);
  const words = [...longest];
  const renamed = lists.map((list) =>
    list === longest
      ? undefined
      : list.map((word) => {
          const number = numbers.get(word) ?? words.push(word) - 1;
          numbers.set(word, number);
          return number;
        }),
  );
  return { words, renamed };
}

function renumber(
  numbers: Uint32Array | Uint16Array,
  renamed: readonly number[] | undefined,
  start: number,
  count: number,
): void {
  if (!renamed) return;
  for (let row = start; row < start + count; row++) numbers[row] = renamed[numbers[row] ?? 0] ?? 0;
}

/** Each log is in its own order already, so that runs are merged, two by two. */
function orderOf(at: Uint32Array, spans: readonly Span[]): Uint32Array<ArrayBuffer> {
  let order = new Uint32Array(at.length);
  for (let row = 0; row < order.length; row++) order[row] = row;
  let ends = spans.map(({ start, count }) => start + count);
  while (ends.length > 1) {
    const merged = new Uint32Array(order.length);
    const after: number[] = [];
    let from = 0;
    for (let run = 0; run < ends.length; run += 2) {
      const middle = ends[run] ?? from;
      const end = ends[run + 1] ?? middle;
      mergeRuns(at, order, merged, [from, middle, end]);
      after.push(end);
      from = end;
    }
    order = merged;
    ends = after;
  }
  return order;
}

function mergeRuns(
  at: Uint32Array,
  order: Uint32Array,
  merged: Uint32Array,
  [from, middle, end]: readonly [number, number, number],
): void {
  let one = from;
  let other = middle;
  for (let to = from; to < end; to++) {
    const left = order[one] ?? 0;
    const right = order[other] ?? 0;
    if (one < middle && (other >= end || (at[left] ?? 0) <= (at[right] ?? 0))) {
      merged[to] = left;
      one++;
    } else {
      merged[to] = right;
      other++;
    }
  }
}

/** The row of an entry; undefined: it is of no log here, or not in it. */
export function rowOf(table: Table, { seat, seq }: { seat: string; seq: number }): number | undefined {
  for (const span of table.logs) {
    const at = seq - span.first;
    if (span.seat === seat && at >= 0 && at < span.count) return span.start + at;
  }
  return undefined;
}

/** The `seat` and `seq` of a row. */
export function placeOf(table: Table, row: number): { readonly seat: string; readonly seq: number } {
  const span = table.logs[table.log[row] ?? 0];
  if (!span) throw new RangeError("no such row");
  return { seat: span.seat, seq: span.first + row - span.start };
}
