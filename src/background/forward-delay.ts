import type { ForwardProblem } from "../contract/forwarding.ts";

const second = 1000;
const minute = 60 * second;
/** A collector that was down over night has everything a quarter of an hour after it is back. */
const longest = 15 * minute;
const longestAsked = 6 * 60 * minute;

/** Waiting does not mend these: an admin has to see to them, and a change of the policy is tried at once. */
const lasting: ReadonlySet<ForwardProblem> = new Set<ForwardProblem>([
  "unauthorized",
  "not-found",
  "too-large",
  "unfit",
  "refused",
  "redirected",
  "no-collector",
]);

/**
 * Milliseconds until the next attempt. After failures in a row any time up to a limit that doubles (full jitter: the seats of a
 * practice all fail together when its collector is down, and must not all come back together); what the collector asks for is
 * waited for, and a little longer. `random`: 0 to 1.
 */
export function forwardDelay(
  after: {
    readonly failures: number;
    readonly problem: ForwardProblem | null;
    readonly retryAfter: number | undefined;
  },
  random: number,
): number {
  const { failures, problem, retryAfter } = after;
  if (problem !== null && lasting.has(problem)) return Math.round(30 * minute * (1 + random));
  const asked = Math.min(retryAfter ?? 0, longestAsked);
  const most = Math.min(minute * 2 ** Math.max(0, failures - 1), longest);
  if (asked > 0) return Math.round(Math.max(second, asked) + Math.min(asked, minute) * random);
  return Math.round(second + (most - second) * random);
}
