import type { Seal } from "../contract/record-entry.ts";

export interface Due {
  /** `seq` up to which (not included) entries are removed. */
  readonly before: number;
  /** Day of the last seal whose entries are removed, `2026-11-25`. */
  readonly through: string;
}

/**
 * The whole sealed days that are older than so many years, from the beginning of the record on. Their entries are removed
 * after an `expiry` entry with this has been written; their seals stay for good. `seals` in their order, without gaps;
 * undefined: there is nothing to remove that was not due before. `expired`: how many entries are gone already.
 */
export function dueToExpire(
  seals: readonly Pick<Seal, "date" | "first" | "count">[],
  expired: number,
  today: string,
  years: number,
): Due | undefined {
  let due: Due | undefined;
  for (const { date, first, count } of seals) {
    const kept = `${String(Number(date.slice(0, 4)) + years).padStart(4, "0")}${date.slice(4)}`;
    if (kept >= today) break;
    due = { before: first + count, through: date };
  }
  return due && due.before > expired ? due : undefined;
}
