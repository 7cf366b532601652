import { isActual, type Keep, rx, toPerson } from "../lexicon/find.ts";
import { clock, day, month, tu, your } from "../lexicon/words.ts";
import type { Examples, Rule } from "../rule.ts";

const occasion =
  "(?:visits?|appointments?|appts?|consults?|consultations?|check-?ups?|check-?in|follow-?ups?|sessions?|time ?slot|slot|booking|reservation|stay|recall|re-?check|check-?out|(?:[a-z]{1,14} )?(?:day|week|month|year) (?:check|visit|follow-?up)|experience (?:here|with us|at our)|time (?:here|with us|in our|in the chair)|care (?:here|with us)|hour with|wait|arrival|first (?:day|time|one|set|round)|next (?:one|round|time)|last (?:one|time|round|set))";

const patterns = [
  rx`${your} (?:(?:own|very|first|second|third|last|next|upcoming|recent|previous|scheduled|original|missed|virtual|initial|free|final|big|two|three|four|${day}|${month}|\d{1,3}(?:st|nd|rd|th)?|surgical|surgery|annual|yearly|weekly|monthly|morning|afternoon|make ?up|whole|entire) ){0,2}${occasion}`,
  rx`${your} (?:${day}|${month}(?: \d{1,2})?|${clock}|\d{1,2}(?:st|nd|rd|th))(?:['’]?s)?`,
  rx`(?:${tu}) (?:(?:proxima|primera|segunda|ultima|pasada) )?(?:citas?|citica|visitas?|consultas?|sesion(?:es)?|turno|chequeo|confianza|espera)`,
  rx`${your} (?:experience|stay|visit|time) (?:here|with (?:us|dr|our|me))`,
  rx`${your} (?:trust|loyalty|patronage|business|continued (?:trust|loyalty|support))(?: in us)?`,
];

/** "Hope your Sunday is a good one" wishes a day, not an appointment. */
const isVisit: Keep = (span, text, context) =>
  isActual(span, text, context) &&
  !(
    wishes.test(text.slice(Math.max(0, span.start - 10), span.start)) &&
    bareDay.test(text.slice(span.start, span.end))
  );
const wishes = /(?<![a-z])(?:hope|hoping|enjoy) $/;
const bareDay = new RegExp(`^(?:your|ur) ${day}s?(?:['’]s)?$`);

const rule: Rule = {
  id: "your-visit",
  category: "relationship",
  confidence: "certain",
  why: "Speaking of this person's visit or appointment confirms that they are a patient.",
  source: "45 CFR 164.502(a)",
  find: (context) => toPerson(context, patterns, isVisit),
};
export default rule;

export const examples: Examples = {
  flags: [
    "We moved «your appointment» up an hour.",
    "Sorry that «your first visit» felt rushed.",
    "«Su cita» sigue en pie.",
    "Happy to swap «your Thursday», just say so.",
  ],
  allows: [
    "Hope your Sunday is a slow one.",
    "Your review means a lot to our team.",
    "Appointments can be moved online at any time.",
    "Your time and your words are appreciated.",
  ],
};
