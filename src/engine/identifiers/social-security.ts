import { matches } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";
import { isSocialSecurity, isTaxpayer } from "./parts/checksums.ts";

const labelled =
  /(?<![a-z])(?:ssn|social(?: security)?(?: number)?|last (?:4|four)(?: digits)?(?: of (?:your|her|his|the) (?:ssn|social(?: security)?(?: number)?))?|seguro social|itin)[\s,:#]{1,3}(?:is |was |ends? (?:in|with) |ending (?:in |with )?|no\.? ?|number |es ){0,2}[x*-]{0,7}\d{4,9}(?!\d)/g;
const apart = /(?<![\d.-])\d{3}([- .])\d{2}\1\d{4}(?!\d|[.-]\d)/g;
/** One of the two marks forgotten; five and four digits behind the letters of a state are a ZIP code. */
const halfApart = /(?<![\d.-]|[a-z] ?)(?:\d{3}-\d{6}|\d{5}-\d{4})(?![\d-])/g;

const rule: Rule = {
  id: "social-security",
  category: "identifier",
  confidence: "certain",
  why: "A Social Security number, or part of one, must not be published.",
  source: "45 CFR 164.514(b)(2)(i)(G)",
  find: (context) =>
    /\d{4}/.test(context.folded.text)
      ? matches(context, [labelled, apart, halfApart], ({ start, end }, text) => {
          const digits = text.slice(start, end).replace(/\D+/g, "");
          return /^[a-z]/.test(text.slice(start)) || isSocialSecurity(digits) || isTaxpayer(digits);
        })
      : [],
};
export default rule;

export const examples: Examples = {
  flags: [
    "Is «219-55-0143» still right?",
    "The file shows «SSN ending in 0143».",
    "tax number «912 71 0143»",
  ],
  allows: [
    "Never post your Social Security number.",
    "Suite 219, 55 Main, 0143.",
    "Part 912-89-0143 of the lamp",
    "Write to Harbor, CA 90291-0143.",
  ],
};
