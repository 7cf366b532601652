import { gap, rx, toPerson } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const patterns = [
  rx`(?:yours|urs|mine and yours|hers|his) (?:(?:also|just|already|only|probably|prob|totally|really|truly|will|won['’]?t|would|has|have|had|did|does|do|is|are|was|were|wasn['’]?t|isn['’]?t|didn['’]?t|should|can|could|may|might|look|looks|looked|turned|came|took|healed|ran|went|wore|got|stays?|needs?|needed|still|still has|sits|said|showed|cost|costs|covers|maxed|fought|lasted|hit|fade|settle)(?: |$)?)`,
  rx`(?:and|but|with|on|in|for|than|as|when|because|since|at|about|see|saw|did|love|loved|use|used|do|gave|redo|fix|off) (?:yours|urs)`,
  rx`(?<!(?:reviews?|comments?|notes?|words|lines?|messages?|feedback|stories|posts?|one|ones) )like yours`,
  rx`(?:la|el|los|las)${gap(6)}(?:tuy[oa]s?|suy[oa]s?)(?: (?:es|esta|fue|ya|se|quedo|quedaron|va|son))?`,
];

const rule: Rule = {
  id: "yours",
  category: "health",
  confidence: "likely",
  why: "Comparing with 'yours' says that this person had the treatment too.",
  source: "45 CFR 160.103",
  find: (context) => toPerson(context, patterns),
};
export default rule;

export const examples: Examples = {
  flags: [
    "Most fade in a week, «yours will» too.",
    "It is the same resin we used «on yours».",
    "«La tuya ya» casi se va.",
  ],
  allows: [
    "Sincerely yours, the whole team",
    "Most bruises fade in a week.",
    "The choice is always a personal one.",
  ],
};
