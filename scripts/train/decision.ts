/** Blend and thresholds, from what models said about drafts that they were not shown. */
import { type Decision, toOdds } from "../../src/engine/model/score.ts";
import { fitLogistic } from "./logistic.ts";
import { thresholdPassing } from "./measure.ts";
import { type Case, findingsOf } from "./pipeline.ts";

const short = (value: number): number => Number(value.toPrecision(5));

/** Shares of the drafts to pass that the whole check shall let go: at `balanced`, and at `strict`. */
const balancedPassing = 0.9;
const strictPassing = 0.73;
/** Share that the scorer alone lets go below `certain`. */
const certainPassing = 0.985;

export function chooseDecision(cases: readonly Case[]): Decision {
  const margins = cases.map(({ left }) => left.margins);
  const flagged = cases.map(({ labelled }) => labelled.expect === "flag");
  const width = 3;
  const { weights, bias } = fitLogistic(
    {
      count: cases.length,
      width,
      offset: Int32Array.from({ length: cases.length + 1 }, (_, row) => row * width),
      index: Int32Array.from({ length: cases.length * width }, (_, i) => i % width),
      value: Float32Array.from(margins.flatMap(({ draft, clause, net }) => [draft, clause, net])),
    },
    Float64Array.from(flagged, Number),
    new Float64Array(cases.length).fill(1),
    1e-3,
    100,
  );
  const [draft = 0, clause = 0, net = 0] = Array.from(weights, short);
  const blend = { draft, clause, net, bias: short(bias) };
  const scored = cases.map(({ left }, at) => ({
    odds: toOdds(blend, left.margins),
    flagged: flagged[at] ?? false,
  }));
  // What other recognizers stop is stopped at any threshold.
  const passing = (strictness: "balanced" | "strict", share: number): number =>
    short(
      thresholdPassing(
        scored.map((one, at) => {
          const known = cases[at];
          const stopped = known && findingsOf(known, undefined, strictness).length > 0;
          return stopped ? { ...one, odds: Infinity } : one;
        }),
        share,
      ),
    );
  return {
    blend,
    thresholds: {
      certain: short(thresholdPassing(scored, certainPassing)),
      likely: passing("balanced", balancedPassing),
      possible: passing("strict", strictPassing),
    },
  };
}
