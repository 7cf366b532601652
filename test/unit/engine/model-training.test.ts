import { describe, expect, it } from "vitest";
import { readSet } from "../../../scripts/train/corpus.ts";
import { prepare } from "../../../scripts/train/examples.ts";
import { learn } from "../../../scripts/train/learn.ts";
import { areaUnderCurve, passedAt, recallAt, thresholdPassing } from "../../../scripts/train/measure.ts";
import { judge, toModel } from "../../../src/engine/model/score.ts";

const small = { flag: 800, category: 200, iterations: 12 };
const drafts = readSet("train-7")
  .filter(({ expect }) => expect !== "either")
  .slice(0, 200);

describe("training", () => {
  it("gives the same bytes twice, and tells apart what it was shown", () => {
    const once = learn(drafts.map(prepare), small);
    expect(learn(drafts.map(prepare), small)).toEqual(once);
    const blend = { draft: 1, clause: 1, bias: 0 };
    const model = toModel({ ...once, blend, thresholds: { certain: 3, likely: 2, possible: 1 } });
    const scored = drafts.map(({ context, expect }) => ({
      odds: judge(model, context).clauses[0]?.odds ?? 0,
      flagged: expect === "flag",
    }));
    expect(areaUnderCurve(scored)).toBeGreaterThan(0.95);
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
