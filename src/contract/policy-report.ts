/** What the extension's pages are told of the policy in force. No secrets: they never leave the worker. */
import { anyLevel } from "./levels.ts";
import { approver } from "./policy-lists.ts";
import { policy } from "./policy.ts";
import { z } from "./zod.ts";

/** Milliseconds since 1970. */
const instant = z.int();

/** `awaited`: the strictest there is, until the browser has said whether there is a managed policy. */
export const policyOrigin = z.enum(["default", "seat", "managed", "last-good", "awaited"]);

/** A policy without its secrets: the parts that may be left out are, the others are empty. */
export const shownPolicy = z.extend(policy, {
  approvers: z.array(z.extend(approver, { secret: z.string() })),
});
export type ShownPolicy = z.infer<typeof shownPolicy>;

export const policyReport = z.strictObject({
  policy: shownPolicy,
  /** The loosest that a person at this browser may choose, for each choice; of each list what the admin has listed. */
  floor: shownPolicy,
  /**
   * By the path of each choice (`contract/choices.ts`) and the name of each other setting: where its value comes from, who
   * may change it, and since when it is so; null: for as long as this browser knows.
   */
  states: z.record(
    z.string(),
    z.strictObject({ origin: policyOrigin, level: anyLevel, since: z.nullable(instant) }),
  ),
  /** `path` empty: the managed policy as a whole. `instead`: a value as a policy file has it, or a few words. */
  faults: z.array(z.strictObject({ path: z.string(), problem: z.string(), instead: z.string() })),
  source: policyOrigin,
  /** The browser has said what the managed policy is, or that there is none. */
  managedSeen: z.boolean(),
  /** The managed policy is not there any more, or cannot be read: until when the last one stays in force. */
  goneUntil: z.nullable(instant),
  /** The days, as a policy file has them, and whether it is now that nothing is held. */
  monitoring: z.nullable(z.strictObject({ from: z.string(), until: z.string(), now: z.boolean() })),
  /** Digest of the policy in force, as the record has it. */
  policyVersion: z.string(),
  /** `liveChange`: a changed managed policy arrives while the browser runs; else at its next start. */
  browser: z.strictObject({ name: z.enum(["chrome", "firefox"]), liveChange: z.boolean() }),
});
export type PolicyReport = z.infer<typeof policyReport>;
