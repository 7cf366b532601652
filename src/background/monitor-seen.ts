/** Whether a policy that only watches for some days still does, by a clock that a person can set. Pure. */
import { startOf } from "../contract/calendar-day.ts";
import { isMonitoring } from "../contract/policy-monitor.ts";
import type { Monitoring } from "../contract/policy-monitor.ts";
import { z } from "../contract/zod.ts";

/** Setting `monitor-seen`: how far the days have come that a policy names. */
export const monitorSeen = z.strictObject({
  from: z.string(),
  until: z.string(),
  /** The latest time within them that this browser has seen, in milliseconds since 1970. */
  latest: z.int(),
  /** They have been seen to be over. */
  ended: z.boolean(),
});
export type MonitorSeen = z.infer<typeof monitorSeen>;

/** Clocks are put right by minutes; and it is noted no more often than that. */
const slackMs = 10 * 60_000;
const noteMs = 5 * 60_000;

export interface Watching {
  readonly monitoring: boolean;
  /** To be kept, before anything is let go; undefined: as it was. */
  readonly seen: MonitorSeen | undefined;
}

/**
 * Days that have been over once are over, also by a clock that was set back; and while it is behind what it has shown before,
 * they do not count. Other days begin anew: the admin has named them.
 */
export function watchingNow(days: Monitoring | null, before: MonitorSeen | undefined, now: number): Watching {
  if (!days) return { monitoring: false, seen: undefined };
  const { from, until } = days;
  const known = before?.from === from && before.until === until ? before : undefined;
  const end = startOf(until);
  const ended = known?.ended === true || end === undefined || now >= end;
  const latest = known?.latest ?? 0;
  const isNews =
    ended !== (known?.ended ?? false) || (isMonitoring(days, now) && !ended && now >= latest + noteMs);
  return {
    monitoring: isMonitoring(days, now) && !ended && now >= latest - slackMs,
    seen: isNews ? { from, until, latest: ended ? latest : now, ended } : undefined,
  };
}
