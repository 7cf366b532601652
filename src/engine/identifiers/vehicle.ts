import { matches } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const plate =
  /(?<![a-z])(?:licen[cs]e plates?|plates?|tags?|vin|placas?)(?:[ ,:#-]{1,3}(?:number|no|is|starting|ending|reads?|es|with|in)){0,2}[ ,:#-]{1,3}(?:(?=[a-z0-9]{0,7}[ -]?[a-z0-9]{0,7}\d)[a-z0-9]{2,4}[ -]?[a-z0-9]{2,13}|(?<=(?:starting|ending|reads?) )[a-z0-9]{2,4})(?![a-z0-9])/g;
/** Seventeen signs, letters and digits, no I, O or Q (49 CFR 565.13). */
const chassis = /(?<![a-z0-9])(?=[a-z0-9]{0,16}\d)(?=[0-9]{0,16}[a-z])[a-hj-npr-z0-9]{17}(?![a-z0-9])/g;

const rule: Rule = {
  id: "vehicle",
  category: "identifier",
  confidence: "likely",
  why: "A plate or vehicle number points to its owner.",
  source: "45 CFR 164.514(b)(2)(i)(L)",
  find: (context) => matches(context, patternsFor(context.folded.text)),
};
export default rule;

/** Most drafts have neither, and a short look is cheaper than the search. */
const patternsFor = (text: string): readonly RegExp[] => [
  ...(/plate|tag|vin|placa/.test(text) ? [plate] : []),
  ...(/[a-z0-9]{17}/.test(text) ? [chassis] : []),
];

export const examples: Examples = {
  flags: [
    "Whoever drives the gray sedan, «plate 8KLM204», you are blocking us.",
    "the one with «license plate RVN-2231»",
  ],
  allows: ["Plates of cookies in the lobby!", "Tag a friend who loves SPF."],
};
