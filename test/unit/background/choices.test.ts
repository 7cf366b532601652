import { describe, expect, test } from "vitest";
import { choices, toPolicy } from "../../../src/contract/choices.ts";
import { defaultPolicy, listNames, settings, valueNames } from "../../../src/contract/policy.ts";

const fallbacks = new Map(choices.map((choice) => [choice.path, choice.fallback]));

describe("the choices of the policy", () => {
  test("are the policy taken apart, and put together again", () => {
    const { surfaceActions, ...others } = toPolicy(fallbacks, defaultPolicy);
    expect(others).toEqual((({ surfaceActions: _none, ...rest }) => rest)(defaultPolicy));
    for (const place of Object.values(surfaceActions)) expect(place).toEqual(defaultPolicy.actions);
    const taken = [...choices.map(({ setting }) => setting), ...listNames, ...valueNames, "levels"];
    expect(new Set(taken)).toEqual(new Set(Object.keys(settings)));
  });

  test.each(choices)("$path has values that the schema knows, and its fallback among them", (choice) => {
    expect(choice.values).toContain(choice.fallback);
    for (const value of choice.values) {
      expect(() => toPolicy(new Map(fallbacks).set(choice.path, value), defaultPolicy)).not.toThrow();
    }
  });

  test("leave out no value that the schema knows", () => {
    const valuesOf = (path: string) => choices.find((choice) => choice.path === path)?.values.toSorted();
    expect(valuesOf("strictness")).toEqual(settings.strictness.schema.options.toSorted());
    expect(valuesOf("unchecked")).toEqual(settings.unchecked.schema.options.toSorted());
    expect(valuesOf("postAnyway")).toEqual(settings.postAnyway.schema.options.toSorted());
    const actions = settings.actions.schema.shape.health.options.toSorted();
    expect(valuesOf("actions.health")).toEqual(actions);
    expect(valuesOf("surfaceActions.post.health")).toEqual(actions);
    expect(valuesOf("secondPerson")).toEqual(settings.secondPerson.schema.options.toSorted());
    expect(valuesOf("language")).toEqual(settings.language.schema.options.toSorted());
  });

  test("cannot be put together with one missing or wrong", () => {
    const without = new Map(fallbacks);
    without.delete("actions.health");
    const { actions: _, ...others } = defaultPolicy;
    expect(() => toPolicy(without, others)).toThrow("health");
    expect(() => toPolicy(new Map(fallbacks).set("strictness", "lax"), defaultPolicy)).toThrow("strictness");
  });
});
