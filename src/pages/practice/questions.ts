/** The questions of the practice room's test: data, in questions.json. Its version changes with any of them. */
import { category, surface } from "../../contract/draft.ts";
import { z } from "../../contract/zod.ts";
import written from "./questions.json" with { type: "json" };

const answered = z.strictObject({ author: z.string(), text: z.string() });
const judged = z.extend(answered, { draft: z.string() });

const questions = z.strictObject({
  version: z.string(),
  /** Drafts to judge; `categories`: the reasons that count as right, where it would be stopped. */
  judge: z.array(
    z.strictObject({
      id: z.string(),
      surface,
      stopped: z.boolean(),
      categories: z.array(category),
      en: judged,
      es: judged,
    }),
  ),
  /** Reviews to write a reply to that passes. */
  write: z.array(z.strictObject({ id: z.string(), surface, en: answered, es: answered })),
});

export type Questions = z.infer<typeof questions>;
export type JudgeQuestion = Questions["judge"][number];
export type WriteQuestion = Questions["write"][number];

export const { version, judge, write } = questions.parse(written);
