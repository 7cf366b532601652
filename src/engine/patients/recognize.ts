import type { Knowledge } from "../knowledge.ts";
import type { Hit } from "../model.ts";
import type { RuleContext } from "../rule.ts";
import type { PatientMatch } from "./match.ts";
import { notMeantIn } from "./not-meant.ts";
import { whyOf } from "./reasons.ts";
import { isShown, shownBy } from "./shown.ts";
import { judge } from "./sureness.ts";

/** Makes hits of what the index found. How sure depends on the form, on how many share it, and on what stands around it. */
export function recognizePatients(
  context: RuleContext,
  { patients, policy, practice }: Knowledge,
): readonly Hit[] {
  const matches = patients.find(context.folded);
  if (matches.length === 0) return [];
  const shown = shownBy(context);
  const isNotMeant = notMeantIn(context.folded, policy, practice);
  const author = context.draft.thread?.author ?? "";
  let listed: boolean | undefined;
  const isListed = (): boolean => (listed ??= author !== "" && patients.isListed(author));
  return matches.flatMap((match, at) => {
    const typed = context.folded.text.slice(match.start, match.end);
    if (isShown(match.form, typed, shown) || isNotMeant(match)) return [];
    const judgment = judge(match, context, {
      people: patients.people,
      isListed,
      isBesideName: isBesideName(match, matches[at - 1]),
    });
    if (judgment === undefined) return [];
    return [
      {
        rule: "patient-list",
        category: "patient-match",
        confidence: judgment.confidence,
        ...context.folded.toOriginal(match),
        why: whyOf(match, judgment.beside),
        source: "45 CFR 164.508(a)",
      } satisfies Hit,
    ];
  });
}

/** A listed name, or a part of one, ends just before. */
const isBesideName = (match: PatientMatch, before: PatientMatch | undefined): boolean =>
  before !== undefined && before.end <= match.start && match.start - before.end <= nearest;
const nearest = 24;
