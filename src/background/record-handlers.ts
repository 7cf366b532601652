import { nameLimit, reasonLimit } from "../contract/limits.ts";
import type { Request, WorkerChannels } from "../contract/messages.ts";
import type { Draft, Verdict } from "../engine/model.ts";
import type { Span } from "../engine/rule.ts";
import type { RecordReader } from "../platform/record-store.ts";
import { answer, refusal } from "../platform/serve.ts";
import type { Handlers } from "../platform/serve.ts";
import { nameOfKey, webChecking } from "../record/proof.ts";
import { toLine } from "../record/read-line.ts";
import type { Forward } from "./forward.ts";
import type { KnowledgeHolder } from "./knowledge.ts";
import { cleanedLine } from "./reason.ts";
import { listAttempts } from "./record-read.ts";
import type { Recorder } from "./record.ts";
import type { Room } from "./record-room.ts";

type Channels = "attempt.list" | "record.standing" | "record.review" | "record.unlock" | "record.export";

export interface RecordHandlerParts<Prepared> {
  readonly record: Recorder;
  readonly recordStore: RecordReader;
  readonly room: Room;
  readonly forward: Pick<Forward, "standing">;
  readonly knowledge: KnowledgeHolder<Prepared>;
  readonly check: (draft: Draft, prepared: Prepared) => Verdict;
  readonly notToKeep: (text: string, prepared: Prepared) => readonly Span[];
  /** Bytes; the browser may not say. */
  space(): Promise<{ readonly usage?: number; readonly quota?: number }>;
}

/** The channels of the record. */
export function createRecordHandlers<Prepared>(
  parts: RecordHandlerParts<Prepared>,
): Pick<Handlers<WorkerChannels>, Channels> {
  const { record, recordStore, room } = parts;

  const cleaned = (text: string, limit: number, prepared: Prepared): string =>
    cleanedLine(text, limit, prepared, parts);

  async function review({ note, assignee, ...rest }: Request<WorkerChannels, "record.review">) {
    const known = await parts.knowledge.ready();
    const isWritten = note !== undefined || assignee !== undefined;
    if (!known) return refusal("not-ready");
    if (known.code !== undefined) {
      if (isWritten) return refusal(known.code);
      await record.add({ kind: "review", ...rest });
      return done;
    }
    const { prepared } = known;
    await record.add({
      kind: "review",
      ...rest,
      ...(note === undefined ? {} : { note: cleaned(note, reasonLimit, prepared) }),
      ...(assignee === undefined ? {} : { assignee: cleaned(assignee, nameLimit, prepared) }),
    });
    return done;
  }

  return {
    "attempt.list": async ({ since, limit }) => {
      // What an older version has kept may still be on its way into the record.
      await record.head();
      return answer(await listAttempts(recordStore, since, limit));
    },
    "record.review": review,
    "record.unlock": async (unlock) => {
      await record.add({ kind: "unlock", what: "evidence", ...unlock });
      return done;
    },
    "record.export": async ({ format, from }) => {
      await record.step(({ chain }) => ({
        bodies: [{ kind: "export", format, from: Math.min(from, chain.next), next: chain.next }],
      }));
      const end = await record.end(from);
      return answer({ next: end.end.next, seals: end.end.seals, end: toLine(end) });
    },
    "record.standing": async () => {
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
    },
  };
}

const done = answer({ done: true as const });
