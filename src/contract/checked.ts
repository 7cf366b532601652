/** What is asked about a draft, and what the worker answers: in a page, and in the practice room. */
import { verdict } from "./draft.ts";
import { draftLimit, usedLimit } from "./limits.ts";
import { z } from "./zod.ts";

/**
 * `bad-request`: the body does not fit its schema; `not-allowed`: this sender may not call this channel;
 * `not-ready`: policy or patient list has not loaded; `too-long`: over `draftLimit`; `stale`: the draft has changed
 * since; `failed`: the handler threw; `gone`: nobody answers (worker killed, extension updated). Of the patient list:
 * `locked`: its key is not here; `expired`: it is too old to be used; `awaited`: the practice's has not arrived yet;
 * `unusable`: it is damaged, altered, of a newer version, or the managed key does not fit.
 */
export const code = z.enum([
  "bad-request",
  "not-allowed",
  "not-ready",
  "too-long",
  "stale",
  "failed",
  "gone",
  "locked",
  "expired",
  "awaited",
  "unusable",
]);
export type Code = z.infer<typeof code>;

/**
 * What policy lets a person do with this verdict, decided in the worker so that the page cannot widen it. `postAnyway` is
 * false also where policy would let, and what it asks for cannot be had: `secondPerson` is true then because there is nobody
 * who could give a code, `reasonRequired` because no reason is offered and none may be written.
 */
export const permission = z.strictObject({
  postAnyway: z.boolean(),
  reasonRequired: z.boolean(),
  /** Offered, in this order. */
  reasons: z.array(z.string()),
  /** A reason may be written that is not one of `reasons`. */
  freeText: z.boolean(),
  /** A colleague's code is needed as well: see `attempt.approve`. */
  secondPerson: z.boolean(),
});

export const checked = z.strictObject({
  /** Names policy, practice and patient list together; a verdict is worth nothing under another one. */
  knowledge: z.string(),
  verdict,
  permission,
  /** Nobody is told of it, and that the draft was sent is recorded (`recorded`). Only with the verdict `allow`. */
  note: z.boolean(),
});

/** Alternatives that this page has taken, so that the same words are not offered under every review. */
export const used = z.optional(
  z.array(z.string().check(z.maxLength(draftLimit))).check(z.maxLength(usedLimit)),
);

export const nothing = z.strictObject({});
export const done = z.strictObject({ done: z.literal(true) });

export type Checked = z.infer<typeof checked>;
export type Permission = z.infer<typeof permission>;
