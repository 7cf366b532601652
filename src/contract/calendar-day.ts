import { z } from "./zod.ts";

const written = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The moment at which a day written as `2027-01-31` begins where this browser is, in milliseconds; undefined: no such day. */
export function startOf(day: string): number | undefined {
  const [, year, month, date] = written.exec(day) ?? [];
  const start = new Date(Number(year), Number(month) - 1, Number(date));
  // The constructor takes the 31st of February for a day in March.
  const isReal = start.getMonth() === Number(month) - 1 && start.getDate() === Number(date);
  return isReal ? start.getTime() : undefined;
}

/** From the one day to the other; undefined where either is none. */
export function daysBetween(from: string, until: string): number | undefined {
  const [start, end] = [startOf(from), startOf(until)];
  // Rounded: a day on which the clocks change has 23 or 25 hours.
  return start === undefined || end === undefined ? undefined : Math.round((end - start) / 86_400_000);
}

export const calendarDay = z.string().check(({ value, issues }) => {
  if (startOf(value) === undefined)
    issues.push({ code: "custom", message: "must be a day, written as 2027-01-31", input: value });
});
