import { matches } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

/** Luhn check (ISO/IEC 7812-1): every second digit from the right counts double. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits.charAt(digits.length - 1 - i));
    const twice = i % 2 === 1 ? digit * 2 : digit;
    sum += twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
}

const rule: Rule = {
  id: "card-number",
  category: "identifier",
  confidence: "certain",
  why: "A payment card number must not be published.",
  source: "45 CFR 164.514(b)(2)(i)(J)",
  find: (context) =>
    matches(context, [/(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])/g], (span, text) =>
      passesLuhn(text.slice(span.start, span.end).replace(/\D+/g, "")),
    ),
};
export default rule;

export const examples: Examples = {
  flags: ["We charged «4111 1111 1111 1111» again.", "card «5500005555555559» declined"],
  allows: ["Order 4111 1111 1111 1112 units of joy.", "1234567890123"],
};
