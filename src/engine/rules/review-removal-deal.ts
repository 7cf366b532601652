import { gap, matches, rx } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const down =
  "(?:(?:take|takes|taking|took|pull|bring) (?:(?:it|this|that|your|the|ur) ){0,2}(?:review |post |yelp |one )?(?:down|off)|(?:remove|removing|delete|deleting|edit|update|updating|change|changing|revise|reconsider|bump|raise|withdraw|erase|d3lete) (?:(?:your|ur|the|this|that|it|those|up) ){0,3}(?:reviews?|rating|stars?|post|comment|yelp|to (?:5|five|4|four)|it|this|one)?|(?:the|that|this|your|ur) (?:review|post|yelp|comment|stars?|one star) (?:comes?|is|goes|disappears|gets|was|went|has come) (?:down|gone|removed|deleted|off|changed|updated|away)|it disappears|stays down|(?:borra(?:r|s|n)?|elimina(?:r|s)?|quita(?:r|s)?) (?:la|tu|su|esta|ese|el) (?:resena|comentario|post)(?! si lo))";
const patterns = [
  rx`(?:if|once|when|after|as soon as|the (?:second|minute|moment|day)|si|cuando|and|then|,)${gap(12)}${down}(?:${gap(50)}(?:we|i|you|ur|your|the|free|refund|\$|le|te|on (?:us|the house)|les)(?: [a-z]{1,10}){0,2})?`,
  rx`(?:would|could|can|will|please|kindly|pls|consider|mind|reconsider|por favor|podria)${gap(14)}${down}`,
  rx`(?:refund|credit|free|gift card|discount|\$ ?\d{1,4})${gap(50)}${down}`,
  rx`${down}${gap(40)}(?:refund|credit|free|gift|discount|worth your while|\$ ?\d{1,4}|gratis|on (?:us|the house))`,
];

const rule: Rule = {
  id: "review-removal-deal",
  category: "conduct",
  confidence: "likely",
  why: "Asking for a review to be changed or removed, above all for something in return, is not allowed.",
  source: "16 CFR 465.4; 465.7",
  find: (context) =>
    /never (?:a|any)|yours to keep|(?:it is|it['’]s) yours|at any time|whenever you like|not ask (?:you|anyone|anybody)|no obligation|would never/.test(
      context.folded.text,
    ) || context.draft.surface === "post"
      ? []
      : matches(context, patterns, (span, text) =>
          /review|resena|yelp|google|post|star|rating|comment|one|this|it|la|tu|su/.test(
            text.slice(span.start, span.end),
          ),
        ),
};
export default rule;

export const examples: Examples = {
  flags: [
    "«Once the review comes down we will send the difference».",
    "«Would you consider updating your rating»?",
    "«Si borra su resena le damos una» sesion.",
  ],
  allows: [
    "Please update the app if the booking page stalls.",
    "We read every review, good or bad.",
    "Reviews stay up here, also the hard ones.",
    "Feel free to update your review whenever you like.",
  ],
};
