import { describe, expect, it } from "vitest";
import { translatedExamples } from "../../../src/contract/catalog.ts";
import type { CatalogExample } from "../../../src/contract/catalog.ts";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { toContext } from "../../../src/engine/context.ts";
import { identifiers } from "../../../src/engine/identifiers/index.ts";
import type { Rule } from "../../../src/engine/rule.ts";
import { rules } from "../../../src/engine/rules/index.ts";
import { languageOf } from "../../../src/engine/suggest/situation.ts";
import file from "../../../src/pages/options/rule-examples-es.json" with { type: "json" };

const all = [...rules, ...identifiers];
const examples = translatedExamples.parse(file);

/** The marked text with the marks where the rule puts them. */
function marked(rule: Rule, { text, surface = "review-reply", answering }: CatalogExample): string {
  const plain = text.replaceAll(/[«»]/g, "");
  const thread = answering === undefined ? null : { author: "", text: answering };
  const context = toContext({ text: plain, site: "yelp", surface, thread }, emptyPractice);
  let result = "";
  let at = 0;
  for (const span of rule.find(context)) {
    const { start, end } = context.folded.toOriginal(span);
    result += `${plain.slice(at, start)}«${plain.slice(start, end)}»`;
    at = end;
  }
  return result + plain.slice(at);
}

describe("the rules' examples in Spanish", () => {
  it("are there for every rule, of what it stops or what it lets through", () => {
    expect(Object.keys(examples)).toEqual(all.map(({ id }) => id));
    const without = (side: "stops" | "passes"): string[] =>
      Object.entries(examples).flatMap(([id, one]) => (one[side].length === 0 ? [id] : []));
    expect(without("passes")).toEqual([]);
    // These two know no turn of phrase in Spanish; their page shows the English ones, and says so.
    expect(without("stops")).toEqual(["clinical-detail", "confirming-answer"]);
  });

  it.each(all.map((rule) => [rule.id, rule] as const))("hold for %s", (id, rule) => {
    const { stops = [], passes = [] } = examples[id] ?? {};
    for (const one of stops) {
      expect(one.text).toContain("«");
      expect(marked(rule, one)).toBe(one.text);
    }
    for (const one of passes) expect(marked(rule, one)).toBe(one.text);
  });

  it("are in Spanish", () => {
    const texts = Object.values(examples).flatMap(({ stops, passes }) => [...stops, ...passes]);
    expect(texts.length).toBeGreaterThan(180);
    const english = texts.filter(({ text }) => {
      const draft = { text: text.replaceAll(/[«»]/g, ""), site: "yelp", surface: "post" } as const;
      // A text of numbers alone has no language.
      return languageOf(draft) === "en" && /\b(?:the|you|your|we|our|is|are|and|of|to)\b/i.test(draft.text);
    });
    expect(english).toEqual([]);
  });
});
