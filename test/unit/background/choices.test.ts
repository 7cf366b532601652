import { describe, expect, test } from "vitest";
import { choices, toPolicy } from "../../../src/contract/choices.ts";
import { defaultPolicy, listNames, settings } from "../../../src/contract/policy.ts";

const lists = { alwaysStop: [], alwaysAllow: [], publicNames: [], patientList: null };
const fallbacks = new Map(choices.map((choice) => [choice.path, choice.fallback]));

describe("the choices of the policy", () => {
  test("are the policy taken apart, and put together again", () => {
    expect(toPolicy(fallbacks, lists)).toEqual(defaultPolicy);
    const taken = [...choices.map(({ setting }) => setting), ...listNames, "patientList"];
    expect(new Set(taken)).toEqual(new Set(Object.keys(settings)));
  });

  test.each(choices)("$path has values that the schema knows, and its fallback among them", (choice) => {
    expect(choice.values).toContain(choice.fallback);
    for (const value of choice.values) {
      expect(() => toPolicy(new Map(fallbacks).set(choice.path, value), lists)).not.toThrow();
    }
  });

  test("leave out no value that the schema knows", () => {
    const valuesOf = (path: string) => choices.find((choice) => choice.path === path)?.values.toSorted();
    expect(valuesOf("strictness")).toEqual(settings.strictness.schema.options.toSorted());
    expect(valuesOf("unchecked")).toEqual(settings.unchecked.schema.options.toSorted());
    expect(valuesOf("postAnyway")).toEqual(settings.postAnyway.schema.options.toSorted());
    expect(valuesOf("actions.health")).toEqual(settings.actions.schema.shape.health.options.toSorted());
  });

  test("cannot be put together with one missing or wrong", () => {
    const without = new Map(fallbacks);
    without.delete("actions.health");
    expect(() => toPolicy(without, lists)).toThrow("health");
    expect(() => toPolicy(new Map(fallbacks).set("strictness", "lax"), lists)).toThrow("strictness");
  });
});
