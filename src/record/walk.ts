/** Where the verifier is in a file. Every line up to there is in order. */
import { noHash } from "../contract/record-entry.ts";
import type { EndLine, RecordEnd } from "../contract/record-entry.ts";
import { fail } from "./fault.ts";
import type { Checking } from "./proof.ts";
import { nameUnsealed } from "./survey.ts";
import type { Early, Lines } from "./survey.ts";

export interface SealSeen {
  readonly number: number;
  readonly date: string;
  readonly hash: string;
}

export interface Walk {
  readonly lines: Lines;
  readonly proof: Checking;
  /** Steps back of the clock that are accepted, by the `seq` of their `clock` entries. */
  readonly accepted: ReadonlySet<number>;
  /** What the file's last line says; it is proven when it is reached. */
  readonly claim: RecordEnd | undefined;
  line: number;
  seat: string | undefined;
  /** In force, and announced in the open day. */
  key: string | undefined;
  announced: string | undefined;
  /** Of the chain so far. */
  next: number;
  head: string;
  at: number;
  /** `seq` of the first entry in the file. */
  from: number | undefined;
  lineOfHead: number;
  /** The open day; undefined: nothing told it yet. */
  day: string | undefined;
  first: number;
  back: boolean;
  readonly seals: SealSeen[];
  sealed: string;
  /** How many entries may be gone, as `expiry` entries tell. */
  expired: number;
  /** Those that have signed. */
  readonly keys: Set<string>;
  end: EndLine | undefined;
}

export function newWalk(parts: Pick<Walk, "lines" | "proof" | "accepted" | "claim">): Walk {
  return {
    ...parts,
    line: 0,
    seat: undefined,
    key: undefined,
    announced: undefined,
    next: 0,
    head: noHash,
    at: 0,
    from: undefined,
    lineOfHead: 0,
    day: undefined,
    first: 0,
    back: false,
    seals: [],
    sealed: noHash,
    expired: 0,
    keys: new Set(),
    end: undefined,
  };
}

export function holdSeat(walk: Walk, seat: string, of: string): void {
  walk.seat ??= seat;
  if (walk.seat !== seat) fail("inserted", walk.line, `${of} is of another seat`);
}

/** Holds a line's day against the open one: a day that has ended must have been sealed. */
export async function openDay(walk: Walk, day: string, here: Early, mayGoBack: boolean): Promise<void> {
  walk.day ??= day;
  if (day === walk.day) return;
  const unsealed = { number: walk.seals.length, date: walk.day };
  if (day > walk.day) await nameUnsealed(walk.lines, here, unsealed);
  // Within the slack of a clock, time may stand in a day that is sealed: the open one counts.
  if (!mayGoBack) fail("clock-back", here.line, `${here.name} is of ${day}, which was sealed before`);
  if (walk.next > walk.first) await nameUnsealed(walk.lines, here, unsealed);
  walk.day = day;
  walk.back = true;
}

export const iso = (at: number): string => new Date(at).toISOString();
