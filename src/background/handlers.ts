import type { Draft, Site, Verdict } from "../engine/model.ts";
import { answer, refusal } from "../platform/serve.ts";
import type { Handlers } from "../platform/serve.ts";
import type { Sender } from "../platform/sender.ts";
import type { Database } from "../platform/database.ts";
import type { WorkerChannels } from "../contract/messages.ts";
import { emptyPractice, practice } from "../contract/practice.ts";
import { recordAttempt } from "./attempts.ts";
import type { AttemptParts } from "./attempts.ts";
import { checkDraft } from "./check.ts";
import type { KnowledgeHolder } from "./knowledge.ts";
import { adoptPatients, removePatients } from "./patients.ts";
import { namesPatient } from "./named-in-phrases.ts";
import type { PolicySource } from "./policy-source.ts";
import { placeOf } from "./watch.ts";
import type { Watch } from "./watch.ts";

export interface HandlerParts<Prepared> extends AttemptParts<Prepared> {
  readonly store: Database;
  readonly knowledge: KnowledgeHolder<Prepared>;
  readonly policy: PolicySource;
  readonly watch: Watch;
  /** Called when a page has woken the worker, and may be about to ask for a check. */
  warmUp(prepared: Prepared): void;
  siteOf(sender: Sender): Site | undefined;
}

const done = answer({ done: true as const });

/** What the worker does on each channel. Who may call is settled before: `serve` has proven the sender. */
export function createHandlers<Prepared>(parts: HandlerParts<Prepared>): Handlers<WorkerChannels> {
  const { store, knowledge, policy, watch } = parts;
  return {
    "draft.check": async ({ draft, used }) => {
      const known = await knowledge.ready();
      return known ? answer(checkDraft(draft, known, parts.check, used)) : refusal("not-ready");
    },
    "knowledge.wake": async (_body, sender) => {
      const known = await knowledge.ready();
      if (!known) return refusal("not-ready");
      const { sites, unchecked } = known.resolved.policy;
      const site = parts.siteOf(sender);
      const siteOn = site === undefined || !isSwitched(sites, site) || sites[site];
      parts.warmUp(known.prepared);
      const at = placeOf(sender);
      if (!siteOn && at?.frameId === 0) await watch.switchedOff(at.tabId);
      return answer({ knowledge: known.version, siteOn, unchecked });
    },
    "attempt.record": async (body) => {
      await recordAttempt(body, await knowledge.ready(), parts);
      return done;
    },
    "watch.report": async (report, sender) => {
      const at = placeOf(sender);
      if (!at) return refusal("bad-request");
      await watch.report(at, report);
      return done;
    },
    "tab.status": async ({ tabId }) => answer({ reports: await watch.status(tabId) }),
    "attempt.list": async ({ since, limit }) => answer(await store.listAttempts(since, limit)),
    "policy.read": async () => {
      const resolved = await policy.read();
      return answer({
        policy: resolved.policy,
        floor: resolved.floor,
        fixed: [...resolved.fixed],
        faults: [...resolved.faults],
        source: resolved.source,
      });
    },
    "policy.change": async (body) => {
      const { alwaysStop, alwaysAllow } = body.policy;
      if (alwaysStop || alwaysAllow) {
        const known = await knowledge.ready();
        if (!known) return refusal("not-ready");
        const check = (draft: Draft): Verdict => parts.check(draft, known.prepared);
        if (namesPatient({ alwaysStop, alwaysAllow }, known.resolved.policy, check))
          return refusal("bad-request");
      }
      if (!(await policy.change(body.policy))) return refusal("not-allowed");
      await knowledge.reload();
      return done;
    },
    "practice.read": async () => {
      const stored = practice.safeParse(await store.readSetting("practice"));
      return answer({ practice: stored.success ? stored.data : practice.parse(emptyPractice) });
    },
    "practice.change": async (body) => {
      await store.writeSetting("practice", body.practice);
      await knowledge.reload();
      return done;
    },
    "patients.read": async () => {
      const id = await store.readSetting("patients-in-use");
      const stored = typeof id === "string" ? await store.readPatients(id) : undefined;
      return answer({
        list: stored ? { id: stored.id, people: stored.people, created: stored.created } : null,
      });
    },
    "patients.adopt": async ({ id }) => {
      if (!(await adoptPatients(store, id))) return refusal("bad-request");
      await knowledge.reload();
      return done;
    },
    "patients.remove": async () => {
      await removePatients(store);
      await knowledge.reload();
      return done;
    },
  };
}

function isSwitched<T extends object>(sites: T, site: PropertyKey): site is keyof T {
  return Object.hasOwn(sites, site);
}
