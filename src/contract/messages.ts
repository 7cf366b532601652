/**
 * Every channel between the parts: who may call it, what is asked, what comes back. The request schema runs after
 * the sender has been proven and before the handler; the answer is `{ok: true, value}` or `{ok: false, code}`,
 * never null and never an error's message (which could hold what a person typed).
 */
import { outcome } from "./attempt.ts";
import { draft, finding, surface, verdict } from "./draft.ts";
import { anyLevel } from "./levels.ts";
import { patientsStanding } from "./patients.ts";
import { managedKey } from "./policy-patient-list.ts";
import { extraSite, selectorOverride } from "./policy-sites.ts";
import { policyEvent } from "./policy-event.ts";
import { policyOrigin, policyReport } from "./policy-report.ts";
import { policy } from "./policy.ts";
import { practice } from "./practice.ts";
import { draftLimit, reasonLimit, usedLimit } from "./limits.ts";
import { officerChannels } from "./officer-channels.ts";
import { listId, listProblem } from "./sealed-list.ts";
import { z } from "./zod.ts";

/**
 * `bad-request`: the body does not fit its schema; `not-allowed`: this sender may not call this channel;
 * `not-ready`: policy or patient list has not loaded; `too-long`: over `draftLimit`; `stale`: the draft has changed
 * since; `failed`: the handler threw; `gone`: nobody answers (worker killed, extension updated). Of the patient list:
 * `locked`: its key is not here; `expired`: it is too old to be used; `awaited`: the practice's has not arrived yet;
 * `unusable`: it is damaged, altered, of a newer version, or the managed key does not fit.
 */
export const code = z.enum([
  "bad-request",
  "not-allowed",
  "not-ready",
  "too-long",
  "stale",
  "failed",
  "gone",
  "locked",
  "expired",
  "awaited",
  "unusable",
]);
export type Code = z.infer<typeof code>;

/**
 * What policy lets a person do with this verdict, decided in the worker so that the page cannot widen it. `postAnyway` is
 * false also where policy would let, and what it asks for cannot be had: `secondPerson` is true then because there is nobody
 * who could give a code, `reasonRequired` because no reason is offered and none may be written.
 */
export const permission = z.strictObject({
  postAnyway: z.boolean(),
  reasonRequired: z.boolean(),
  /** Offered, in this order. */
  reasons: z.array(z.string()),
  /** A reason may be written that is not one of `reasons`. */
  freeText: z.boolean(),
  /** A colleague's code is needed as well: see `attempt.approve`. */
  secondPerson: z.boolean(),
});

const checked = z.strictObject({
  /** Names policy, practice and patient list together; a verdict is worth nothing under another one. */
  knowledge: z.string(),
  verdict,
  permission,
  /** Nobody is told of it, and that the draft was sent is recorded (`recorded`). Only with the verdict `allow`. */
  note: z.boolean(),
});

/** How one box stands, in the words of the card's `data-state`. */
export const boxState = z.enum(["idle", "checking", "clear", "warn", "block", "unchecked"]);

/** What a frame tells the worker about itself for badge and popup. No draft text, no names. */
export const watchReport = z.strictObject({
  state: boxState,
  watching: z.array(surface).check(z.maxLength(200)),
  /**
   * Boxes that look like composers and are not guarded, by what is wrong with them; `refused-selector`: the policy names one
   * in a way that this browser does not understand.
   */
  notWatching: z
    .array(z.enum(["unknown-composer", "no-send-control", "refused-selector"]))
    .check(z.maxLength(200)),
  /** This frame holds the composer that had focus last. */
  active: z.boolean(),
  /** A site that policy alone names: its boxes are guarded as well as can be. */
  unverified: z.optional(z.literal(true)),
});
export type WatchReport = z.infer<typeof watchReport>;

/** What policy says of the site of a frame: only what is about that site. `extra`: it is one that policy alone names. */
const saidOfSites = z.strictObject({
  overrides: z.array(selectorOverride),
  extra: z.optional(z.omit(extraSite, { host: true, name: true })),
});
export type SaidOfSites = z.infer<typeof saidOfSites>;

const nothing = z.strictObject({});
const done = z.strictObject({ done: z.literal(true) });

