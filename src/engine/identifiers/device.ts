import { matches, sentenceAt } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const numbered =
  /(?<![a-z])(?:serial|(?<!parking )lot|batch|s\/n|sn|udi|imei|lote|serie)(?:[ :#.-]{1,3}(?:number|no|is|numbers|numero)){0,2}[ :#.-]{1,3}(?=[a-z0-9-]{0,14}\d)[a-z0-9][a-z0-9-]{3,19}(?![a-z0-9])/g;
const ofPerson = /(?<![a-z])(?:your|ur|you|her|his|she|he|patient|client|su|tu)(?![a-z])/;

const rule: Rule = {
  id: "device",
  category: "identifier",
  confidence: "likely",
  why: "A serial or lot number tied to a person tells what was implanted or injected.",
  source: "45 CFR 164.514(b)(2)(i)(M)",
  find: (context) => {
    const { text } = context.folded;
    const isTold = context.draft.surface === "message";
    if (!/\d/.test(text) || !(isTold || ofPerson.test(text))) return [];
    return matches(context, [numbered], (span) => isTold || ofPerson.test(sentenceAt(text, span)));
  },
};
export default rule;

export const examples: Examples = {
  flags: ["Your implant is «lot 88X201-A».", "Her pump, «serial number KT449021», is in."],
  allows: [
    { text: "Recall: the maker asks to return lot 88X201.", surface: "post" },
    "We have a lot 2 be thankful for.",
  ],
};
