import { matches, sentenceAt } from "../lexicon/find.ts";
import { phoneKey } from "../patients/name-parts.ts";
import type { Examples, Rule } from "../rule.ts";

const digitWord =
  "(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|cero|\\d)";
const patterns = [
  /(?<![\d$.,#])(?:\+?1[ .-]?)?\(?[2-9]\d{2}\)?[ .\-/]{0,3}\d{3}[ .-]{0,2}\d{4}(?!\d)/g,
  /(?<![\d$.,#-])[2-9]\d{2}[.-]\d{4}(?![\d-])/g,
  new RegExp(`(?<![a-z\\d])${digitWord}(?:[ ,.-]{1,2}${digitWord}){6,10}(?![a-z\\d])`, "g"),
];

/** Lines that belong to a business or to the public; a toll-free number is never a person's. */
const ofBusiness =
  /(?<![a-z])(?:pharmacy|pharmacist|hospital|urgent care|poison control|hotline|helpline|crisis|lifeline|samaritans|emergency room|bank|insurer|carecredit|cherry|dealership|vendor|landlord|food ?bank|pantry|shelter|church|school|library|city|county|board|police|non-?emergency|tow(?:ing)?|locksmith|florist|bakery|restaurant|hotel|radio|charity|foundation|red cross|blood drive|salon|studio|cafe|farmacia|linea de|policia|iglesia)(?![a-z])/;
const tollFree = /^(?:1?8(?:00|33|44|55|66|77|88))/;

const rule: Rule = {
  id: "phone",
  category: "identifier",
  confidence: "likely",
  why: "This phone or fax number is not the practice's own: it points to a person.",
  source: "45 CFR 164.514(b)(2)(i)(D)",
  find: (context) => {
    const own = new Set(
      context.practice.phones.flatMap((phone) => [phoneKey(phone), phoneKey(phone).slice(-7)]),
    );
    return matches(context, patterns, (span, text) => {
      const typed = text.slice(span.start, span.end);
      const key = phoneKey(inDigits(typed));
      if (key.length < 7 || own.has(key) || own.has(key.slice(-10)) || tollFree.test(key)) return false;
      const sentence = sentenceAt(text, span);
      return (
        !ofBusiness.test(sentence) ||
        /(?<![a-z])(?:your|ur|her|his) (?:cell|phone|number|mobile)/.test(sentence)
      );
    });
  },
};
export default rule;

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
  flags: ["I'll text you at «310-555-0188» tonight.", "We faxed it to «(424) 555-0177»."],
  allows: [
    "Prices from $150 to $1200.",
    "The pharmacy answers at 310-555-0190.",
    "Call 911 in an emergency.",
  ],
};
