import { nameLimit, reasonLimit } from "../contract/limits.ts";
import type { WorkerChannels } from "../contract/messages.ts";
import type { RecordReader } from "../platform/record-store.ts";
import { answer, refusal } from "../platform/serve.ts";
import type { Handlers } from "../platform/serve.ts";
import { nameOfKey, webChecking } from "../record/proof.ts";
import { toLine } from "../record/read-line.ts";
import type { Forward } from "./forward.ts";
import type { Officer } from "./officer.ts";
import { listAttempts } from "./record-read.ts";
import type { Recorder } from "./record.ts";
import type { Room } from "./record-room.ts";

type Channels =
  | "attempt.list"
  | "record.standing"
  | "record.review"
  | "record.take-down"
  | "record.training"
  | "record.unlock"
  | "record.export";

export interface RecordHandlerParts {
  readonly record: Recorder;
  readonly recordStore: RecordReader;
  readonly room: Room;
  readonly forward: Pick<Forward, "standing">;
  readonly officer: Pick<Officer, "behindLock" | "cleaned">;
  /** Bytes; the browser may not say. */
  space(): Promise<{ readonly usage?: number; readonly quota?: number }>;
}

/** The channels of the record. */
export function createRecordHandlers(parts: RecordHandlerParts): Pick<Handlers<WorkerChannels>, Channels> {
  const { record, recordStore, room } = parts;

  const { behindLock, cleaned } = parts.officer;

  return {
    "attempt.list": behindLock(async ({ since, limit }) => {
      // What an older version has kept may still be on its way into the record.
      await record.head();
      return answer(await listAttempts(recordStore, since, limit));
    }),
    "record.review": behindLock(async ({ subject, state, note, assignee }) => {
      const written = await cleaned({ note, assignee }, { note: reasonLimit, assignee: 100 });
      if ("code" in written) return refusal(written.code);
      await record.add({ kind: "review", subject, state, ...written.fields });
      return done;
    }),
    "record.take-down": behindLock(async ({ note, reference, ...rest }) => {
      const written = await cleaned({ note, reference }, { note: reasonLimit, reference: nameLimit });
      if ("code" in written) return refusal(written.code);
      await record.add({ kind: "take-down", ...rest, ...written.fields });
      return done;
    }),
    "record.training": behindLock(async ({ topic, count, who, note }) => {
      const written = await cleaned(
        { topic, who, note },
        { topic: 100, who: reasonLimit, note: reasonLimit },
      );
      if ("code" in written) return refusal(written.code);
      await record.add({ kind: "training", ...written.fields, topic: written.fields.topic ?? topic, count });
      return done;
    }),
    "record.unlock": behindLock(async (unlock) => {
      await record.add({ kind: "unlock", what: "evidence", ...unlock });
      return done;
    }),
    "record.export": behindLock(async ({ format, from, ...about }) => {
      await record.step(({ chain }) => ({
        bodies: [{ kind: "export", format, from: Math.min(from, chain.next), next: chain.next, ...about }],
      }));
      const end = await record.end(from);
      return answer({ next: end.end.next, seals: end.end.seals, end: toLine(end) });
    }),
    "record.standing": behindLock(async () => {
      const [{ chain, expired }, waiting, space, forward] = await Promise.all([
        record.head(),
        room.waiting(),
        parts.space().catch(() => ({ usage: undefined, quota: undefined })),
        parts.forward.standing(),
      ]);
      return answer({
        seat: chain.seat,
        keyName: await nameOfKey(chain.key, webChecking),
        expired,
        next: chain.next,
        seals: chain.seals,
        waiting,
        used: space.usage ?? null,
        room: space.quota ?? null,
        forward,
      });
    }),
  };
}

const done = answer({ done: true as const });
