import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clauses } from "../../../src/engine/clauses.ts";
import { fold } from "../../../src/engine/normalize.ts";
import { processorTime } from "../processor-time.ts";

/** Strings with the letters that folding is about, beside anything at all. */
const writing = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom(...Array.from("ab jnе.-  01@$!ｊ𝐉İßﬁ…—\u200d\u0301\u00ad⠀")),
    maxLength: 60,
  }),
);

describe("fold", () => {
  it.each([
    ["JANE Doe", "jane doe"],
    ["Ｊａｎｅ", "jane"],
    ["𝐉𝐚𝐧𝐞", "jane"],
    ["José Núñez", "jose nunez"],
    ["Łukasz", "lukasz"],
    ["Ja\u200bne", "jane"],
    ["Ja\u00adne", "jane"],
    ["Jаnе", "jane"],
    ["ᴡɪᴅᴇʟᴇɴᴇ", "widelene"],
    ["j a n e", "jane"],
    ["J a n e  D o e", "jane  doe"],
    ["K . A . S . I . A", "kasia"],
    ["b-o-t-o-x", "botox"],
    ["B.O.T.O.X", "botox"],
    ["b 0 t 0 x", "botox"],
    ["b o t 0 x", "botox"],
    ["b0t0x", "botox"],
    ["p4tient!", "patient!"],
    ["f!ller", "filler"],
    ["it’s “great”", 'it\'s "great"'],
    ["thanks—you", "thanks - you"],
    ["9–5", "9-5"],
  ])("reads %j as %j", (typed, read) => {
    expect(fold(typed).text).toBe(read);
  });

  it.each([
    "$50 off",
    "50ml",
    "10am",
    "a b",
    "12 units at 3pm",
    "сосо",
    "b12",
    "1 2 3 4",
    "9 a.m. - 5 p.m.",
    "4th",
    "q & a",
  ])("leaves %j alone", (typed) => {
    expect(fold(typed).text).toBe(typed);
  });

  it("maps a span back to the letters as typed, with the marks that follow them", () => {
    const folded = fold("Hi J\u200bos\u0065\u0301!");
    const start = folded.text.indexOf("jose");
    const { start: from, end } = folded.toOriginal({ start, end: start + 4 });
    expect(folded.original.slice(from, end)).toBe("J\u200bos\u0065\u0301");
  });

  it("covers spaced letters from the first to the last", () => {
    const folded = fold("see J a n e today");
    const { start, end } = folded.toOriginal({ start: 4, end: 8 });
    expect(folded.original.slice(start, end)).toBe("J a n e");
  });

  it("maps every span of any string inside the original, in order", () => {
    fc.assert(
      fc.property(writing, fc.nat(), fc.nat(), (typed, a, b) => {
        const folded = fold(typed);
        const [start = 0, end = 0] = [a % (folded.text.length + 1), b % (folded.text.length + 1)].sort(
          (x, y) => x - y,
        );
        const span = folded.toOriginal({ start, end });
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(typed.length);
        expect(span.end - span.start).toBeGreaterThanOrEqual(end > start ? 1 : 0);
      }),
      { numRuns: 2000 },
    );
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(writing, (typed) => {
        const once = fold(typed).text;
        expect(fold(once).text).toBe(once);
      }),
      { numRuns: 3000, examples: [["—   —"], ["a—    —b"], ["a p a t i e n t's"]] },
    );
  });

  it.each(["a ", "a-", "0 a ", "b0", "Ja\u0301", "аa", "1a!", "@$!", "é ", "𝐉 "])(
    "takes time in proportion to the length: %j",
    (unit) => {
      // The best of three: other work on the machine must not decide the test.
      const time = (size: number): number => {
        const text = unit.repeat(size / unit.length);
        const runs = [1, 2, 3].map(() => {
          const started = processorTime();
          clauses(fold(text).text);
          return processorTime() - started;
        });
        return Math.min(...runs);
      };
      time(20_000);
      // Quadratic work would take 16 times as long for 4 times the text; 200 ms is far above what linear work needs.
      expect(time(64_000)).toBeLessThan(Math.max(200, 9 * time(16_000)));
    },
  );
});

describe("clauses", () => {
  const texts = (text: string): string[] => clauses(text).map((clause) => clause.text);

  it("splits at sentence ends, dashes and conjunctions", () => {
    expect(texts("thanks for the stars! see you soon, and please call us - we care")).toEqual([
      "thanks for the stars",
      "see you soon",
      "and please call us",
      "we care",
    ]);
  });

  it("does not split titles, initials and numbers", () => {
    expect(texts("dr. marsh gave 2.5 ml to j. doe")).toEqual(["dr. marsh gave 2.5 ml to j. doe"]);
  });

  it("knows a question", () => {
    expect(clauses("is it sore? good").map((clause) => clause.question)).toEqual([true, false]);
  });

  it("covers its own words in any text", () => {
    fc.assert(
      fc.property(writing, (typed) => {
        const { text } = fold(typed);
        let last = 0;
        for (const clause of clauses(text)) {
          expect(clause.start).toBeGreaterThanOrEqual(last);
          expect(text.slice(clause.start, clause.end)).toBe(clause.text);
          last = clause.end;
        }
      }),
    );
  });
});
