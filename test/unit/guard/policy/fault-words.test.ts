import { describe, expect, it } from "vitest";
import { faultsOf } from "../../../../src/policy-file/fault-words.ts";
import type { Json } from "../../../../src/policy-file/json.ts";
import { nearest } from "../../../../src/policy-file/nearest.ts";
import { z } from "../../../../src/contract/zod.ts";

describe("what a schema of tomorrow may object to", () => {
  const days = z.int().check(z.minimum(1), z.maximum(90));
  it.each<[string, z.ZodMiniType, Json, string]>([
    ["a number too large", z.object({ days }), { days: 900 }, "days: must be at most 90"],
    ["a number too small", z.object({ days }), { days: 0 }, "days: must be at least 1"],
    ["a broken number", z.object({ days }), { days: 1.5 }, "days: is a number, and must be a whole number"],
    [
      "a text too long",
      z.object({ a: z.string().check(z.maxLength(2)) }),
      { a: "abc" },
      "a: must have at most 2 characters",
    ],
    [
      "a list too short",
      z.object({ a: z.array(z.string()).check(z.minLength(1)) }),
      { a: [] },
      "a: must have at least 1 entry",
    ],
    ["no date", z.object({ until: z.iso.date() }), { until: "soon" }, "until: is not written as date is"],
    [
      "neither form",
      z.object({ a: z.union([z.boolean(), z.object({ level: z.enum(["fixed", "default"]) })]) }),
      { a: { level: "fixd" } },
      'a.level: is "fixd", and must be one of: "fixed", "default"',
    ],
  ])("is told in words: %s", (_, schema, value, words) => {
    const issues = z.safeParse(schema, value).error?.issues ?? [];
    const told = issues
      .flatMap((one) => faultsOf(one, value))
      .map(({ path, what }) => `${path.join(".")}: ${what}`);
    expect(told).toEqual([words]);
  });
});

describe("did you mean", () => {
  const known = ["strictness", "actions", "sites", "postAnyway", "reasonRequired"];
  it.each([
    ["strictnes", "strictness"],
    ["Strictness", "strictness"],
    ["postanyway", "postAnyway"],
    ["stricntess", "strictness"],
    ["site", "sites"],
    ["reasonsRequired", "reasonRequired"],
    ["logo", undefined],
    ["", undefined],
    ["x".repeat(100_000), undefined],
  ])("%.20s: %s", (word, meant) => {
    expect(nearest(word, known)).toBe(meant);
  });
});
