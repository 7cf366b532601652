import { isGeneral, matches, sentenceAt, withoutOverlaps } from "../lexicon/find.ts";
import { month } from "../lexicon/words.ts";
import { fold } from "../normalize.ts";
import type { Examples, Rule, RuleContext, Span } from "../rule.ts";

const months = `(?:${month}|may|mar)`;
const edge = "(?<![a-z\\d/.:$#-])";
const after = "(?![a-z\\d%/]|[-.:,]\\d)";
const patterns = [
  new RegExp(
    `${edge}\\d{4}-\\d{2}-\\d{2}(?:[t ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:z|[+-]\\d{2}:?\\d{2})?)?(?![a-z\\d/-])`,
    "g",
  ),
  new RegExp(`${edge}\\d{1,2}([-/.])\\d{1,2}\\1(?:\\d{4}|\\d{2})${after}`, "g"),
  new RegExp(
    `${edge}(?:\\d{1,2}-${months}(?:-\\d{2,4})?|${months}-(?:\\d{1,2}|\\d{4})|${months}\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d\\d|\\d{1,2} (?:de )?${months},? (?:del? )?(?:19|20)\\d\\d)${after}`,
    "g",
  ),
  new RegExp(`${edge}(?:\\d{1,2}/\\d{1,2}|\\d{1,2}/(?:19|20)\\d\\d)${after}`, "g"),
];

const weekday =
  "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|miercoles|jueves|viernes|sabado|domingo)";
/** Somebody with a name came, went or will come on a day. */
const dayOfOne = [
  new RegExp(
    `(?<![a-z])(?:mrs?|ms|miss|sra?|srta)\\.? \\p{L}{2,20}(?: [^.!?\\n]{1,40})? (?:on|last|this|el) ${weekday}(?!\\p{L})`,
    "gu",
  ),
  new RegExp(
    `(?<![a-z])we(?:'ll| will|'re going to| met| meet)(?: meet)? (?:on )?${weekday}(?!s?\\p{L})`,
    "gu",
  ),
];

/** The practice's own hours, offers and papers have dates too. */
const ofPractice =
  /(?<![a-z])(?:available|availability|free|openings?|open|opens|opened|opening|closed?|closes|closing|hours|events?|sales?|specials?|offers?|expires?|deadline|holiday|effective|as of|until|through|thru|valid|updated|version|policy|prices?|rates?|menu|party|webinar|raffle|giveaway|class|workshop|founded|established|hiring|apply|shipment|restock|stars?|rating|horarios?|abiertos?|cerrad[oa]s?|oferta|evento|vence)(?![a-z])/;
const we = /(?<![a-z])(?:we|we're|we've|our|ours|us|nosotros|nuestr[oa]s?)(?![a-z])/;
const aPerson = /(?<![a-z])(?:you|your|u|ur|she|he|her|his|him|tu|tus|te|su|sus|usted)(?![a-z])/;

const rule: Rule = {
  id: "full-date",
  category: "identifier",
  confidence: "likely",
  why: "A date in an answer to one person is easily read as the day they came.",
  source: "45 CFR 164.514(b)(2)(i)(C)",
  find: (context) => {
    const { text } = context.folded;
    if (context.audience !== "person") return [];
    const days = /day|lunes|martes|coles|jueves|viernes|sabado|domingo/.test(text)
      ? matches(context, dayOfOne, (span) => isOfPerson(span, text) && !isStaff(span, context))
      : [];
    if (!/\d/.test(text)) return days;
    const dates = matches(
      context,
      patterns,
      (span) => isDate(text.slice(span.start, span.end)) && isOfPerson(span, text),
    );
    return withoutOverlaps([...days, ...dates]);
  },
};
export default rule;

/** A day and a month at least; a fraction, a score or "24/7" is none. */
function isDate(typed: string): boolean {
  if (/[a-z]{3}/.test(typed)) return true;
  const [first = 0, second = 0, third] = typed.split(/[-/.t ]/).map(Number);
  if (typed.length >= 10 && first > 1000)
    return second >= 1 && second <= 12 && third !== undefined && third <= 31;
  if (third === undefined && second > 1000) return first >= 1 && first <= 12;
  const isDay = (day: number): boolean => day >= 1 && day <= 31;
  const months = [first, second].filter((number) => number >= 1 && number <= 12).length;
  if (!isDay(first) || !isDay(second) || months === 0) return false;
  return third !== undefined || (months === 1 && typed !== "24/7" && second > 12);
}

function isStaff({ start, end }: Span, { folded, practice }: RuleContext): boolean {
  const [, name = ""] = /^\p{L}+\.? (\p{L}+)/u.exec(folded.text.slice(start, end)) ?? [];
  return practice.staff.some((person) => fold(person.name).text.includes(name));
}

function isOfPerson(span: Span, text: string): boolean {
  const sentence = sentenceAt(text, span);
  if (isGeneral(sentence) || ofPractice.test(sentence)) return false;
  return !we.test(sentence) || aPerson.test(sentence);
}

export const examples: Examples = {
  flags: [
    "It was «3/14/2026», and the door was locked.",
    "That call on «2026-03-14» was short.",
    "Signed «14-Mar-2026», as you know.",
    "«Mrs. Duarte was in on Friday», yes.",
  ],
  allows: [
    "Closed on 3/14/2026.",
    "On 3/14/2026 we changed our phone system.",
    "Half of it, 1/2, all day, 24/7.",
    { text: "Save the date: 3/14/2026", surface: "post" },
  ],
};
