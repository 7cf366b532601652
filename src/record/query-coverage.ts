/** Which seats report, and what a period comes to. */
import { attemptWhats, caseStates, whats } from "./columns.ts";
import type { CaseState, What } from "./columns.ts";
import { uidOf } from "./export/fields.ts";
import { stateOf } from "./query-cases.ts";
import type { Cases } from "./query-cases.ts";
import { placeOf } from "./table.ts";
import type { Table } from "./table.ts";

export interface SeatCoverage {
  readonly seat: string;
  readonly name: string;
  /** Each of its latest entry that tells it; empty: none did. */
  readonly engineVersion: string;
  readonly policyVersion: string;
  /** Milliseconds since 1970, of its first and its last entry. */
  readonly firstSeen: number;
  readonly lastSeen: number;
  readonly entries: number;
  /** Days (UTC) with an entry, of those from its first to its last. */
  readonly daysSeen: number;
  readonly days: number;
  readonly notWatching: number;
  readonly clocks: number;
}

const code = (what: What): number => whats.indexOf(what);
const notWatching = code("not-watching");
const clock = code("clock");

export function coverageOf(table: Table): SeatCoverage[] {
  // An entry may tell one of the two alone.
  const engines = table.versions.map((version) => version.split(" ")[0] ?? "");
  const policies = table.versions.map((version) => version.split(" ")[1] ?? "");
  const tellEngine = Uint8Array.from(engines, (engine) => (engine === "" ? 0 : 1));
  const tellPolicy = Uint8Array.from(policies, (policy) => (policy === "" ? 0 : 1));
  return table.logs
    .filter(({ count }) => count > 0)
    .map(({ seat, name, start, count }) => {
      let [engine, policy] = [0, 0];
      let unwatched = 0;
      let clocks = 0;
      const days = new Set<number>();
      for (let row = start; row < start + count; row++) {
        const version = table.version[row] ?? 0;
        if (tellEngine[version] === 1) engine = version;
        if (tellPolicy[version] === 1) policy = version;
        if (table.what[row] === notWatching) unwatched++;
        if (table.what[row] === clock) clocks++;
        days.add(Math.floor((table.at[row] ?? 0) / 86_400));
      }
      const firstSeen = (table.at[start] ?? 0) * 1000;
      const lastSeen = (table.at[start + count - 1] ?? 0) * 1000;
      return {
        seat,
        name,
        engineVersion: engines[engine] ?? "",
        policyVersion: policies[policy] ?? "",
        firstSeen,
        lastSeen,
        entries: count,
        daysSeen: days.size,
        days: Math.floor(lastSeen / 86_400_000) - Math.floor(firstSeen / 86_400_000) + 1,
        notWatching: unwatched,
        clocks,
      };
    });
}

/** One figure of a report, and the entries that it counts. */
export interface ReportFigure {
  readonly number: number;
  /** The first of them, as people can look them up. */
  readonly entries: readonly { readonly seat: string; readonly seq: number }[];
}

export interface PeriodReport {
  /** By what an entry is; those that did not happen are left out. */
  readonly whats: readonly (ReportFigure & { readonly what: What })[];
  /** Reviews that were written in the period, by what they came to. */
  readonly reviews: readonly (ReportFigure & { readonly state: CaseState })[];
  /** Cases of the period that nobody has reviewed yet, or that were set back to that. */
  readonly open: ReportFigure;
  /** Versions of the policy that entries of the period name, with the first and last moment (milliseconds) of each. */
  readonly policies: readonly { readonly version: string; readonly from: number; readonly until: number }[];
}

/** Entries named one by one at a figure. */
const named = 24;

/** `rows`: those of the period, newest first. */
export function reportOf(table: Table, cases: Cases, rows: Uint32Array): PeriodReport {
  const byWhat = whats.map(figure);
  const byState = caseStates.map(figure);
  const open = figure();
  const seen = new Set<number>();
  const stateBy = new Map(table.reviews.map((review) => [uidOf(review), caseStates.indexOf(review.state)]));
  const policies = new Map<string, { from: number; until: number }>();
  for (const row of rows.toReversed()) {
    const what = table.what[row] ?? 0;
    const place = placeOf(table, row);
    count(byWhat[what], place);
    const root = cases.root[row] ?? row;
    if (what < attemptWhats && stateOf(cases, row) === "new" && !seen.has(root)) {
      seen.add(root);
      count(open, place);
    }
    const state = whats[what] === "review" ? stateBy.get(uidOf(place)) : undefined;
    if (state !== undefined) count(byState[state], place);
    const [, version = ""] = (table.versions[table.version[row] ?? 0] ?? "").split(" ");
    if (version !== "") {
      const at = (table.at[row] ?? 0) * 1000;
      policies.set(version, { from: policies.get(version)?.from ?? at, until: at });
    }
  }
  return {
    whats: whats
      .map((what, at) => ({ what, ...(byWhat[at] ?? figure()) }))
      .filter(({ number }) => number > 0),
    reviews: caseStates
      .map((state, at) => ({ state, ...(byState[at] ?? figure()) }))
      .filter(({ number }) => number > 0),
    open,
    policies: [...policies].map(([version, span]) => ({ version, ...span })),
  };
}

interface Counting {
  number: number;
  entries: { seat: string; seq: number }[];
}
const figure = (): Counting => ({ number: 0, entries: [] });

function count(to: Counting | undefined, place: { readonly seat: string; readonly seq: number }): void {
  if (!to) return;
  to.number++;
  if (to.entries.length < named) to.entries.push(place);
}
