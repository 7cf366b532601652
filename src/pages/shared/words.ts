/** Numbers and days as the pages say them, and how soon a list expires. */

import { locale, plural } from "../../platform/i18n.ts";

/** Written as people write numbers in the language of the page. */
export const digits = (number: number): string => number.toLocaleString(locale());

export const people = (number: number): string => plural("shared_people", number);

/** Milliseconds to a day as people write it here. */
export function day(at: number): string {
  return new Date(at).toLocaleDateString(locale(), { dateStyle: "long" });
}

export function moment(at: number): string {
  return new Date(at).toLocaleString(locale(), { dateStyle: "medium", timeStyle: "short" });
}

/** Milliseconds, as somebody has to wait them. */
export function waitWords(wait: number): string {
  return plural("shared_seconds", Math.max(1, Math.ceil(wait / 1000)));
}

const dayMs = 24 * 60 * 60 * 1000;
/** From so many days before a list expires it is said. */
const warnDays = 14;

/** Days until a list expires, 0 or less where it has; undefined: it is not yet time to speak of it. Milliseconds. */
export function daysLeft(expires: number | null, now: number): number | undefined {
  const left = expires === null ? undefined : Math.ceil((expires - now) / dayMs);
  return left !== undefined && left <= warnDays ? left : undefined;
}
