import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import type { Policy } from "../../../src/contract/policy.ts";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { check, emptyIndex, prepare } from "../../../src/engine/index.ts";
import type { Draft } from "../../../src/engine/index.ts";
import { patients as janeAlone } from "./listed-jane.ts";

const draft: Draft = {
  text: "Thanks for coming in for your filler, Zoe!",
  site: "yelp",
  surface: "review-reply",
  thread: { author: "Zoe", text: "Parking was easy and everybody was so kind. Love the new lobby!" },
};

type Replies = Policy["replies"];
const kindWords = { text: "Thank you for the kind words! They made our whole team smile." };
const parking = { text: "Thank you! The parking lot and the lobby were a big project for all of us." };
const telling = { text: "It was a pleasure to treat you, and we will see you at your next visit." };

const given = (
  replies: Replies,
  more: Partial<Draft> = {},
  used: readonly string[] = [],
  patients = emptyIndex,
) =>
  check({ ...draft, ...more }, prepare({ ...defaultPolicy, replies }, emptyPractice, patients), used)
    .alternatives;
const texts = (...args: Parameters<typeof given>): string[] => given(...args).map(({ text }) => text);

describe("the practice's own replies", () => {
  it("go before ours, as whole replies, two of them at most, in its own order", () => {
    const own = ["a", "b", "c"].map((name) => ({
      text: `Thank you for writing to us, it means a lot. ${name}!`,
    }));
    const offered = given(own).filter(({ kind }) => kind === "reply");
    expect(offered.map(({ text }) => text).slice(0, 2)).toEqual([own[0]?.text, own[1]?.text]);
    expect(texts(own)).not.toContain(own[2]?.text);
    expect(given(own).length).toBeLessThanOrEqual(3);
    expect(given([kindWords]).length).toBe(3);
  });

  it("are offered nearest to what is answered first, and what stands on the page already last", () => {
    const own = [kindWords, { text: "Thank you from all of us!" }, parking];
    expect(texts(own).find((text) => own.some((one) => one.text === text))).toBe(parking.text);
    expect(texts(own, {}, [parking.text])).not.toContain(parking.text);
    expect(texts([parking], {}, [parking.text])).toContain(parking.text);
  });

  it("are offered only where they pass the check at that moment", () => {
    expect(texts([telling, kindWords])).not.toContain(telling.text);
    expect(texts([telling, kindWords])).toContain(kindWords.text);
    const named = { text: "Thank you for the kind words, Jane Doerfler!" };
    expect(texts([named], {}, [], janeAlone)).not.toContain(named.text);
  });

  it("are offered on their surfaces, and in the language of the draft", () => {
    const only = { ...kindWords, surfaces: ["comment" as const] };
    expect(texts([only])).not.toContain(only.text);
    expect(texts([only], { surface: "comment" })).toContain(only.text);
    const spanish = { text: "Gracias por sus palabras, nos alegra mucho leerlas." };
    expect(texts([spanish])).not.toContain(spanish.text);
    expect(
      texts([spanish], { text: "¡Gracias por venir a su cita de relleno, Zoe!", thread: null }),
    ).toContain(spanish.text);
  });

  it("leave room for ours where none of a hundred passes", () => {
    const many = Array.from({ length: 100 }, (_, at) => ({ text: `${telling.text} (${at})` }));
    const plain = texts([]);
    expect(plain.length).toBeGreaterThan(1);
    expect(texts(many)).toEqual(plain);
  });

  it("are not offered for a draft that has nothing to be replaced", () => {
    expect(given([kindWords], { text: "Thank you for the kind words!" })).toEqual([]);
  });

  it("never bring in a text that the check would stop, whatever they are", () => {
    const reply = fc.record({
      text: fc.oneof(fc.constantFrom(telling.text, draft.text), fc.string({ minLength: 1 })),
    });
    fc.assert(
      fc.property(fc.array(reply, { maxLength: 4 }), (own) => {
        const knowledge = prepare(
          { ...defaultPolicy, replies: own, strictness: "strict" },
          emptyPractice,
          emptyIndex,
        );
        for (const { text } of check(draft, knowledge).alternatives)
          expect(check({ ...draft, text }, knowledge).findings).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
