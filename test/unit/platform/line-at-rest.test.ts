import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noHash } from "../../../src/contract/record-entry.ts";
import { fromRest, hashOfRest, restOnItsOwn, signs, toRest } from "../../../src/platform/line-at-rest.ts";
import { canonical } from "../../../src/record/canonical.ts";

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: length, maxLength: length });
/** As text and as what it would be in JSON: what a person writes may look like a line. */
const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary-ascii" }),
  fc.constantFrom(...signs.flat(), '"previous":"', '\\","seat":"', "\u0001", "\u0003Ã¤"),
);
const texts = fc.array(anyText, { maxLength: 4 }).map((parts) => parts.join(""));

const entries = fc.record({
  before: hex(64),
  hash: hex(64),
  seat: hex(16),
  seq: fc.nat(),
  extra: fc.dictionary(fc.string({ unit: "grapheme-ascii" }), fc.jsonValue()),
  text: texts,
});

function lineOf({
  before,
  hash,
  seat,
  seq,
  extra,
  text,
}: typeof entries extends fc.Arbitrary<infer E> ? E : never) {
  const place = { seat, seq, previous: before };
  return canonical({
    entry: { ...extra, at: 1, kind: "attempt", rules: [text], reason: text, ...place },
    hash,
  });
}

describe("a line at rest", () => {
  it("comes back letter by letter, whatever is in it", () => {
    fc.assert(
      fc.property(entries, (entry) => {
        const line = lineOf(entry);
        const rest = toRest(line, entry);
        expect(fromRest(rest, entry)).toBe(line);
        expect(hashOfRest(rest)).toBe(entry.hash);
        const own = restOnItsOwn(rest, entry.before);
        expect(fromRest(own, { ...entry, before: undefined })).toBe(line);
      }),
      { numRuns: 2000 },
    );
  });

  it("is also a whole one, as it was kept before", () => {
    fc.assert(
      fc.property(entries, (entry) => {
        const line = lineOf(entry);
        expect(fromRest(line, entry)).toBe(line);
        expect(hashOfRest(line)).toBe(entry.hash);
        expect(restOnItsOwn(line, noHash)).toBe(line);
      }),
    );
  });

  it("takes one byte a letter, and does not have what the store knows", () => {
    fc.assert(
      fc.property(entries, (entry) => {
        const rest = toRest(lineOf({ ...entry, extra: {}, text: "ä – é 😀" }), entry);
        expect(rest).toMatch(/^[\0-ÿ]*$/);
        expect(rest).not.toContain(entry.seat);
        expect(rest).not.toContain(entry.before);
      }),
    );
  });

  it("that has lost the entry before says so", () => {
    const entry = { before: "a".repeat(64), hash: "b".repeat(64), seat: "c".repeat(16), seq: 7 };
    const line = lineOf({ ...entry, extra: {}, text: "" });
    const alone = fromRest(toRest(line, entry), { ...entry, before: undefined });
    expect(alone).toBe(line.replace(entry.before, noHash));
  });

  it("is read by signs that keep their meaning for good", () => {
    expect(signs).toMatchInlineSnapshot(`
      [
        [
          "",
          "{"entry":{"at":",
        ],
        [
          "",
          ""],"engineVersion":"",
        ],
        [
          "",
          "","fingerprint":"",
        ],
        [
          "",
          "","kind":"attempt","length":",
        ],
        [
          "",
          ","outcome":"",
        ],
        [
          "",
          "","policyVersion":"",
        ],
        [
          "",
          ","categories":["",
        ],
        [
          "",
          ""rules":["",
        ],
        [
          "",
          ","site":"",
        ],
        [
          "",
          "","surface":"",
        ],
        [
          "",
          ""},"hash":"",
        ],
        [
          "",
          ","kind":"",
        ],
        [
          "",
          ","subject":{"hash":"",
        ],
        [
          "",
          "","reason":"",
        ],
        [
          "",
          "","id":"",
        ],
      ]
    `);
    const [all, taken] = [signs.map(([sign]) => sign), ["\u0001", "\u0002", "\u0003"]];
    expect(new Set([...all, ...taken]).size).toBe(signs.length + taken.length);
  });
});
