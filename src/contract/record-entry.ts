/**
 * The lines of the record; docs/log-format.md is their specification. There is no field that could hold a draft, a thread or a
 * patient's name: what is kept is a number, a digest, a word of a closed set, or a line that a person gave on purpose.
 */
import { outcome } from "./attempt.ts";
import { category, site, surface } from "./draft.ts";
import { reasonLimit } from "./limits.ts";
import { mediaKind } from "./media-kind.ts";
import { exported, exportFormat, reviewState } from "./record-exported.ts";
import {
  count,
  hash,
  instant,
  line,
  named,
  publicKey,
  recordDate,
  signature,
  token,
  version,
} from "./record-fields.ts";
import { listId, peopleBuckets } from "./sealed-list.ts";
import { testResult } from "./test-result.ts";
import { z } from "./zod.ts";

export { noHash, recordDate } from "./record-fields.ts";
export { exported, exportFilter, exportFormat, reviewState } from "./record-exported.ts";
export type { ExportFilter } from "./record-exported.ts";

/** Of the lines; a first entry names it. */
export const recordFormat = 1;
/** Longest line in UTF-16 units. The longest that these schemas let through has less than half of that. */
export const recordLineLimit = 32_768;

/** An entry of any seat: its hash makes sure that it is still the same one. */
export const recordSubject = z.strictObject({ seat: token, seq: count, hash });
/** An identifier of a ticket or a letter. A link would lead to what was taken down, and whom it named. */
const reference = line(60).check(
  z.refine((text) => /^[\p{L}\p{N} ._#:[\]-]*$/u.test(text) && !/www\./i.test(text), "no reference"),
);
/**
 * What an officer writes of a reply or post that stood on a site: that they asked for it to go, or saw that it is gone; `edited`:
 * it stands there with other words, which pass the check.
 */
export const takeDown = z.strictObject({
  result: z.enum(["requested", "removed", "refused", "edited"]),
  site,
  surface,
  /** The entry with which it went out, where there is one. */
  subject: z.optional(recordSubject),
  reference: z.optional(reference),
  note: z.optional(line(reasonLimit)),
});
/** A training that was held: what it was on, for how many people, and who they are. */
export const training = z.strictObject({
  topic: line(100).check(z.minLength(1)),
  count: count.check(z.minimum(1), z.maximum(100_000)),
  who: z.optional(line(reasonLimit)),
  note: z.optional(line(reasonLimit)),
  /** Where somebody has taken the test of the practice room: theirs alone. */
  test: z.optional(testResult),
});

/** What an officer writes of an entry. */
export const review = z.strictObject({
  subject: recordSubject,
  state: reviewState,
  assignee: z.optional(line(100)),
  note: z.optional(line(reasonLimit)),
});

const place = {
  /** From 0, without gaps. */
  seq: count,
  at: instant,
  /** Random, made with the seat's key. */
  seat: token,
  /** Hash of the entry before. */
  previous: hash,
};

/**
 * Kept by a version that had no chain, and put into it later under its own time: the days it stands in were sealed only then,
 * and prove nothing of what was before.
 */
const kept = z.optional(z.literal("unchained"));

const attempted = z.strictObject({
  ...place,
  kind: z.literal("attempt"),
  id: token,
  site,
  /** Of site `other`: as the policy names it, never a page's path. */
  host: z.optional(z.string().check(z.regex(/^[a-z0-9.-]{1,253}$/, "no host"))),
  surface,
  outcome,
  categories: z.array(category).check(z.maxLength(category.options.length)),
  rules: z.array(named).check(z.maxLength(100)),
  /** Length of the draft in UTF-16 units. */
  length: count,
  /** HMAC-SHA-256 of the draft under a key of the seat, first 64 bits: the same draft tried again has the same. */
  fingerprint: z.optional(token),
  /** A person's reason or the reference of an authorization, cleaned of names and of what stands in the draft. */
  reason: z.optional(line(reasonLimit)),
  /** Who approved, as the policy names them. */
  approvedBy: z.optional(line(100)),
  /** What was found in the pictures and films for which somebody attests; without it, nobody looked. */
  carries: z.optional(z.array(mediaKind).check(z.maxLength(mediaKind.options.length))),
  /** SHA-256 of the sealed evidence. */
  evidence: z.optional(hash),
  kept,
  policyVersion: version,
  engineVersion: version,
});

const source = z.enum(["seat", "managed"]);
/** Paths of settings, never their values. */
const settings = z.array(named).check(z.maxLength(100));

/**
 * What happened. `first`: the record begins; `clock`: the clock was found set back by more than `clockSlack`; `key-change`: takes
 * effect with the seal of its day; `expiry`: the entries before `before` are removed, and their days' seals stay.
 */
export const recordEntry = z.discriminatedUnion("kind", [
  z.strictObject({
    ...place,
    kind: z.literal("first"),
    format: z.literal(recordFormat),
    key: publicKey,
    engineVersion: version,
  }),
  attempted,
  /** Of a policy event `changed`, `seat` or `gone`: contract/policy-event.ts. */
  z.strictObject({
    ...place,
    kind: z.literal("policy-change"),
    source,
    /** The managed policy is not there any more; the last one stays in force for a while. */
    change: z.optional(z.literal("gone")),
    before: z.optional(version),
    policyVersion: version,
    /** What the admin calls it. */
    policyName: z.optional(version),
    settings,
    kept,
  }),
  /** Parts of the managed policy that cannot be used, or can be by now. */
  z.strictObject({
    ...place,
    kind: z.literal("policy-fault"),
    result: z.enum(["found", "mended"]),
    policyVersion: version,
    policyName: z.optional(version),
    settings,
    kept,
  }),
  z.strictObject({
    ...place,
    kind: z.literal("list-change"),
    change: z.enum(["adopted", "edited", "removed", "expired", "unusable"]),
    source,
    listId,
    people: z.nullable(z.enum(peopleBuckets)),
  }),
  z.strictObject({
    ...place,
    kind: z.literal("unlock"),
    what: z.enum(["patient-list", "console", "evidence"]),
    result: z.enum(["opened", "refused", "locked"]),
    /** Whose evidence. */
    subject: z.optional(recordSubject),
  }),
  z.strictObject({
    ...place,
    kind: z.literal("export"),
    format: exportFormat,
    /** The entries from `from` to the one before `next`. */
    from: count,
    next: count,
    ...exported.shape,
  }),
  /** Somebody at the seat has confirmed that they read the practice's rules, as of this policy. */
  z.strictObject({
    ...place,
    kind: z.literal("acknowledgment"),
    policyVersion: version,
    policyName: z.optional(version),
    /** Name or initials, where policy asks for them. */
    who: z.optional(line(100)),
  }),
  /** `by`: a look back saw it on the site's page, and nobody wrote it. */
  z.strictObject({
    ...place,
    kind: z.literal("take-down"),
    ...takeDown.shape,
    by: z.optional(z.literal("look-back")),
  }),
  z.strictObject({ ...place, kind: z.literal("training"), ...training.shape }),
  z.strictObject({ ...place, kind: z.literal("review"), ...review.shape }),
  z.strictObject({
    ...place,
    kind: z.literal("heartbeat"),
    browser: z.optional(line(40)),
    policyVersion: version,
    engineVersion: version,
  }),
  /** `was`: the time of the entry or seal before, which is later than `at`. */
  z.strictObject({ ...place, kind: z.literal("clock"), was: instant }),
  z.strictObject({ ...place, kind: z.literal("key-change"), key: publicKey }),
  /** So many entries could not be written, because the disk was full, and were given up; the first of them at `from`. */
  z.strictObject({ ...place, kind: z.literal("lost"), count: count.check(z.minimum(1)), from: instant }),
  z.strictObject({
    ...place,
    kind: z.literal("expiry"),
    before: count,
    through: recordDate,
    years: z.int().check(z.minimum(1)),
  }),
]);
export type RecordEntry = z.infer<typeof recordEntry>;

/** An entry before it has its place in a chain. */
export type EntryBody = RecordEntry extends infer Entry
  ? Entry extends RecordEntry
    ? Omit<Entry, keyof typeof place>
    : never
  : never;

/** Closes a day, also an empty one. */
export const seal = z.strictObject({
  seat: token,
  /** From 0, without gaps. */
  number: count,
  date: recordDate,
  /** `seq` of the day's first entry; of an empty day, of the next entry there will be. */
  first: count,
  count,
  /** Hash of the last entry up to the end of the day. */
  head: hash,
  /** Hash of the seal before. */
  previous: hash,
  closed: instant,
  /** Signs this seal. */
  key: publicKey,
  /** Signs from the next seal on. */
  next: z.optional(publicKey),
  /** Its date is not the day after the seal before: the clock was set back, which a `clock` entry told. */
  back: z.optional(z.literal(true)),
});
export type Seal = z.infer<typeof seal>;

/** Closes an export: says how far the record went when it was made. */
export const recordEnd = z.strictObject({
  seat: token,
  at: instant,
  /** `seq` of the first entry in the export; of earlier ones it has only the seals. */
  from: count,
  /** How many entries have been removed for their age. */
  expired: count,
  /** `seq` that the next entry will have. */
  next: count,
  head: hash,
  seals: count,
  /** Hash of the last seal. */
  sealed: hash,
  key: publicKey,
});
export type RecordEnd = z.infer<typeof recordEnd>;

export const entryLine = z.strictObject({ entry: recordEntry, hash });
export type EntryLine = z.infer<typeof entryLine>;
export const sealLine = z.strictObject({ hash, seal, signature });
export type SealLine = z.infer<typeof sealLine>;
export const endLine = z.strictObject({ end: recordEnd, hash, signature });
export type EndLine = z.infer<typeof endLine>;
export type RecordLine = EntryLine | SealLine | EndLine;
