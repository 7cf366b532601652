/**
 * The scorer: two linear models over words and word classes, of the whole draft and of each clause, and a small net that
 * reads words in their order, blended; trained on the labelled sets in `test/corpus` (`npm run train`). It generalizes where
 * rules name, and doubts rules that are only likely right where a draft reads harmless (`doubt.ts`).
 */
import type { Category, Confidence, Hit } from "../model.ts";
import type { RuleContext, Span } from "../rule.ts";
import { type Reading, type Unit, read } from "./features.ts";
import { draftAndClauses } from "./margins.ts";
import { type NetWords, toNetInput } from "./net-input.ts";
import { type QuickNet, quickForward, toQuick } from "./net-quick.ts";
import { type Said, anything, nothing, outputs, worstTag } from "./net.ts";
import { unpackNet } from "./packed-net.ts";
import { type Blend, type PackedModel, type Table, unpack } from "./packed.ts";
import { type ScoredCategory, reasons, scoredCategories, scorerRules } from "./reasons.ts";
import { weights } from "./weights.ts";

/** Weights ready for use. What to make of their margins, blend and thresholds, is apart: it is measured later. */
export interface Model {
  readonly flag: Table;
  readonly words: NetWords;
  readonly net: QuickNet;
}

export type Decision = Pick<PackedModel, "blend" | "thresholds">;

export function toModel({ flag, net: packed }: Omit<PackedModel, keyof Decision>): Model {
  const { words, net } = unpackNet(packed);
  return { flag: unpack(flag), words, net: toQuick(net) };
}

/** Weights are unpacked at the first call (about 20 ms). */
let unpacked: Model | undefined;
const shipped = (): Model => (unpacked ??= toModel(weights));

/** At most this many clauses of one draft are reported, the worst first. */
const most = 3;

/** What was said of a context, for the short time that the context lives. */
const said = new WeakMap<RuleContext, Seen>();

function seenOf(context: RuleContext): Seen {
  const known = said.get(context) ?? judge(shipped(), context);
  said.set(context, known);
  return known;
}

/** Total and linear in the draft's length. */
export function score(context: RuleContext): readonly Hit[] {
  const judgment = seenOf(context);
  return toHits(judgment, weights, (clause) => describe(context, judgment, clause));
}

/** Whether the draft reads so harmless as a whole that a rule which is only likely right is doubted. */
export const isDoubtful = (context: RuleContext): boolean =>
  toOdds(weights.blend, seenOf(context).margins) < weights.thresholds.doubtful;

/** Log-odds of the linear heads, of the net for the draft, and of the net's worst token. */
export interface Margins {
  readonly draft: number;
  readonly clause: number;
  readonly net: number;
  readonly tag: number;
}

/** A clause with what the linear head and the net say of it alone. */
export interface Judged {
  readonly unit: Unit;
  readonly own: number;
  readonly tag: number;
}

export interface Judgment<Clause extends Judged = Judged> {
  /** Of the draft and its worst clause. */
  readonly margins: Margins;
  /** Empty only where the draft has no words. */
  readonly clauses: readonly Clause[];
}

interface Seen extends Judgment {
  readonly reading: Reading;
  readonly seen: Said;
}

export function judge(model: Model, context: RuleContext): Seen {
  const reading = read(context);
  const { draft, clauses: added } = draftAndClauses(model.flag, reading);
  const seen = quickForward(model.net, toNetInput(reading, model.words));
  const clauses = reading.clauses.map((unit, at) => ({
    unit,
    own: added[at] ?? nothing,
    tag: worstTag(seen, unit.start, unit.end),
  }));
  return {
    reading,
    seen,
    clauses,
    margins: {
      draft,
      clause: clauses.reduce((worst, { own }) => Math.max(worst, own), nothing),
      net: seen.out[anything] ?? 0,
      tag: worstTag(seen),
    },
  };
}

export const toOdds = (blend: Blend, { draft, clause, net, tag }: Margins): number =>
  blend.draft * draft + blend.clause * clause + blend.net * net + blend.tag * tag + blend.bias;

export interface Description extends Span {
  readonly category: ScoredCategory;
}

/** What a judgment means. The draft decides whether anything is said; its clauses, where. */
export function toHits<Clause extends Judged>(
  { margins, clauses }: Judgment<Clause>,
  { blend, thresholds }: Decision,
  describe: (clause: Clause) => Description,
): readonly Hit[] {
  const hits: Hit[] = [];
  for (const clause of worstFirst(clauses).slice(0, most)) {
    const odds = toOdds(
      blend,
      hits.length === 0 ? margins : { ...margins, clause: clause.own, tag: clause.tag },
    );
    const confidence = toConfidence(thresholds, odds);
    if (!confidence) break;
    // The draft as a whole raises every clause: beyond the worst one a clause must itself speak for a finding.
    if (hits.length > 0 && (confidence === "possible" || clause.tag <= alone)) break;
    const { category, start, end } = describe(clause);
    hits.push({ rule: `${scorerRules}${category}`, category, confidence, start, end, ...reasons[category] });
  }
  return hits;
}

/** Log-odds from which a token speaks for itself. */
const alone = -0.5;

function worstFirst<Clause extends Judged>(clauses: readonly Clause[]): Clause[] {
  const weigh = ({ own, tag }: Judged): number => own + tag;
  return clauses.toSorted((a, b) => weigh(b) - weigh(a) || a.unit.start - b.unit.start);
}

function toConfidence(thresholds: Decision["thresholds"], odds: number): Confidence | undefined {
  if (odds >= thresholds.certain) return "certain";
  if (odds >= thresholds.likely) return "likely";
  return odds >= thresholds.possible ? "possible" : undefined;
}

/** Which category a clause speaks of, and the words that say so, as places in the text as typed. */
export function describe(context: RuleContext, { reading, seen }: Seen, { unit }: Judged): Description {
  const at = place(seen, unit);
  const odds = scoredCategories.map((_, i) => {
    let tag = nothing;
    for (let token = at.from; token < at.to; token++)
      tag = Math.max(tag, seen.tags[token * outputs + i] ?? nothing);
    return tag + 0.5 * (seen.out[i] ?? 0);
  });
  const category: Category & ScoredCategory =
    scoredCategories[odds.indexOf(Math.max(...odds))] ?? "relationship";
  return {
    category,
    ...context.folded.toOriginal({
      start: reading.tokens[at.from]?.start ?? 0,
      end: reading.tokens[at.to - 1]?.end ?? 0,
    }),
  };
}

/** Log-odds below the worst token's at which a neighbor no longer belongs to the telling words. */
const neighborhood = 1.5;

/** The run of tokens that gives it away: around the worst one, as far as the tags stay near it. */
function place({ tags }: Said, { start, end }: Unit): { from: number; to: number } {
  const tagAt = (at: number): number => tags[at * outputs + anything] ?? nothing;
  let worst = start;
  for (let at = start; at < end; at++) if (tagAt(at) > tagAt(worst)) worst = at;
  const least = tagAt(worst) - neighborhood;
  let from = worst;
  let to = worst + 1;
  while (from > start && tagAt(from - 1) >= least) from--;
  while (to < end && tagAt(to) >= least) to++;
  return { from, to };
}
