import { furtherAdapters } from "../adapters/further/index.ts";
import type { Site } from "../engine/model.ts";
import { messagesForCard } from "../platform/worker-language.ts";
import { answer, refusal } from "../platform/serve.ts";
import type { Handlers } from "../platform/serve.ts";
import type { Sender } from "../platform/sender.ts";
import type { Database } from "../platform/database.ts";
import { surface } from "../contract/draft.ts";
import type { SaidOfSites, WorkerChannels } from "../contract/messages.ts";
import type { SelectorOverride } from "../contract/policy-sites.ts";
import { isReasonGiven } from "../contract/reason-given.ts";
import { isRoomShort } from "../contract/record-standing.ts";
import { recordAttempt } from "./attempts.ts";
import type { AttemptParts } from "./attempts.ts";
import { checkDraft } from "./check.ts";
import type { Knowledge, KnowledgeHolder, Withheld } from "./knowledge.ts";
import type { ExtraSites, OpenSite } from "./extra-sites.ts";
import type { ListFetch } from "./list-fetch.ts";
import type { Patients } from "./patients.ts";
import { standingOfPatients } from "./patients-standing.ts";
import { createMedia } from "./media.ts";
import type { MediaParts } from "./media.ts";
import { createPolicyHandlers } from "./policy-handlers.ts";
import { createLookBack } from "./look-back.ts";
import type { LookBackParts } from "./look-back.ts";
import { createPracticeRoom } from "./practice-room.ts";
import type { PolicyHandlerParts } from "./policy-handlers.ts";
import { createRecordHandlers } from "./record-handlers.ts";
import type { RecordHandlerParts } from "./record-handlers.ts";
import type { Officer } from "./officer.ts";
import type { ListNotes } from "./record-list.ts";
import { expiryInPolicy } from "./policy-patient-list.ts";
import type { SecondPerson } from "./second-person.ts";
import { placeOf } from "./watch.ts";
import type { InForceHere, Watch } from "./watch.ts";

export interface HandlerParts<Prepared>
  extends MediaParts<Prepared>, PolicyHandlerParts<Prepared>, RecordHandlerParts {
  readonly store: Database;
  readonly knowledge: KnowledgeHolder<Prepared>;
  readonly check: AttemptParts<Prepared>["check"];
  readonly record: RecordHandlerParts["record"];
  readonly room: RecordHandlerParts["room"];
  readonly officer: Officer;
  readonly lookBack: LookBackParts<Prepared>["lookBack"];
  readonly listNotes: Pick<ListNotes, "edited">;
  readonly patients: Patients;
  readonly listFetch: Pick<ListFetch, "standing">;
  readonly secondPerson: SecondPerson;
  readonly watch: Watch;
  readonly extraSites: Pick<ExtraSites, "siteOf">;
  /** Called when a page has woken the worker, and may be about to ask for a check. */
  warmUp(prepared: Prepared): void;
  siteOf(sender: Sender): Site | undefined;
}

const done = answer({ done: true as const });

