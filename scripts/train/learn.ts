import { pack, type PackedModel } from "../../src/engine/model/packed.ts";
import { type Bag, type LabelledClause, type Prepared, numberFeatures, toRows } from "./examples.ts";
import { fitLogistic } from "./logistic.ts";
import { type NetSize, trainNet } from "./train-net.ts";
import { readVectors } from "./word-vectors.ts";
import { packNet } from "../../src/engine/model/packed-net.ts";

export interface Size {
  /** Features kept for the draft's and for the clauses' model, each. */
  readonly flag: number;
  readonly iterations: number;
  readonly net: NetSize;
}

export const fullSize: Size = { flag: 22_000, iterations: 50, net: { rounds: 6, seed: 1 } };

const ridge = 0.4;

/** What an unmarked clause of a flagged draft counts: most are harmless, some only were not marked. */
const unmarkedShare = 0.3;

/**
 * What a draft or clause counts that is flagged for a listed patient's name or a picture alone: its words say little, and
 * other recognizers find it.
 */
const elsewhereShare = 0.2;

interface Head {
  readonly weights: Map<number, number>;
  readonly bias: number;
}

interface Labels {
  readonly label: Float64Array;
  readonly share: Float64Array;
}

/** Fits, keeps the `keep` features that move the margin most, and fits again on those. */
function fitHeads(bags: readonly Bag[], heads: readonly Labels[], keep: number, iterations: number): Head[] {
  const numbers = numberFeatures(bags);
  const rows = toRows(bags, numbers);
  const energy = new Float64Array(rows.width);
  rows.index.forEach((feature, i) => (energy[feature] = (energy[feature] ?? 0) + (rows.value[i] ?? 0) ** 2));
  const effect = new Float64Array(rows.width);
  for (const { label, share } of heads) {
    const { weights } = fitLogistic(rows, label, share, ridge, iterations);
    weights.forEach((w, i) => (effect[i] = (effect[i] ?? 0) + Math.abs(w) * Math.sqrt(energy[i] ?? 0)));
  }
  const kept = [...numbers]
    .sort(([a, i], [b, j]) => (effect[j] ?? 0) - (effect[i] ?? 0) || a - b)
    .slice(0, keep)
    .map(([feature]) => feature);
  const fewer = new Map(kept.map((feature, number) => [feature, number]));
  const keptRows = toRows(bags, fewer);
  return heads.map(({ label, share }) => {
    const { weights, bias } = fitLogistic(keptRows, label, share, ridge, iterations);
    return { weights: new Map(kept.map((feature, number) => [feature, weights[number] ?? 0])), bias };
  });
}

function toTable(names: readonly string[], heads: readonly Head[]) {
  const features = new Set(heads.flatMap(({ weights }) => [...weights.keys()]));
  const rows = new Map(
    Array.from(features, (feature) => [feature, heads.map(({ weights }) => weights.get(feature) ?? 0)]),
  );
  return pack(
    names.map((name, column) => ({ name, bias: heads[column]?.bias ?? 0 })),
    rows,
  );
}

function shareOf(draftFlagged: boolean, { flagged, categories }: LabelledClause): number {
  if (flagged) return categories.length === 0 ? elsewhereShare : 1;
  return draftFlagged ? unmarkedShare : 1;
}

/** All weights, without blend and thresholds: those are measured on drafts that were left out. */
export function learn(prepared: readonly Prepared[], size: Size): Omit<PackedModel, "blend" | "thresholds"> {
  if (prepared.some(({ labelled }) => labelled.expect === "either"))
    throw new Error("drafts about which informed people differ are no lesson");
  const whole = fitHeads(
    prepared.map((draft) => draft.whole),
    [
      {
        label: Float64Array.from(prepared, (draft) => Number(draft.flagged)),
        share: Float64Array.from(prepared, ({ flagged, labelled }) =>
          flagged && labelled.categories.every((name) => name === "patient-match" || name === "media")
            ? elsewhereShare
            : 1,
        ),
      },
    ],
    size.flag,
    size.iterations,
  );
  const marked = prepared.filter((draft) => !draft.flagged || draft.clauses.some((clause) => clause.flagged));
  const clauses = marked.flatMap((draft) =>
    draft.clauses.map((clause) => ({
      ...clause,
      share: shareOf(draft.flagged, clause),
    })),
  );
  const clause = fitHeads(
    clauses.map(({ bag }) => bag),
    [
      {
        label: Float64Array.from(clauses, ({ flagged }) => Number(flagged)),
        share: Float64Array.from(clauses, ({ share }) => share),
      },
    ],
    size.flag,
    size.iterations,
  );
  const { keys, net } = trainNet(prepared, readVectors(), size.net);
  return {
    net: packNet(keys, net),
    flag: toTable(["draft", "clause"], [...whole, ...clause]),
  };
}
