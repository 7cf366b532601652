/** How far a collector has the record of this seat, as it is kept. */
import { forwardProblem, turnedAway } from "../contract/forwarding.ts";
import type { TurnedAway } from "../contract/forwarding.ts";
import { z } from "../contract/zod.ts";

const instant = z.nullable(z.int());
const count = z.int().check(z.minimum(0));

/** Setting `forward`. Instants in milliseconds since 1970. */
export const forwardState = z.nullable(
  z.strictObject({
    /** Digest of address and token: another one is another chance. */
    target: z.string(),
    seat: z.string(),
    /** The collector has the entries before this one. */
    next: count,
    /** The collector has the seals before this number. */
    seals: z._default(count, 0),
    /** It has an end that was signed with one seal less than this; 0: none yet. */
    ended: z._default(count, 0),
    failures: count,
    triedAt: instant,
    sentAt: instant,
    problem: z.nullable(forwardProblem),
    /** Null: nothing waits for a time. */
    nextAt: instant,
    rejected: count,
    missing: count,
    /** The last of them. */
    turnedAway: z._default(turnedAway, []),
  }),
);
export type ForwardState = z.infer<typeof forwardState>;
export type Kept = NonNullable<ForwardState>;

export const freshState = (target: string, seat: string): Kept => ({
  target,
  seat,
  next: 0,
  seals: 0,
  ended: 0,
  failures: 0,
  triedAt: null,
  sentAt: null,
  problem: null,
  nextAt: null,
  rejected: 0,
  missing: 0,
  turnedAway: [],
});

/** So many places are told; of older ones only how many entries there were. */
const placesKept = 20;

/** With `count` of the entries from `from` to the one before `next`, which the collector would not keep. */
export function withTurnedAway(all: TurnedAway, one: TurnedAway[number]): TurnedAway {
  const last = all.at(-1);
  const areWhole = last !== undefined && isWhole(last) && isWhole(one) && last.next === one.from;
  const joined = areWhole
    ? [...all.slice(0, -1), { from: last.from, next: one.next, count: last.count + one.count }]
    : [...all, one];
  return joined.slice(-placesKept);
}

const isWhole = ({ from, next, count: number }: TurnedAway[number]): boolean => number === next - from;

/**
 * A collector that has turned away so many entries one after the other, up to this one, does not object to a single one of
 * them: what it has is to be mended, and nothing more is passed over.
 */
export function isAgainstAll(all: TurnedAway, next: number): boolean {
  const last = all.at(-1);
  return last !== undefined && isWhole(last) && last.next === next && last.count >= 10;
}
