import { category, site, surface } from "./draft.ts";
import { mediaKind } from "./media-kind.ts";
import { nameLimit, reasonLimit } from "./limits.ts";
import { z } from "./zod.ts";

/**
 * What became of a send. `stopped`, `warned`: held because of findings; `unchecked`: held for want of a verdict;
 * `let-go-unchecked`: policy let it go without one; `posted-anyway`: a person went on; `mended`: an alternative was put into the box;
 * `attested`: a person attested an authorization; `not-watching`: a box no adapter knows was written in; `recorded`: let go
 * without a word, because policy only records what was found, or for now holds nothing; `disputed`: a person says of what was found
 * that it is no problem, which changes nothing of the hold, and is no officer's review; `standing`: no send at all, what was
 * found stands on the site, and a look back has found it.
 */
export const outcome = z.enum([
  "stopped",
  "warned",
  "unchecked",
  "let-go-unchecked",
  "posted-anyway",
  "mended",
  "attested",
  "not-watching",
  "recorded",
  "disputed",
  "standing",
]);
export type Outcome = z.infer<typeof outcome>;

/** One line of the record. There is no field that could hold the draft, the thread or a name. */
export const attempt = z.strictObject({
  id: z.string(),
  /** Milliseconds since 1970, by the worker's clock. */
  at: z.int(),
  site,
  /** Of a site that policy alone names (`other`): the host in the policy, never the page's address. */
  host: z.optional(z.string()),
  surface,
  outcome,
  categories: z.array(category),
  rules: z.array(z.string()),
  /** Length of the draft in UTF-16 units. */
  length: z.int(),
  /** What the person gave as reason for posting anyway, or as reference of the authorization. */
  reason: z.optional(z.string().check(z.maxLength(reasonLimit))),
  /** Whose code let it be posted anyway, by the name that the policy has for them. */
  approvedBy: z.optional(z.string().check(z.maxLength(nameLimit))),
  /** Of `attested`: what was found in the files, never what it says. */
  carries: z.optional(z.array(mediaKind)),
  policyVersion: z.string(),
  engineVersion: z.string(),
});
export type Attempt = z.infer<typeof attempt>;
