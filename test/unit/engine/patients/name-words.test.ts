import fc from "fast-check";
import { expect, it } from "vitest";
import { fold } from "../../../../src/engine/normalize.ts";
import { nameWords } from "../../../../src/engine/patients/name-parts.ts";

it("reads the words of a name as a draft is read, whatever its letters", () => {
  const name = fc.oneof(
    fc.stringMatching(/^[A-Za-z]{1,20}$/),
    fc.string({ unit: "grapheme", maxLength: 20 }),
  );
  fc.assert(
    fc.property(name, (typed) => {
      expect(nameWords(typed)).toEqual(fold(typed).text.match(/\p{L}+/gu) ?? []);
    }),
    { numRuns: 500 },
  );
});
