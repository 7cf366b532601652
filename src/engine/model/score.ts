/**
 * The scorer: two small logistic models, of the whole draft and of each clause, trained on the labelled sets in
 * `test/corpus` (`npm run train`; ). It generalizes where rules name; it only ever adds findings.
 */
import type { Confidence, Hit } from "../model.ts";
import type { RuleContext, Span } from "../rule.ts";
import { type Reading, type Unit, read } from "./features.ts";
import { draftAndClauses, totals } from "./margins.ts";
import { type PackedModel, type Table, unpack } from "./packed.ts";
import { type ScoredCategory, reasons, scoredCategories } from "./reasons.ts";
import { weights } from "./weights.ts";

export interface Model {
  readonly packed: PackedModel;
  readonly flag: Table;
  readonly category: Table;
}

export const toModel = (packed: PackedModel): Model => ({
  packed,
  flag: unpack(packed.flag),
  category: unpack(packed.category),
});

let shipped: Model | undefined;

/** At most this many clauses of one draft are reported, the worst first. */
const most = 3;

/** Total and linear in the draft's length. Weights are unpacked at the first call (about 15 ms). */
export function score(context: RuleContext): readonly Hit[] {
  shipped ??= toModel(weights);
  return scoreWith(shipped, context);
}

export function scoreWith(model: Model, context: RuleContext): readonly Hit[] {
  const { reading, clauses } = judge(model, context);
  const hits: Hit[] = [];
  for (const clause of clauses.slice(0, most)) {
    const confidence = toConfidence(model, clause.odds);
    if (!confidence) break;
    // The draft as a whole raises every clause: beyond the worst one a clause must itself speak for a finding.
    if (hits.length > 0 && (confidence === "possible" || clause.own <= 0)) break;
    const category = toCategory(model, reading, clause.unit);
    const span = context.folded.toOriginal(place(reading, clause.unit, clause.shares));
    hits.push({ rule: `scorer-${category}`, category, confidence, ...span, ...reasons[category] });
  }
  return hits;
}

/** A clause with its log-odds in its draft and its own margin. */
interface Judged {
  readonly unit: Unit;
  readonly odds: number;
  readonly own: number;
  readonly shares: Float64Array;
}

export interface Judgment {
  readonly reading: Reading;
  /** The whole draft's margin. */
  readonly draft: number;
  /** The worst first; empty only where the draft has no words. */
  readonly clauses: readonly Judged[];
}

export function judge(model: Model, context: RuleContext): Judgment {
  const { blend } = model.packed;
  const reading = read(context);
  const { draft, clauses: added } = draftAndClauses(model.flag, reading);
  const clauses = reading.clauses
    .map((unit, at) => {
      const { total: own, shares } = added[at] ?? { total: 0, shares: new Float64Array(0) };
      return { unit, own, shares, odds: blend.draft * draft + blend.clause * own + blend.bias };
    })
    .sort((a, b) => b.odds - a.odds || a.unit.start - b.unit.start);
  return { reading, draft, clauses };
}

function toConfidence({ packed: { thresholds } }: Model, odds: number): Confidence | undefined {
  if (odds >= thresholds.certain) return "certain";
  if (odds >= thresholds.likely) return "likely";
  return odds >= thresholds.possible ? "possible" : undefined;
}

function toCategory(model: Model, reading: Reading, unit: Unit): ScoredCategory {
  const odds = totals(model.category, reading, unit);
  const name = model.category.columns[odds.indexOf(Math.max(...odds))]?.name;
  return scoredCategories.find((category) => category === name) ?? "relationship";
}

/** The run of tokens that speaks loudest for the finding: the greatest sum of shares, in one pass. */
function place(reading: Reading, unit: Unit, shares: Float64Array): Span {
  let best = { from: 0, to: shares.length, sum: 0 };
  let from = 0;
  let sum = 0;
  shares.forEach((share, at) => {
    if (sum <= 0) {
      from = at;
      sum = 0;
    }
    sum += share;
    if (sum > best.sum) best = { from, to: at + 1, sum };
  });
  return {
    start: reading.tokens[unit.start + best.from]?.start ?? 0,
    end: reading.tokens[unit.start + best.to - 1]?.end ?? 0,
  };
}
