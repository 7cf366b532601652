/** Where a seat's record stands: what is kept beside its entries, and written together with them. */
import { z } from "./zod.ts";

const count = z.int().check(z.minimum(0));

export const recordHead = z.strictObject({
  /** One more with each step: whoever has read another one has read something old. */
  revision: count,
  /** Where the chain ends; `Chain` of src/record/chain.ts says what each part is. */
  chain: z.strictObject({
    seat: z.string(),
    key: z.string(),
    nextKey: z.optional(z.string()),
    next: count,
    head: z.string(),
    at: count,
    day: z.string(),
    first: count,
    seals: count,
    sealed: z.string(),
    back: z.boolean(),
  }),
  /** How many entries have been removed for their age: the first one that is there. */
  expired: count,
  /** Day of the last heartbeat, in UTC; null: there was none. */
  heartbeat: z.nullable(z.string()),
  /** Version of the policy that was last told of; null: none. */
  policyVersion: z.nullable(z.string()),
});
export type RecordHead = z.infer<typeof recordHead>;
