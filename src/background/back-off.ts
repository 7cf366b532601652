const minute = 60_000;
const longest = 6 * 60 * minute;

/**
 * Milliseconds until the next attempt after so many failures in a row: twice as long each time, from one minute to six
 * hours. `random` (0 to 1) spreads the seats of a practice, which all fail together when its server is down.
 */
export function backOff(failures: number, random: number): number {
  const most = Math.min(2 * minute * 2 ** Math.max(0, failures - 1), longest);
  return Math.round(most * (0.5 + 0.5 * random));
}

/** When the next attempt is due. A clock that was set back must not put it off for longer than any wait is. */
export const dueAt = (nextAt: number, now: number): number => Math.min(nextAt, now + longest);

/** So many failures that the longest wait follows: a file that is whole and cannot be used will not get better soon. */
export const hopeless = 10;
