// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { evidence as evidenceSchema } from "../../../src/adapters/evidence/evidence.ts";
import { past as evidence } from "../../../src/adapters/evidence/past.ts";
import { pastSites } from "../../../src/adapters/past/index.ts";
import { pastPattern } from "../../../src/contract/look-back.ts";
import type { PastPattern } from "../../../src/contract/look-back.ts";

const patterns = pastSites.flatMap(({ site, patterns }) => patterns.map((pattern) => ({ site, pattern })));

const selectorsIn = (one: PastPattern): string[] =>
  [
    one.item,
    one.without ?? [],
    one.ownPage?.title ?? [],
    one.author,
    one.text,
    one.except,
    one.link,
    one.repliesIn,
    one.answers ? [one.answers.seed, one.answers.container, one.answers.author, one.answers.text] : [],
    one.answers?.except ?? [],
  ]
    .flat(2)
    .filter((selector) => !selector.startsWith("@"));

describe("what past replies look like", () => {
  test.each(patterns)(
    "$pattern.id fits the schema, is named after its site and crosses to a page unchanged",
    ({ site, pattern }) => {
      expect(pastPattern.safeParse(pattern).error?.issues).toBeUndefined();
      expect(pattern.id).toMatch(new RegExp(`^${site}/past-[a-z-]+$`));
      expect(JSON.parse(JSON.stringify(pattern))).toEqual(pattern);
    },
  );

  test.each(patterns)(
    "every selector and expression of $pattern.id parses, and none leans on a hashed class",
    ({ pattern }) => {
      for (const selector of selectorsIn(pattern)) {
        expect(() => document.querySelector(selector)).not.toThrow();
        // Browsers take none within another.
        expect(selector).not.toMatch(/:has\([^()]*(\([^()]*\)[^()]*)*:has\(/);
        expect(selector).not.toMatch(/\.[a-z][\w-]*\d|\.x[0-9a-z]{5,}/);
      }
      for (const expression of [pattern.path, pattern.more, pattern.rest, pattern.answers?.path])
        expect(() => new RegExp(expression ?? "", "u")).not.toThrow();
      for (const template of pattern.bylines ?? []) expect(template).toBe(template.toLowerCase());
    },
  );

  test("no two have the same id, and each has its evidence, which says what nobody has seen", () => {
    const ids = patterns.map(({ pattern }) => pattern.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(evidence).sort()).toEqual(ids.toSorted());
    for (const one of Object.values(evidence)) {
      expect(evidenceSchema.safeParse(one).error?.issues).toBeUndefined();
      expect(one.unverified.length).toBeGreaterThan(0);
    }
  });
});
