import { gap, matches, rx } from "../lexicon/find.ts";
import { care, clinical } from "../lexicon/marks.ts";
import { day, month } from "../lexicon/words.ts";
import type { Examples, Rule } from "../rule.ts";

const someone =
  "(?:a|an|one|this|that|my|our|the|un|una|two) (?:(?:sweet|lovely|young|older|retired|local|certain|male|female|new|former|very|little|brave|\\d{1,3}[-\\s]?(?:year|yr|yo|y\\/o)s?(?:[-\\s]?old)?|[a-z]{1,12}) ){0,3}(?:patient|client|lady|woman|man|guy|gal|gentleman|girl|boy|mom|dad|mother|father|bride|groom|teacher|nurse|firefighter|lawyer|attorney|pilot|coach|principal|pastor|realtor|barista|officer|cop|grandma|grandpa|grandmother|grandfather|kid|child|teen|teenager|toddler|couple|student|senior|paciente|clienta|senora|senor|muchacha|muchacho|joven)";

const patterns = [
  rx`${someone}${gap(24)}(?:from|in from|de|of) (?!(?:the|our|all|a|your|home|work|here|being|getting|having|la|las|los|que|un|una|mi|tu|su)\s)[a-z]{3,14}${gap(60)}(?:${care}|chair|session|came|appointment)`,
  rx`(?:${clinical}|appointment|chair)${gap(40)}${someone}${gap(16)}(?:from|de) (?!(?:the|our|all|a|your|home|work|here|la|las|los)\s)[a-z]{3,14}`,
  rx`${someone}${gap(40)}(?:${clinical})${gap(30)}(?:last ${day}|this ${day}|on ${day}|yesterday|today|this morning|this afternoon|last (?:week|month|night)|in ${month})`,
  rx`(?:last ${day}|on ${day}|yesterday|today|this morning|this afternoon|last (?:week|month|night)|in ${month})${gap(30)}${someone}${gap(60)}(?:${care}|came in|in our chair|walked in)`,
  rx`(?:she|he|who|patient|client)(?:['’]?s| is| was| turned|,)? (?:(?:a|an|just|only|almost|now) ){0,2}\d{1,3}(?: |-)?(?:years? old|yr old|yo|y\/o|-year-old|and (?:had|got|has|still|came|the))`,
  rx`\d{1,3}[-\s]?(?:year|yr)s?[-\s]old (?:patient|client|woman|man|male|female|lady|girl|boy|bride|gentleman|mom|mother|father|teacher|athlete|[a-z]{3,12})`,
];

const rule: Rule = {
  id: "patient-story",
  category: "health",
  confidence: "likely",
  why: "A story with a town, day, age or job beside the treatment points to one person, even without a name.",
  source: "45 CFR 164.514(b)(2)(i)",
  find: (context) => matches(context, patterns),
};
export default rule;

export const examples: Examples = {
  flags: [
    { text: "«A sweet teacher from Bend finished her braces» with us", surface: "post" },
    { text: "«Yesterday a groom asked for botox» before the vows", surface: "post" },
    { text: "This «62-year-old patient» skipped surgery", surface: "post" },
  ],
  allows: [
    { text: "A patient asked: does filler hurt?", surface: "post" },
    { text: "Meet our new nurse from Bend!", surface: "post" },
    { text: "Botox is safe for most adults over 18 years old.", surface: "post" },
  ],
};
