/** Entries of every kind with every field, as the record could hold them. */
import fc from "fast-check";
import { category, surface } from "../../../../src/contract/draft.ts";
import { recordEntry } from "../../../../src/contract/record-entry.ts";
import type { EntryLine, RecordEntry } from "../../../../src/contract/record-entry.ts";
import { peopleBuckets } from "../../../../src/contract/sealed-list.ts";

const hex = (digits: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: digits, maxLength: digits });
const base64Url = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(..."AZaz09-_"), minLength: length, maxLength: length });
/** 65 bytes: the last sign stands for four bits. */
const key = fc
  .tuple(base64Url(85), fc.constantFrom(..."AEIMQUYcgkosw048"))
  .map(([rest, last]) => `B${rest}${last}`);
const count = fc.nat({ max: Number.MAX_SAFE_INTEGER });

/** What people write: signs that mean something to one format or another are likelier than others. */
const written = (limit: number): fc.Arbitrary<string> =>
  fc
    .string({
      unit: fc.oneof(
        fc.constantFrom(
          "=",
          "+",
          "-",
          "@",
          "|",
          "\\",
          '"',
          ",",
          ";",
          "'",
          " ",
          "\u2028",
          "\u2029",
          "＝",
          "ñ",
          "𝒥",
        ),
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
      ),
      maxLength: 24,
    })
    .filter((text) => text.length <= limit && !/[\p{Cc}\p{Cs}]/u.test(text));
const named = fc.constantFrom("patient-name", "health.visit-date", "actions.health", "sites[0].host", "m11");
const version = written(64);
const maybe = <V>(of: fc.Arbitrary<V>) => fc.option(of, { nil: undefined });
/** Without what is left out. */
const given = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
const subject = fc.record({ seat: hex(16), seq: count, hash: hex(64) });
const source = fc.constantFrom("seat", "managed");

