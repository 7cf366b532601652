import type { Knowledge } from "../knowledge.ts";
import { isAboutCare } from "../about-care.ts";
import type { Confidence, Hit } from "../model.ts";
import type { RuleContext } from "../rule.ts";
import { givenAlone } from "./given-alone.ts";
import { isShown, shownBy } from "./shown.ts";
import type { PatientMatch } from "./match.ts";

/** The list is small enough for a given name alone to mean somebody. */
const small = 2000;

/** Makes hits of what the index found. How sure depends on the form, on how many share it, and on what stands around it. */
export function recognizePatients(context: RuleContext, { patients }: Knowledge): readonly Hit[] {
  const shown = shownBy(context);
  const few = Math.max(2, Math.ceil(patients.people / 500));
  return patients.find(context.folded).flatMap((match) => {
    const typed = context.folded.text.slice(match.start, match.end);
    if (isShown(match.form, typed, shown)) return [];
    const confidence = sureness(match, context, patients.people, few);
    if (confidence === undefined) return [];
    return [
      {
        rule: "patient-list",
        category: "patient-match",
        confidence,
        ...context.folded.toOriginal(match),
        why: "This looks like a person on the patient list; naming one tells that they are a patient.",
        source: "45 CFR 164.508(a)",
      } satisfies Hit,
    ];
  });
}

function sureness(
  match: PatientMatch,
  context: RuleContext,
  people: number,
  few: number,
): Confidence | undefined {
  const { form, everyday, capitals, hidden } = match;
  const { text } = context.folded;
  switch (form) {
    case "contact":
      return "certain";
    case "handle":
      if (/^[@#]|[0-9._]/.test(text.slice(match.start, match.end))) return "certain";
      return everyday ? "possible" : "likely";
    case "full":
      if (everyday && !hidden) return capitals && !isPhrase(match, context) ? "likely" : "possible";
      return "certain";
    case "handle-of-names":
    case "misspelled":
      return match.people <= few ? "likely" : "possible";
    case "given-initial":
    case "initial-family":
    case "titled-family":
      if (match.people > few) return "possible";
      return everyday && !capitals && !hidden ? "possible" : "likely";
    case "misspelled-given":
      return people > small || match.people > few || !capitals ? "possible" : givenAlone(match, context);
    case "given":
      return people > small || match.people > few + 1 ? undefined : givenAlone(match, context);
    case "family":
      return people <= small && !everyday && match.people <= few && isAboutCare(context)
        ? "possible"
        : undefined;
  }
}

/** Everyday words in capitals may be a heading, a street, a product: not where more of it goes on. */
function isPhrase(match: PatientMatch, context: RuleContext): boolean {
  const { text } = context.folded;
  const after = text.slice(match.end, match.end + 24);
  const before = text.slice(Math.max(0, match.start - 16), match.start);
  if (
    /^ (?:street|st|ave|avenue|road|rd|blvd|lane|drive|park|farmers|market|specials?|sale|event|collection|days?|shade|palette|team|church|school|bank|elementary|festival|fest|week|weekend|month|5k|10k|scrubs|candle|box|kit|gift|hours|menu|cleanup)(?![a-z])/u.test(
      after,
    )
  ) {
    return true;
  }
  if (/(?:\bin|\bof|\bthe|\bour|\bnew|\bevery|\ball) $/.test(before)) return true;
  const { start, end } = context.folded.toOriginal(match);
  const next = context.draft.text.slice(end, end + 3);
  const previous = context.draft.text.slice(Math.max(0, start - 20), start);
  return /^,? \p{Lu}/u.test(next) || /\p{Lu}\p{Ll}+ $/u.test(previous);
}
