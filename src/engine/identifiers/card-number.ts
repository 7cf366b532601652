import { matches } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";
import { passesLuhn } from "./parts/checksums.ts";

const patterns = [
  /(?<![\d-])\d{13,19}(?![\d-])/g,
  /(?<![\d-])\d{4}([ .-])\d{4}\1\d{4}\1\d{1,7}(?![\d-])/g,
  /(?<![\d-])\d{4}([ .-])\d{6}\1\d{4,5}(?![\d-])/g,
  // The shortest are of Maestro; without the word they are too like other numbers.
  /(?<![a-z])(?:cc|card)(?: (?:number|no|is|#)){0,2}[ :#]{1,2}[56]\d{11}(?!\d)/g,
  // Grouped in some other way, but with the first digit of a card that people carry.
  /(?<![\d-])[3-6](?:[ -]?\d){12,18}(?![\d-])/g,
];

/** Lengths and first digits that are in use (ISO/IEC 7812-1): Visa, Diners, American Express, UATP, the rest. */
const issued =
  /^(?:4\d{12}|3[0689]\d{12}|3[47]\d{13}|1\d{14}|2131\d{11}|[2-6]\d{15}|[4-6]\d{16,18}|[56]\d{11})$/;

const rule: Rule = {
  id: "card-number",
  category: "identifier",
  confidence: "certain",
  why: "A payment card number must not be published.",
  source: "45 CFR 164.514(b)(2)(i)(J)",
  find: (context) =>
    /\d{4}|\d[ -]\d[ -]\d/.test(context.folded.text)
      ? matches(context, patterns, (span, text) => {
          const digits = text.slice(span.start, span.end).replace(/\D+/g, "");
          return issued.test(digits) && passesLuhn(digits);
        })
      : [],
};
export default rule;

export const examples: Examples = {
  flags: ["We charged «4111 1111 1111 1111» again.", "card «5500005555555559» declined"],
  allows: ["Order 4111 1111 1111 1112 units of joy.", "1234567890123"],
};
