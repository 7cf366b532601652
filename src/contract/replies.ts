/** The practice's own replies, as they are looked for and looked at. */
import { category, draft, surface } from "./draft.ts";
import { ownReply } from "./policy-lists.ts";
import { z } from "./zod.ts";

/** Longest that is looked for, in UTF-16 units. */
export const queryLimit = 100;
/** As many as are shown of what is found. */
export const repliesShown = 8;

/** Of the replies that have the words that are looked for. */
export const foundReplies = z.strictObject({
  /** Nearest first; each has passed the check at the strictest in place of the draft at hand. */
  replies: z.array(z.string()).check(z.maxLength(repliesShown)),
  /** There are more than are shown. */
  more: z.boolean(),
  /** So many of those that were looked at do not pass in this place, and are not offered. */
  withheld: z.int(),
});
export type FoundReplies = z.infer<typeof foundReplies>;

/** What the check says of a reply in one of the places in which it is to be offered. */
export const replyTried = z.strictObject({
  surface,
  /** The first finding; null: it passes there. `quote`: the words of the reply. */
  finding: z.nullable(z.strictObject({ category, why: z.string(), quote: z.string() })),
});
export type ReplyTried = z.infer<typeof replyTried>;

/** content or page → worker */
export const repliesChannels = {
  /**
   * The practice's replies that have the words of `query` and may stand in place of the draft, from which only thread and place
   * count for that. `draft.check` is asked again when one is put into the box.
   */
  "replies.search": {
    from: "content",
    request: z.strictObject({ query: z.string().check(z.maxLength(queryLimit)), draft }),
    response: foundReplies,
  },
  /** How a reply fares that a person is about to keep, place by place: one that passes nowhere is refused by `policy.change`. */
  "replies.try": {
    from: "page",
    request: z.strictObject({ reply: ownReply }),
    response: z.strictObject({ tried: z.array(replyTried) }),
  },
} as const;
