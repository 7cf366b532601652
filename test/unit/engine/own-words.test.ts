import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { check, emptyIndex, prepare } from "../../../src/engine/index.ts";
import type { Draft, EnginePolicy, StoppedPhrase } from "../../../src/engine/model.ts";
import { alwaysStopped } from "../../../src/engine/own-words.ts";
import { findings } from "./listed-jane.ts";
import { processorTime } from "../processor-time.ts";

const reply = (text: string): Draft => ({ text, site: "yelp", surface: "review-reply" });
const post = (text: string): Draft => ({ text, site: "facebook", surface: "post" });
const stop = (text: string, more: Partial<StoppedPhrase> = {}): Partial<EnginePolicy> => ({
  alwaysStop: [{ text, category: "conduct", ...more }],
});
const quotes = (draft: Draft, policy: Partial<EnginePolicy>, rule = alwaysStopped): string[] =>
  findings(draft, policy)
    .filter((finding) => finding.rule === rule)
    .map(({ start, end }) => draft.text.slice(start, end));

describe("a phrase that is always stopped", () => {
  it.each<[string, string, string]>([
    ["as it is", "glow points", "Ask about glow points today"],
    ["in any case", "Glow Points", "GLOW POINTS!"],
    ["with accents or without", "peeling de días", "Un PEELING DE DIAS gratis"],
    ["with a curly apostrophe", "Kira's picks", "see Kira’s picks"],
    ["with a hyphen or line between", "glow points", "glow-points"],
    ["as a hashtag", "glow points", "#GlowPoints"],
    ["in look-alike letters", "glow points", "glоw роints"],
    ["in full-width letters", "glow points", "ｇｌｏｗ ｐｏｉｎｔｓ"],
    ["with zero-width letters", "glow points", "gl\u200bow po\u200bints"],
    ["in spaced letters", "freebie", "one f r e e b i e for all"],
    ["with digits for letters", "freebie", "one fr33bie for all"],
    ["with signs for letters", "freebie", "one fr€€bie for all"],
  ])("is found %s", (_how, phrase, text) => {
    const found = findings(post(text), stop(phrase));
    expect(found.map(({ rule }) => rule)).toContain(alwaysStopped);
  });

  it.each<[string, string]>([
    ["glow", "glowing reviews"],
    ["glow points", "glow in points"],
    ["glow points", "We glow!\n\n---\nPoints to the team"],
    ["art", "start here"],
  ])("%s is not found in %s", (phrase, text) => {
    expect(quotes(post(text), stop(phrase))).toEqual([]);
  });

  it("quotes its words, gives the practice's own reason, and counts under its category", () => {
    const own = stop("Glow Points", { category: "payment", reason: "Ask Kira before you name points." });
    const draft = post("Double glow-points for all.");
    expect(findings(draft, own)).toEqual([
      {
        rule: alwaysStopped,
        category: "payment",
        level: "block",
        start: 7,
        end: 18,
        why: "Ask Kira before you name points.",
        source: "Your practice's own policy",
      },
    ]);
  });

  it.each(["relaxed", "balanced", "strict"] as const)("blocks when %s", (strictness) => {
    expect(findings(post("glow points"), { ...stop("glow points"), strictness })).toMatchObject([
      { level: "block" },
    ]);
  });

  it.each(["warn", "record", "allow"] as const)("warns where its category is set to %s", (action) => {
    const actions = { ...defaultPolicy.actions, conduct: action };
    expect(findings(post("glow points"), { ...stop("glow points"), actions })).toMatchObject([
      { level: "warn" },
    ]);
  });

  it("is stopped although it is allowed as well", () => {
    expect(quotes(post("glow points"), { ...stop("glow points"), alwaysAllow: ["glow points"] })).toEqual([
      "glow points",
    ]);
  });

  it("is in no alternative that is offered", () => {
    const draft = reply("Thank you for the kind words! Loved treating you.");
    const offered = (policy: Partial<EnginePolicy>): string[] =>
      check(draft, prepare({ ...defaultPolicy, ...policy }, emptyPractice, emptyIndex)).alternatives.map(
        ({ text }) => text,
      );
    expect(offered({}).join("\n")).toMatch(/kind words/i);
    expect(offered(stop("kind words")).join("\n")).not.toMatch(/kind words/i);
    expect(offered(stop("kind words")).length).toBeGreaterThan(0);
  });
});

