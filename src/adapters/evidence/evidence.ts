/** On what each pattern rests. Beside the adapters and not in them: the content script has no use for it. */
import { z } from "../../contract/zod.ts";

/**
 * Grades: A first-hand (saved real page, production code, editor source), B third-party notes checked on the live
 * site, C third-party selectors not verified, U unverified assumption of ours.
 */
const seen = z.strictObject({
  what: z.string(),
  grade: z.enum(["A", "B", "C", "U"]),
  date: z.string(),
});

export const evidence = z.strictObject({
  evidence: z.array(seen).check(z.minLength(1)),
  /** What nobody has seen on the live page yet, in plain words. */
  unverified: z.array(z.string()),
});
export type Evidence = z.infer<typeof evidence>;
