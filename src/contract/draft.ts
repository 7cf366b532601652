import type * as engine from "../engine/model.ts";
import { attachmentLimit, authorLimit, draftLimit, threadLimit } from "./limits.ts";
import { z } from "./zod.ts";

export const site = z.enum([
  "facebook",
  "instagram",
  "yelp",
  "google",
  "realself",
  "healthgrades",
  "tiktok",
  "x",
  "other",
]);
export const surface = z.enum(["review-reply", "comment", "post", "message", "review"]);
export const category = z.enum([
  "patient-match",
  "identifier",
  "health",
  "payment",
  "relationship",
  "media",
  "conduct",
]);

/** What is answered; null: nothing is. */
export const thread = z.nullable(
  z.strictObject({
    author: z.string().check(z.maxLength(authorLimit)),
    text: z.string().check(z.maxLength(threadLimit)),
  }),
);

export const draft = z.strictObject({
  text: z.string().check(z.maxLength(draftLimit)),
  site,
  surface,
  thread: z.optional(thread),
  attachments: z.optional(
    z.readonly(
      z
        .array(
          z.strictObject({
            kind: z.enum(["image", "video"]),
            name: z.string().check(z.maxLength(500)),
            attested: z.optional(z.boolean()),
          }),
        )
        .check(z.maxLength(attachmentLimit)),
    ),
  ),
}) satisfies z.ZodMiniType<engine.Draft>;

export const finding = z.strictObject({
  rule: z.string(),
  category,
  level: z.enum(["warn", "block"]),
  start: z.int(),
  end: z.int(),
  why: z.string(),
  source: z.string(),
}) satisfies z.ZodMiniType<engine.Finding>;

export const verdict = z.strictObject({
  verdict: z.enum(["allow", "warn", "block"]),
  findings: z.array(finding),
  alternatives: z.array(z.strictObject({ text: z.string(), kind: z.enum(["repair", "reply"]) })),
}) satisfies z.ZodMiniType<engine.Verdict>;
