import { matches } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const rule: Rule = {
  id: "social-security",
  category: "identifier",
  confidence: "certain",
  why: "A Social Security number, or part of one, must not be published.",
  source: "45 CFR 164.514(b)(2)(i)(G)",
  find: (context) =>
    matches(context, [
      /(?<![\d-])\d{3}[- ]\d{2}[- ]\d{4}(?![\d-])/g,
      /(?<![a-z])(?:ssn|social(?: security)?(?: number)?|last (?:4|four)(?: digits)?(?: of (?:your|her|his|the) (?:ssn|social(?: security)?(?: number)?))?|seguro social)[\s,:#]{1,3}(?:is |was |ends? (?:in|with) |ending (?:in |with )?|no\.? ?|number |es ){0,2}[x*-]{0,7}\d{4,9}(?!\d)/g,
    ]),
};
export default rule;

export const examples: Examples = {
  flags: ["Is «219-55-0143» still right?", "The file shows «SSN ending in 0143»."],
  allows: ["Never post your Social Security number.", "Suite 219, 55 Main, 0143."],
};
