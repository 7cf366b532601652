/// <reference types="vite/client" />
/** What settings may and may not change, on the examples of all rules. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import { categories } from "../../../src/engine/model.ts";
import type { Category, Draft, Finding, Strictness } from "../../../src/engine/model.ts";
import { fold } from "../../../src/engine/normalize.ts";
import { alwaysStopped } from "../../../src/engine/own-words.ts";
import type { Example, Examples } from "../../../src/engine/rule.ts";
import { findings } from "./listed-jane.ts";

const modules = import.meta.glob<{ examples?: Examples }>("../../../src/engine/{rules,identifiers}/*.ts", {
  eager: true,
});
const examples: readonly Example[] = Object.values(modules).flatMap(({ examples }) => [
  ...(examples?.flags ?? []),
  ...(examples?.allows ?? []),
]);

function toDraft(example: Example): Draft {
  const {
    text,
    surface = "review-reply",
    thread,
  } = typeof example === "string" ? { text: example } : example;
  return { text: text.replace(/[«»]/g, ""), site: "yelp", surface, thread: thread ?? null };
}

/** One example, or two one after the other: many kinds of findings beside each other. */
const draft = fc
  .tuple(
    fc.constantFrom(...examples),
    fc.option(fc.constantFrom(...examples), { nil: undefined }),
    fc.boolean(),
  )
  .map(([first, second, isListed]): Draft => {
    const one = toDraft(first);
    const text = second === undefined ? one.text : `${one.text} ${toDraft(second).text}`;
    return isListed
      ? { ...one, text, thread: { author: "Jane Doerfler", text: "Lovely place." } }
      : { ...one, text };
  });
const strictness = fc.constantFrom<Strictness>("relaxed", "balanced", "strict");
const actions = fc
  .array(fc.constantFrom("allow", "record", "warn", "block"), { minLength: 7, maxLength: 7 })
  .map((each) => Object.fromEntries(categories.map((category, at) => [category, each[at]])))
  .map((some) => ({ ...defaultPolicy.actions, ...some }));
/** Some words of the draft that follow one another. */
function phraseOf(text: string, first: number, count: number): string {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  const from = words[first % Math.max(1, words.length)];
  const to = words[Math.min(words.length - 1, (first % Math.max(1, words.length)) + count)];
  return from && to ? text.slice(from.index, to.index + to[0].length) : text;
}
const wordsOf = (text: string): string => ` ${(fold(text).text.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ")} `;
const hasWords = (text: string, phrase: string): boolean =>
  wordsOf(text).includes(wordsOf(phrase)) && !/[^\p{L}\p{N}]{5}/u.test(phrase);
const phraseAt = fc.tuple(fc.nat(30), fc.nat(6));

const key = ({ rule, category, start, end }: Finding): string => `${rule} ${category} ${start}-${end}`;
const keys = (found: readonly Finding[]): string[] => found.map(key);
const runs = { numRuns: 150 };

describe("policy, on the examples of all rules", () => {
  it("never finds less, or less gravely, when it is stricter", () => {
    fc.assert(
      fc.property(draft, actions, (text, actions) => {
        const [relaxed = [], balanced = [], strict = []] = (["relaxed", "balanced", "strict"] as const).map(
          (strictness) => findings(text, { strictness, actions }),
        );
        for (const [looser, stricter] of [
          [relaxed, balanced],
          [balanced, strict],
        ] as const) {
          const levels = new Map(stricter.map((finding) => [key(finding), finding.level]));
          const weaker = looser.filter((finding) => {
            const level = levels.get(key(finding));
            return level === undefined || (finding.level === "block" && level === "warn");
          });
          expect(weaker).toEqual([]);
        }
      }),
      runs,
    );
  });

  it("silences one category and no other with allow or record", () => {
    fc.assert(
      fc.property(
        draft,
        strictness,
        actions,
        fc.constantFrom<Category>(...categories),
        fc.constantFrom("allow" as const, "record" as const),
        (text, strictness, actions, category, silent) => {
          const silenced = findings(text, { strictness, actions: { ...actions, [category]: silent } });
          const before = findings(text, { strictness, actions });
          expect(silenced).toEqual(before.filter((finding) => finding.category !== category));
        },
      ),
      runs,
    );
  });

  it("loses no finding outside an allowed phrase, and no listed patient inside", () => {
    fc.assert(
      fc.property(draft, strictness, phraseAt, (text, strictness, [first, count]) => {
        const phrase = phraseOf(text.text, first, count);
        const before = findings(text, { strictness });
        const after = new Set(keys(findings(text, { strictness, alwaysAllow: [phrase] })));
        // A finding may cover a part of a word.
        const letters = (part: string): string => wordsOf(part).replaceAll(" ", "");
        const inside = ({ start, end }: Finding): boolean =>
          letters(phrase).includes(letters(text.text.slice(start, end)));
        const mustStay = before.filter((finding) => !inside(finding) || finding.category === "patient-match");
        expect(keys(mustStay).filter((one) => !after.has(one))).toEqual([]);
      }),
      runs,
    );
  });

  it("loses no finding by a phrase that is always stopped", () => {
    fc.assert(
      fc.property(
        draft,
        strictness,
        phraseAt,
        fc.constantFrom<Category>(...categories),
        (text, strictness, [first, count], category) => {
          const phrase = phraseOf(text.text, first, count);
          const alwaysStop = [{ text: phrase, category }];
          const before = findings(text, { strictness });
          const after = findings(text, { strictness, alwaysStop });
          expect(after.filter(({ rule }) => rule !== alwaysStopped)).toEqual(before);
          // Where letters stand alone, whether they make a word depends on what is beside them.
          const more = after.length - before.length;
          expect(more > 0 || !hasWords(text.text, phrase)).toBe(true);
        },
      ),
      runs,
    );
  });
});
