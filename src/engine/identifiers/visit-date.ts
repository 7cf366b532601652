import { isConditional, isGeneral, matches, rx, sentenceAt, withoutOverlaps } from "../lexicon/find.ts";
import { care } from "../lexicon/marks.ts";
import { masked } from "../lexicon/mask.ts";
import { clock, day, month, relative } from "../lexicon/words.ts";
import type { Examples, Rule, RuleContext, Span } from "../rule.ts";
import { visit } from "../about-care.ts";

const dayPart = `(?:${day}s?|mondays?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)`;
const when = [
  `${dayPart}(?:\\s(?:the\\s)?\\d{1,2}(?:st|nd|rd|th)?)?`,
  "\\d{1,2}(?:st|nd|rd|th)",
  `(?:${month}|mayo)(?: \\d{1,2}(?:st|nd|rd|th)?)?`,
  "(?:in|on|since|last) may(?: \\d{1,2})?",
  `\\d{1,2} de (?:${month}|mayo)`,
  "\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?",
  "(?:at|@|a las?) \\d{1,2}(?::\\d\\d)?(?:\\s?[ap]m?)?(?!\\s(?!for|with|on|to|today|tomorrow|sharp|and|then|ok|w)[a-z]|%|[a-z0-9])",
  clock,
].join("|");
const dates = [rx`(?:${when})`];

/** What makes a date a person's: the last words of a sentence before it, of which the first say who. */
interface Tie {
  readonly who: RegExp;
  /** What they did or got, between who and when. */
  readonly what?: RegExp;
}
const person = /\b(?:you|u|your|ur|she|he|her|his|him|tu|tus|te|le|su|sus|usted)\b/g;
const happening = new RegExp(
  `\\b(?:${visit}|come|came|coming|see|saw|seen|seeing|book(?:ed)?|scheduled?|rescheduled?|moved|confirmed|missed|show(?:ed)?|cancel(?:l?ed)?|called|texted|faxed|emailed|sent|mailed|squeezed?|put|got|get|in|down|here|back|arrived?|left|sat|stopped|told|said|signed|paid|charged|waited|venir|vino|viniste|vemos|veo|r?e?agend[a-z]{1,4}|esper[a-z]{1,4}|llam[a-z]{1,4}|toca|quedo)\\b|${care}`,
  "g",
);
const toOne: readonly Tie[] = [
  { who: person, what: happening },
  { who: /\b(?:see|cu|catch|got|have|had|put|booked|squeeze|expecting)[ ,]{1,2}(?:you|u|ya|your|ur|us)\b/g },
  { who: /\b(?:no[-\s]?shows?|cancell?ation|last visit|first visit|nos vemos)\b/g },
  {
    who: new RegExp(
      `\\b(?:your|ur|tu|su|her|his)[ ,]{1,2}(?:[a-z]{1,12}[ ,]{1,2}){0,2}(?:${visit}|${relative})\\b`,
      "g",
    ),
  },
];
const ofOne: readonly Tie[] = [
  {
    who: /\b(?:she|he|her|his|him|this (?:client|patient|lady|gentleman)|a (?:client|patient) (?:who|of|came))\b/g,
    what: /\b(?:came|walked|stopped|arrived|had|got|booked|left|said|told|was in|were in|vino|llego)\b/g,
  },
];
/** How far apart two of the three may be, in characters of one sentence. */
const near = 41;
const furthest = 120;

const mine = /\b(?:my|i|im|i'm|am i|me|we|our|mi|tengo|yo)\b/g;
const booking =
  /\b(?:appt|appointment|apt|consult|cita|book|booked|slot|come in|coming in|session|touch ?up|botox|filler|facial|peel|lashes|cleaning|laser|check ?up|follow ?up|on for|still good|see you|squeeze|reschedule|move|cancel|fit me|next one|due|ready)\b/;

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
    const ties = context.audience === "person" ? [...toOne, ...ofOne] : ofOne;
    const tied = new Map<number, Span>();
    let looks = 0;
    matches(context, dates, ({ start, end }, text) => {
      // Nobody's calendar is this full: the bound keeps a text of nothing but days quick.
      if (++looks > 60) return false;
      const who = whoBefore(masked(context), start, ties);
      if (who === undefined || tied.has(who) || !isOfPerson({ start: who, end }, text)) return false;
      tied.set(who, { start: who, end });
      return true;
    });
    if (tied.size > 0 || !asksOwn(context)) return withoutOverlaps([...tied.values()]);
    return matches(
      context,
      dates,
      (span, text) => isOfPerson(span, text) && !text.slice(span.start, span.end).endsWith("days"),
    );
  },
};
export default rule;

/** Where the words begin that tie the date at `at` to a person. */
function whoBefore(text: string, at: number, ties: readonly Tie[]): number | undefined {
  const before =
    text
      .slice(Math.max(0, at - furthest), at)
      .split(/[.!?\n]/)
      .at(-1) ?? "";
  const follows = (from: number, to: number): boolean =>
    to > from && to - from <= near && /[^a-z0-9$\ue000-\ue004]/.test(before.charAt(to - 1));
  let first = Infinity;
  for (const { who, what } of ties) {
    const second = what ? [...before.matchAll(what)].map(rangeOf) : [];
    const ends = second.filter(({ end }) => follows(end, before.length));
    for (const { start, end } of [...before.matchAll(who)].map(rangeOf)) {
      const isTied = what ? ends.some((one) => follows(end, one.start)) : follows(end, before.length);
      if (isTied) first = Math.min(first, start);
    }
  }
  return Number.isFinite(first) ? at - before.length + first : undefined;
}

const rangeOf = ({ 0: found, index }: RegExpExecArray): Span => ({ start: index, end: index + found.length });

function asksOwn({ audience, threadText }: RuleContext): boolean {
  // A day or time alone is an answer to somebody who asks about their own appointment.
  return (
    audience === "person" &&
    asksAboutOwn(threadText) &&
    /\?|^(?:can|am|is|what time|when|hey|hi|hola)\b/.test(threadText)
  );
}

/** Within some fifty characters of one sentence. */
const asksAboutOwn = (thread: string): boolean =>
  thread
    .split(/[.!?\n]/)
    .some((sentence) =>
      [...sentence.matchAll(mine)].some(({ 0: word, index }) =>
        booking.test(sentence.slice(index + word.length, index + word.length + 66)),
      ),
    );

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
