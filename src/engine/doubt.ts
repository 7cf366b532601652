/**
 * Rules and scorer correct each other. A rule that is right in seven of eight drafts (`likely`) is heard less where the
 * scorer, which reads the draft and its thread as a whole, finds it harmless: its hits become `possible`, which `strict` still
 * shows. Rules that are certain, identifiers, names, pictures and the practice's own words are never doubted.
 */
import type { Hit } from "./model.ts";
import { isDoubtful } from "./model/score.ts";
import type { RuleContext } from "./rule.ts";
import { rules } from "./rules/index.ts";

const likely: ReadonlySet<string> = new Set(
  rules.filter(({ confidence }) => confidence === "likely").map(({ id }) => id),
);

const isOpenToDoubt = ({ rule, confidence }: Hit): boolean => confidence === "likely" && likely.has(rule);

/** `doubtful` is asked only where there is something to doubt. */
export function doubt(
  hits: readonly Hit[],
  context: RuleContext,
  doubtful: (context: RuleContext) => boolean = isDoubtful,
): readonly Hit[] {
  if (!hits.some(isOpenToDoubt) || !doubtful(context)) return hits;
  return hits.map((hit) => (isOpenToDoubt(hit) ? { ...hit, confidence: "possible" } : hit));
}
