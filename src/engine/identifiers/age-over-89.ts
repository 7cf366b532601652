import { matches } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const age =
  "(?:9\\d|1[01]\\d|ninety(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|noventa(?: y [a-z]{3,6})?)";
const old = "(?:[ -]?(?:years?|yrs?)(?:[ -](?:old|young))?|[ -]?y\\/?o|[ -]anos)";

const patterns = [
  /(?<![a-z\d$.])(?:9\d|1[01]\d)th (?:birthday|bday|cumple)/g,
  new RegExp(
    `(?<![a-z\\d$.,:-]|to |next |past |last )${age}${old}(?![a-z\\d])(?! (?:of|in|ago|experience|combined))`,
    "g",
  ),
  new RegExp(
    `(?<![a-z])(?:turn(?:s|ed|ing)?|age[ds]?|is|she's|he's|you're|be|at|smile is|cumple|cumplio|tiene) (?:a (?:young|spry) )?(?:9\\d|1[01]\\d|ninety(?:[ -][a-z]{3,5})?)(?![a-z\\d%$:.,/]|[ -]?(?:\\d|%|percent|degrees?|days?|min(?:ute)?s?|units?|dollars?|bucks|hours?|hrs|people|sec(?:ond)?s?|lbs?|pounds?|mg|ml|cc|reviews?|stars?|miles?|weeks?|months?|spf|calories|am|pm|a day|a unit|each|off|for|per|cents))`,
    "g",
  ),
  new RegExp(`(?<![a-z\\d$.-])${age} (?:today|and (?:still|counting|she|he|fabulous|feisty))(?![a-z])`, "g"),
];

const rule: Rule = {
  id: "age-over-89",
  category: "identifier",
  confidence: "likely",
  why: "An age over 89 is one of the identifiers that HIPAA names: so few people have it.",
  source: "45 CFR 164.514(b)(2)(i)(C)",
  find: (context) =>
    matches(
      context,
      patterns,
      (span, text) =>
        !/(?<![a-z])(?:building|practice|tree|house|church|town|city|company|business|clinic|store|school)(?![a-z])/.test(
          text.slice(Math.max(0, span.start - 20), span.start),
        ),
    ),
};
export default rule;

export const examples: Examples = {
  flags: ["Our most faithful guest «is 94 years young».", "She «turns 92» in autumn and walks here."],
  allows: ["It takes 90 minutes.", "The lamp is 95 degrees.", "We have 99 years of experience together."],
};
