import { masked } from "./lexicon/mask.ts";
import type { RuleContext, Span } from "./rule.ts";

/** Words for coming, being a patient, and what happens at a practice, beside the classes of care words. */
export const visit =
  "(?:visits?|appointments?|appts?|consults?|consultations?|check-?ups?|follow-?ups?|sessions?|slot|booking|reservation|citas?|citica|visitas?|consultas?|sesion(?:es)?|turno|chequeo)";

const about = new RegExp(
  `[\\ue000-\\ue003]|\\b(?:${visit}|patients?|clients?|regulars?|guests?|came|comes|coming|stops? by|stopped by|walked in|in today|treated|injected|lasered|numb|our (?:girl|queen|guy|babe|fave|favorite)|paid|owes|balance|stitches|grafts?|program|metformin|brackets|sedation|implants?|interpreter|lost \\d{1,3} (?:lbs|pounds)|last of the day|pacientes?|clientas?|vino|viene|llego)\\b`,
);

/** Does the draft, or the part of it at `span`, speak of care or of coming for it? */
export function isAboutCare(context: RuleContext, span?: Span): boolean {
  const text = masked(context);
  return about.test(span ? text.slice(span.start, span.end) : text);
}
