/** What a picture or video says beside what it shows, and that somebody attests the authorization for it. */
import { done, nothing } from "./checked.ts";
import { category, draft } from "./draft.ts";
import { authorizationLimit, embeddedLimit, embeddedMost } from "./limits.ts";
import { mediaKind } from "./media-kind.ts";
import { z } from "./zod.ts";

/** content → worker */
export const mediaChannels = {
  /** Puts the part of the card that is about pictures into the frame that asks for it. */
  "media.load": {
    from: "content",
    request: nothing,
    response: done,
  },
  /** What is said by file names and by texts inside of files: of each the categories of what the check finds in it. */
  "media.check": {
    from: "content",
    request: z.strictObject({
      texts: z.array(z.string().check(z.maxLength(embeddedLimit))).check(z.maxLength(embeddedMost)),
    }),
    response: z.strictObject({ found: z.array(z.array(category)) }),
  },
  /**
   * Somebody attests that the authorization for what is attached to `draft` is signed and on file. Answered when it is on record,
   * once for each `id`; without a `reference` the entry has no reason. `named`: the reference has what the record does not keep, and
   * nothing was written.
   */
  "media.attest": {
    from: "content",
    request: z.strictObject({
      id: z.string().check(z.maxLength(64)),
      draft,
      reference: z.optional(z.string().check(z.minLength(1), z.maxLength(authorizationLimit))),
      carries: z.array(mediaKind).check(z.maxLength(mediaKind.options.length)),
    }),
    response: z.strictObject({ problem: z.nullable(z.literal("named")) }),
  },
} as const;
