import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nobody } from "../../../../src/engine/patients/index.ts";
import { fold } from "../../../../src/engine/normalize.ts";
import { buildIndex, openIndex } from "../../../../src/engine/index.ts";
import { isOrdinary } from "../../../../src/engine/patients/ordinary.ts";
import { key, persons } from "./invented.ts";
import { hitsIn, toldIn } from "./lists.ts";

const title = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
/** Names that no language has: what is an everyday word is tested by its place elsewhere. */
const name = (shortest: number): fc.Arbitrary<string> =>
  fc
    .stringMatching(new RegExp(`^[a-z]{${shortest},9}$`))
    .filter((word) => !isOrdinary(word) && !isOrdinary(word.replace(/s$/, "")));
const upper = (text: string): string => text.toUpperCase();

const lookAlikes: ReadonlyMap<string, string> = new Map(
  Array.from("aceopsxy", (letter, at) => [letter, "асеорѕху".charAt(at)]),
);
const disguised = (word: string): string =>
  Array.from(word, (letter) => lookAlikes.get(letter) ?? letter).join("");
const spaced = (word: string): string => Array.from(word).join(" ");

/** What is typed for a given and a family name; all of it must be told, and nothing around it. */
const ways: Record<string, (given: string, family: string) => string> = {
  plain: (given, family) => `${title(given)} ${title(family)}`,
  "lower case": (given, family) => `${given} ${family}`,
  "upper case": (given, family) => upper(`${given} ${family}`),
  reversed: (given, family) => `${title(family)}, ${title(given)}`,
  "middle initial": (given, family) => `${title(given)} Q. ${title(family)}`,
  "middle name": (given, family) => `${title(given)} Octavia ${title(family)}`,
  emoji: (given, family) => `${title(given)} 🌸 ${title(family)}`,
  "line break": (given, family) => `${title(given)}\n${title(family)}`,
  "zero-width": (given, family) =>
    `${title(given).slice(0, 1)}\u200b${given.slice(1)} ${title(family).slice(0, 2)}\u00ad${family.slice(2)}`,
  "full width": (given, family) =>
    Array.from(`${given} ${family}`, (letter) =>
      letter === " " ? " " : String.fromCharCode(letter.charCodeAt(0) + 0xfee0),
    ).join(""),
  "look-alikes": (given, family) => `${disguised(given)} ${disguised(family)}`,
  "spaced letters": (given, family) => `${spaced(given)}   ${spaced(family)}`,
  "@handle": (given, family) => `@${given}_${family}92`,
  "@joined": (given, family) => `@${given}${family}`,
  "#HashTag": (given, family) => `#${title(given)}${title(family)}Strong`,
};

describe("any invented person", () => {
  it.each(Object.entries(ways))("is found, and nothing but the name: %s", (_, write) => {
    fc.assert(
      fc.property(name(4), name(5), fc.boolean(), (given, family, crowded) => {
        const others = crowded ? [{ ...nobody, given: family, family: given }] : [];
        const patients = openIndex(buildIndex([{ ...nobody, given, family }, ...others], key, "list"));
        const typed = write(given, family);
        for (const text of [`Best pie in town: ${typed} won today.`, `A big hello from ${typed}!`]) {
          expect(toldIn(text, patients)).toEqual([typed]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is found with one slip in either name, and nothing but the name", () => {
    const slip = fc.record({ at: fc.nat(8), letter: fc.stringMatching(/^[a-z]$/), kind: fc.nat(3) });
    fc.assert(
      fc.property(name(5), name(5), slip, fc.boolean(), (given, family, { at, letter, kind }, inGiven) => {
        const right = inGiven ? given : family;
        const place = at % right.length;
        const [before, here, after] = [right.slice(0, place), right.charAt(place), right.slice(place + 1)];
        const wrong = [
          before + letter + here + after,
          before + after,
          before + letter + after,
          before + after.slice(0, 1) + here + after.slice(1),
        ][kind];
        fc.pre(wrong !== undefined && !isOrdinary(wrong) && given !== family);
        const patients = openIndex(buildIndex([{ ...nobody, given, family }], key, "list"));
        const typed = inGiven
          ? `${title(wrong ?? "")} ${title(family)}`
          : `${title(given)} ${title(wrong ?? "")}`;
        expect(toldIn(`A big hello from ${typed}!`, patients)).toEqual([typed]);
      }),
      { numRuns: 150 },
    );
  });
});

describe("any draft", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 120 }),
    fc
      .array(
        fc.constantFrom(
          "Jane",
          "jane",
          "Smith",
          "O'Neil",
          "Van",
          "Buren",
          "李",
          "김",
          "Ковалёва",
          " ",
          " ",
          "\n",
          ", ",
          ". ",
          "-",
          "'",
          "@",
          "#",
          "_",
          "3/4/85",
          "J.",
          "a",
          "(",
          '"',
          " & ",
          " and ",
          "🌸",
          "\u200b",
          "\ud800",
          "Mrs. ",
          "555-0171",
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join("")),
  );

  it("is judged without a fault, with spans inside it", () => {
    fc.assert(
      fc.property(persons(), text, text, (people, draft, author) => {
        const patients = openIndex(buildIndex(people, key, "list"));
        for (const { start, end } of hitsIn(draft, patients, { author })) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(draft.length);
        }
        expect(typeof patients.isListed(author)).toBe("boolean");
        const folded = fold(draft);
        const matches = patients.find(folded);
        for (const [at, { start, end }] of matches.entries()) {
          expect(end).toBeLessThanOrEqual(folded.text.length);
          expect(start).toBeGreaterThanOrEqual(matches[at - 1]?.end ?? 0);
        }
      }),
      { numRuns: 300 },
    );
  });
});
