import { masked } from "./lexicon/mask.ts";
import type { Folded, RuleContext, Span } from "./rule.ts";

/** Words for coming, being a patient, and what happens at a practice, beside the classes of care words. */
export const visit =
  "(?:visits?|appointments?|appts?|consults?|consultations?|check-?ups?|follow-?ups?|sessions?|slot|booking|reservation|citas?|citica|visitas?|consultas?|sesion(?:es)?|turno|chequeo)";

const about = new RegExp(
  `[\\ue000-\\ue003]|\\b(?:${visit}|patients?|clients?|regulars?|guests?|came|comes|coming|stops? by|stopped by|walked in|in today|treated|injected|lasered|numb|our (?:girl|queen|guy|babe|fave|favorite)|paid|owes|balance|stitches|grafts?|program|metformin|brackets|sedation|implants?|interpreter|lost \\d{1,3} (?:lbs|pounds)|last of the day|pacientes?|clientas?|vino|viene|llego)\\b`,
);

/** Does the draft, or the part of it at `span`, speak of care or of coming for it? */
export function isAboutCare(context: RuleContext, span?: Span): boolean {
  const text = masked(context);
  const { start, end } = span ?? { start: 0, end: text.length };
  // Asked again for each name in a text: without this, names alone would make it slow.
  const known = answers.get(context.folded) ?? new Map<number, boolean>();
  answers.set(context.folded, known);
  const key = start * (text.length + 1) + end;
  const answer = known.get(key) ?? about.test(text.slice(start, end));
  known.set(key, answer);
  return answer;
}

const answers = new WeakMap<Folded, Map<number, boolean>>();
