/// <reference types="vite/client" />
import { describe, expect, it } from "vitest";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { toContext } from "../../../src/engine/context.ts";
import type { Example, Examples, Rule } from "../../../src/engine/rule.ts";
import { hide, ways } from "./hidden/ways.ts";
import type { Way } from "./hidden/ways.ts";

const modules = Object.values(
  import.meta.glob<{ default: Rule; examples: Examples }>(
    ["../../../src/engine/rules/*.ts", "!**/index.ts"],
    { eager: true },
  ),
);

const find = (rule: Rule, text: string, example: Example): boolean => {
  const { surface = "review-reply", thread = null } = typeof example === "string" ? {} : example;
  return rule.find(toContext({ text, site: "yelp", surface, thread }, emptyPractice)).length > 0;
};

/** Every stop example of every rule that this way of writing changes. */
const hiddenBy = (way: Way): { rule: Rule; example: Example; text: string }[] =>
  modules.flatMap(({ default: rule, examples }) =>
    examples.flags.flatMap((example) => {
      const text = hide(typeof example === "string" ? example : example.text, way);
      return text === undefined ? [] : [{ rule, example, text }];
    }),
  );

/** Leetspeak is read only where it may be one of the words that rules look for, so a part of it stays hidden. */
const least: Partial<Record<Way, number>> = { leetspeak: 0.9 };

describe("what a rule stops, it stops in hidden writing too", () => {
  it.each(ways.map((way) => [way, least[way] ?? 1] as const))("%s", (way, share) => {
    const all = hiddenBy(way);
    expect(all.length).toBeGreaterThan(5);
    const missed = all.filter(({ rule, example, text }) => !find(rule, text, example));
    const allowed = Math.floor(all.length * (1 - share));
    expect(missed.map(({ rule, text }) => `${rule.id}: ${text}`).slice(allowed)).toEqual([]);
  });

  it("and what a rule lets pass it lets pass in capitals and with marks", () => {
    const stopped = (["capitals", "full-width", "zero-width", "accents"] as const).flatMap((way) =>
      modules.flatMap(({ default: rule, examples }) =>
        examples.allows.flatMap((example) => {
          const typed = typeof example === "string" ? example : example.text;
          const text = hide(`«${typed}»`, way) ?? typed;
          return find(rule, text, example) ? [`${rule.id}: ${text}`] : [];
        }),
      ),
    );
    expect(stopped).toEqual([]);
  });
});