const kinds: Readonly<Record<RecordEntry["kind"], fc.Arbitrary<object>>> = {
  first: fc.record({ format: fc.constant(1), key, engineVersion: version }),
  attempt: fc.record({
    id: hex(16),
    site: fc.constantFrom("facebook", "yelp", "instagram", "google", "realself", "other"),
    host: maybe(fc.constantFrom("reviews.example", "portal.clinic.example")),
    surface: fc.constantFrom(...surface.options),
    outcome: fc.constantFrom(
      "stopped",
      "warned",
      "unchecked",
      "let-go-unchecked",
      "posted-anyway",
      "mended",
      "attested",
      "not-watching",
      "recorded",
      "disputed",
    ),
    categories: fc.uniqueArray(fc.constantFrom(...category.options)),
    rules: fc.uniqueArray(named),
    length: count,
    fingerprint: maybe(hex(16)),
    reason: maybe(written(300)),
    approvedBy: maybe(written(60)),
    carries: maybe(fc.uniqueArray(fc.constantFrom("place", "time", "person", "preview"))),
    evidence: maybe(hex(64)),
    kept: maybe(fc.constant("unchained")),
    policyVersion: version,
    engineVersion: version,
  }),
  "policy-change": fc.record({
    source,
    change: maybe(fc.constant("gone")),
    before: maybe(version),
    policyVersion: version,
    policyName: maybe(version),
    settings: fc.array(named, { maxLength: 100 }),
    kept: maybe(fc.constant("unchained")),
  }),
  "policy-fault": fc.record({
    result: fc.constantFrom("found", "mended"),
    policyVersion: version,
    policyName: maybe(version),
    settings: fc.array(named, { maxLength: 100 }),
    kept: maybe(fc.constant("unchained")),
  }),
  "list-change": fc.record({
    change: fc.constantFrom("adopted", "edited", "removed", "expired", "unusable"),
    source,
    listId: base64Url(22),
    people: fc.option(fc.constantFrom(...peopleBuckets), { nil: null }),
  }),
  unlock: fc.record({
    what: fc.constantFrom("patient-list", "console", "evidence"),
    result: fc.constantFrom("opened", "refused", "locked"),
    subject: maybe(subject),
  }),
  export: fc.record({
    format: fc.constantFrom("jsonl", "csv", "cef", "ocsf", "otlp", "report", "false-alarms"),
    from: count,
    next: count,
    count: maybe(count),
    filter: maybe(
      fc
        .record({
          from: maybe(fc.nat({ max: 8_640_000_000_000_000 })),
          until: maybe(fc.nat({ max: 8_640_000_000_000_000 })),
          seat: maybe(hex(16)),
          site: maybe(fc.constantFrom("facebook", "other")),
          category: maybe(fc.constantFrom("health", "patient-match")),
          what: maybe(fc.constantFrom("attempts", "posted-anyway", "take-down")),
          state: maybe(fc.constantFrom("new", "false-alarm")),
          searched: maybe(fc.constant(true)),
          fold: maybe(fc.constant(true)),
        })
        .map(given),
    ),
  }),
  acknowledgment: fc.record({ policyVersion: version, policyName: maybe(version), who: maybe(written(60)) }),
  "take-down": fc.record({
    result: fc.constantFrom("requested", "removed", "refused", "edited"),
    site: fc.constantFrom("facebook", "yelp", "instagram", "other"),
    surface: fc.constantFrom("review-reply", "comment", "post", "message", "review"),
    subject: maybe(subject),
    reference: maybe(fc.constantFrom("", "Case 1204-A", "#77")),
    note: maybe(written(300)),
    by: maybe(fc.constant("look-back" as const)),
  }),
  training: fc.record({
    topic: written(100).filter((text) => text !== ""),
    count: fc.integer({ min: 1, max: 100_000 }),
    who: maybe(written(300)),
    note: maybe(written(300)),
    test: maybe(
      fc.record({
        questions: fc.constantFrom("1", "12"),
        score: fc.nat({ max: 12 }),
        of: fc.constant(12),
        passed: fc.boolean(),
      }),
    ),
  }),
  review: fc.record({
    subject,
    state: fc.constantFrom(
      "new",
      "in-review",
      "confirmed",
      "false-alarm",
      "training-given",
      "reported",
      "closed",
    ),
    assignee: maybe(written(60)),
    note: maybe(written(300)),
  }),
  heartbeat: fc.record({ browser: maybe(written(40)), policyVersion: version, engineVersion: version }),
  clock: fc.record({ was: fc.nat({ max: 8_640_000_000_000_000 }) }),
  "key-change": fc.record({ key }),
  lost: fc.record({
    count: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    from: fc.nat({ max: 8_640_000_000_000_000 }),
  }),
  expiry: fc.record({
    before: count,
    through: fc.constant("2026-11-26"),
    years: fc.integer({ min: 1, max: 20 }),
  }),
};

const placed = fc.record({
  seq: count,
  at: fc.nat({ max: 8_640_000_000_000_000 }),
  seat: hex(16),
  previous: hex(64),
});

/** Each is held against the record's own schema, so that these stay entries when it changes. */
export const anyLine: fc.Arbitrary<EntryLine> = fc
  .constantFrom(...Object.entries(kinds))
  .chain(([kind, body]) => fc.tuple(fc.constant(kind), body, placed, hex(64)))
  .map(([kind, body, place, hash]) => {
    return { entry: recordEntry.parse({ kind, ...given(body), ...place }), hash };
  });

export const lineOf = (body: object, place: Partial<{ seq: number; at: number }> = {}): EntryLine => ({
  entry: recordEntry.parse({
    seq: 7,
    at: Date.UTC(2026, 10, 26, 15, 30),
    seat: "00112233445566ff",
    previous: "a".repeat(64),
    ...place,
    ...body,
  }),
  hash: "b".repeat(64),
});

export const posted = {
  kind: "attempt",
  id: "0123456789abcdef",
  site: "facebook",
  surface: "review-reply",
  outcome: "posted-anyway",
  categories: ["patient-match", "health"],
  rules: ["patient-name", "visit-date"],
  length: 211,
  fingerprint: "fedcba9876543210",
  reason: "The reviewer gave written permission",
  policyVersion: "2026-11",
  engineVersion: "e1",
} as const;

export async function* streamed<V>(values: readonly V[]): AsyncGenerator<V> {
  yield* values;
}

export async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}
