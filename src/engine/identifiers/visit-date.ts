import { isConditional, isGeneral, matches, sentenceAt } from "../lexicon/find.ts";
import { care, clock, day, month, relative, visit } from "../lexicon/words.ts";
import type { Examples, Rule, RuleContext, Span } from "../rule.ts";

const dayOf = `(?:${day}s?|${day.replaceAll("(?:day)?", "")})`;
const when = [
  `(?:(?:on|for|el|este|this|last|next|la|pasado|proximo) )?(?:${dayOf})(?: (?:the )?\\d{1,2}(?:st|nd|rd|th)?)?`,
  `(?:(?:on|by|el) )?(?:the )?\\d{1,2}(?:st|nd|rd|th)`,
  `(?:(?:on|in|el) )?(?:${month}|may|mayo)(?: \\d{1,2}(?:st|nd|rd|th)?)?(?= |[.,!?]|$)`,
  `(?:el )?\\d{1,2} de (?:${month})`,
  `\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?`,
  `(?:at|@) \\d{1,2}(?::\\d\\d)?(?: ?[ap]m?)?`,
  clock,
].join("|");
const date = `(?<![\\p{L}\\p{N}$-])(?:${when})(?![\\p{L}\\p{N}%])`;
const near = "[^.!?\\n]{0,40}?";

/** A person does or gets something, and when. */
const subject = "(?:you|u|ya|your|ur|she|he|her|his|him|tu|tus|te|le|su|sus|la|lo|usted)";
const happening = `(?:${visit}|${care}|come|came|coming|see|saw|seen|seeing|book(?:ed)?|scheduled?|rescheduled?|moved|confirmed|missed|show(?:ed)?|cancel(?:l?ed)?|called|texted|faxed|emailed|sent|mailed|squeeze[d]?|put|got|get|in|down|here|back|arrived?|left|sat|stopped|told|said|signed|paid|charged|waited|venir|vino|viniste|vemos|veo|agend\\p{L}{1,4}|reagend\\p{L}{1,4}|esper\\p{L}{1,4}|llam\\p{L}{1,4}|toca|quedo)`;

const toOne = [
  new RegExp(`(?<!\\p{L})${subject}(?!\\p{L})${near}(?<!\\p{L})${happening}(?!\\p{L})${near}${date}`, "gu"),
  new RegExp(
    `(?<!\\p{L})(?:see|cu|catch|got|have|had|put|booked|nos|squeeze|expecting) (?:you|u|ya|vemos)(?!\\p{L})${near}${date}`,
    "gu",
  ),
  new RegExp(
    `(?<!\\p{L})(?:your|ur|tu|su|her|his) (?:\\p{L}{1,12} ){0,2}(?:${visit}|${relative})(?!\\p{L})${near}${date}`,
    "gu",
  ),
];
const ofOne = [
  new RegExp(
    `(?<!\\p{L})(?:she|he|her|his|him|this (?:client|patient|lady|gentleman)|a (?:client|patient) (?:who|of|came))(?!\\p{L})${near}(?<!\\p{L})(?:came|walked|stopped|arrived|had|got|booked|left|said|told|was in|were in|vino|llego)(?!\\p{L})${near}${date}`,
    "gu",
  ),
];

/** The practice's own hours, events and staff are when they like. */
const ownTime =
  /(?<!\p{L})(?:open|opens|opening|closed?|closes|hours|event|sale|special|offer|open house|webinar|q&a|party|market|farmers|fair|class|huddle|huddles|hiring|apply|line|phones?|fax|between|until|through|daily|weekdays?|weekends?|mondays|every|by phone|anytime|call (?:us|me|the)|text (?:us|me)|llam[ae]nos|abiertos?|cerrad[oa]s?|horario|5k|10k|raffle|livestream|live|tune in|review|your (?:note|message|comment|post|question|words|feedback))(?!\p{L})/u;

const rule: Rule = {
  id: "visit-date",
  category: "identifier",
  confidence: "likely",
  why: "A date or time tied to a person tells when they came or will come.",
  source: "45 CFR 164.514(b)(2)(i)(C)",
  find: (context) => {
    const patterns = context.audience === "person" ? [...toOne, ...ofOne] : ofOne;
    return matches(context, patterns, (span, text) => isOfPerson(context, span, text));
  },
};
export default rule;

function isOfPerson(context: RuleContext, span: Span, text: string): boolean {
  const sentence = sentenceAt(text, span);
  return (
    !isGeneral(sentence) &&
    !ownTime.test(sentence) &&
    !isConditional(text, span) &&
    context.folded.text === text
  );
}

export const examples: Examples = {
  flags: ["We moved «your appointment to Friday».", "«You were here on the 14th» and smiled."],
  allows: ["We are closed Monday.", "Ask us anything at the open house on Friday.", "You made our Monday!"],
};