/** What the worker does on each channel. Who may call is settled before: `serve` has proven the sender. */
export function createHandlers<Prepared>(parts: HandlerParts<Prepared>): Handlers<WorkerChannels> {
  const { knowledge, patients, watch, room } = parts;
  const extraOf = async (sender: Sender): Promise<OpenSite | undefined> =>
    parts.siteOf(sender) === undefined ? parts.extraSites.siteOf(sender) : undefined;
  /** What is about the sender's site, and nothing of the others. */
  const saidOfSites = async (
    sender: Sender,
    overrides: readonly SelectorOverride[],
  ): Promise<SaidOfSites> => {
    const extra = await extraOf(sender);
    const site = parts.siteOf(sender) ?? extra?.further;
    return {
      overrides: overrides.filter((one) => one.site === site),
      ...(extra?.further && { adapter: furtherAdapters[extra.further] }),
      ...(extra?.further === undefined &&
        extra && {
          extra: {
            surface: extra.surface,
            ...(extra.box !== undefined && { box: extra.box }),
            ...(extra.sendControls && { sendControls: extra.sendControls }),
          },
        }),
    };
  };
  /** Of a site of ours its name is enough. */
  const extraHostOf = async (sender: Sender, site: Site): Promise<string | undefined> =>
    site === "other" ? (await extraOf(sender))?.host : undefined;
  return {
    "draft.check": async ({ draft, used }) => {
      const known = await knowledge.ready();
      if (!known || known.code !== undefined) return refusal(known?.code ?? "not-ready");
      return answer(checkDraft(draft, known, parts.check, known.resolved.monitoring, used));
    },
    "knowledge.wake": async (_body, sender) => {
      const known = await knowledge.ready();
      if (!known) return refusal("not-ready");
      const { sites, unchecked, messages, contact } = known.resolved.policy;
      const { surfacesOff = [], monitoring = false } = inForceHere(known);
      const site = parts.siteOf(sender);
      const siteOn = site === undefined || !isSwitched(sites, site) || sites[site];
      if (known.code === undefined) parts.warmUp(known.prepared);
      const at = placeOf(sender);
      if (!siteOn && at?.frameId === 0) await watch.switchedOff(at.tabId);
      return answer({
        knowledge: known.version,
        siteOn,
        surfacesOff: [...surfacesOff],
        unchecked: monitoring ? "let-go-and-record" : unchecked,
        monitoring,
        messages,
        contact,
        replies: known.resolved.policy.replies.length > 0,
        sites: await saidOfSites(sender, known.resolved.policy.selectorOverrides),
        words: messagesForCard(known.resolved.policy.language),
      });
    },
    "attempt.record": async (body, sender) => {
      // What stands on a site is found by a look back, which asks of itself.
      if (body.outcome === "standing") return refusal("bad-request");
      await recordAttempt(body, await knowledge.ready(), parts, await extraHostOf(sender, body.draft.site));
      return done;
    },
    "attempt.approve": async ({ id, draft, code, reason }, sender) => {
      const known = await knowledge.ready();
      if (!known || known.code !== undefined) return refusal(known?.code ?? "not-ready");
      const { permission } = checkDraft(draft, known, parts.check, known.resolved.monitoring);
      if (!permission.postAnyway || !permission.secondPerson) return refusal("not-allowed");
      if (!isReasonGiven(permission, reason)) return refusal("bad-request");
      const approval = await parts.secondPerson.approve(id, draft, code, known.resolved.policy.approvers);
      if (approval.problem === null) {
        const body = { id, draft, outcome: "posted-anyway", approval: id } as const;
        const given = reason === undefined ? body : { ...body, reason };
        await recordAttempt(given, known, parts, await extraHostOf(sender, draft.site));
      }
      return answer(approval);
    },
    "replies.search": async ({ query, draft }) => {
      const known = await knowledge.ready();
      if (!known || known.code !== undefined) return refusal(known?.code ?? "not-ready");
      return answer(await parts.replies.search(query, draft, known.resolved.policy.replies, known.prepared));
    },
    "watch.report": async (report, sender) => {
      const at = placeOf(sender);
      if (!at) return refusal("bad-request");
      await watch.report(at, report);
      return done;
    },
    "tab.status": async ({ tabId }) => {
      const [reports, known] = await Promise.all([watch.status(tabId), knowledge.ready()]);
      const { surfacesOff = [], monitoring = false } = known ? inForceHere(known) : {};
      const [waiting, space] = await Promise.all([room.waiting(), parts.space().catch(() => ({}))]);
      const record = { recordFull: waiting > 0, recordShort: isRoomShort(space) };
      return answer({ reports, surfacesOff: [...surfacesOff], monitoring, ...record });
    },
    ...createRecordHandlers(parts),
    ...parts.officer.handlers,
    ...createPolicyHandlers(parts),
    ...createPracticeRoom(parts),
    ...createMedia(parts, (sender, draft) => extraHostOf(sender, draft.site)),
    ...createLookBack(parts),
    "patients.read": async () => {
      const known = await knowledge.ready();
      if (!known || known.code === "not-ready") return refusal("not-ready");
      const inPolicy = expiryInPolicy(known.resolved.patientList);
      return answer(standingOfPatients(patients, await parts.listFetch.standing(), inPolicy));
    },
    "patients.unlock": async ({ passphrase }) => {
      if (!(await knowledge.ready())) return refusal("not-ready");
      const outcome = await patients.unlock(passphrase);
      const isTried = outcome.problem !== "locked" && patients.inForce().state !== "none";
      if (isTried)
        await room.note({
          kind: "unlock",
          what: "patient-list",
          result: outcome.problem === null ? "opened" : "refused",
        });
      if (outcome.problem === null) await knowledge.reload();
      return answer(outcome);
    },
    "patients.lock": async () => {
      await patients.lock();
      await room.note({ kind: "unlock", what: "patient-list", result: "locked" });
      await knowledge.reload();
      return done;
    },
    "patients.adopt": async ({ id, key, base }) => {
      if (!(await knowledge.ready())) return refusal("not-ready");
      const adopted = await patients.adopt(id, key, base);
      if (adopted !== true) return refusal(adopted === "stale" ? "stale" : "bad-request");
      if (base !== undefined) parts.listNotes.edited(id);
      await knowledge.reload();
      return done;
    },
    "patients.remove": async () => {
      if (!(await knowledge.ready())) return refusal("not-ready");
      if (!(await patients.remove())) return refusal("not-allowed");
      await knowledge.reload();
      return done;
    },
  };
}

/** What the toolbar and the pages tell of it. */
export function inForceHere({
  code,
  resolved,
}: Pick<Knowledge<unknown> | Withheld, "code" | "resolved">): InForceHere {
  return {
    list: code === "not-ready" ? undefined : code,
    surfacesOff: surface.options.filter((one) => !resolved.policy.surfaces[one]),
    monitoring: resolved.monitoring,
  };
}

function isSwitched<T extends object>(sites: T, site: PropertyKey): site is keyof T {
  return Object.hasOwn(sites, site);
}
