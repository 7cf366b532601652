/** Whatever is done to one or two lines of a record, it never holds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, sample, verdict } from "./tampering.ts";

const log = await sample(150, 25);
const anyLine = fc.nat(log.length - 1);
const runs = { numRuns: 150 };

describe("a record does not hold", () => {
  it("without one of its lines, whichever it is", async () => {
    for (const index of log.keys()) {
      const found = await verdict(log.toSpliced(index, 1));
      expect(found).toMatch(new RegExp(`^(removed|seal-missing|cut-off) in line ${index + 1}$`));
    }
  });

  it("with one of its lines twice, wherever the other is", async () => {
    await fc.assert(
      fc.asyncProperty(anyLine, fc.nat(log.length), async (from, to) => {
        const place = to > from ? to : Math.min(from, to);
        const found = await verdict(log.toSpliced(place, 0, log[from] ?? ""));
        expect(found).toMatch(
          new RegExp(`^(repeated|inserted) in line ${(place === from ? from + 1 : place) + 1}$`),
        );
      }),
      runs,
    );
  });

  it("with two of its lines in each other's place", async () => {
    await fc.assert(
      fc.asyncProperty(anyLine, anyLine, async (one, other) => {
        fc.pre(one < other);
        const swapped = log.with(one, log[other] ?? "").with(other, log[one] ?? "");
        expect(await verdict(swapped)).toBe(`reordered in line ${one + 1}`);
      }),
      runs,
    );
  });

  it("with any character of it replaced, added or taken away", async () => {
    const place = anyLine.chain((index) =>
      fc.tuple(fc.constant(index), fc.nat((log[index] ?? "").length - 1)),
    );
    const letter = fc.constantFrom(...'0123456789abcdef"{}[]:, xyzé\u0000\\-');
    await fc.assert(
      fc.asyncProperty(
        place,
        letter,
        fc.constantFrom(0, 1),
        fc.constantFrom("", "+"),
        async ([index, at], by, cut, add) => {
          const line = log[index] ?? "";
          const made = line.slice(0, at) + (add === "" ? "" : by) + line.slice(at + cut);
          fc.pre(made !== line);
          expect(await verdict(log.with(index, made))).toMatch(new RegExp(`in line ${index + 1}$`));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("with the last character of its signature one that stands for the same bytes", async () => {
    const line = log.at(-1) ?? "";
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"];
    const others = letters.map((by) => line.replace(/.(?="\}$)/, by)).filter((made) => made !== line);
    expect(others).toHaveLength(63);
    for (const made of others)
      expect(await verdict(log.with(log.length - 1, made))).toMatch(new RegExp(`in line ${log.length}$`));
  });

  it("cut off after any number of characters", async () => {
    const text = log.join("\n");
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), async (length) => {
        const cut = text.slice(0, length);
        const lines = cut === "" ? [] : cut.replace(/\n$/, "").split("\n");
        expect(await verdict(lines)).toMatch(/^cut-off/);
      }),
      runs,
    );
  });
});

it("has lines of every sort, so that the above is of every sort", () => {
  const sorts = new Set(log.map((line) => Object.keys(parse(line))[0]));
  expect(sorts).toEqual(new Set(["entry", "hash", "end"]));
});
