/** What a draft says is not in its entry: whatever is written, no run of more than three of its characters. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordAttempt } from "../../../src/background/attempts.ts";
import { outcome } from "../../../src/contract/attempt.ts";
import { category, site, surface } from "../../../src/contract/draft.ts";
import { reasonLimit } from "../../../src/contract/limits.ts";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { recordEntry } from "../../../src/contract/record-entry.ts";
import type { RecordEntry } from "../../../src/contract/record-entry.ts";
import { check, emptyIndex, notToKeep, openIndex, prepare, buildIndex } from "../../../src/engine/index.ts";
import type { Draft } from "../../../src/engine/index.ts";
import { oneLine } from "../../../src/record/attempt-body.ts";
import ruleCatalog from "../../../src/pages/options/rule-catalog.json" with { type: "json" };
import { defaultPolicy, defaultResolved } from "../background/parts.ts";
import { seatRecord } from "../background/seat-record.ts";

const jane = {
  given: "Zephrina",
  family: "Quillhaven",
  nicknames: [],
  aliases: [],
  formerFamilies: [],
  handles: [],
  phones: [],
  emails: [],
  birthDates: [],
  recordNumbers: [],
};
const listed = openIndex(
  buildIndex(
    [jane],
    Uint8Array.from({ length: 16 }, (_, index) => index),
    "list",
  ),
);
const knowledge = {
  version: "v",
  policyVersion: "p",
  resolved: defaultResolved,
  prepared: prepare(defaultPolicy, emptyPractice, listed ?? emptyIndex),
};

type AttemptEntry = Extract<RecordEntry, { kind: "attempt" }>;

/** Everything that a check of this draft leaves on record, whatever became of it. */
async function entriesOf(
  draft: Draft,
  became: AttemptEntry["outcome"],
  reason?: string,
): Promise<readonly RecordEntry[]> {
  const seat = seatRecord();
  const parts = {
    ...seat,
    check,
    notToKeep,
    secondPerson: { approverOf: async () => undefined },
    engineVersion: "1",
    now: () => 1_700_000_000_000,
  };
  const body = { id: "a", draft, outcome: became };
  await recordAttempt(reason === undefined ? body : { ...body, reason }, knowledge, parts);
  return (await seat.entries()).map((entry) => recordEntry.parse(entry));
}

async function entryOf(draft: Draft, reason?: string): Promise<AttemptEntry> {
  const entry = (await entriesOf(draft, "posted-anyway", reason)).at(-1);
  if (entry?.kind !== "attempt") throw new Error("it is no attempt");
  return entry;
}

const ruleIds = [...JSON.stringify(ruleCatalog).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id ?? "");

/** Words that an entry may have whatever the draft says: those of closed sets. */
const closed = new Set([
  "attempt",
  ...site.options,
  ...surface.options,
  ...outcome.options,
  ...category.options,
  ...ruleIds,
  ...ruleCatalog.others.flatMap(({ ids }) => ids),
]);
/** Of what the entry depends on, none is the draft's text but by a digest. */
const madeElsewhere = new Set(["id", "fingerprint", "seat", "previous", "policyVersion", "engineVersion"]);

function openStrings(entry: RecordEntry): string[] {
  return Object.entries(entry)
    .filter(([field]) => !madeElsewhere.has(field))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter((value) => typeof value === "string" && !closed.has(value))
    .map(String);
}

const samples = readFileSync(new URL("../../corpus/dev/drafts.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => (JSON.parse(line) as { draft: string }).draft);
const text = fc.oneof(
  fc.constantFrom(...samples),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc
    .array(
      fc.constantFrom("Zephrina", "Quillhaven", "your", "filler", "310-555-0188", "stopped", "health", "😀"),
      { maxLength: 30 },
    )
    .map((words) => words.join(" ")),
);
const drafts = fc.record({
  text,
  site: fc.constantFrom(...site.options),
  surface: fc.constantFrom(...surface.options),
  thread: fc.oneof(fc.constant(null), fc.record({ author: text, text })),
});

describe("an entry", () => {
  it("has no string that is not of a closed set, or made without the draft", async () => {
    const rules = new Set<string>();
    const became = new Set<string>();
    await fc.assert(
      fc.asyncProperty(drafts, fc.constantFrom(...outcome.options), async (draft, how) => {
        const [first, ...entries] = await entriesOf(draft, how);
        expect(first?.kind ?? "first").toBe("first");
        for (const entry of entries) {
          expect(openStrings(entry)).toEqual([]);
          if (entry.kind !== "attempt") throw new Error("it is no attempt");
          became.add(entry.outcome);
          for (const rule of entry.rules) rules.add(rule);
        }
      }),
      { numRuns: 250 },
    );
    expect(rules.size).toBeGreaterThan(5);
    expect([...became].toSorted()).toEqual([...outcome.options].toSorted());
  });

  it("of two drafts in which the same is found, and which are as long, is the same", async () => {
    const one = await entryOf({ text: "Thank you, Zephrina Quillhaven!", site: "yelp", surface: "post" });
    const other = await entryOf({ text: "Bravo! now, Zephrina Quillhaven", site: "yelp", surface: "post" });
    expect(one.categories).toContain("patient-match");
    // Each was written at a seat of its own.
    const alike = { rules: [], categories: [], seat: "", previous: "", fingerprint: "" };
    expect({ ...other, ...alike }).toEqual({ ...one, ...alike });
  });

  it("has as reason what a person gave, without names and longer passages of the draft", async () => {
    await fc.assert(
      fc.asyncProperty(drafts, fc.nat(300), fc.nat(100), async (draft, start, length) => {
        const reason = `Asked Zephrina Quillhaven: ${draft.text.slice(start, start + length)}`.slice(
          0,
          reasonLimit,
        );
        const entry = await entryOf(draft, reason);
        expect(entry.reason).toBeDefined();
        const kept = entry.reason ?? "";
        expect(kept).not.toMatch(/zephrina|quillhaven/i);
        const runs = Array.from({ length: kept.length }, (_, from) => kept.slice(from, from + 17));
        const shown = oneLine(draft.text);
        expect(
          runs.filter(
            (run) => run.length === 17 && shown.includes(run) && !"Asked [removed]: ".includes(run),
          ),
        ).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("is one line whatever a person gave: canonical JSON has no form for half a character", async () => {
    const entry = await entryOf(
      { text: "Hi", site: "yelp", surface: "post" },
      "one\ntwo\u2028 \ud800 \u0000",
    );
    expect(entry.reason).toBe("one two\u2028 \uFFFD  ");
  });
});
