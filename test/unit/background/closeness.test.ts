import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closeTo, nearestFirst, wordsOf } from "../../../src/background/closeness.ts";

describe("how near two texts are", () => {
  test.each([
    ["the same words in another order", "the team is happy", "happy is the team", 1],
    ["accents and capitals aside", "Gracias, señora", "GRACIAS SENORA", 1],
    ["nothing in common", "thank you", "¿¡!?", 0],
    ["nothing at all", "", "", 0],
  ])("%s", (_what, one, other, near) => {
    expect(closeTo(one)(other)).toBe(near);
  });

  test("a word counts in another form too, and less than the same one", () => {
    const near = closeTo("We appreciate it");
    expect(near("We appreciated it")).toBeGreaterThan(near("We noted it"));
    expect(near("We appreciated it")).toBeLessThan(1);
  });

  test("is the same both ways, and from 0 to 1", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const near = closeTo(one)(other);
        expect(near).toBe(closeTo(other)(one));
        expect(near).toBeGreaterThanOrEqual(0);
        expect(near).toBeLessThanOrEqual(1);
        expect(closeTo(one)(one)).toBe(wordsOf(one).length > 0 ? 1 : 0);
      }),
    );
  });

  test("putting the nearest first loses nothing, and leaves what is as near in its order", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ text: fc.string() })), fc.string(), (items, to) => {
        const sorted = nearestFirst(items, to);
        expect(new Set(sorted)).toEqual(new Set(items));
        expect(sorted).toHaveLength(items.length);
        const near = closeTo(to);
        for (const [at, item] of sorted.entries()) {
          const next = sorted[at + 1];
          if (!next) continue;
          expect(near(item.text)).toBeGreaterThanOrEqual(near(next.text));
          const isKept = items.indexOf(item) < items.indexOf(next);
          expect(isKept || near(item.text) > near(next.text)).toBe(true);
        }
      }),
    );
  });
});
