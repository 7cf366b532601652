import { matches } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const letter = "[ac-hjkmnp-rt-y]";
const either = "[ac-hjkmnp-rt-y\\d]";
/** Eleven places, each a digit, a letter or either; no S, L, O, I, B, Z (CMS, Medicare Beneficiary Identifier format). */
const medicare = new RegExp(
  `(?<![a-z\\d-])[1-9]${letter}${either}\\d-?${letter}${either}\\d-?${letter}{2}\\d{2}(?![a-z\\d-])`,
  "g",
);

const rule: Rule = {
  id: "health-plan-number",
  category: "identifier",
  confidence: "certain",
  why: "A Medicare number points to one person.",
  source: "45 CFR 164.514(b)(2)(i)(I)",
  find: (context) => (/\d/.test(context.folded.text) ? matches(context, [medicare]) : []),
};
export default rule;

export const examples: Examples = {
  flags: ["The card says «2CD5-FG7-HJ80», is that right?", "filed under «7RT4KM2PQ61»"],
  allows: ["The lamp is model 2SD5-FG7-HJ80.", "Room 2C, floor 5, desk 80"],
};
