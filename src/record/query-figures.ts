/** Sums over rows that were found: what the charts and their tables show. */
import { attemptWhats, categories, sites, surfaces, whats } from "./columns.ts";
import type { Category, Site, Surface, What } from "./columns.ts";
import { dayOf } from "./day.ts";
import { verdictOf } from "./query-cases.ts";
import type { Cases } from "./query-cases.ts";
import type { Table } from "./table.ts";

/** Drafts, and how many of them were posted anyway or let go unchecked. */
export interface Count {
  readonly attempts: number;
  readonly overrides: number;
}

export interface RuleCount {
  readonly rule: string;
  readonly attempts: number;
  /** Cases that an officer has come to a finding about. */
  readonly judged: number;
  readonly falseAlarms: number;
  /** Cases in which staff have said that it is no problem, whatever an officer says. */
  readonly disputed: number;
}

export interface Figures {
  /** Every week from the first to the last, by the Monday (UTC) that it begins with, `2026-11-23`. */
  readonly weeks: readonly ({ readonly week: string } & Count)[];
  readonly categories: readonly ({ readonly category: Category } & Count)[];
  readonly sites: readonly ({ readonly site: Site } & Count)[];
  readonly surfaces: readonly ({ readonly surface: Surface } & Count)[];
  /** `name`: what people call the seat. */
  readonly seats: readonly ({ readonly seat: string; readonly name: string } & Count)[];
  /** The most frequent first. */
  readonly rules: readonly RuleCount[];
}

const weekSeconds = 7 * 86_400;
/** 1970 began on a Thursday: the Monday before is three days earlier. */
const mondayOffset = 3 * 86_400;
export const weekOf = (seconds: number): number => Math.floor((seconds + mondayOffset) / weekSeconds);
export const mondayOf = (week: number): string => dayOf((week * weekSeconds - mondayOffset) * 1000);

/** What left the browser although it was held. */
export const overrides: readonly What[] = ["posted-anyway", "let-go-unchecked"];
const dispute = whats.indexOf("disputed");
const standing = whats.indexOf("standing");
const overrideCodes = new Set(overrides.map((what) => whats.indexOf(what)));
/** Of an attempt, whether it was one of a draft: not what staff say of it, nor a reply that stands on a site. */
export const isOfDraft = (what: number): boolean => what !== dispute && what !== standing;
/** `what`: as the column of that name has it. */
export const isOverride = (what: number): boolean => overrideCodes.has(what);

interface Counter {
  attempts: number;
  overrides: number;
}
const counter = (): Counter => ({ attempts: 0, overrides: 0 });

export function figuresOf(table: Table, cases: Cases, rows: Uint32Array): Figures {
  const byWeek = new Map<number, Counter>();
  const byCategory = categories.map(counter);
  const bySite = sites.map(counter);
  const bySurface = surfaces.map(counter);
  const bySeat = new Map<string, Counter & { name: string }>();
  const byList = new Uint32Array(table.ruleLists.length);
  const judged = new Map<string, { judged: number; falseAlarms: number }>();
  const disputed = new Map<string, number>();
  const disputes = new Set<number>();
  const counted = new Set<number>();
  for (const row of rows) {
    const what = table.what[row] ?? 0;
    if (what >= attemptWhats) continue;
    const root = cases.root[row] ?? row;
    const list = table.rules[row] ?? 0;
    if (what === dispute) {
      // It is no draft of its own.
      if (!disputes.has(root))
        for (const rule of rulesIn(table.ruleLists[list])) disputed.set(rule, (disputed.get(rule) ?? 0) + 1);
      disputes.add(root);
      continue;
    }
    // Nobody was about to send it; what an officer says of it counts for its rules all the same.
    if (what !== standing) {
      const override = isOverride(what) ? 1 : 0;
      add(week(byWeek, weekOf(table.at[row] ?? 0)), override);
      const found = table.found[row] ?? 0;
      for (const [bit, one] of byCategory.entries()) if ((found >> bit) & 1) add(one, override);
      add(bySite[table.site[row] ?? 0], override);
      add(bySurface[table.surface[row] ?? 0], override);
      add(seatCounter(bySeat, table, row), override);
      byList[list] = (byList[list] ?? 0) + 1;
    }
    if (cases.history.has(root) && !counted.has(root)) {
      counted.add(root);
      const verdict = verdictOf(cases, root);
      if (verdict !== undefined) {
        for (const rule of rulesIn(table.ruleLists[list])) {
          const one = judged.get(rule) ?? { judged: 0, falseAlarms: 0 };
          judged.set(rule, {
            judged: one.judged + 1,
            falseAlarms: one.falseAlarms + (verdict === "false-alarm" ? 1 : 0),
          });
        }
      }
    }
  }
  return {
    weeks: [...weeksBetween(byWeek)],
    categories: categories.map((category, at) => ({ category, ...(byCategory[at] ?? counter()) })),
    sites: used(sites.map((site, at) => ({ site, ...(bySite[at] ?? counter()) }))),
    surfaces: used(surfaces.map((surface, at) => ({ surface, ...(bySurface[at] ?? counter()) }))),
    seats: [...bySeat].map(([seat, one]) => ({ seat, ...one })),
    rules: rulesOf(table, byList, judged, disputed),
  };
}

function add(to: Counter | undefined, override: number): void {
  if (!to) return;
  to.attempts++;
  to.overrides += override;
}

function week(weeks: Map<number, Counter>, number: number): Counter {
  const known = weeks.get(number);
  if (known) return known;
  const made = counter();
  weeks.set(number, made);
  return made;
}

function seatCounter(
  seats: Map<string, Counter & { name: string }>,
  table: Table,
  row: number,
): Counter | undefined {
  const log = table.logs[table.log[row] ?? 0];
  if (!log) return undefined;
  const known = seats.get(log.seat);
  if (known) return known;
  const made = { ...counter(), name: log.name };
  seats.set(log.seat, made);
  return made;
}

function* weeksBetween(weeks: ReadonlyMap<number, Counter>): Generator<{ week: string } & Count> {
  const numbers = [...weeks.keys()];
  const first = numbers.reduce((least, one) => Math.min(least, one), Infinity);
  const last = numbers.reduce((most, one) => Math.max(most, one), -Infinity);
  for (let number = first; number <= last; number++)
    yield { week: mondayOf(number), ...(weeks.get(number) ?? counter()) };
}

const used = <C extends Count>(counts: readonly C[]): C[] => counts.filter(({ attempts }) => attempts > 0);

const rulesIn = (list: string | undefined): string[] =>
  list === undefined || list === "" ? [] : list.split(" ");

function rulesOf(
  table: Table,
  byList: Uint32Array,
  judged: ReadonlyMap<string, { judged: number; falseAlarms: number }>,
  disputed: ReadonlyMap<string, number>,
): RuleCount[] {
  const attempts = new Map<string, number>();
  for (const [list, count] of byList.entries()) {
    if (count === 0) continue;
    for (const rule of rulesIn(table.ruleLists[list])) attempts.set(rule, (attempts.get(rule) ?? 0) + count);
  }
  // A draft that was disputed may never have been held, and a reply that stands on a site has been none here.
  for (const rule of [...disputed.keys(), ...judged.keys()]) attempts.set(rule, attempts.get(rule) ?? 0);
  return [...attempts]
    .map(([rule, count]) => ({
      rule,
      attempts: count,
      ...(judged.get(rule) ?? { judged: 0, falseAlarms: 0 }),
      disputed: disputed.get(rule) ?? 0,
    }))
    .toSorted((one, other) => other.attempts - one.attempts || (one.rule < other.rule ? -1 : 1));
}
