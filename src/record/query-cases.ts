/** Cases: the same draft tried again at a seat is one, and what an officer has come to about it counts for all of it. */
import { attemptWhats, caseStates } from "./columns.ts";
import type { CaseState, ReviewNote } from "./columns.ts";
import { rowOf } from "./table.ts";
import type { Table } from "./table.ts";

export interface Cases {
  /** The first row of the case of each row. */
  readonly root: Uint32Array<ArrayBuffer>;
  /** Of a root: how many rows its case has. */
  readonly tries: Uint32Array<ArrayBuffer>;
  /** Of a root: number in `caseStates`. */
  readonly state: Uint8Array<ArrayBuffer>;
  /** Of a root that was reviewed: its reviews, the oldest first. */
  readonly history: ReadonlyMap<number, readonly ReviewNote[]>;
}

/** Of a hash: which part of the rows it is looked for in. More would be slower to fill, fewer slower to look through. */
const partBits = 6;
const parts = 2 ** partBits;

/**
 * Linear in the rows. They are parted by their fingerprints first, so that the table in which each is looked for is small enough
 * to stay near the processor: one table for a million rows waits for memory at every row, which took three times as long.
 */
export function foldCases(table: Table): Cases {
  const { count, marks, log, order } = table;
  const root = new Uint32Array(count);
  const tries = new Uint32Array(count);
  const hashOf = (row: number): number =>
    Math.imul(
      Math.imul((marks[2 * row] ?? 0) ^ (log[row] ?? 0), 0x9e3779b1) ^ (marks[2 * row + 1] ?? 0),
      0x85ebca6b,
    );
  const ends = new Uint32Array(parts);
  let isFolded = false;
  for (let row = 0; row < count; row++) {
    root[row] = row;
    tries[row] = 1;
    if (!hasMark(table, row)) continue;
    const part = hashOf(row) >>> (32 - partBits);
    ends[part] = (ends[part] ?? 0) + 1;
    isFolded = true;
  }
  if (!isFolded) return { root, tries, ...reviewed(table, root) };
  const starts = new Uint32Array(parts + 1);
  for (let part = 0; part < parts; part++) starts[part + 1] = (starts[part] ?? 0) + (ends[part] ?? 0);
  const total = starts[parts] ?? 0;
  const rows = new Uint32Array(total);
  const hashes = new Uint32Array(total);
  const next = starts.slice(0, parts);
  for (const row of order) {
    if (!hasMark(table, row)) continue;
    const hash = hashOf(row);
    const part = hash >>> (32 - partBits);
    const to = next[part] ?? 0;
    rows[to] = row;
    hashes[to] = hash;
    next[part] = to + 1;
  }
  const largest = ends.reduce((most, one) => Math.max(most, one), 0);
  const size = 2 ** Math.ceil(Math.log2(2 * largest + 2));
  for (let part = 0; part < parts; part++) {
    // One more than the place in `rows`, so that 0 is free.
    const slots = new Uint32Array(size);
    const end = starts[part + 1] ?? 0;
    for (let at = starts[part] ?? 0; at < end; at++) {
      const hash = hashes[at] ?? 0;
      const row = rows[at] ?? 0;
      let slot = hash & (size - 1);
      for (;;) {
        const taken = slots[slot] ?? 0;
        if (taken === 0) {
          slots[slot] = at + 1;
          break;
        }
        const earlier = rows[taken - 1] ?? 0;
        if (hashes[taken - 1] === hash && isSame(table, earlier, row)) {
          root[row] = earlier;
          tries[earlier] = (tries[earlier] ?? 0) + 1;
          tries[row] = 0;
          break;
        }
        slot = (slot + 1) & (size - 1);
      }
    }
  }
  return { root, tries, ...reviewed(table, root) };
}

const hasMark = ({ what, marks }: Table, row: number): boolean =>
  (what[row] ?? 0) < attemptWhats && ((marks[2 * row] ?? 0) !== 0 || (marks[2 * row + 1] ?? 0) !== 0);

const isSame = ({ marks, log }: Table, one: number, other: number): boolean =>
  marks[2 * one] === marks[2 * other] &&
  marks[2 * one + 1] === marks[2 * other + 1] &&
  log[one] === log[other];

function reviewed(table: Table, root: Uint32Array): Pick<Cases, "state" | "history"> {
  const state = new Uint8Array(table.count);
  const history = new Map<number, ReviewNote[]>();
  for (const review of table.reviews) {
    const row = rowOf(table, review.subject);
    const of = row === undefined ? undefined : root[row];
    if (of === undefined) continue;
    state[of] = caseStates.indexOf(review.state);
    const known = history.get(of);
    if (known) known.push(review);
    else history.set(of, [review]);
  }
  return { state, history };
}

export const stateOf = (cases: Cases, row: number): CaseState =>
  caseStates[cases.state[cases.root[row] ?? 0] ?? 0] ?? "new";

/** States in which an officer has said whether the draft was rightly held. */
const judgedFrom = caseStates.indexOf("confirmed");
const falseAlarm = caseStates.indexOf("false-alarm");
const closed = caseStates.indexOf("closed");

/** The last finding about it; a case may be closed after that. Undefined: nobody has said anything yet. */
export function verdictOf(cases: Cases, root: number): "right" | "false-alarm" | undefined {
  for (const { state } of (cases.history.get(root) ?? []).toReversed()) {
    const number = caseStates.indexOf(state);
    if (number === falseAlarm) return "false-alarm";
    if (number >= judgedFrom && number !== closed) return "right";
  }
  return undefined;
}

/** Of some rows, the newest first: the newest of each case that was found to be a false alarm of a rule, by log and number. */
export function falseAlarmsIn(table: Table, cases: Cases, rows: Uint32Array): Uint32Array {
  const seen = new Set<number>();
  const found = rows.filter((row) => {
    const root = cases.root[row] ?? row;
    if ((table.what[row] ?? 0) >= attemptWhats || seen.has(root)) return false;
    // Held because it could not be checked: no rule had anything to do with it.
    if ((table.ruleLists[table.rules[row] ?? 0] ?? "") === "") return false;
    seen.add(root);
    return verdictOf(cases, root) === "false-alarm";
  });
  return found.sort();
}
