import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import { practice as practiceSchema } from "../../../src/contract/practice.ts";
import { toContext } from "../../../src/engine/context.ts";
import { emptyIndex, prepare } from "../../../src/engine/index.ts";
import { merge } from "../../../src/engine/merge.ts";
import type { Hit } from "../../../src/engine/model.ts";
import { processorTime } from "../processor-time.ts";

const practice = practiceSchema.parse({ name: "Bluewater Skin", staff: [{ name: "Dr. Kira Holloway, MD" }] });
const knowledge = prepare(defaultPolicy, practice, emptyIndex);
const reached = prepare(
  defaultPolicy,
  { ...practice, phones: ["310-555-0110"], handles: ["@bluewater"] },
  emptyIndex,
);
const text = "Kira Holloway and Kira Vandermeer at Bluewater Skin";
const hit = (part: string, more: Partial<Hit> = {}): Hit => ({
  rule: "a",
  category: "identifier",
  confidence: "likely",
  start: text.indexOf(part),
  end: text.indexOf(part) + part.length,
  why: "w",
  source: "s",
  ...more,
});
const merged = (...hits: Hit[]): string[] =>
  merge(hits, toContext({ text, site: "yelp", surface: "post" }, practice), knowledge).map(
    ({ rule, confidence, start, end }) => `${rule} ${confidence} ${text.slice(start, end)}`,
  );

describe("merge", () => {
  it("removes the practice and its staff, whole or in part, but not others of that name", () => {
    expect(merged(hit("Kira Holloway"), hit("Kira"), hit("Bluewater Skin"), hit("Kira Vandermeer"))).toEqual([
      "a likely Kira Vandermeer",
    ]);
  });

  it("keeps what the practice says of itself where it is no name", () => {
    expect(merged(hit("Bluewater Skin", { category: "health" }))).toEqual(["a likely Bluewater Skin"]);
  });

  it("lets a rule speak for the scorer where a rule has the words and another has the category", () => {
    const scored = hit("Kira Vandermeer at", {
      rule: "scorer-health",
      category: "health",
      confidence: "certain",
    });
    const named = hit("and", { rule: "your-care", category: "health" });
    const touching = hit("Vandermeer", { rule: "their-bill", category: "payment" });
    expect(merged(scored, named, touching)).toEqual([
      "your-care certain and",
      "their-bill likely Vandermeer",
    ]);
    expect(merged(scored, touching)).toHaveLength(2);
    expect(merged(scored, named)).toHaveLength(2);
  });

  it("keeps the surest of overlapping hits of one category", () => {
    expect(merged(hit("Vandermeer"), hit("Kira Vandermeer", { rule: "b", confidence: "certain" }))).toEqual([
      "b certain Kira Vandermeer",
    ]);
  });

  it("keeps overlapping hits of two categories", () => {
    expect(merged(hit("Vandermeer"), hit("Kira Vandermeer", { category: "health" }))).toHaveLength(2);
  });

  it("drops an identifier that is a listed patient", () => {
    const listed = hit("Kira Vandermeer", {
      rule: "patient-list",
      category: "patient-match",
      confidence: "possible",
    });
    expect(merged(hit("Vandermeer", { confidence: "possible" }), listed)).toEqual([
      "patient-list possible Kira Vandermeer",
    ]);
  });

  it("lets a rule explain and takes the scorer's confidence", () => {
    const scored = hit("Kira Vandermeer at", { rule: "scorer-identifier", confidence: "certain" });
    expect(merged(scored, hit("Vandermeer"))).toEqual(["a certain Vandermeer"]);
  });

  it.each([
    ["310-555-0110", false],
    ["(310) 555 0110", false],
    ["555-0110", false],
    ["３１０-５５５-０１１０", false],
    ["@bluewater", false],
    ["310-555-0111", true],
    ["555-0111", true],
    ["@bluewaters", true],
  ])("knows the practice's own number and handle, also where a patient shares it: %s", (typed, stays) => {
    const draft = { text: typed, site: "yelp", surface: "review-reply" } as const;
    const listed = hit("at", {
      category: "patient-match",
      confidence: "certain",
      start: 0,
      end: typed.length,
    });
    expect(merge([listed], toContext(draft, reached.practice), reached)).toHaveLength(stays ? 1 : 0);
  });

  it("leaves digits without a letter to the recognizers that know their form", () => {
    const guess = (words: string, ...more: readonly Hit[]): number => {
      const scored = hit("at", { rule: "scorer-identifier", start: 0, end: words.length });
      const draft = { text: words, site: "yelp", surface: "message" } as const;
      return merge([scored, ...more], toContext(draft, practice), knowledge).length;
    };
    expect(guess("000-00-0000")).toBe(0);
    expect(guess("Yours is 000-00-0000")).toBe(1);
    expect(guess("12 34 56", hit("at", { start: 0, end: 5 }))).toBe(1);
  });

  it("stays fast with very many hits", () => {
    const many = Array.from({ length: 20_000 }, (_, i) => hit("at", { start: i, end: i + 1 }));
    const started = processorTime();
    expect(merged(...many).length).toBeLessThanOrEqual(60);
    expect(processorTime() - started).toBeLessThan(1000);
  });
});