describe("a phrase that is always allowed", () => {
  const phone = post("For help at night call 310-555-0188.");

  it("is no finding any more, and what else is in the draft stays one", () => {
    expect(findings(phone, {}).map(({ category }) => category)).toEqual(["identifier"]);
    expect(findings(phone, { alwaysAllow: ["310-555-0188"] })).toEqual([]);
    const two = post("Call 310-555-0188 or 310-555-0177.");
    expect(quotes(two, { alwaysAllow: ["310 555 0188"] }, "phone")).toEqual(["310-555-0177"]);
  });

  it("does not reach words around it", () => {
    const draft = reply("It was a pleasure to treat you at Glow Week.");
    expect(findings(draft, { alwaysAllow: ["Glow Week"] })).toEqual(findings(draft, {}));
    expect(findings(draft, {}).length).toBeGreaterThan(0);
  });

  it("never lets a listed patient through", () => {
    const draft = post("Shout-out to Jane Doerfler!");
    const found = findings(draft, { alwaysAllow: ["Jane Doerfler", "shout-out to Jane Doerfler"] });
    expect(found.map(({ category }) => category)).toContain("patient-match");
  });

  it("that is one word allows a name and nothing else", () => {
    const draft = reply("Yes, your rhinoplasty was the best result we had!");
    const before = findings(draft, {});
    expect(before.length).toBeGreaterThan(0);
    for (const word of draft.text.match(/\p{L}{4,}/gu) ?? []) {
      const gone = before.filter(
        ({ rule }) => !findings(draft, { alwaysAllow: [word] }).some((after) => after.rule === rule),
      );
      for (const { category, start, end } of gone) {
        expect(["identifier", "health"]).toContain(category);
        expect(draft.text.slice(start, end).toLowerCase()).toBe(word.toLowerCase());
      }
    }
  });

  it("in hidden writing is the same phrase, and hides nobody beside it", () => {
    expect(findings(post("Call ３１０-555-0188."), { alwaysAllow: ["310-555-0188"] })).toEqual([]);
    const hidden = post("𝗖𝗮𝗹𝗹 𝗝𝗮𝗻𝗲 𝗗𝗼𝗲𝗿𝗳𝗹𝗲𝗿 at 310-555-0188");
    expect(findings(hidden, { alwaysAllow: ["310-555-0188"] }).map(({ category }) => category)).toEqual([
      "patient-match",
    ]);
  });
});

describe("both lists", () => {
  it("stays quick with full lists and hostile text", () => {
    const phrases = Array.from({ length: 400 }, (_, at) => `${"a ".repeat(at % 11)}b${at}`);
    const knowledge = prepare(
      {
        ...defaultPolicy,
        alwaysAllow: phrases,
        alwaysStop: phrases.map((text) => ({ text, category: "conduct" })),
      },
      emptyPractice,
      emptyIndex,
    );
    const plain = prepare(defaultPolicy, emptyPractice, emptyIndex);
    const timed = (text: string, known: typeof plain): number => {
      const started = processorTime();
      check(post(text), known);
      return processorTime() - started;
    };
    for (const text of [
      "a ".repeat(10_000),
      "b1 ".repeat(6000),
      "a4a4a4a4 ".repeat(2000),
      "a$a!a|a ".repeat(2000),
      `${"a".repeat(20_000)}$`,
    ]) {
      timed(text, plain);
      expect(timed(text, knowledge)).toBeLessThan(timed(text, plain) + 400);
    }
  });
});
