import { z } from "./zod.ts";

const number = z.int().check(z.minimum(0), z.maximum(1000));

/** The outcome of the practice room's test: `questions` names their version, and `score` is how many of `of` were right. */
export const testResult = z.strictObject({
  questions: z.string().check(z.regex(/^[0-9.]{1,20}$/, "no version")),
  score: number,
  of: number.check(z.minimum(1)),
  passed: z.boolean(),
});
