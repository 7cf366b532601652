/** The channels of the practice room, page → worker: see messages.ts. */
import { checked, done, used } from "./checked.ts";
import { draft } from "./draft.ts";
import { nameLimit } from "./limits.ts";
import { policy } from "./policy.ts";
import { foundReplies, queryLimit } from "./replies.ts";
import { testResult } from "./test-result.ts";
import { z } from "./zod.ts";

export const practiceRoomChannels = {
  /**
   * A draft of the practice room, checked as `draft.check` does, but for a `monitor` of the policy, under which nobody would learn
   * anything. `under`: a policy that is tried out; it is not taken into force. Nothing of it goes on record.
   */
  "practice-room.check": {
    from: "page",
    request: z.strictObject({ draft, used, under: z.optional(policy) }),
    response: checked,
  },
  /** What the card of the practice room has to know before there is a verdict. */
  "practice-room.wake": {
    from: "page",
    request: z.strictObject({ under: z.optional(policy) }),
    response: z.strictObject({
      knowledge: z.string(),
      messages: policy.shape.messages,
      contact: policy.shape.contact,
      /** There are replies of the practice to be looked for. */
      replies: z.boolean(),
    }),
  },
  /** As `replies.search`. */
  "practice-room.replies": {
    from: "page",
    request: z.strictObject({
      query: z.string().check(z.maxLength(queryLimit)),
      draft,
      under: z.optional(policy),
    }),
    response: foundReplies,
  },
  /**
   * Somebody has taken the practice room's test. Answered when it is on record, once for each `id`. Names on the patient list are
   * taken out of `who`: with a code of the list nothing was written, because they could not be looked for.
   */
  "practice-room.result": {
    from: "page",
    request: z.strictObject({
      id: z.string().check(z.maxLength(64)),
      who: z.optional(z.string().check(z.maxLength(nameLimit))),
      test: testResult,
    }),
    response: done,
  },
} as const;
