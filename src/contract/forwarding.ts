/** How the forwarding of the record stands, as the console is told. */
import { z } from "./zod.ts";

/** Milliseconds since 1970. */
const instant = z.int();
const count = z.int().check(z.minimum(0));

/**
 * What came of the last attempt to send. `unreachable`: no answer, no secure connection, or a collector that does not let the
 * extension read its answers (CORS); `too-slow`: no answer in time; `busy`: 408, 429 or 503; `failing`: another 5xx;
 * `unauthorized`: 401 or 403; `not-found`: 404 or 405; `too-large`: 413, of a single record; `unfit`: 400 or
 * 422, of one record after the other; `refused`: another status;
 * `redirected`: an answer from elsewhere; `no-collector`: an answer of success that no collector gives; `storage`: the record
 * could not be read; `policy-away`: only the last good policy is known, without the token, so that nothing is tried.
 */
export const forwardProblem = z.enum([
  "unreachable",
  "too-slow",
  "busy",
  "failing",
  "unauthorized",
  "not-found",
  "too-large",
  "unfit",
  "refused",
  "redirected",
  "no-collector",
  "storage",
  "policy-away",
]);
export type ForwardProblem = z.infer<typeof forwardProblem>;

/** What the officer is told. */
export const forwardProblemWords: Readonly<Record<ForwardProblem, string>> = {
  unreachable:
    "The collector cannot be reached: no answer, no secure connection, or it does not let this extension read its answers.",
  "too-slow": "The collector did not answer in time.",
  busy: "The collector is busy, and asks to be left alone for a while.",
  failing: "The collector answers with an error of its own.",
  unauthorized: "The collector does not accept the token in the policy.",
  "not-found": "There is no collector at the address in the policy.",
  "too-large": "The collector takes no message as large as a single entry.",
  unfit: "The collector says of one entry after the other that it is not in order.",
  refused: "The collector refuses what is sent.",
  redirected: "The address in the policy leads to another one, which is not followed.",
  "no-collector": "What answers at the address in the policy is no collector.",
  storage: "The record could not be read.",
  "policy-away":
    "The policy that names the collector is not there at the moment, or cannot be used. What is written waits for it.",
};

/** Of the entries from `from` to the one before `next`, so many were not kept by the collector. */
export const turnedAway = z.array(z.strictObject({ from: count, next: count, count }));
export type TurnedAway = z.infer<typeof turnedAway>;

export const forwardStanding = z.strictObject({
  /** `seq` of the first entry that the collector does not have. */
  next: count,
  /** So many entries wait. A seal comes with the entries of its day. */
  waiting: count,
  triedAt: z.nullable(instant),
  /** When the collector last took something. */
  sentAt: z.nullable(instant),
  problem: z.nullable(forwardProblem),
  /** Null: nothing waits for a time. */
  nextAt: z.nullable(instant),
  /** Entries that the collector would not take, or took and then said it had thrown away. */
  rejected: count,
  /** Where the last of them stand in the record. */
  turnedAway,
  /** Entries that could not be read any more when it was their turn: only that there was one was sent, or nothing. */
  missing: count,
});
export type ForwardStanding = z.infer<typeof forwardStanding>;
