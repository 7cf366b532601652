/**
 * Every channel between the parts: who may call it, what is asked, what comes back. The request schema runs after
 * the sender has been proven and before the handler; the answer is `{ok: true, value}` or `{ok: false, code}`,
 * never null and never an error's message (which could hold what a person typed).
 */
import { outcome } from "./attempt.ts";
import { checked, done, nothing, used } from "./checked.ts";
import type { Code } from "./checked.ts";
import { boxState } from "./content-channels.ts";
import type { ContentChannels } from "./content-channels.ts";
import { draft, surface } from "./draft.ts";
import { anyLevel } from "./levels.ts";
import { patientsStanding } from "./patients.ts";
import { managedKey } from "./policy-patient-list.ts";
import { extraSite, selectorOverride } from "./policy-sites.ts";
import { adapter } from "./site-adapter.ts";
import { policyEvent } from "./policy-event.ts";
import { policyOrigin, policyReport } from "./policy-report.ts";
import { policy } from "./policy.ts";
import { practiceRoomChannels } from "./practice-room.ts";
import { practice } from "./practice.ts";
import { reasonLimit } from "./limits.ts";
import { lookBackChannels } from "./look-back.ts";
import { officerChannels } from "./officer-channels.ts";
import { repliesChannels } from "./replies.ts";
import { mediaChannels } from "./media.ts";
import { listId, listProblem } from "./sealed-list.ts";
import { z } from "./zod.ts";

export type { Checked, Code, Permission } from "./checked.ts";

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
  /** Boxes of a further site that no pattern knows, and policy does not name: they are guarded as well as can be. */
  unverified: z.optional(z.literal(true)),
});
export type WatchReport = z.infer<typeof watchReport>;

/**
 * What policy says of the site of a frame: only what is about that site. `adapter`: it is one that is off by default; of those
 * the page itself knows nothing. `extra`: it is one that policy alone names.
 */
const saidOfSites = z.strictObject({
  overrides: z.array(selectorOverride),
  adapter: z.optional(adapter),
  extra: z.optional(z.omit(extraSite, { host: true, name: true })),
});
export type SaidOfSites = z.infer<typeof saidOfSites>;

/** content or page → worker */
export const workerChannels = {
  "draft.check": {
    from: "content",
    /** `used`: alternatives that this page has taken, so that the same words are not offered under every review. */
    request: z.strictObject({ draft, used }),
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
      /** The practice has replies of its own. */
      replies: z.boolean(),
      sites: saidOfSites,
      /** The card's messages where the policy names another language than the browser's. */
      words: z.nullable(z.record(z.string(), z.string())),
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
  ...practiceRoomChannels,
  ...repliesChannels,
  ...officerChannels,
  ...mediaChannels,
  ...lookBackChannels,
  "policy.read": {
    from: "page",
    request: nothing,
    response: policyReport,
  },
  /**
   * `bad-request` also where a new phrase names somebody on the patient list: it would be kept as it is written; and where a new
   * reply passes the check in none of its places. While
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

export type WorkerChannels = typeof workerChannels;
export type { ContentChannels };
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
export type BoxState = z.infer<typeof boxState>;
