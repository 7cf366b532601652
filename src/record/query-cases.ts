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

/** Linear in the rows: an open table of fingerprints, half empty at most. */
export function foldCases(table: Table): Cases {
  const { count, marks, what, log, order } = table;
  const root = new Uint32Array(count);
  const tries = new Uint32Array(count);
  const size = 2 ** Math.ceil(Math.log2(Math.max(4, 2 * count)));
  // One more than the row, so that 0 is free.
  const slots = new Uint32Array(size);
  for (const row of order) {
    root[row] = row;
    const high = marks[2 * row] ?? 0;
    const low = marks[2 * row + 1] ?? 0;
    if ((what[row] ?? 0) < attemptWhats && (high !== 0 || low !== 0)) {
      let slot = (Math.imul(high ^ (log[row] ?? 0), 0x9e3779b1) ^ low) & (size - 1);
      for (;;) {
        const taken = slots[slot] ?? 0;
        if (taken === 0) {
          slots[slot] = row + 1;
          break;
        }
        const earlier = taken - 1;
        if (marks[2 * earlier] === high && marks[2 * earlier + 1] === low && log[earlier] === log[row]) {
          root[row] = earlier;
          break;
        }
        slot = (slot + 1) & (size - 1);
      }
    }
    const of = root[row];
    tries[of] = (tries[of] ?? 0) + 1;
  }
  return { root, tries, ...reviewed(table, root) };
}

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
