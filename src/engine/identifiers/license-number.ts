import { matches, sentenceAt } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";
import { isDrugRegistration, isProvider } from "./parts/checksums.ts";

const provider = /(?<![a-z\d.,$#-])(?:\d{10}|\d{4}([ -])\d{3}\1\d{3})(?![a-z\d-]|[.,]\d)/g;
const registration = /(?<![a-z\d-])[a-z][a-z9]\d{7}(?![a-z\d-])/g;
/** The shape of a passport, and of a driver's license in a third of the states. */
const letterAndDigits = /(?<![a-z\d#-])[a-z]\d{8}(?![a-z\d-])/g;
const labelled =
  /(?<![a-z])(?:driver'?s? licen[cs]e|state id|passport|travel document|dea|npi|certificate)(?: (?:number|no|num|card|#)){0,2}[ :#]{1,3}(?:is |was )?#?(?=[a-z\d-]{0,14}\d{3})[a-z\d][a-z\d-]{4,15}(?![a-z\d-])/g;

/** A provider publishes an own number. */
const own = /(?<![a-z])(?:our|my|dr|doctor)(?![a-z])/;

const rule: Rule = {
  id: "license-number",
  category: "identifier",
  confidence: "likely",
  why: "A license, certificate or passport number points to one person.",
  source: "45 CFR 164.514(b)(2)(i)(K)",
  find: (context) =>
    /\d{3}/.test(context.folded.text)
      ? matches(context, [provider, registration, letterAndDigits, labelled], (span, text) => {
          const typed = text.slice(span.start, span.end);
          if (/^(?:\d|npi|dea|certificate)/.test(typed) && own.test(sentenceAt(text, span))) return false;
          const number = typed.split(/[ :#]/).at(-1) ?? "";
          if (/^(?:dea|[a-z][a-z9]\d{7}$)/.test(typed) && !/^[a-z]\d{8}$/.test(typed))
            return isDrugRegistration(number);
          return !/^\d/.test(typed) || isProvider(typed.replace(/\D+/g, ""));
        })
      : [],
};
export default rule;

export const examples: Examples = {
  flags: [
    "Bring the card again, «X20418836» was blurred.",
    "Signed by the other office, «NPI 1987654323».",
    "Your «driver's license number is 7718204», correct?",
  ],
  allows: ["Our NPI is 1987654323.", "Lamp model XB20418 is here.", "Licensed since 2004."],
};
