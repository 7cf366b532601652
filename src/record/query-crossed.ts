/** Weeks crossed with categories, sites, surfaces or seats: how drafts and overrides move, and where. */
import { attemptWhats, categories, sites, surfaces } from "./columns.ts";
import { isOfDraft, isOverride, mondayOf, weekOf } from "./query-figures.ts";
import type { Count } from "./query-figures.ts";
import type { Table } from "./table.ts";

export const crossings = ["category", "site", "surface", "seat"] as const;
export type Crossing = (typeof crossings)[number];

export interface Crossed {
  readonly by: Crossing;
  /** The most frequent first: a code, or of a seat its 16 hex digits. `name`: what people call a seat. */
  readonly columns: readonly { readonly key: string; readonly name?: string }[];
  /** Every week from the first to the last, by its Monday (UTC); `cells`: one a column, and `all` of the week. */
  readonly weeks: readonly { readonly week: string; readonly all: Count; readonly cells: readonly Count[] }[];
}

interface Counter {
  attempts: number;
  overrides: number;
}
const counter = (): Counter => ({ attempts: 0, overrides: 0 });

/** Columns of a table that people can still read; the others are left out, and are in `all`. */
const mostColumns = 12;

/** A draft of two categories counts for both. */
export function crossedOf(table: Table, rows: Uint32Array, by: Crossing): Crossed {
  const keys: readonly { readonly key: string; readonly name?: string }[] =
    by === "category"
      ? categories.map((key) => ({ key }))
      : by === "site"
        ? sites.map((key) => ({ key }))
        : by === "surface"
          ? surfaces.map((key) => ({ key }))
          : table.logs.map(({ seat, name }) => ({ key: seat, name }));
  const weeks = new Map<number, { readonly all: Counter; readonly cells: readonly Counter[] }>();
  const totals = keys.map(() => 0);
  const column = by === "site" ? table.site : by === "surface" ? table.surface : table.log;
  for (const row of rows) {
    const what = table.what[row] ?? 0;
    if (what >= attemptWhats || !isOfDraft(what)) continue;
    const override = isOverride(what) ? 1 : 0;
    const number = weekOf(table.at[row] ?? 0);
    const week = weeks.get(number) ?? { all: counter(), cells: keys.map(counter) };
    weeks.set(number, week);
    add(week.all, override);
    if (by === "category") {
      const found = table.found[row] ?? 0;
      for (const bit of keys.keys()) if ((found >> bit) & 1) count(bit);
    } else count(column[row] ?? 0);

    function count(at: number): void {
      add(week.cells[at], override);
      totals[at] = (totals[at] ?? 0) + 1;
    }
  }
  const chosen = [...keys.keys()]
    .filter((at) => (totals[at] ?? 0) > 0)
    .toSorted((one, other) => (totals[other] ?? 0) - (totals[one] ?? 0))
    .slice(0, mostColumns);
  const numbers = [...weeks.keys()];
  const first = numbers.reduce((least, one) => Math.min(least, one), Infinity);
  const last = numbers.reduce((most, one) => Math.max(most, one), -Infinity);
  const shown: Crossed["weeks"][number][] = [];
  for (let number = first; number <= last; number++) {
    const { all = counter(), cells = [] } = weeks.get(number) ?? {};
    shown.push({ week: mondayOf(number), all, cells: chosen.map((at) => cells[at] ?? counter()) });
  }
  return { by, columns: chosen.flatMap((at) => keys[at] ?? []), weeks: shown };
}

function add(to: Counter | undefined, override: number): void {
  if (!to) return;
  to.attempts++;
  to.overrides += override;
}
