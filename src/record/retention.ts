import type { Seal } from "../contract/record-entry.ts";
import { startOf } from "./day.ts";

export interface Due {
  /** `seq` up to which (not included) entries are removed. */
  readonly before: number;
  /** Day of the last seal whose entries are removed, `2026-11-25`. */
  readonly through: string;
}

type Day = Pick<Seal, "date" | "first" | "count">;

const dayMs = 86_400_000;
/**
 * Days without an entry that the record believes to have passed. A browser that runs writes one each day; after a longer pause
 * either nobody used it, or somebody has set its clock, and nothing in the record tells which.
 */
export const longestPause = 14;

/**
 * The whole sealed days that are older than so many years, from the beginning of the record on: by their dates, and by the days
 * that the record has lived through since. A clock alone can make nothing old. Their entries are removed
 * after an `expiry` entry with this has been written; their seals stay for good. `seals` in their order, without gaps;
 * undefined: there is nothing to remove that was not due before. `expired`: how many entries are gone already.
 */
export function dueToExpire(
  seals: readonly Day[],
  expired: number,
  today: string,
  years: number,
): Due | undefined {
  const { lived, total } = livedAt(seals, today);
  const dates = latestPossible(seals, today);
  let due: Due | undefined;
  for (const [at, { first, count, date }] of seals.entries()) {
    const least = dates[at] ?? date;
    const kept = yearsAfter(least, years);
    if (kept >= startOf(today)) break;
    // Of an empty day there is nothing to remove.
    if (count > 0 && total - (lived[at] ?? total) <= (kept - startOf(least)) / dayMs) break;
    due = { before: first + count, through: date };
  }
  return due && due.before > expired ? due : undefined;
}

/** The first of March, where the year has no leap day. */
function yearsAfter(date: string, years: number): number {
  const day = new Date(startOf(date));
  return day.setUTCFullYear(day.getUTCFullYear() + years);
}

const daysBetween = (from: string, until: string): number => (startOf(until) - startOf(from)) / dayMs;

/**
 * How many days the record had lived when each was closed, and by today. A long pause counts for nothing. A step back takes back what was
 * counted, unless it leads out of a pause that was not: then a clock that was ahead was set right.
 */
function livedAt(
  seals: readonly Day[],
  today: string,
): { readonly lived: readonly number[]; readonly total: number } {
  let [total, uncounted] = [0, 0];
  let last: string | undefined;
  const live = (date: string): number => {
    const step = last === undefined ? 0 : daysBetween(last, date);
    last = date;
    if (step > longestPause) uncounted += step;
    else if (step >= 0) total += step;
    else {
      const back = Math.min(-step, uncounted);
      uncounted -= back;
      if (-step - back <= longestPause) total += step + back;
    }
    return total;
  };
  const lived = seals.map(({ date, count }) => (count > 0 ? live(date) : total));
  live(today);
  return { lived, total };
}

/** The date of each day, or an earlier one that comes after it: whichever clock was wrong, it was not later than that. */
function latestPossible(seals: readonly Day[], today: string): string[] {
  let least = today;
  return seals
    .toReversed()
    .map(({ date, count }) => {
      if (count > 0 && date < least) least = date;
      return date < least ? date : least;
    })
    .toReversed();
}
