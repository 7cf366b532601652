/// <reference types="vite/client" />
/** What policy says of one surface alone, on the examples of all rules. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { surface } from "../../../src/contract/draft.ts";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import { actions as allActions } from "../../../src/contract/policy-choices.ts";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { policyOn } from "../../../src/engine/decide.ts";
import { check, prepare } from "../../../src/engine/index.ts";
import type { Draft, EnginePolicy, Verdict } from "../../../src/engine/index.ts";
import { categories } from "../../../src/engine/model.ts";
import type { Action, Category } from "../../../src/engine/model.ts";
import type { Example, Examples } from "../../../src/engine/rule.ts";
import { patients } from "./listed-jane.ts";

const modules = import.meta.glob<{ examples?: Examples }>("../../../src/engine/{rules,identifiers}/*.ts", {
  eager: true,
});
const examples = Object.values(modules).flatMap(({ examples }) => examples?.flags ?? []);
const toDraft = (example: Example): Draft => {
  const {
    text,
    surface: place = "review-reply",
    thread = null,
  } = typeof example === "string" ? { text: example } : example;
  return { text: text.replace(/[«»]/g, ""), site: "yelp", surface: place, thread };
};
const draft = fc.tuple(fc.constantFrom(...examples), fc.boolean()).map(([example, isListed]): Draft => {
  const one = toDraft(example);
  return isListed ? { ...one, thread: { author: "Jane Doerfler", text: "Lovely place." } } : one;
});
const toActions = (each: readonly Action[]): Record<Category, Action> =>
  Object.fromEntries(categories.map((category, at) => [category, each[at]])) as Record<Category, Action>;
const actions = fc
  .array(fc.constantFrom(...allActions), { minLength: categories.length, maxLength: categories.length })
  .map(toActions);
const strictness = fc.constantFrom("relaxed" as const, "balanced" as const, "strict" as const);
/** Words that stand in many of the examples, so that the practice's own lists are met. */
const lists = fc.record({
  alwaysStop: fc.constantFrom([], [{ text: "you", category: "conduct" as const }]),
  alwaysAllow: fc.constantFrom([], ["coming in"], ["botox"]),
});

const judged = (one: Draft, policy: Partial<EnginePolicy>): Verdict =>
  check(one, prepare({ ...defaultPolicy, ...policy }, emptyPractice, patients));
const runs = { numRuns: 120 };

describe("what policy says of one surface alone", () => {
  it("comes to the same there as if it were said in general: findings, own words and alternatives", () => {
    fc.assert(
      fc.property(draft, actions, strictness, lists, (one, here, strict, own) => {
        const general = judged(one, { actions: here, strictness: strict, ...own });
        const alone = judged(one, { surfaceActions: { [one.surface]: here }, strictness: strict, ...own });
        expect(alone).toEqual(general);
      }),
      runs,
    );
  });

  it("changes nothing elsewhere", () => {
    fc.assert(
      fc.property(draft, actions, strictness, lists, (one, there, strict, own) => {
        const others = surface.options.filter((name) => name !== one.surface);
        const surfaceActions = Object.fromEntries(others.map((name) => [name, there]));
        const policy = { strictness: strict, ...own };
        expect(judged(one, { ...policy, surfaceActions })).toEqual(judged(one, policy));
      }),
      runs,
    );
  });

  it("leaves what it does not name as it is in general", () => {
    fc.assert(
      fc.property(actions, actions, fc.subarray([...categories]), (general, here, named) => {
        const some = Object.fromEntries(named.map((name) => [name, here[name]]));
        const policy = { strictness: "balanced" as const, actions: general, surfaceActions: { post: some } };
        const inForce = policyOn("post", policy).actions;
        for (const name of categories)
          expect(inForce[name]).toBe(named.includes(name) ? here[name] : general[name]);
        expect(policyOn("comment", policy).actions).toEqual(general);
      }),
    );
  });
});
