import { isConditional, isGeneral, matches, rx, sentenceAt } from "../lexicon/find.ts";
import { care, clock, day, month, relative } from "../lexicon/words.ts";
import type { Examples, Rule, RuleContext, Span } from "../rule.ts";
import { visit } from "../about-care.ts";

const dayPart = `(?:${day}s?|mondays?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)`;
const when = [
  `(?:(?:on|for|el|este|this|last|next|la|pasado|proximo|pal) )?${dayPart}(?:\\s(?:the\\s)?\\d{1,2}(?:st|nd|rd|th)?)?`,
  "(?:(?:on|by|el|til|until) )?(?:the )?\\d{1,2}(?:st|nd|rd|th)",
  `(?:(?:on|in|el) )?(?:${month}|mayo)(?: \\d{1,2}(?:st|nd|rd|th)?)?`,
  "(?:in|on|since|last) may(?: \\d{1,2})?",
  `(?:el )?\\d{1,2} de (?:${month}|mayo)`,
  "\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?",
  "(?:at|@|a las?) \\d{1,2}(?::\\d\\d)?(?:\\s?[ap]m?)?(?!\\s(?!for|with|on|to|today|tomorrow|sharp|and|then|ok|w)[a-z]|%|[a-z0-9])",
  clock,
].join("|");
const date = `(?:${when})`;
/** Up to 40 characters of the same sentence. */
const near = "(?:[^.!?\\n]{0,40}?[^a-z0-9.!?\\n$])";

/** A person does or gets something, and when. */
const subject = "(?:you|u|your|ur|she|he|her|his|him|tu|tus|te|le|su|sus|usted)\\b";
const happening = `(?:${visit}|${care}|come|came|coming|see|saw|seen|seeing|book(?:ed)?|scheduled?|rescheduled?|moved|confirmed|missed|show(?:ed)?|cancel(?:l?ed)?|called|texted|faxed|emailed|sent|mailed|squeezed?|put|got|get|in|down|here|back|arrived?|left|sat|stopped|told|said|signed|paid|charged|waited|venir|vino|viniste|vemos|veo|r?e?agend[a-z]{1,4}|esper[a-z]{1,4}|llam[a-z]{1,4}|toca|quedo)\\b`;

const toOne = [
  rx`${subject}${near}${happening}${near}${date}`,
  rx`(?:see|cu|catch|got|have|had|put|booked|squeeze|expecting) (?:you|u|ya)${near}${date}`,
  rx`(?:no[-\\s]?shows?|cancell?ation|last visit|first visit)${near}${date}`,
  rx`nos vemos${near}${date}`,
  rx`(?:your|ur|tu|su|her|his) (?:[a-z]{1,12} ){0,2}(?:${visit}|${relative})${near}${date}`,
];
const ofOne = [
  rx`(?:she|he|her|his|him|this (?:client|patient|lady|gentleman)|a (?:client|patient) (?:who|of|came))${near}(?:came|walked|stopped|arrived|had|got|booked|left|said|told|was in|were in|vino|llego)${near}${date}`,
];
/** An answer to somebody who asks about their own appointment: a day or time alone says it. */
const alone = [rx`${date}`];
const asksAboutOwn =
  /\b(?:my|i|im|i'm|am i|me|we|our|mi|tengo|yo)\b[^.!?\n]{0,50}?\b(?:appt|appointment|apt|consult|cita|book|booked|slot|come in|coming in|session|touch ?up|botox|filler|facial|peel|lashes|cleaning|laser|check ?up|follow ?up|on for|still good|see you|squeeze|reschedule|move|cancel|fit me|next one|due|ready)\b/;

/** The practice's own hours, events and staff are when they like. */
const ownTime =
  /\b(?:open|opens|opening|closed?|closes|hours|event|sale|special|offer|open house|webinar|q&a|party|market|farmers|fair|class|huddles?|hiring|apply|lines?|phones?|fax|between|until|through|thru|daily|weekdays?|weekends?|mondays|every|by phone|anytime|call (?:us|me|the)|text (?:us|me)|call you back|llam[ae]nos|abiertos?|cerrad[oa]s?|horario|5k|10k|raffle|livestream|live|tune in|review|interview|resume|recommendation|restock|back in stock|your (?:note|message|comment|post|question|words|feedback))\b/;

const rule: Rule = {
  id: "visit-date",
  category: "identifier",
  confidence: "likely",
  why: "A date or time tied to a person tells when they came or will come.",
  source: "45 CFR 164.514(b)(2)(i)(C)",
  find: (context) => {
    const patterns = context.audience === "person" ? [...toOne, ...ofOne] : ofOne;
    const tied = matches(context, patterns, (span, text) => isOfPerson(span, text));
    if (tied.length > 0 || !asksOwn(context)) return tied;
    return matches(
      context,
      alone,
      (span, text) => isOfPerson(span, text) && !text.slice(span.start, span.end).endsWith("days"),
    );
  },
};
export default rule;

function asksOwn({ audience, threadText }: RuleContext): boolean {
  return (
    audience === "person" &&
    asksAboutOwn.test(threadText) &&
    /\?|^(?:can|am|is|what time|when|hey|hi|hola)\b/.test(threadText)
  );
}

function isOfPerson(span: Span, text: string): boolean {
  const sentence = sentenceAt(text, span);
  return !isGeneral(sentence) && !ownTime.test(sentence) && !isConditional(text, span);
}

export const examples: Examples = {
  flags: [
    "We moved «your appointment to Friday».",
    "«You were here on the 14th» and smiled.",
    {
      text: "Yes! «Thursday»",
      surface: "message",
      thread: { author: "pia", text: "am i still on for this week" },
    },
  ],
  allows: ["We are closed Monday.", "Ask us anything at the open house on Friday.", "You made our Monday!"],
};
