import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../../../src/engine/normalize.ts";
import {
  buildIndex,
  decodeIndex,
  editIndex,
  encodeIndex,
  openIndex,
  nobody,
} from "../../../../src/engine/patients/index.ts";
import type { SerializedIndex } from "../../../../src/engine/patients/index.ts";
import { makeReader } from "../../../../src/engine/patients/reader.ts";
import { lookUp } from "../../../../src/engine/patients/table.ts";
import { key, persons } from "./invented.ts";

const people = Array.from({ length: 40 }, (_, at) => ({
  ...nobody,
  given: ["Jane", "Ana", "Robert"][at % 3] ?? "",
  family: `${["Doerfler", "Ruiz", "Hendersen", "Oyelaran"][at % 4] ?? ""}${"bcdfgh".charAt(at % 6)}`,
  handles: [`@somebody${at}`],
  birthDates: ["1990-07-02"],
}));
const whole = encodeIndex(buildIndex(people, key, "list"));
const text = "We met Jane Doerflerb, Anna Ruizc and Robret Hendersond (@somebody7), born July 2, 1990";

/** Uses all that an index offers. What it answers of forged bytes does not matter; that it answers does. */
function use(index: SerializedIndex): void {
  const patients = openIndex(index);
  for (const { start, end } of patients.find(fold(text))) expect(end).toBeGreaterThan(start);
  patients.isListed("jane.doerflerb");
  const reader = makeReader(index);
  for (const word of ["jane", "jnae", "doerflerb", "doerfleb", "zzz"]) {
    for (const { given, family } of reader.misspelled(word)) expect(given + family).toBeLessThanOrEqual(510);
  }
  const builder = editIndex(index);
  for (const person of people.slice(0, 5)) builder.remove(person);
  builder.add({ ...nobody, given: "Zelda", family: "Quist" });
  expect(decodeIndex(encodeIndex(builder.finish("list")))).toBeDefined();
}

describe("the bytes of an index", () => {
  it("say the same when they are read as when they were written", () => {
    fc.assert(
      fc.property(persons(), fc.string({ unit: "binary", maxLength: 64 }), (listed, id) => {
        const index = buildIndex(listed, key, id);
        expect(decodeIndex(encodeIndex(index))).toEqual(index);
      }),
      { numRuns: 30 },
    );
  });

  it("are not copied when they are read, and may lie anywhere", () => {
    const index = decodeIndex(whole);
    for (const array of [index?.key, index?.names.lows, index?.forms.lows, index?.deletions.values]) {
      expect(array?.buffer).toBe(whole.buffer);
    }
    for (const offset of [1, 2, 3, 4]) {
      const moved = new Uint8Array(whole.length + 8).subarray(offset, offset + whole.length);
      moved.set(whole);
      expect(decodeIndex(moved)).toEqual(index);
    }
  });

  it("are refused where they are too few or too many", () => {
    for (const length of [0, 1, 16, 55, 56, 57, whole.length - 1]) {
      expect(decodeIndex(whole.slice(0, length))).toBeUndefined();
    }
    const longer = new Uint8Array(whole.length + 4);
    longer.set(whole);
    expect(decodeIndex(longer)).toBeUndefined();
  });

  it("are refused or safe to use, whatever is changed in them", () => {
    const change = fc.record({
      at: fc.oneof(fc.nat(whole.length / 4 - 1), fc.nat(40)),
      to: fc.oneof(
        fc.constantFrom(0, 1, 31, 32, 0x7fffffff, 0x80000000, 0xffffffff),
        fc.nat(0xffffffff),
        fc.nat(300),
      ),
    });
    let used = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        const forged = whole.slice();
        const words = new Uint32Array(forged.buffer, 0, forged.length >> 2);
        for (const { at, to } of changes) words[at] = to;
        const index = decodeIndex(forged);
        if (!index) return;
        used += 1;
        use(index);
      }),
      { numRuns: 600 },
    );
    // Else nothing but the checks was tried.
    expect(used).toBeGreaterThan(20);
  });

  it("are refused in any header but the one that was written", () => {
    for (const at of [0, 1, 3, 4, 5, 6, 7, 8, 9]) {
      for (const to of [0, 1, 3, 21, 31, 32, 1000, 0x7fffffff, 0xffffffff]) {
        const forged = whole.slice();
        const words = new Uint32Array(forged.buffer, 0, 10);
        if (words[at] === to) continue;
        words[at] = to;
        expect(decodeIndex(forged)).toBeUndefined();
      }
    }
  });

  it.each([
    ["a bucket that starts before the one before it", "names", "starts", 3, () => 0],
    ["forms that end before the last of them", "forms", "starts", -1, (last: number) => last - 1],
    ["deletions that do not start at the first of them", "deletions", "starts", 0, () => 1],
    ["a bucket beyond the deletions", "deletions", "starts", 1, () => 0xffffffff],
    [
      "a deletion of a name that is not there",
      "deletions",
      "values",
      5,
      (_: number, names: number) => names * 32,
    ],
  ] as const)("are refused with %s", (_what, table, array, at, change) => {
    const forged = whole.slice();
    const index = decodeIndex(forged);
    const words = array === "values" ? index?.deletions.values : index?.[table].starts;
    if (!index || !words) throw new Error("the bytes are whole");
    const place = at < 0 ? words.length + at : at;
    words[place] = change(words[place] ?? 0, index.names.lows.length);
    expect(decodeIndex(forged)).toBeUndefined();
  });

  it("are refused where they are noise", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4000 }), (noise) => {
        expect(decodeIndex(noise)).toBeUndefined();
      }),
    );
  });
});

describe("a table", () => {
  it("is not read to its end where a bucket was forged to hold everything", () => {
    const entries = 100_000;
    const starts = new Uint32Array(17).fill(entries, 1);
    const table = { starts, extras: new Uint16Array(entries), lows: new Uint32Array(entries) };
    let read = 0;
    for (let at = lookUp(table, { high: 0, low: 0 }); at >= 0; at = lookUp(table, { high: 0, low: 0 }, at)) {
      read += 1;
    }
    expect(read).toBe(2000);
  });

  it("refuses to write an id that is too long to read", () => {
    const index = buildIndex([], key, "a".repeat(129));
    expect(() => encodeIndex(index)).toThrow("at most 128 units");
  });
});
