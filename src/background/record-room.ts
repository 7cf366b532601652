/**
 * What becomes of entries that cannot be written because the disk is full. Nothing stops being guarded. What a page still offers
 * again is waited for; what it has given up by then is counted, and the record tells how many there were as soon as it can.
 */
import { z } from "../contract/zod.ts";
import type { EntryBody } from "../contract/record-entry.ts";
import type { Item } from "../platform/storage.ts";
import type { SealedDraft } from "./evidence.ts";
import { createTurns } from "./in-turn.ts";
import type { Recorder } from "./record.ts";

/** `storage.session`: entries that wait, by the id under which they are offered again; when they were offered first, and last. */
export const waitingEntries = z.array(z.strictObject({ id: z.string(), at: z.int(), last: z.int() }));
export type WaitingEntries = z.infer<typeof waitingEntries>;

/** `storage.local`: of those the count, and when the first was offered, for the case that the browser ends before there is room. */
export const leftEntries = z.nullable(
  z.strictObject({
    count: z.int().check(z.minimum(1)),
    from: z.int().check(z.minimum(0), z.maximum(8_640_000_000_000_000)),
  }),
);
export type LeftEntries = z.infer<typeof leftEntries>;

/** A page that is still there offers an attempt again each minute at least. */
export const givenUpMs = 5 * 60_000;
/** So many are told apart; of more it is known that they were more. */
const most = 5000;

export interface RoomParts {
  readonly record: Pick<Recorder, "step" | "add">;
  readonly kept: Item<WaitingEntries>;
  /** Not in the record's own store: that is the one that has no room. */
  readonly left: Item<LeftEntries>;
  /** Something waits for room, or nothing does any more. */
  onChange(isFull: boolean): void;
  now(): number;
}

export interface Room {
  /**
   * Puts an attempt on record under its id, with what `seal` gives. Rejects where it could not be written: the page offers it
   * again.
   */
  add(body: EntryBody, id: string, seal?: () => Promise<SealedDraft | undefined>): Promise<void>;
  /** For what nobody offers again. Never rejects: what cannot be written is counted. */
  note(body: EntryBody): Promise<void>;
  /** Entries that wait for room. */
  waiting(): Promise<number>;
  /** Tells what was given up, if it can be written. For the start of the worker. Never rejects. */
  settle(): Promise<void>;
}

export function createRoom(parts: RoomParts): Room {
  const alone = createTurns();
  let isFull = false;

  /** One change of the list at a time. */
  function change(make: (waiting: WaitingEntries) => WaitingEntries): Promise<WaitingEntries> {
    return alone(async () => {
      const before = await parts.kept.read();
      const after = make(before);
      if (after === before) return after;
      // First, so that none is forgotten where the browser ends between the two. On a disk without a byte left it fails.
      await parts.left.write(leftOf(after)).catch(() => undefined);
      await parts.kept.write(after);
      return after;
    });
  }

  async function failed(id: string): Promise<void> {
    const now = parts.now();
    await change((waiting) => {
      const { at } = waiting.find((one) => one.id === id) ?? { at: now };
      const others = waiting.filter((one) => one.id !== id);
      return others.length >= most ? waiting : [...others, { id, at, last: now }];
    });
    tell(true);
  }

  async function written(id: string): Promise<void> {
    if (!isFull && (await parts.kept.read()).length === 0) return;
    const waiting = await change((all) => all.filter((one) => one.id !== id));
    await tellLost(waiting);
  }

  async function tellLost(waiting: WaitingEntries): Promise<void> {
    const lost = waiting.filter(({ last: offered }) => parts.now() >= offered + givenUpMs);
    const [first] = lost;
    if (first) {
      const from = Math.min(...lost.map(({ at }) => at));
      // Under a name of its own: where the worker ends before they are taken off the list, they are told once.
      const id = `lost ${first.id} ${lost.length}`;
      await parts.record.add({ kind: "lost", count: lost.length, from }, id);
      await change((all) => all.filter(({ id }) => !lost.some((one) => one.id === id)));
    }
    tell(waiting.length > lost.length);
  }

  /** What waited when the browser ended: its pages are gone, and with them what they offered. */
  async function readLeft(): Promise<void> {
    const left = (await parts.kept.read()).length === 0 ? await parts.left.read() : null;
    if (!left) return;
    const { count, from } = left;
    const one = { at: from, last: Math.min(from, parts.now() - givenUpMs) };
    const all = Array.from({ length: Math.min(count, most) }, () => ({ ...one, id: crypto.randomUUID() }));
    await change((waiting) => (waiting.length === 0 ? all : waiting));
  }

  function tell(now: boolean): void {
    if (now === isFull) return;
    isFull = now;
    parts.onChange(now);
  }

  return {
    async add(body, id, seal) {
      try {
        const sealed = await seal?.();
        await parts.record.add(
          sealed && body.kind === "attempt" ? { ...body, evidence: sealed.hash } : body,
          id,
          sealed?.bytes,
        );
      } catch (error) {
        await failed(id).catch(() => undefined);
        throw error;
      }
      await written(id).catch(() => undefined);
    },
    async note(body) {
      try {
        await parts.record.add(body);
      } catch {
        // Nobody offers it again: it counts as given up from the beginning.
        const id = crypto.randomUUID();
        const at = parts.now();
        const lost = { id, at, last: at - givenUpMs };
        await change((all) => (all.length >= most ? all : [...all, lost])).catch(() => undefined);
        tell(true);
        return;
      }
      await written("").catch(() => undefined);
    },
    waiting: async () => (await parts.kept.read()).length,
    async settle() {
      await readLeft().catch(() => undefined);
      const waiting = await parts.kept.read().catch(() => []);
      tell(waiting.length > 0);
      if (waiting.length > 0) await tellLost(waiting).catch(() => undefined);
    },
  };
}

function leftOf(waiting: WaitingEntries): LeftEntries {
  if (waiting.length === 0) return null;
  return { count: waiting.length, from: Math.min(...waiting.map(({ at }) => at)) };
}
