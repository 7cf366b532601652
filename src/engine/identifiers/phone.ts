import { matches, sentenceAt } from "../lexicon/find.ts";
import { phoneKey } from "../patients/name-parts.ts";
import type { Examples, Rule } from "../rule.ts";

const digitWord =
  "(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|cero|\\d)";
const patterns = [
  /(?<![\d$.,#])(?:\+?1[ .-]?)?\(?[2-9]\d{2}\)?[ .\-/]{0,3}\d{3}[ .-]{0,2}\d{4}(?!\d)/g,
  /(?<![\d$.,#-])[2-9]\d{2}[.-]\d{4}(?![\d-])/g,
  new RegExp(`(?<![\\p{L}\\p{N}])${digitWord}(?:[ ,.-]{1,2}${digitWord}){6,10}(?![\\p{L}\\p{N}])`, "gu"),
];

/** Lines that belong to a business or to the public; a toll-free number is never a person's. */
const ofBusiness =
  /(?<!\p{L})(?:pharmacy|pharmacist|hospital|urgent care|poison control|hotline|helpline|crisis|lifeline|samaritans|emergency room|bank|insurer|carecredit|cherry|dealership|vendor|landlord|food ?bank|pantry|shelter|church|school|library|city|county|board|police|non-?emergency|tow(?:ing)?|locksmith|florist|bakery|restaurant|hotel|radio|charity|foundation|red cross|blood drive|salon|studio|cafe|farmacia|linea de|policia|iglesia)(?!\p{L})/u;
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
        /(?<!\p{L})(?:your|ur|her|his) (?:cell|phone|number|mobile)/u.test(sentence)
      );
    });
  },
};
export default rule;

const words: Readonly<Record<string, string>> = {
  ...{
    zero: "0",
    oh: "0",
    o: "0",
    one: "1",
    two: "2",
    three: "3",
    four: "4",
    five: "5",
    six: "6",
    seven: "7",
  },
  ...{ eight: "8", nine: "9", cero: "0", uno: "1", dos: "2", tres: "3", cuatro: "4", cinco: "5", seis: "6" },
  ...{ siete: "7", ocho: "8", nueve: "9" },
};

function inDigits(typed: string): string {
  return typed.replace(/[a-z]+/g, (word) => words[word] ?? "");
}

export const examples: Examples = {
  flags: ["I'll text you at «310-555-0188» tonight.", "We faxed it to «(424) 555-0177»."],
  allows: [
    "Prices from $150 to $1200.",
    "The pharmacy answers at 310-555-0190.",
    "Call 911 in an emergency.",
  ],
};
