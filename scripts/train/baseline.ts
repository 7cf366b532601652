import { extract, groupCount, groups, read, scale } from "../../src/engine/model/features.ts";
import { type Prepared, numberFeatures, toRows, type Bag } from "./examples.ts";
import { fitLogistic, margin } from "./logistic.ts";
import type { Scored } from "./measure.ts";

/** Words and letters of the whole draft only: what the classes, pairs, thread and clauses are measured against. */
export function baselineScores(training: readonly Prepared[], left: readonly Prepared[]): Scored[] {
  const bags = training.map(plainBag);
  const numbers = numberFeatures(bags);
  const label = Float64Array.from(training, (draft) => Number(draft.flagged));
  const { weights, bias } = fitLogistic(
    toRows(bags, numbers),
    label,
    new Float64Array(label.length).fill(1),
    0.3,
    50,
  );
  const rows = toRows(left.map(plainBag), numbers);
  return left.map(({ flagged }, row) => ({ odds: margin(rows, row, weights, bias), flagged }));
}

function plainBag({ labelled }: Prepared): Bag {
  const reading = read(labelled.context);
  const counts = new Int32Array(groupCount);
  const found = new Map<number, number>();
  extract(reading, reading.whole, (feature, group) => {
    if (group !== groups.words && group !== groups.letters) return;
    counts[group] = (counts[group] ?? 0) + 1;
    found.set(feature, group);
  });
  return {
    features: Int32Array.from(found.keys()),
    values: Float32Array.from(found.values(), (group) => scale(group, counts[group] ?? 0)),
  };
}
