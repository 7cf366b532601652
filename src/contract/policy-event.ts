/** What has become of the policy in force at one browser, and when. Paths of settings only: never a value. */
import { z } from "./zod.ts";

/**
 * `changed`: the managed policy says something else, or is there for the first time, or its time is over. `seat`: a person at
 * this browser changed it. `fault`: parts of the managed policy cannot be used. `mended`: they can be by now. `gone`: it is
 * not there any more, or its file cannot be read; the last one stays in force for a while.
 */
export const policyEvent = z.strictObject({
  id: z.string(),
  /** Milliseconds since 1970, by the worker's clock. */
  at: z.int(),
  kind: z.enum(["changed", "seat", "fault", "mended", "gone"]),
  paths: z.array(z.string()),
  /** Digest of the policy that came of it, as the record of attempts has it. */
  policyVersion: z.string(),
  /** What the admin calls it. */
  version: z.nullable(z.string()),
});
export type PolicyEvent = z.infer<typeof policyEvent>;

/** Paths that one event names; of more, the first. */
export const mostEventPaths = 100;
