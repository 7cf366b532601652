/**
 * Trains the scorer on all of `test/corpus` and writes `src/engine/model/weights.ts`. Every figure it prints, and the blend
 * and thresholds it chooses, come from leaving one set out at a time. Same corpus, same engine, same bytes. Takes about
 * half an hour on two cores, or a minute where `.cache/folds` still holds the folds.
 *
 *   npm run train [-- --measure-only] [--vectors=FOLDER]
 *
 * `--vectors` first writes the words' vectors anew (`train/write-vectors.ts`).
 */
import { writeFileSync } from "node:fs";
import type { PackedModel } from "../src/engine/model/packed.ts";
import { toModel } from "../src/engine/model/score.ts";
import { chooseDecision } from "./train/decision.ts";
import { invented, oddsOf } from "./train/invented.ts";
import { leaveOut, reportLeftOut } from "./train/left-out.ts";
import { writeVectors } from "./train/write-vectors.ts";

const vectors = process.argv.find((option) => option.startsWith("--vectors="))?.slice("--vectors=".length);
if (vectors !== undefined) writeVectors(vectors);

const everything = "none";
const measureOnly = process.argv.includes("--measure-only");
const left = await leaveOut(measureOnly ? [] : [everything]);
console.log(reportLeftOut(left));

const decision = chooseDecision(left.cases);
console.log(JSON.stringify(decision));
const trained = left.folds.get(everything)?.packed;
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
