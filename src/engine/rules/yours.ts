import { gap, type Keep, rx, sentenceAt, toPerson } from "../lexicon/find.ts";
import { care } from "../lexicon/marks.ts";
import { mask } from "../lexicon/mask.ts";
import type { Examples, Rule, Span } from "../rule.ts";

const patterns = [
  rx`(?:yours|urs|mine and yours|hers|his) (?:(?:also|just|already|only|probably|prob|totally|really|truly|will|won['’]?t|would|has|have|had|did|does|do|is|are|was|were|wasn['’]?t|isn['’]?t|didn['’]?t|should|can|could|may|might|look|looks|looked|turned|came|took|healed|ran|went|wore|got|stays?|needs?|needed|still|still has|sits|said|showed|cost|costs|covers|maxed|fought|lasted|hit|fade|settle)(?: |$)?)`,
  rx`(?:and|but|with|on|in|for|than|as|when|because|since|at|about|see|saw|did|love|loved|use|used|do|gave|redo|fix|off) (?:yours|urs)`,
  rx`(?<!(?:reviews?|comments?|notes?|words|lines?|messages?|feedback|stories|posts?|one|ones) )like yours`,
  rx`(?:la|el|los|las)${gap(6)}(?:tuy[oa]s?|suy[oa]s?)(?: (?:es|esta|fue|ya|se|quedo|quedaron|va|son))?`,
];

/** "A review like yours": what is compared was said, not done; and "you and yours" are a family. */
const said =
  /(?<![a-z])(?:reviews?|comments?|notes?|words?|lines?|messages?|feedback|stories|posts?|remarks?|recommendations?|kindness|questions?|compliments?|resenas?|comentarios?|palabras|mensajes?|memes)(?![a-z])/;
const careTerm = new RegExp(care);
const family =
  /(?:you and (?:yours|urs)|(?:y|a|para|de) los (?:suyos|tuyos))(?: (?:es|esta|fue|ya|se|son|va))?$/;

const lead = (text: string, span: Span): string =>
  text
    .slice(Math.max(0, span.start - 60), span.end)
    .split(/[.!?\n]/)
    .findLast((part) => part.trim() !== "") ?? "";

const isOfCare: Keep = (span, text) => {
  if (family.test(text.slice(Math.max(0, span.start - 9), span.end))) return false;
  const sentence = sentenceAt(text, span);
  return !said.test(lead(text, span)) || careTerm.test(mask(sentence));
};

const rule: Rule = {
  id: "yours",
  category: "health",
  confidence: "likely",
  why: "Comparing with 'yours' says that this person had the treatment too.",
  source: "45 CFR 160.103",
  find: (context) => toPerson(context, patterns, isOfCare),
};
export default rule;

export const examples: Examples = {
  flags: [
    "Most fade in a week, «yours will» too.",
    "It is the same resin we used «on yours».",
    "«La tuya ya» casi se va.",
  ],
  allows: [
    "Happy New Year to you and yours!",
    "Notes like yours are why we open early.",
    "Bendiciones para usted y los suyos.",
    "Sincerely yours, the whole team",
    "Most bruises fade in a week.",
    "The choice is always a personal one.",
  ],
};
