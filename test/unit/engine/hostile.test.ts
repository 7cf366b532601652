import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/engine/patients/index.ts";
import { hostileTexts } from "../../../scripts/bench/hostile.ts";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { buildIndex, check, openIndex, prepare } from "../../../src/engine/index.ts";
import type { Draft } from "../../../src/engine/index.ts";
import { processorTime } from "../processor-time.ts";

const people = openIndex(
  buildIndex([{ ...nobody, given: "Jane", family: "Doe" }], new Uint8Array(16), "hostile"),
);
const knowledge = prepare(defaultPolicy, emptyPractice, people);
const short = 4000;
const times = 8;
const [few, many] = [hostileTexts(short), hostileTexts(times * short)];

function milliseconds(text: string, rounds: number): number {
  const draft: Draft = {
    text,
    site: "yelp",
    surface: "review-reply",
    thread: { author: "Marisol W.", text: "Loved my visit." },
  };
  let least = Infinity;
  for (let round = 0; round < rounds; round++) {
    const started = processorTime();
    check(draft, knowledge);
    least = Math.min(least, processorTime() - started);
  }
  return least;
}

describe("a hostile text", () => {
  it.each(few.map(({ kind, text }, at) => [kind, text, many[at]?.text ?? ""] as const))(
    "of %s takes time in proportion to its length",
    (_, text, longer) => {
      expect(longer).toHaveLength(times * short);
      const once = milliseconds(text, 6);
      // Work that grows with the square of the length would take 64 times as long; what takes hardly any time is noise.
      expect(milliseconds(longer, 4)).toBeLessThan(Math.max(3 * times * once, 20));
    },
  );
});
