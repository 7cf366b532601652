import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { toContext } from "../../../src/engine/context.ts";
import { emptyIndex, prepare } from "../../../src/engine/index.ts";
import type { Draft } from "../../../src/engine/index.ts";
import { decide } from "../../../src/engine/decide.ts";
import type { Hit, Strictness } from "../../../src/engine/model.ts";
import asksWho from "../../../src/engine/rules/asks-who.ts";
import vagueApology from "../../../src/engine/rules/vague-apology.ts";
import { patients } from "./listed-jane.ts";

/** The levels of what the two rules for either case find. */
function levels(text: string, author: string, surface: Draft["surface"], strictness: Strictness): string[] {
  const knowledge = prepare({ ...defaultPolicy, strictness }, emptyPractice, patients);
  const draft = { text, site: "yelp", surface, thread: { author, text: "Not what I hoped for." } } as const;
  const context = toContext(draft, emptyPractice);
  const hits = [asksWho, vagueApology].flatMap(({ id, find, ...rest }): Hit[] =>
    find(context).map((span) => ({ rule: id, ...rest, ...span })),
  );
  return decide(hits, knowledge.policy, knowledge.patients.isListed(author)).map(({ level }) => level);
}

describe("what informed people would disagree about", () => {
  it.each([
    ["We are sorry for your experience.", "review-reply"],
    ["We fell short.", "review-reply"],
    ["Hope to see you!", "comment"],
    ["Lamentamos su experiencia.", "review-reply"],
    ["What is the name on the booking?", "message"],
  ] as const)("warns only where a listed patient is answered: %s", (text, surface) => {
    expect(levels(text, "Jane Doerfler", surface, "balanced")).toEqual(["warn"]);
    expect(levels(text, "Sam T.", surface, "balanced")).toEqual([]);
    expect(levels(text, "Jane Doerfler", surface, "relaxed")).toEqual(["warn"]);
    expect(levels(text, "Sam T.", surface, "strict")).toEqual(["warn"]);
  });

  it.each([
    "Hi Jane, thank you for the note.",
    "We are sorry to hear this.",
    "Thank you for the five stars!",
  ])("says nothing of thanks, greetings and regret in general: %s", (text) => {
    expect(levels(text, "Jane Doerfler", "review-reply", "strict")).toEqual([]);
  });

  it("says nothing of what only the scorer holds for possible, but under strict", () => {
    const guess = { rule: "scorer-health", category: "health", confidence: "possible" } as const;
    const hit = { ...guess, start: 0, end: 4, why: "w", source: "s" };
    const under = (strictness: Strictness, listed: boolean): number =>
      decide([hit], { ...defaultPolicy, strictness }, listed).length;
    expect(under("balanced", true)).toBe(0);
    expect(under("strict", true)).toBe(1);
    expect(under("strict", false)).toBe(1);
  });

  it("knows nobody without a list", () => {
    expect(emptyIndex.isListed("Jane Doerfler")).toBe(false);
  });
});
