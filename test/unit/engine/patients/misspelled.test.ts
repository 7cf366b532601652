import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildIndex, nobody } from "../../../../src/engine/patients/index.ts";
import { makeReader } from "../../../../src/engine/patients/reader.ts";
import { key } from "./invented.ts";

/** One letter left out, put in or changed, or two neighbors exchanged: said by the words alone. */
function isOneSlip(name: string, typed: string): boolean {
  if (name === typed) return false;
  let start = 0;
  while (start < name.length && name[start] === typed[start]) start++;
  const [a, b] = [name.slice(start), typed.slice(start)];
  return (
    a.slice(1) === b ||
    a === b.slice(1) ||
    a.slice(1) === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}

const readerOf = (names: readonly string[]) => {
  const people = names.map((given, at) => ({ ...nobody, given, recordNumbers: [String(10_000 + at)] }));
  return makeReader(buildIndex(people, key, "list"));
};
const found = (names: readonly string[], typed: string): string[] => {
  const reader = readerOf(names);
  const near = new Set(reader.misspelled(typed).map((part) => JSON.stringify(part)));
  return names.filter((name) => near.has(JSON.stringify(reader.part(name))));
};

describe("a misspelled name", () => {
  it.each([
    [
      "jennifer",
      ["jenifer", "jenniffer", "jennefer", "jennfier", "ennifer", "jennife", "jenniferr", "ejnnifer"],
    ],
    ["anna", ["ana", "annna", "anma", "nana", "nna", "anxna"]],
    ["kim", ["kin", "jim", "ikm", "kmi", "kimm", "kiim"]],
    ["lee", ["lex", "lewe", "ele"]],
    ["нина", ["нена", "нана", "ннина"]],
  ])("finds %s however one slips", (name, slips) => {
    for (const typed of slips) expect([typed, found([name], typed)]).toEqual([typed, [name]]);
  });

  it.each([
    ["jennifer", "jennifer"],
    ["jennifer", "jenefer"],
    ["jennifer", "jenxyfer"],
    ["kim", "ki"],
    ["li", "lie"],
    ["abc", "bca"],
  ])("of %s is not %s", (name, typed) => {
    expect(found([name], typed)).toEqual([]);
  });

  it("is told as the words themselves tell it, for any words", () => {
    const word = fc.stringMatching(/^[a-c]{3,7}$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 12 }), word, (names, typed) => {
        const near = names.filter((name) => isOneSlip(name, typed));
        expect(found(names, typed).sort()).toEqual(near.sort());
      }),
      { numRuns: 400 },
    );
  });

  it("is found in each half of a double name, and in the whole where it is written as one", () => {
    const reader = makeReader(
      buildIndex([{ ...nobody, given: "Anna Katharina", family: "Mc Allister" }], key, "list"),
    );
    const counts = (typed: string) => reader.misspelled(typed).map(({ given, family }) => [given, family]);
    expect(counts("katharnia")).toEqual([[1, 0]]);
    expect(counts("mcallisster")).toEqual([[0, 1]]);
    // Whoever writes both as one word hardly slips too; these are not kept.
    expect(counts("annakatharima")).toEqual([]);
  });

  it("is not looked for in what is too short or too long", () => {
    const long = "a".repeat(31);
    expect(found([long], `${long}b`)).toEqual([]);
    expect(found([long], `${long.slice(1)}b`)).toEqual([long]);
    expect(found(["lee"], "le")).toEqual([]);
  });
});
