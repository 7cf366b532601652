/**
 * Trains the scorer on `test/corpus/train-*` and writes `src/engine/model/weights.ts`. Thresholds come from leaving one
 * set out at a time; `dev` is only measured. Same corpus, same engine, same bytes. Takes a few minutes.
 *
 *   npm run train [-- --measure-only]
 */
import { readdirSync, writeFileSync } from "node:fs";
import type { PackedModel } from "../src/engine/model/packed.ts";
import { type Judgment, judge, scoreWith, toModel } from "../src/engine/model/score.ts";
import { baselineScores } from "./train/baseline.ts";
import { readSet } from "./train/corpus.ts";
import { type Prepared, prepare } from "./train/examples.ts";
import { invented, oddsOf } from "./train/invented.ts";
import { fullSize, learn } from "./train/learn.ts";
import { fitLogistic } from "./train/logistic.ts";
import { type Scored, areaUnderCurve, passedAt, recallAt, thresholdPassing } from "./train/measure.ts";

const corpus = new URL("../test/corpus/", import.meta.url);
const sets = readdirSync(corpus)
  .filter((name) => name.startsWith("train-"))
  .sort();
const load = (set: string): Prepared[] =>
  readSet(set)
    .filter(({ expect }) => expect !== "either")
    .map(prepare);
const bySet = new Map(sets.map((set) => [set, load(set)]));
const all = [...bySet.values()].flat();

const unblended = {
  blend: { draft: 1, clause: 1, bias: 0 },
  thresholds: { certain: 0, likely: 0, possible: 0 },
};

/** A draft without words has no clause: it is no finding, and stays below every threshold. */
const nothing = -9;

interface Margin {
  readonly draft: number;
  readonly clause: number;
  readonly flagged: boolean;
  readonly set: string;
}
const toMargin = ({ draft, clauses }: Judgment, { flagged, labelled }: Prepared): Margin => ({
  draft,
  clause: clauses[0]?.own ?? nothing,
  flagged,
  set: labelled.set,
});

const left: Margin[] = [];
const baseline: Scored[] = [];
for (const [set, drafts] of bySet) {
  const rest = all.filter(({ labelled }) => labelled.set !== set);
  const model = toModel({ ...unblended, ...learn(rest, fullSize) });
  for (const draft of drafts) left.push(toMargin(judge(model, draft.labelled.context), draft));
  baseline.push(...baselineScores(rest, drafts));
}

const blended = fitLogistic(
  {
    count: left.length,
    width: 2,
    offset: Int32Array.from({ length: left.length + 1 }, (_, row) => row * 2),
    index: Int32Array.from({ length: left.length * 2 }, (_, i) => i % 2),
    value: Float32Array.from(left.flatMap(({ draft, clause }) => [draft, clause])),
  },
  Float64Array.from(left, ({ flagged }) => Number(flagged)),
  new Float64Array(left.length).fill(1),
  1e-3,
  100,
);
const short = (value: number): number => Number(value.toPrecision(5));
const blend = {
  draft: short(blended.weights[0] ?? 1),
  clause: short(blended.weights[1] ?? 1),
  bias: short(blended.bias),
};
const leftScores = left.map(({ draft, clause, flagged, set }) => ({
  odds: blend.draft * draft + blend.clause * clause + blend.bias,
  flagged,
  set,
}));
const thresholds = {
  certain: short(thresholdPassing(leftScores, 0.985)),
  likely: short(thresholdPassing(leftScores, 0.93)),
  possible: short(thresholdPassing(leftScores, 0.75)),
};
const packed: PackedModel = { blend, thresholds, ...learn(all, fullSize) };
const model = toModel(packed);

if (!process.argv.includes("--measure-only"))
  writeFileSync(
    new URL("../src/engine/model/weights.ts", import.meta.url),
    `/** Written by \`npm run train\`; \`packed.ts\` reads it. */
import type { PackedModel } from "./packed.ts";

// prettier-ignore
export const weights: PackedModel = ${JSON.stringify(packed)};
`,
  );

if (!process.argv.includes("--measure-only"))
  writeFileSync(
    new URL("../test/unit/engine/model-recorded.json", import.meta.url),
    `${JSON.stringify(
      invented.map((draft) => ({ draft, odds: oddsOf(model, draft) })),
      null,
      2,
    )}\n`,
  );

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
function report(name: string, scored: readonly Scored[], chosen: readonly number[]): void {
  const at90 = thresholdPassing(scored, 0.9);
  console.log(
    `${name}: AUC ${areaUnderCurve(scored).toFixed(3)}, recall ${percent(recallAt(scored, at90))} where 90 % pass`,
  );
  for (const threshold of chosen)
    console.log(
      `  from ${threshold}: recall ${percent(recallAt(scored, threshold))}, passed ${percent(passedAt(scored, threshold))}`,
    );
}
const chosen = Object.values(thresholds);
report("words and letters only, one set left out", baseline, []);
report("scorer, one set left out", leftScores, chosen);
for (const set of sets)
  report(
    `  ${set}`,
    leftScores.filter((one) => one.set === set),
    [],
  );
const dev = load("dev");
report("words and letters only, dev", baselineScores(all, dev), []);
const devScores = dev.map((draft) => {
  const { draft: whole, clause, flagged } = toMargin(judge(model, draft.labelled.context), draft);
  return { odds: blend.draft * whole + blend.clause * clause + blend.bias, flagged };
});
report("scorer, dev", devScores, chosen);

const named = dev
  .filter(({ flagged }) => flagged)
  .flatMap(({ labelled }) => {
    const hits = scoreWith(model, labelled.context).filter(({ confidence }) => confidence !== "possible");
    if (hits.length === 0) return [];
    const touched = labelled.spans.some(([quote]) => {
      const at = labelled.context.folded.original.indexOf(quote);
      return hits.some((hit) => hit.start < at + quote.length && hit.end > at);
    });
    return [{ named: hits.some((hit) => labelled.categories.includes(hit.category)), touched }];
  });
console.log(
  `dev, likely and up: ${named.length} stopped; a right category named in ${percent(named.filter((one) => one.named).length / named.length)}, a marked span touched in ${percent(named.filter((one) => one.touched).length / named.length)}`,
);
console.log(`weights: ${packed.flag.entries.length + packed.category.entries.length} characters`);
