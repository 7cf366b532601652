import { done, nothing } from "./checked.ts";
import { finding, surface } from "./draft.ts";
import { foundReplies } from "./replies.ts";
import { z } from "./zod.ts";

/** How one box stands, in the words of the card's `data-state`. */
export const boxState = z.enum(["idle", "checking", "clear", "warn", "block", "unchecked"]);

/** popup → content, addressed to the frame that `tab.status` names as active */
export const contentChannels = {
  "composer.read": {
    from: "page",
    request: nothing,
    response: z.strictObject({
      state: boxState,
      note: z.string(),
      surface: z.nullable(surface),
      /** Findings with the words they quote: shown in the popup, kept nowhere. */
      findings: z.array(z.extend(finding, { quote: z.string() })),
      alternatives: z.array(z.strictObject({ text: z.string(), kind: z.enum(["repair", "reply"]) })),
    }),
  },
  /** The practice's replies for the box at hand. `stale`: there is none. */
  "composer.replies": {
    from: "page",
    request: z.strictObject({ query: z.string() }),
    response: foundReplies,
  },
  /**
   * Put alternative number `index` into the box, if its text is still `text`; null: a reply of the practice, which is checked
   * there first, and `not-allowed` where it does not pass.
   */
  "composer.use": {
    from: "page",
    request: z.strictObject({ index: z.nullable(z.int()), text: z.string() }),
    response: done,
  },
} as const;

export type ContentChannels = typeof contentChannels;
