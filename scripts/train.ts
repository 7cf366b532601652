/**
 * Trains the scorer on all of `test/corpus` and writes `src/engine/model/weights.ts`. Every figure it prints, and the blend
 * and thresholds it chooses, come from leaving one set out at a time. Same corpus, same engine, same bytes. Takes several
 * minutes on two cores.
 *
 *   npm run train [-- --measure-only] [--vectors=FOLDER]
 *
 * `--vectors` first writes the words' vectors anew (`train/write-vectors.ts`).
 */
import { writeFileSync } from "node:fs";
import type { PackedModel } from "../src/engine/model/packed.ts";
import { toModel, toOdds } from "../src/engine/model/score.ts";
import { chooseDecision } from "./train/decision.ts";
import { runFolds, sets } from "./train/fold.ts";
import { invented, oddsOf } from "./train/invented.ts";
import { areaUnderCurve, recallAt, thresholdPassing } from "./train/measure.ts";
import { type Case, tally, toCases } from "./train/pipeline.ts";
import { writeVectors } from "./train/write-vectors.ts";

const vectors = process.argv.find((option) => option.startsWith("--vectors="))?.slice("--vectors=".length);
if (vectors !== undefined) writeVectors(vectors);

const everything = "none";
const measureOnly = process.argv.includes("--measure-only");
const folds = await runFolds(measureOnly ? sets : [...sets, everything], 2);
const bySet = new Map<string, Case[]>();
for (const set of sets) bySet.set(set, await toCases(set, folds.get(set)?.left ?? []));
const all = [...bySet.values()].flat();

/** The set itself has no say in the blend and thresholds that it is measured with. */
const decisions = new Map(
  sets.map((set) => [set, chooseDecision(all.filter(({ labelled }) => labelled.set !== set))]),
);
const decisionOf = ({ labelled }: Case) => decisions.get(labelled.set);

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
function report(name: string, cases: readonly Case[]): string {
  const scored = cases.flatMap((one) => {
    const decision = decisionOf(one);
    return decision
      ? [
          {
            odds: toOdds(decision.blend, one.left.margins),
            flagged: one.labelled.expect === "flag",
          },
        ]
      : [];
  });
  const balanced = tally(cases, decisionOf, "balanced");
  const strict = tally(cases, decisionOf, "strict");
  const rules = tally(cases, () => undefined, "balanced");
  return row([
    name,
    areaUnderCurve(scored).toFixed(3),
    percent(recallAt(scored, thresholdPassing(scored, 0.9))),
    percent(balanced.stopped),
    percent(balanced.passed),
    percent(balanced.named),
    percent(balanced.touched),
    percent(strict.stopped),
    percent(strict.passed),
    `${percent(rules.stopped)} / ${percent(rules.passed)}`,
  ]);
}

console.log(
  row([
    "Left out",
    "AUC, scorer",
    "stopped where 90 % pass, scorer",
    "stopped",
    "passed",
    "category",
    "words",
    "strict: stopped",
    "strict: passed",
    "without scorer",
  ]),
);
console.log(row(Array.from({ length: 10 }, () => "---")));
for (const [set, cases] of bySet) console.log(report(set, cases));
console.log(
  report(
    "dev, train-1 to 7",
    all.filter(({ labelled }) => !labelled.set.startsWith("own")),
  ),
);
console.log(
  report(
    "own-1 to 3",
    all.filter(({ labelled }) => labelled.set.startsWith("own")),
  ),
);

const decision = chooseDecision(all);
console.log(JSON.stringify(decision));
const trained = folds.get(everything)?.packed;
if (trained) {
  const packed: PackedModel = { ...decision, ...trained };
  writeFileSync(
    new URL("../src/engine/model/weights.ts", import.meta.url),
    `/** Written by \`npm run train\`; \`packed.ts\` and \`packed-net.ts\` read it. */
import type { PackedModel } from "./packed.ts";

// prettier-ignore
export const weights: PackedModel = ${JSON.stringify(packed)};
`,
  );
  const model = toModel(packed);
  writeFileSync(
    new URL("../test/unit/engine/model-recorded.json", import.meta.url),
    `${JSON.stringify(
      invented.map((draft) => ({ draft, odds: oddsOf(model, decision.blend, draft) })),
      null,
      2,
    )}\n`,
  );
}
