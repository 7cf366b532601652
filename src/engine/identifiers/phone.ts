import { matches, sentenceAt } from "../lexicon/find.ts";
import { phoneKey } from "../patients/name-parts.ts";
import type { Examples, Rule, RuleContext, Span } from "../rule.ts";
import { isMadeUp } from "./parts/checksums.ts";
import { ofBusiness } from "./parts/public-lines.ts";

const digitWord =
  "(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|cero|\\d)";
const northAmerican = [
  /(?<![\d$.,#])(?:\+?1[ .-]?)?\(?[2-9]\d{2}\)?[ .\-/]{0,3}\d{3}[ .-]{0,2}\d{4}(?!\d)/g,
  /(?<![\d$.,#-])[2-9]\d{2}[.-]\d{4}(?![\d-])/g,
];
const spelled = new RegExp(`(?<![a-z\\d])${digitWord}(?:[ ,.-]{1,2}${digitWord}){6,10}(?![a-z\\d])`, "g");
/** A number of another country, or written in groups of its own. */
const elsewhere = /(?<![a-z\d$.#+/-]|\d,)(?:\+ ?|\(\+?)?\d[\d ()./-]{5,20}\d(?![a-z\d]|[.,:/-]\d)/g;

/** A toll-free number is never a person's. */
const tollFree = /^(?:1?8(?:00|33|44|55|66|77|88))/;
const cue =
  /(?<![a-z])(?:phone|cell|mobile|tel|telephone|fax|desk|office|home|work|whats?app|call|text|reach|dial|ring|messages?|number|numero|celular|telefono|answer(?:s|ed|ing)? at|pick(?:s|ed)? up at|llam\p{L}{1,6})(?![a-z])[^.!?\d]{0,24}$/u;
const cueAfter = /^[ ,(-]{0,2}(?:office|fax|mobile|cell|home|work|phone)(?![a-z])/;
const otherNumber =
  /(?<![a-z])(?:ssn|social|card|account|acct|order|invoice|claim|policy|passport|licen[cs]e|npi|dea|routing|chart|mrn|member|tracking|serial|lot|item|zip|tax|iban|suite|box|cpt|icd|record|reference|ref|case)(?![a-z])[^.!?\d]{0,24}$/;

const rule: Rule = {
  id: "phone",
  category: "identifier",
  confidence: "likely",
  why: "This phone or fax number is not the practice's own: it points to a person.",
  source: "45 CFR 164.514(b)(2)(i)(D)",
  find: (context) => {
    const { text } = context.folded;
    const own = new Set(
      context.practice.phones.flatMap((phone) => [phoneKey(phone), phoneKey(phone).slice(-7)]),
    );
    const keep = (span: Span): boolean => {
      const typed = text.slice(span.start, span.end);
      const key = phoneKey(inDigits(typed));
      if (
        key.length < 7 ||
        own.has(key) ||
        own.has(key.slice(-10)) ||
        isOwnAmong(key, own) ||
        tollFree.test(key)
      )
        return false;
      if (/^\d+$/.test(typed) && isMadeUp(typed) && !cue.test(before(span, text))) return false;
      const sentence = sentenceAt(text, span);
      return (
        !ofBusiness.test(sentence) ||
        /(?<![a-z])(?:your|ur|her|his) (?:cell|phone|number|mobile)/.test(sentence)
      );
    };
    return matches(
      context,
      [...(/\d{3}/.test(text) ? northAmerican : []), spelled, ...(/\d{2}/.test(text) ? [elsewhere] : [])],
      (span) => (isAmerican(span, text) || isElsewhere(span, context)) && keep(span),
    );
  },
};
export default rule;

const before = ({ start }: Span, text: string): string => text.slice(Math.max(0, start - 48), start);

const american = /^(?:\+?1[ .-]?)?\(?[2-9]\d{2}\)?[ .\-/]{0,3}(?:\d{3}[ .-]{0,2})?\d{4}$/;

/** In letters and lone digits, or grouped as in North America. */
const isAmerican = ({ start, end }: Span, text: string): boolean => {
  const typed = text.slice(start, end);
  return american.test(typed) || !/\d{2}/.test(typed);
};

/** Two numbers side by side read as one. */
const isOwnAmong = (key: string, own: ReadonlySet<string>): boolean =>
  key.length > 11 && [...own].some((number) => number.length >= 10 && key.includes(number));

const isHours = /^\d{1,2}[.:]\d\d ?- ?\d{1,2}[.:]\d\d$/;

function isElsewhere({ start, end }: Span, { folded: { text } }: RuleContext): boolean {
  const typed = text.slice(start, end);
  const { length } = typed.replace(/\D+/g, "");
  if (length < 7 || length > 15 || isHours.test(typed) || /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}$/.test(typed))
    return false;
  const told = before({ start, end }, text);
  if (otherNumber.test(told)) return false;
  if (/^\(?\+/.test(typed)) return true;
  return cue.test(told) || cueAfter.test(text.slice(end, end + 12));
}

const words: ReadonlyMap<string, string> = new Map(
  [
    "zero oh o cero",
    "one uno",
    "two dos",
    "three tres",
    "four cuatro",
    "five cinco",
    "six seis",
    "seven siete",
    "eight ocho",
    "nine nueve",
  ].flatMap((names, digit) => names.split(" ").map((name) => [name, String(digit)] as const)),
);

function inDigits(typed: string): string {
  return typed.replace(/[a-z]+/g, (word) => words.get(word) ?? "");
}

export const examples: Examples = {
  flags: [
    "I'll text you at «310-555-0188» tonight.",
    "We faxed it to «(424) 555-0177».",
    "Her sister answers at «+44 20 7946 0958».",
    "Is your cell still «0171 555 0199»?",
  ],
  allows: [
    "Prices from $150 to $1200.",
    "The pharmacy answers at 310-555-0190.",
    "Call 911 in an emergency.",
    "Call us before 12-15-2026 for the old price.",
    "Call us 9.00 - 17.00 on weekdays.",
  ],
};
