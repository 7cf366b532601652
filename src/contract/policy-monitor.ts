/** A roll-out that only watches at first: what would have been stopped is recorded, until the day from which it is stopped. */
import { calendarDay, daysBetween, startOf } from "./calendar-day.ts";
import { z } from "./zod.ts";

/** A slip of the pen in the year must not leave a practice unguarded for one. */
export const longestMonitoring = 92;

export const monitoring = z
  .strictObject({
    /** The first day on which nothing is held. */
    from: calendarDay,
    /** The day from which everything is enforced. */
    until: calendarDay,
  })
  .check(({ value: { from, until }, issues }) => {
    const days = daysBetween(from, until);
    if (days === undefined) return;
    const message =
      days <= 0
        ? "must end after it begins"
        : days > longestMonitoring
          ? `must not last longer than ${longestMonitoring} days`
          : undefined;
    if (message !== undefined) issues.push({ code: "custom", message, input: until, path: ["until"] });
  });
export type Monitoring = z.infer<typeof monitoring>;

export function isMonitoring(given: Monitoring | null, now: number): boolean {
  if (!given) return false;
  const [from, until] = [startOf(given.from), startOf(given.until)];
  return from !== undefined && until !== undefined && from <= now && now < until;
}

/** The next moment at which that changes, in milliseconds; null: it never does again. */
export function nextChange(given: Monitoring | null, now: number): number | null {
  const moments = given ? [startOf(given.from), startOf(given.until)] : [];
  return moments.find((one) => one !== undefined && one > now) ?? null;
}
