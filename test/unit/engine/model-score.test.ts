import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inventedPractice, oddsOf } from "../../../scripts/train/invented.ts";
import { toContext } from "../../../src/engine/context.ts";
import type { Draft, Site, Surface } from "../../../src/engine/model.ts";
import {
  type Reading,
  type Unit,
  extract,
  groupCount,
  read,
  scale,
} from "../../../src/engine/model/features.ts";
import { findRow, weightOf } from "../../../src/engine/model/packed.ts";
import { judge, score, toModel } from "../../../src/engine/model/score.ts";
import { weights } from "../../../src/engine/model/weights.ts";
import recorded from "./model-recorded.json" with { type: "json" };

const model = toModel(weights);
const thread = { author: "Pia R.", text: "Lovely place, great staff." };
const reply = (text: string): Draft => ({ text, site: "google", surface: "review-reply", thread });
const found = (draft: Draft) => score(toContext(draft, inventedPractice));
const sure = (draft: Draft) => found(draft).filter(({ confidence }) => confidence !== "possible");

/** The plain sum: a feature's weight counts once in its unit, scaled by how many features its group has. */
function total(reading: Reading, unit: Unit, column: number): number {
  const counts = Array.from({ length: groupCount }, () => 0);
  const seen = new Map<number, number>();
  extract(reading, unit, (feature, group) => {
    counts[group] = (counts[group] ?? 0) + 1;
    seen.set(feature, seen.get(feature) ?? group);
  });
  return Array.from(seen).reduce((sum, [feature, group]) => {
    const row = findRow(model.flag, feature);
    return row < 0 ? sum : sum + scale(group, counts[group] ?? 0) * weightOf(model.flag, row, column);
  }, model.flag.columns[column]?.bias ?? 0);
}

describe("the scorer", () => {
  it.each(recorded)("gives the recorded log-odds: $draft.text", ({ draft, odds }) => {
    expect(oddsOf(model, weights.blend, draft as Draft)).toBeCloseTo(odds, 3);
  });

  it.each([
    ["Thanks for coming in for your Botox, Pia!", /relationship|health/],
    ["Pia, your lips healed so beautifully after the filler!", /health/],
    ["Your insurance denied the claim and you still owe us the copay.", /payment/],
    ["It was a pleasure treating you, see you at your next appointment!", /relationship/],
    ["Gracias por su visita, nos vemos en su próxima cita.", /relationship/],
    ["Take this down or you will hear from our attorney.", /conduct/],
  ])("finds: %s", (text, category) => {
    const hits = sure(reply(text));
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.map((hit) => hit.category).join(" ")).toMatch(category);
  });

  it.each([
    "Thank you for the kind words, Pia!",
    "Thank you so much for the five stars.",
    "Muchas gracias por su comentario.",
    "We are sorry to hear this. Please call our manager at 513-555-0100.",
  ])("lets go: %s", (text) => {
    expect(sure(reply(text))).toEqual([]);
  });

  it("marks the telling words of a long draft, not its courtesies", () => {
    const text =
      "Thank you for the review. We read every one of them aloud. Your lip filler settled so nicely. Have a good week!";
    const [worst] = sure(reply(text));
    const at = text.indexOf("Your lip filler");
    expect(worst).toBeDefined();
    expect(worst?.start).toBeGreaterThanOrEqual(at);
    expect(worst?.end).toBeLessThanOrEqual(text.indexOf(" Have a good week"));
  });

  it("adds up clauses in one pass to the same figure as one by one", () => {
    for (const { draft } of recorded) {
      const { reading, margins, clauses } = judge(model, toContext(draft as Draft, inventedPractice));
      expect(total(reading, reading.whole, 0)).toBeCloseTo(margins.draft, 6);
      for (const clause of clauses) expect(total(reading, clause.unit, 1)).toBeCloseTo(clause.own, 6);
    }
  });

  it("answers any text, twice the same, with offsets inside it", () => {
    const site = fc.constantFrom<Site>("facebook", "instagram", "yelp");
    const surface = fc.constantFrom<Surface>("review-reply", "comment", "post", "message", "review");
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.lorem({ maxCount: 40 }));
    fc.assert(
      fc.property(text, site, surface, text, (text, site, surface, said) => {
        const draft: Draft = { text, site, surface, thread: { author: "Pia", text: said } };
        const hits = found(draft);
        expect(found(draft)).toEqual(hits);
        for (const { start, end } of hits) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each(["? ", "1 ", "💉 ", "We read every word of it aloud. "])(
    "finds what stands after a long row of: %s",
    (row) => {
      const hits = sure(reply(`${row.repeat(400)}Your lip filler healed so nicely.`));
      expect(hits.length).toBeGreaterThan(0);
    },
  );

  it("reads four times the text with no more than about four times the features", () => {
    const count = (times: number): number => {
      const reading = read(
        toContext(
          reply("your lips look great and we will see you on tuesday ".repeat(times)),
          inventedPractice,
        ),
      );
      let features = 0;
      extract(reading, reading.whole, () => features++);
      return features;
    };
    expect(count(400) / count(100)).toBeLessThan(4.1);
  });
});
