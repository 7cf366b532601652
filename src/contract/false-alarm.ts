/** A case that an officer found to be a false alarm, as the console hands it to `guard policy test --record`. No text is in it. */
import { outcome } from "./attempt.ts";
import { category, site, surface } from "./draft.ts";
import { z } from "./zod.ts";

const token = z.string().check(z.regex(/^[0-9a-f]{16}$/, "no 16 hex digits"));
const count = z.int().check(z.minimum(0));

/** Longest line of such a file, in UTF-16 units: the longest entry has less. */
export const falseAlarmLimit = 32_768;

export const falseAlarm = z.strictObject({
  /** Which entry: the case's newest. */
  seat: token,
  seq: count,
  /** Milliseconds since 1970. */
  at: count,
  site,
  surface,
  outcome,
  categories: z.array(category),
  rules: z.array(z.string().check(z.maxLength(80))),
  /** How often the draft was tried. */
  tries: z.int().check(z.minimum(1)),
  policyVersion: z.string(),
  engineVersion: z.string(),
});
export type FalseAlarm = z.infer<typeof falseAlarm>;

export const falseAlarmLine = z.strictObject({ falseAlarm });
