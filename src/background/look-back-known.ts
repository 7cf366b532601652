/** What a look back has found and put on record, by keyed digests alone: so that another one can tell what is gone. */
import { site, surface } from "../contract/draft.ts";
import { recordSubject } from "../contract/record-entry.ts";
import { token } from "../contract/record-fields.ts";
import { z } from "../contract/zod.ts";
import type { Item } from "../platform/storage.ts";
import { createTurns } from "./in-turn.ts";

/** One reply. `mark`: of its text; `round`: how often it had been gone, and was there again. */
const knownReply = z.strictObject({
  site,
  surface,
  place: token,
  anchor: z.nullable(token),
  page: token,
  mark: token,
  isCut: z.boolean(),
  /** The entry with which it is on record; null: it could not be read. */
  entry: z.nullable(recordSubject),
  round: z.int(),
  gone: z.boolean(),
});
export const knownReplies = z.array(knownReply);
export type KnownReply = z.infer<typeof knownReply>;

/** The oldest go first, those that are gone before all. Their entries stay on record. */
export const mostKnown = 2000;

export interface Known {
  read(): Promise<readonly KnownReply[]>;
  /** In the place of the one with the same place and mark, or as a new one. One change at a time. */
  put(reply: KnownReply): Promise<void>;
}

export function createKnown(kept: Item<z.infer<typeof knownReplies>>): Known {
  const alone = createTurns();
  return {
    read: () => kept.read(),
    put: (reply) =>
      alone(async () => {
        const all = await kept.read();
        const at = all.findIndex(({ place, mark }) => place === reply.place && mark === reply.mark);
        const next = at < 0 ? [...all, reply] : all.with(at, reply);
        while (next.length > mostKnown) {
          const first = next.findIndex(({ gone }) => gone);
          next.splice(Math.max(first, 0), 1);
        }
        await kept.write(next);
      }),
  };
}
