import { isGeneral, rx, sentenceAt, toPerson } from "../lexicon/find.ts";
import { care } from "../lexicon/marks.ts";
import type { Examples, Rule } from "../rule.ts";

const number =
  "(?:\\d{1,3}(?:\\.\\d)?|one|two|three|four|five|six|seven|eight|half a|a full|un|una|dos|tres|cuatro)";

const patterns = [
  rx`${number} (?:units?|u|mls?|cc|mgs?|syringes?|vials?|jeringas?|jeringuitas?|unidades|💉|💊)`,
  rx`${number} (?:[a-z]{2,14} )?(?:sessions?|rounds?|treatments?|sesiones|tratamientos)(?: (?:later|in|down|done|to go|left|deep|ago))?`,
  rx`${number} (?:weeks?|months?|days?|wks?|mos?|semanas|meses) (?:later|post|post-?op|out|in|down|since|despues)(?: ${care})?`,
];

/** Prices, plans and what usually happens are for everybody. */
const forEverybody =
  /(?<![a-z])(?:per|each|usually|most|often|about|around|average|need|takes?|lasts?|between|typical(?:ly)?|cost|costs|price|special|package|packages|series|starts?|buy|get|up to|at least|to \d|may|can|depends|recommend|apart|desde|cuesta|precio|minimum|cada|notice|every|only|fridays?|book|run|runs|wait|before|open|opens|within|ships?)(?![a-z])|[$%]|\d ?[-–] ?\d/;

const rule: Rule = {
  id: "dose-answered",
  category: "health",
  confidence: "likely",
  why: "A number of units, syringes, sessions or weeks in answer to one person is their treatment record.",
  source: "45 CFR 160.103",
  find: (context) =>
    toPerson(context, patterns, (span, text) => {
      const sentence = sentenceAt(text, span);
      return !isGeneral(sentence) && !forEverybody.test(sentence) && !sentence.includes("?");
    }),
};
export default rule;

export const examples: Examples = {
  flags: [
    "«Two 💉» and a lot of patience!",
    "«Two syringes» and a lot of patience!",
    "«Six weeks later» and look at that mirror.",
  ],
  allows: [
    "Most people need two syringes.",
    "Filler is $650 for one syringe.",
    { text: "Two syringes walk into a bar.", surface: "post" },
  ],
};
