/** How the record of this seat stands, for the extension's pages. */
import { forwardStanding } from "./forwarding.ts";
import { z } from "./zod.ts";

const count = z.int().check(z.minimum(0));

/** Bytes below which people are told to make room: some 300,000 entries, or 30,000 with sealed drafts, and time to see to it. */
export const littleRoom = 100_000_000;

/** @param space what the browser says of the disk, in bytes; where it does not, nobody can be told */
export const isRoomShort = ({
  usage,
  quota,
}: {
  readonly usage?: number | undefined;
  readonly quota?: number | undefined;
}): boolean => usage !== undefined && quota !== undefined && quota - usage < littleRoom;

export const recordStanding = z.strictObject({
  /** Of the seat, as in its entries; and what people compare: the name of its key (docs/log-format.md). */
  seat: z.string(),
  keyName: z.string(),
  /** The entries from `expired` to the one before `next` are there. */
  expired: count,
  next: count,
  seals: count,
  /** Entries that could not be written yet, because the disk is full. */
  waiting: count,
  /** Bytes that the extension takes, and that the browser would let it take; null: the browser does not say. */
  used: z.nullable(count),
  room: z.nullable(count),
  /** Null: the policy names no collector. */
  forward: z.nullable(forwardStanding),
});
export type RecordStanding = z.infer<typeof recordStanding>;
