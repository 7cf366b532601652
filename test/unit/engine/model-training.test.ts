import { describe, expect, it } from "vitest";
import { readSet } from "../../../scripts/train/corpus.ts";
import { prepare } from "../../../scripts/train/examples.ts";
import { learn } from "../../../scripts/train/learn.ts";
import { areaUnderCurve, passedAt, recallAt, thresholdPassing } from "../../../scripts/train/measure.ts";
import { type Margins, judge, toModel } from "../../../src/engine/model/score.ts";

const small = { flag: 800, iterations: 12, net: { rounds: 2, seed: 1 } };
const drafts = readSet("train-7")
  .filter(({ expect }) => expect !== "either")
  .slice(0, 200);

describe("training", () => {
  it("gives the same bytes twice", () => {
    const once = learn(drafts.map(prepare), small);
    expect(learn(drafts.map(prepare), small)).toEqual(once);
  });

  it("tells apart what it was shown", () => {
    const model = toModel(learn(drafts.map(prepare), { ...small, net: { rounds: 24, seed: 1 } }));
    const area = (margin: (margins: Margins) => number): number =>
      areaUnderCurve(
        drafts.map(({ context, expect }) => ({
          odds: margin(judge(model, context).margins),
          flagged: expect === "flag",
        })),
      );
    expect(area(({ draft, clause }) => draft + clause)).toBeGreaterThan(0.95);
    // The net learns in small steps: so few take it from a guess (0.5) only part of the way.
    expect(area(({ net }) => net)).toBeGreaterThan(0.8);
  });
});

describe("measures", () => {
  const scored = [
    { odds: -2, flagged: false },
    { odds: -1, flagged: false },
    { odds: 0, flagged: true },
    { odds: 0, flagged: false },
    { odds: 1, flagged: false },
    { odds: 3, flagged: true },
  ];

  it("count a tie as half", () => {
    expect(areaUnderCurve(scored)).toBeCloseTo((2.5 + 4) / 8, 12);
  });

  it("choose a threshold that passes at least the asked share", () => {
    const threshold = thresholdPassing(scored, 0.5);
    expect(threshold).toBe(0);
    expect(passedAt(scored, threshold)).toBe(0.5);
    expect(recallAt(scored, threshold)).toBe(1);
  });
});
