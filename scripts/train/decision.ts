/** Blend and thresholds, from what models said about drafts that they were not shown. */
import { type Decision, toOdds } from "../../src/engine/model/score.ts";
import type { Blend } from "../../src/engine/model/packed.ts";
import { fitLogistic } from "./logistic.ts";
import { type Scored, recallAt, thresholdPassing } from "./measure.ts";
import { type Case, findingsOf } from "./pipeline.ts";

const short = (value: number): number => Number(value.toPrecision(5));

/** Shares of the drafts to pass that the whole check shall let go: at `balanced`, and at `strict`. */
const balancedPassing = 0.92;
const strictPassing = 0.75;
/** Share that the scorer alone lets go below `certain`. */
const certainPassing = 0.985;

/** How far below `likely` the log-odds of `doubtful` may lie; `Infinity` doubts nothing. */
const doubts = [1, 1.5, 2, 2.5, 3, 3.5, 4, 5, Infinity] as const;
/** Share of stopped drafts that is given up so that rules, which can say why, are doubted as little as may be. */
const freeOfCost = 0.001;

/** Our own sets hold pairs that differ by a word: they teach, but they do not say how often people come so close. */
export const isEveryday = ({ labelled }: Case): boolean => !labelled.set.startsWith("own");

/** Whether other recognizers stop a draft: though their likely rules are doubted; if they are not; at `strict`. */
interface Others {
  readonly sure: boolean;
  readonly undoubted: boolean;
  readonly strict: boolean;
}

const asked = new WeakMap<Case, Others>();

function othersOf(one: Case): Others {
  const known = asked.get(one);
  if (known) return known;
  const all: Decision = {
    blend: { draft: 0, clause: 0, net: 0, tag: 0, bias: 0 },
    thresholds: { certain: Infinity, likely: Infinity, possible: Infinity, doubtful: Infinity },
  };
  const others = {
    sure: findingsOf(one, all, "balanced").length > 0,
    undoubted: findingsOf(one, undefined, "balanced").length > 0,
    strict: findingsOf(one, undefined, "strict").length > 0,
  };
  asked.set(one, others);
  return others;
}

/** Log-odds as `likely` meets them where rules are doubted `doubt` below it. */
function heard(cases: readonly Case[], blend: Blend, doubt: number): readonly Scored[] {
  return cases.map((one) => {
    const { sure, undoubted } = othersOf(one);
    const odds = sure ? Infinity : toOdds(blend, one.left.margins) + (undoubted ? doubt : 0);
    return { odds, flagged: one.labelled.expect === "flag" };
  });
}

function fitBlend(cases: readonly Case[]): Blend {
  const width = 4;
  const { weights, bias } = fitLogistic(
    {
      count: cases.length,
      width,
      offset: Int32Array.from({ length: cases.length + 1 }, (_, row) => row * width),
      index: Int32Array.from({ length: cases.length * width }, (_, i) => i % width),
      value: Float32Array.from(
        cases.flatMap(({ left: { margins } }) => [margins.draft, margins.clause, margins.net, margins.tag]),
      ),
    },
    Float64Array.from(cases, ({ labelled }) => Number(labelled.expect === "flag")),
    new Float64Array(cases.length).fill(1),
    1e-3,
    100,
  );
  const [draft = 0, clause = 0, net = 0, tag = 0] = Array.from(weights, short);
  return { draft, clause, net, tag, bias: short(bias) };
}

/** What `cases` decide: the blend and how far to doubt, all of them; the thresholds, the everyday ones. */
export function chooseDecision(cases: readonly Case[]): Decision {
  const blend = fitBlend(cases);
  const recallWith = (doubt: number): number => {
    const scored = heard(cases, blend, doubt);
    return recallAt(scored, thresholdPassing(scored, balancedPassing));
  };
  const recalls = doubts.map(recallWith);
  const best = Math.max(...recalls);
  const doubt = doubts.findLast((_, at) => (recalls[at] ?? 0) >= best - freeOfCost) ?? Infinity;
  const everyday = cases.filter(isEveryday);
  const scored = everyday.map(({ left, labelled }) => ({
    odds: toOdds(blend, left.margins),
    flagged: labelled.expect === "flag",
  }));
  const likely = thresholdPassing(heard(everyday, blend, doubt), balancedPassing);
  const strictly = scored.map((one, at) => {
    const known = everyday[at];
    return known && othersOf(known).strict ? { ...one, odds: Infinity } : one;
  });
  return {
    blend,
    thresholds: {
      certain: short(Math.max(likely, thresholdPassing(scored, certainPassing))),
      likely: short(likely),
      possible: short(Math.min(likely, thresholdPassing(strictly, strictPassing))),
      doubtful: short(Math.max(-1e4, likely - doubt)),
    },
  };
}
