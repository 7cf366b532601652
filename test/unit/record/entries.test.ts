/** The schemas of the record's lines: what every kind of entry may hold, and how much. */
import { describe, expect, it } from "vitest";
import { recordEntry, recordLineLimit } from "../../../src/contract/record-entry.ts";
import { sampleLines } from "../../../scripts/guard/log/sample.ts";
import { toLine } from "../../../src/record/read-line.ts";
import ruleCatalog from "../../../src/pages/options/rule-catalog.json" with { type: "json" };

const place = { seq: 1, at: 0, seat: "00000000000000aa", previous: "0".repeat(64) };
const hash = "f".repeat(64);
const key = `B${"A".repeat(86)}`;
const long = (length: number): string => "\u{1F600}".repeat(length / 2);

/** The longest of each kind. */
const longest: readonly Record<string, unknown>[] = [
  { kind: "first", format: 1, key, engineVersion: long(64) },
  {
    kind: "attempt",
    id: "0123456789abcdef",
    site: "other",
    host: "a".repeat(253),
    surface: "review-reply",
    outcome: "let-go-unchecked",
    categories: ["patient-match", "identifier", "health", "payment", "relationship", "media", "conduct"],
    rules: Array.from({ length: 100 }, () => "a".repeat(80)),
    length: 65_000,
    fingerprint: "0123456789abcdef",
    reason: long(300),
    approvedBy: long(100),
    evidence: hash,
    policyVersion: long(64),
    engineVersion: long(64),
  },
  {
    kind: "policy-change",
    source: "managed",
    change: "gone",
    policyName: long(64),
    before: long(64),
    policyVersion: long(64),
    settings: Array.from({ length: 100 }, () => "a".repeat(80)),
    kept: "unchained",
  },
  {
    kind: "policy-fault",
    result: "mended",
    policyVersion: long(64),
    policyName: long(64),
    settings: Array.from({ length: 100 }, () => "selectorOverrides[3].box"),
  },
  {
    kind: "list-change",
    change: "adopted",
    source: "seat",
    listId: "a".repeat(64),
    people: "more than 1,000,000",
  },
  { kind: "unlock", what: "evidence", result: "refused", subject: { seat: place.seat, seq: 1, hash } },
  {
    kind: "export",
    format: "jsonl",
    from: 0,
    next: 1,
    count: 1,
    filter: {
      from: 1,
      until: 2,
      seat: place.seat,
      site: "facebook",
      surface: "review-reply",
      category: "patient-match",
      rule: "a".repeat(80),
      what: "let-go-unchecked",
      state: "training-given",
      searched: true,
      fold: true,
    },
  },
  { kind: "acknowledgment", policyVersion: long(64), policyName: long(64), who: long(100) },
  {
    kind: "take-down",
    result: "requested",
    site: "instagram",
    surface: "review-reply",
    subject: { seat: place.seat, seq: 1, hash },
    reference: "a".repeat(60),
    note: long(300),
  },
  { kind: "training", topic: long(100), count: 100_000, who: long(300), note: long(300) },
  {
    kind: "training",
    topic: "Practice room test",
    count: 1,
    test: { questions: "1", score: 12, of: 12, passed: true },
  },
  {
    kind: "review",
    subject: { seat: place.seat, seq: 1, hash },
    state: "training-given",
    assignee: long(100),
    note: long(300),
  },
  { kind: "heartbeat", browser: long(40), policyVersion: long(64), engineVersion: long(64) },
  { kind: "clock", was: 1 },
  { kind: "key-change", key },
  { kind: "lost", count: 5000, from: 1 },
  { kind: "expiry", before: 1, through: "2026-02-28", years: 6 },
];

describe("entries", () => {
  it.each(longest.map((body) => [body["kind"], body] as const))(
    "of the kind %s fit a line at their longest",
    (_, body) => {
      const entry = recordEntry.parse({ ...body, ...place });
      expect(toLine({ entry, hash }).length).toBeLessThan(recordLineLimit / 2);
    },
  );

  it("are of the kinds above, and of no other", () => {
    expect(new Set(longest.map(({ kind }) => kind)).size).toBe(recordEntry.def.options.length);
  });

  it.each(["text", "draft", "thread", "author", "name"])("have no field %s", (field) => {
    for (const body of longest)
      expect(recordEntry.safeParse({ ...body, ...place, [field]: "x" }).success).toBe(false);
  });

  it.each([
    ["a line break", "one\ntwo"],
    ["half a character", "\ud800"],
    ["too much", "a".repeat(301)],
  ])("take no reason with %s", (_, reason) => {
    expect(recordEntry.safeParse({ ...longest[1], ...place, reason }).success).toBe(false);
  });

  it.each(["https://www.yelp.example/biz/a", "www.yelp.example", "a/b", "a@b.example", "one\ntwo"])(
    "take no reference that leads to what was taken down, such as %j",
    (reference) => {
      const body = { kind: "take-down", result: "removed", site: "yelp", surface: "review-reply", reference };
      expect(recordEntry.safeParse({ ...body, ...place }).success).toBe(false);
    },
  );

  it("can name every rule", () => {
    const ids = [...JSON.stringify(ruleCatalog).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(40);
    expect(recordEntry.safeParse({ ...longest[1], ...place, rules: ids.slice(0, 100) }).success).toBe(true);
  });

  it("take less than 400 bytes on the mean, without their hash, which the next one has, and the seat, which is the same in all", async () => {
    let [bytes, entries] = [0, 0];
    for await (const line of sampleLines({ entries: 2000, days: 20, seed: 3, from: "2026-01-01", out: "" })) {
      if (!("entry" in line)) continue;
      bytes += Buffer.byteLength(toLine(line)) - `{"entry":,"hash":"${hash}","seat":"${place.seat}"}`.length;
      entries++;
    }
    expect(entries).toBe(2000);
    expect(bytes / entries).toBeLessThan(400);
    expect(bytes / entries).toBeGreaterThan(250);
  });
});
