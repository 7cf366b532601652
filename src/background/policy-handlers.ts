import { policyWithoutSecrets } from "../contract/read-value.ts";
import type { WorkerChannels } from "../contract/messages.ts";
import type { Policy } from "../contract/policy.ts";
import { shownPolicy } from "../contract/policy-report.ts";
import type { PolicyReport, ShownPolicy } from "../contract/policy-report.ts";
import { practice } from "../contract/practice.ts";
import type { Practice } from "../engine/model.ts";
import type { Database } from "../platform/database.ts";
import type { RecordReader } from "../platform/record-store.ts";
import { answer, refusal } from "../platform/serve.ts";
import type { Handlers } from "../platform/serve.ts";
import type { KnowledgeHolder } from "./knowledge.ts";
import { newPhrases } from "./named-in-phrases.ts";
import { isSeatPractice, practiceInForce } from "./practice-in-force.ts";
import type { State } from "./policy.ts";
import { versionOfPolicy } from "./policy-source.ts";
import type { PolicySource, SeatPolicy } from "./policy-source.ts";
import { listPolicyEvents } from "./record-read.ts";
import type { Recorder } from "./record.ts";
import { isOfUse } from "./replies.ts";
import type { Replies } from "./replies.ts";

type Channels =
  | "policy.read"
  | "policy.change"
  | "policy.events"
  | "practice.read"
  | "practice.change"
  | "replies.try";

export interface PolicyHandlerParts<Prepared> {
  readonly store: Pick<Database, "readSetting" | "writeSetting">;
  readonly recordStore: RecordReader;
  readonly record: Pick<Recorder, "head">;
  readonly knowledge: KnowledgeHolder<Prepared>;
  readonly policy: PolicySource;
  /** Whether a text names somebody on the patient list, whatever policy does about that in a draft. */
  readonly namesListed: (text: string, prepared: Prepared) => boolean;
  readonly replies: Replies<Prepared>;
  readonly browserName: "chrome" | "firefox";
}

/** This seat's own profile; undefined: none was ever written here. */
export async function readOwnPractice(store: Pick<Database, "readSetting">): Promise<Practice | undefined> {
  return practice.safeParse(await store.readSetting("practice")).data;
}

/** The channels of policy and practice. */
export function createPolicyHandlers<Prepared>(
  parts: PolicyHandlerParts<Prepared>,
): Pick<Handlers<WorkerChannels>, Channels> {
  const { store, knowledge, policy } = parts;
  return {
    "policy.read": async () => {
      const [resolved, own] = await Promise.all([policy.read(), readOwnPractice(store)]);
      const { monitor } = resolved.policy;
      return answer({
        policy: shown(resolved.policy),
        floor: shown(resolved.floor),
        states: statesOf(resolved, own),
        faults: [...resolved.faults],
        source: resolved.source,
        managedSeen: resolved.isSeen,
        goneUntil: resolved.goneUntil,
        monitoring: monitor && { ...monitor, now: resolved.monitoring },
        policyVersion: await versionOfPolicy(resolved.policy),
        browser: { name: parts.browserName, liveChange: parts.browserName === "chrome" },
      });
    },
    "policy.change": async ({ policy: wanted, practice: profile }) => {
      if (wanted.alwaysStop || wanted.alwaysAllow || wanted.replies) {
        const known = await knowledge.ready();
        if (!known) return refusal("not-ready");
        const fresh = newPhrases(wanted, known.resolved.policy);
        if (known.code === undefined) {
          if (fresh.some((text) => parts.namesListed(text, known.prepared))) return refusal("bad-request");
          const replies = (wanted.replies ?? []).filter(({ text }) => fresh.includes(text));
          if (!replies.every((reply) => isOfUse(parts.replies.tried(reply, known.prepared))))
            return refusal("bad-request");
        } else if (fresh.length > 0) return refusal(known.code);
      }
      const changed = await policy.change(wanted, profile);
      if (changed !== true) return refusal(changed === "awaited" ? "not-ready" : "not-allowed");
      await knowledge.reload();
      return answer({ done: true as const });
    },
    "replies.try": async ({ reply }) => {
      const known = await knowledge.ready();
      if (!known || known.code !== undefined) return refusal(known?.code ?? "not-ready");
      return answer({ tried: [...parts.replies.tried(reply, known.prepared)] });
    },
    "policy.events": async ({ limit }) => {
      await parts.record.head();
      return answer(await listPolicyEvents(parts.recordStore, limit));
    },
    "practice.read": async () => {
      const [resolved, own] = await Promise.all([policy.read(), readOwnPractice(store)]);
      return answer({
        practice: practice.parse(practiceInForce(resolved, own)),
        own: own === undefined ? null : practice.parse(own),
        ...practiceState(resolved, own),
      });
    },
    "practice.change": async (body) => {
      const resolved = await policy.read();
      if (resolved.source === "awaited") return refusal("not-ready");
      if (resolved.states.get("practice")?.level === "fixed") return refusal("not-allowed");
      await store.writeSetting("practice", body.practice);
      await knowledge.reload();
      return answer({ done: true as const });
    },
  };
}

function statesOf(resolved: SeatPolicy, own: Practice | undefined): PolicyReport["states"] {
  const states = new Map(resolved.states).set("practice", practiceState(resolved, own));
  return Object.fromEntries(
    [...states].map(([path, state]) => [path, { ...state, since: resolved.since.get(path) ?? null }]),
  );
}

function practiceState(resolved: SeatPolicy, own: Practice | undefined): State {
  const { origin = "default", level = "default" } = resolved.states.get("practice") ?? {};
  return { origin: own !== undefined && isSeatPractice(resolved, own) ? "seat" : origin, level };
}

function shown(policy: Policy): ShownPolicy {
  const approvers = policy.approvers.map(({ name }) => ({ name, secret: "" }));
  return shownPolicy.parse({ ...policyWithoutSecrets(policy), approvers });
}
