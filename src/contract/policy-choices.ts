/** The settings that are a choice between values, each listed from the loosest to the strictest. */
import type * as engine from "../engine/model.ts";
import type { Surface } from "../engine/model.ts";
import { z } from "./zod.ts";

export const actions = ["allow", "record", "warn", "warn-with-reason", "block"] as const;
const action = z.enum(actions);

const byCategory = z.strictObject({
  "patient-match": action,
  identifier: action,
  health: action,
  payment: action,
  relationship: action,
  media: action,
  conduct: action,
} satisfies Record<engine.Category, typeof action>);
const someCategories = z.optional(z.partial(byCategory));

const onOff = [false, true] as const;

/**
 * `values`: from the loosest to the strictest; `isUnordered`: none is stricter than another. `inherits`: what holds for a
 * part that nobody has set is the setting's of that name.
 */
export const choiceSettings = {
  strictness: {
    kind: "choice",
    schema: z.enum(["relaxed", "balanced", "strict"]),
    values: ["relaxed", "balanced", "strict"],
    fallback: "balanced",
    level: "tighten",
    title: "Strictness",
    words:
      "How sure ReplyGuard must be before it speaks. Strict also stops what is only possibly a disclosure.",
  },
  actions: {
    kind: "choice",
    schema: byCategory,
    values: actions,
    fallback: {
      "patient-match": "block",
      identifier: "block",
      health: "block",
      payment: "block",
      relationship: "block",
      media: "block",
      conduct: "block",
    },
    level: "tighten",
    title: "What happens",
    words:
      "For each category: let it go, record it only, warn (the person may post anyway), warn and ask for a reason, or block. A finding that is only likely warns even where the category blocks.",
  },
  surfaceActions: {
    kind: "choice",
    schema: z.strictObject({
      "review-reply": someCategories,
      comment: someCategories,
      post: someCategories,
      message: someCategories,
      review: someCategories,
    } satisfies Record<Surface, typeof someCategories>),
    values: actions,
    fallback: {},
    inherits: "actions",
    level: "tighten",
    title: "What happens in one kind of box",
    words:
      "The same for replies to reviews, comments, posts, direct messages or reviews alone. What is left out is as under What happens.",
  },
  sites: {
    kind: "choice",
    schema: z.strictObject({
      facebook: z.boolean(),
      instagram: z.boolean(),
      yelp: z.boolean(),
      google: z.boolean(),
      realself: z.boolean(),
      healthgrades: z.boolean(),
      tiktok: z.boolean(),
      x: z.boolean(),
    }),
    values: onOff,
    fallback: {
      facebook: true,
      instagram: true,
      yelp: true,
      google: false,
      realself: false,
      healthgrades: false,
      tiktok: false,
      x: false,
    },
    level: "default",
    whenSet: "fixed",
    title: "Sites",
    words:
      "Which sites are watched. Facebook, Instagram or Yelp switched off shows as not watching on the badge. For each of the others the browser asks once, when it is switched on, for the permission to see it.",
  },
  surfaces: {
    kind: "choice",
    schema: z.strictObject({
      "review-reply": z.boolean(),
      comment: z.boolean(),
      post: z.boolean(),
      message: z.boolean(),
      review: z.boolean(),
    } satisfies Record<Surface, z.ZodMiniBoolean>),
    values: onOff,
    fallback: { "review-reply": true, comment: true, post: true, message: true, review: true },
    level: "default",
    whenSet: "fixed",
    title: "Kinds of boxes",
    words:
      "Which kinds of boxes are watched on the sites that are. One that is switched off shows as not watching on the badge.",
  },
  unchecked: {
    kind: "choice",
    schema: z.enum(["hold", "let-go-and-record"]),
    values: ["let-go-and-record", "hold"],
    fallback: "hold",
    level: "tighten",
    title: "When a draft could not be checked",
    words: "Hold the send until the check has an answer, or let it go and record that it went unchecked.",
  },
  postAnyway: {
    kind: "choice",
    schema: z.enum(["never", "warnings", "always"]),
    values: ["always", "warnings", "never"],
    fallback: "warnings",
    level: "tighten",
    title: "Post anyway",
    words: "Whether a person may post a draft that was warned about (or also one that was blocked).",
  },
  reasonRequired: {
    kind: "choice",
    schema: z.boolean(),
    values: onOff,
    fallback: true,
    level: "tighten",
    title: "Ask for a reason",
    words: "A person who posts anyway must say why in one line. The line is recorded; the draft is not.",
  },
  reasonFreeText: {
    kind: "choice",
    schema: z.boolean(),
    values: [true, false],
    fallback: true,
    level: "tighten",
    title: "Reasons in one’s own words",
    words: "Whether the reason may be written, or has to be one of those that are offered.",
  },
  secondPerson: {
    kind: "choice",
    schema: z.enum(["never", "stopped", "always"]),
    values: ["never", "stopped", "always"],
    fallback: "never",
    level: "tighten",
    title: "A second person’s code",
    words:
      "Whether a colleague has to agree before a draft is posted anyway: never, where it was stopped, or always. They read out the six digits of the authenticator app on their phone.",
  },
  language: {
    kind: "choice",
    schema: z.enum(["browser", "en", "es"]),
    values: ["browser", "en", "es"],
    isUnordered: true,
    fallback: "browser",
    level: "default",
    whenSet: "fixed",
    title: "Language",
    words: "The language of the card and of ReplyGuard’s pages: that of the browser, English, or Spanish.",
  },
} as const;
