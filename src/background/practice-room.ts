/** What the practice room asks: drafts that go nowhere, checked as a page's are, and the outcome of its test. */
import { nameLimit } from "../contract/limits.ts";
import type { WorkerChannels } from "../contract/messages.ts";
import type { Policy } from "../contract/policy.ts";
import type { Draft, Verdict } from "../engine/model.ts";
import { answer, refusal } from "../platform/serve.ts";
import type { Handlers } from "../platform/serve.ts";
import { checkDraft } from "./check.ts";
import { digest } from "./digest.ts";
import type { KnowledgeHolder } from "./knowledge.ts";
import { cleanedLine } from "./reason.ts";
import type { Cleaning } from "./reason.ts";
import type { Recorder } from "./record.ts";
import type { Replies } from "./replies.ts";

type Channels =
  | "practice-room.check"
  | "practice-room.wake"
  | "practice-room.replies"
  | "practice-room.result";

export interface PracticeRoomParts<Prepared> {
  readonly knowledge: KnowledgeHolder<Prepared>;
  readonly record: Pick<Recorder, "add">;
  readonly replies: Pick<Replies<Prepared>, "search">;
  readonly check: (draft: Draft, prepared: Prepared, used?: readonly string[]) => Verdict;
  readonly notToKeep: Cleaning<Prepared>["notToKeep"];
}

/** What the entry of a test says it was on. */
const topic = "Practice room test";

export function createPracticeRoom<Prepared>(
  parts: PracticeRoomParts<Prepared>,
): Pick<Handlers<WorkerChannels>, Channels> {
  const { knowledge, record } = parts;
  const knownUnder = (policy: Policy | undefined): ReturnType<typeof knowledge.ready> =>
    policy ? knowledge.under(policy) : knowledge.ready();

  return {
    "practice-room.check": async ({ draft, used, under: policy }) => {
      const known = await knownUnder(policy);
      if (!known || known.code !== undefined) return refusal(known?.code ?? "not-ready");
      return answer(checkDraft(draft, known, parts.check, false, used));
    },
    "practice-room.wake": async ({ under: policy }) => {
      const known = await knownUnder(policy);
      if (!known) return refusal("not-ready");
      const { messages, contact, replies } = known.resolved.policy;
      return answer({ knowledge: known.version, messages, contact, replies: replies.length > 0 });
    },
    "practice-room.replies": async ({ query, draft, under: policy }) => {
      const known = await knownUnder(policy);
      if (!known || known.code !== undefined) return refusal(known?.code ?? "not-ready");
      return answer(await parts.replies.search(query, draft, known.resolved.policy.replies, known.prepared));
    },
    "practice-room.result": async ({ id, who, test }) => {
      const now = await knowledge.ready();
      if (!now) return refusal("not-ready");
      if (who !== undefined && now.code !== undefined) return refusal(now.code);
      const name =
        who === undefined || now.code !== undefined
          ? {}
          : { who: cleanedLine(who, nameLimit, now.prepared, parts) };
      await record.add({ kind: "training", topic, count: 1, ...name, test }, await digest(`test ${id}`));
      return answer({ done: true as const });
    },
  };
}
