import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { toContext } from "../../../src/engine/context.ts";
import { emptyIndex, prepare } from "../../../src/engine/index.ts";
import { merge } from "../../../src/engine/merge.ts";
import { identifiers } from "../../../src/engine/identifiers/index.ts";
import type { Draft, Practice } from "../../../src/engine/model.ts";
import { hitsOf } from "../../../src/engine/recognize.ts";
import type { Example, Examples, Rule } from "../../../src/engine/rule.ts";
import { processorTime } from "../processor-time.ts";

const found = import.meta.glob<{ default: Rule; examples: Examples }>(
  ["../../../src/engine/identifiers/*.ts", "!**/index.ts"],
  { eager: true },
);
const modules = Object.entries(found).map(([path, module]) => ({
  file: path.split("/").at(-1) ?? "",
  ...module,
}));

function toDraft(example: Example): { draft: Draft; marked: string[] } {
  const {
    text,
    surface = "review-reply",
    thread,
  } = typeof example === "string" ? { text: example } : example;
  const marked = Array.from(text.matchAll(/«([^»]*)»/g), (found) => found[1] ?? "");
  return { draft: { text: text.replace(/[«»]/g, ""), site: "yelp", surface, thread }, marked };
}

function finds(rule: Rule, draft: Draft): string[] {
  const context = toContext(draft, emptyPractice);
  return rule.find(context).map((span) => {
    const { start, end } = context.folded.toOriginal(span);
    return draft.text.slice(start, end);
  });
}

it("has every identifier of the index in a file of its own", () => {
  expect(modules.map(({ default: rule }) => rule)).toEqual(expect.arrayContaining([...identifiers]));
});

describe("what the practice says of itself", () => {
  const practice: Practice = {
    ...emptyPractice,
    addresses: ["219 Harbor Street, Suite 4, Ojai, CA 93023"],
    phones: ["+44 20 7946 0958", "310-555-0100"],
    emails: ["hello@harborlight.example"],
    websites: ["https://www.harborlight.example"],
    handles: ["@harborlight"],
    staff: [{ name: "Ana Beltran", role: "hygienist" }],
  };

  it.each([
    "Write to hello@harborlight.example any day.",
    "It is all on www.harborlight.example/fees and book.harborlight.example.",
    "Send it to 219 Harbor Street, Suite 4.",
    "From abroad you reach us at +44 20 7946 0958.",
    "Mrs. Beltran is here on Friday.",
  ])("is no finding: %s", (text) => {
    const context = toContext({ text, site: "yelp", surface: "review-reply" }, practice);
    const knowledge = prepare(defaultPolicy, practice, emptyIndex);
    const hits = identifiers.flatMap((rule) => hitsOf(rule, context));
    expect(merge(hits, context, knowledge).map(({ rule }) => rule)).toEqual([]);
  });
});

it("counts no date against what is said to everybody", () => {
  const text = "Save the date: 3/14/2026, 2026-03-14, 14-Mar-2026.";
  const context = toContext({ text, site: "instagram", surface: "post" }, emptyPractice);
  expect(identifiers.flatMap((rule) => rule.find(context))).toEqual([]);
});

describe.each(modules)("$file", ({ file, default: rule, examples }) => {
  it("is named after its rule and in the index", () => {
    expect(`${rule.id}.ts`).toBe(file);
    expect(identifiers).toContain(rule);
  });

  it("has two examples of each kind", () => {
    expect(examples.flags.length).toBeGreaterThanOrEqual(2);
    expect(examples.allows.length).toBeGreaterThanOrEqual(2);
  });

  it.each(examples.flags)("finds the marked words: %j", (example) => {
    const { draft, marked } = toDraft(example);
    expect(marked).not.toEqual([]);
    expect(finds(rule, draft)).toEqual(marked);
  });

  it.each(examples.allows)("lets pass: %j", (example) => {
    expect(finds(rule, toDraft(example).draft)).toEqual([]);
  });

  it.each([
    "1",
    "12 ",
    "1-",
    "a.",
    "@a",
    "she came in ",
    "your visit ",
    "she ",
    "lot ",
    "12 a ",
    "in the ",
    "310-",
    "MRN ",
    "one ",
    "birthday ",
    "from A",
    "5/21 ",
    "on Friday ",
    "2001:",
    "apt 5 ",
    "lives at 1 ",
    "+1 310 ",
    "www.a.example ",
    "a@b.example ",
    "4111 ",
  ])("stays fast on a long run of %j", (unit) => {
    const context = toContext(
      { text: unit.repeat(20_000 / unit.length), site: "yelp", surface: "review-reply" },
      emptyPractice,
    );
    rule.find(context);
    const started = processorTime();
    rule.find(context);
    // Linear work takes a few milliseconds; a backtracking trap takes seconds.
    expect(processorTime() - started).toBeLessThan(400);
  });
});