/** content or page → worker */
export const workerChannels = {
  "draft.check": {
    from: "content",
    /** `used`: alternatives that this page has taken, so that the same words are not offered under every review. */
    request: z.strictObject({
      draft,
      used: z.optional(z.array(z.string().check(z.maxLength(draftLimit))).check(z.maxLength(usedLimit))),
    }),
    response: checked,
  },
  "knowledge.wake": {
    from: "content",
    request: nothing,
    response: z.strictObject({
      knowledge: z.string(),
      siteOn: z.boolean(),
      /** Surfaces whose boxes are not guarded. */
      surfacesOff: z.array(surface),
      unchecked: z.enum(["hold", "let-go-and-record"]),
      /** Everything is recorded, nothing is said or held. */
      monitoring: z.boolean(),
      /** The practice's own words for the card. */
      messages: policy.shape.messages,
      contact: policy.shape.contact,
      sites: saidOfSites,
    }),
  },
  /** Answered when it is on record. */
  "attempt.record": {
    from: "content",
    /**
     * `id` makes a repeated request harmless; the worker checks `draft` itself and keeps only what it found.
     */
    request: z.strictObject({
      id: z.string().check(z.maxLength(64)),
      draft,
      outcome,
      reason: z.optional(z.string().check(z.maxLength(reasonLimit))),
    }),
    response: done,
  },
  /**
   * A colleague's six digits for this draft. `id` names the request, so that a repeated one takes no code twice, and the
   * approval that comes of it. `wrong`: nobody's code; `used`: it was taken before; `wait`: too many wrong ones, it was not
   * tried. `wait` (milliseconds) is how long the next one has to wait. `not-allowed`: policy does not let this draft be
   * posted with a code; `bad-request` also where the reason is not one that may be given. A code is taken only with the entry
   * `posted-anyway` on record.
   */
  "attempt.approve": {
    from: "content",
    request: z.strictObject({
      id: z.string().check(z.maxLength(64)),
      draft,
      code: z.string().check(z.regex(/^\d{6}$/)),
      reason: z.optional(z.string().check(z.maxLength(reasonLimit))),
    }),
    response: z.strictObject({ problem: z.nullable(z.enum(["wrong", "used", "wait"])), wait: z.int() }),
  },
  "watch.report": { from: "content", request: watchReport, response: done },

  "tab.status": {
    from: "page",
    request: z.strictObject({ tabId: z.int() }),
    response: z.strictObject({
      reports: z.array(z.strictObject({ frameId: z.int(), report: watchReport })),
      surfacesOff: z.array(surface),
      monitoring: z.boolean(),
      /** Entries wait for room on the disk. */
      recordFull: z.boolean(),
      /** There is little room left for the record (contract/record-standing.ts). */
      recordShort: z.boolean(),
    }),
  },
  ...officerChannels,
  "policy.read": {
    from: "page",
    request: nothing,
    response: policyReport,
  },
  /**
   * `bad-request` also where a new phrase names somebody on the patient list: it would be kept as it is written. While
   * the list is locked or cannot be used, new phrases are refused with its code; everything else can be changed. With
   * `practice` this browser's own profile is changed in the same step: all of it, or nothing. `not-ready` while nobody knows
   * what the managed policy lets this browser change.
   */
  "policy.change": {
    from: "page",
    request: z.strictObject({ policy: z.partial(policy), practice: z.optional(practice) }),
    response: done,
  },
  /** The newest first; `total` counts them all. */
  "policy.events": {
    from: "page",
    request: z.strictObject({ limit: z.int().check(z.gte(0), z.lte(1000)) }),
    response: z.strictObject({ events: z.array(policyEvent), total: z.int() }),
  },
  "practice.read": {
    from: "page",
    request: nothing,
    response: z.strictObject({
      /** The one that is in force. */
      practice,
      /** What was written at this browser, whether or not it counts. */
      own: z.nullable(practice),
      origin: policyOrigin,
      level: anyLevel,
    }),
  },
  /** `not-allowed`: the managed policy has fixed it; `not-ready`: nobody knows yet. */
  "practice.change": { from: "page", request: z.strictObject({ practice }), response: done },
  "patients.read": { from: "page", request: nothing, response: patientsStanding },
  /**
   * A right passphrase opens the list until the browser ends or somebody locks it. `wait`: wrong ones before make this
   * one wait so many milliseconds more; it was not tried.
   */
  "patients.unlock": {
    from: "page",
    request: z.strictObject({ passphrase: z.string().check(z.minLength(1), z.maxLength(1000)) }),
    response: z.strictObject({ problem: z.nullable(listProblem), wait: z.int() }),
  },
  "patients.lock": { from: "page", request: nothing, response: done },
  /**
   * The page has written the sealed file `id` to the store; take it into use as this seat's list. `key` is the list key,
   * base64. `bad-request`: the file is not there or does not open with the key; `stale`: another list than `base`, of which
   * this one was made, is in use by now. Either way nothing has changed, and the file is taken out of the store.
   */
  "patients.adopt": {
    from: "page",
    request: z.strictObject({ id: listId, key: managedKey, base: z.optional(listId) }),
    response: done,
  },
  /** Removes this seat's list. `not-allowed`: the list in use is the practice's, and there is none of this seat. */
  "patients.remove": { from: "page", request: nothing, response: done },
} as const;

/** popup → content, addressed to the frame that `tab.status` names as active */
export const contentChannels = {
  "composer.read": {
    from: "page",
    request: nothing,
    response: z.strictObject({
      state: boxState,
      note: z.string(),
      surface: z.nullable(surface),
      /** Findings with the words they quote: shown in the popup, kept nowhere. */
      findings: z.array(z.extend(finding, { quote: z.string() })),
      alternatives: z.array(z.strictObject({ text: z.string(), kind: z.enum(["repair", "reply"]) })),
    }),
  },
  /** Put alternative number `index` into the box, if its text is still `text`. */
  "composer.use": {
    from: "page",
    request: z.strictObject({ index: z.int(), text: z.string() }),
    response: done,
  },
} as const;

export type WorkerChannels = typeof workerChannels;
export type ContentChannels = typeof contentChannels;
type Channels = WorkerChannels | ContentChannels;
export type Request<T extends Channels, K extends keyof T> = T[K] extends {
  request: infer S extends z.ZodMiniType;
}
  ? z.infer<S>
  : never;
export type Response<T extends Channels, K extends keyof T> = T[K] extends {
  response: infer S extends z.ZodMiniType;
}
  ? z.infer<S>
  : never;
export type Answer<V> = { ok: true; value: V } | { ok: false; code: Code };
export type Checked = z.infer<typeof checked>;
export type Permission = z.infer<typeof permission>;
export type BoxState = z.infer<typeof boxState>;
