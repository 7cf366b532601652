import { gap, matches, rx } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const patterns = [
  rx`(?:agree|agreed|agreeing|signed|sign|promised?|contract(?:ually)?|agreement|consented|clause|release|firmo|firmaste|acepto)${gap(30)}(?:not to|never to|no|won['’]?t|wouldn['’]?t|forbids?|prohibits?|not) (?:(?:ever|publicly|to|negatively|any) ){0,2}(?:post|posting|publish|write|writing|review|reviews|reviewing|share|disparage|disparaging|comment|speak|talk|negative|publicar|escribir|hablar)(?: [a-z]{1,12}){0,2}`,
  rx`(?:non-?disparagement|nda|n\.d\.a|non-?disclosure|gag clause|confidentiality (?:agreement|clause)|no-?review clause|mutual release)`,
  rx`\$ ?[\d,]{2,7} (?:per|a|for each|for every) (?:post|review|comment|violation)`,
  rx`(?:not allowed|not permitted|forbidden|prohibited) (?:to|from) (?:post|posting|review|reviewing|writ[a-z]{1,3}|publish[a-z]{0,3})`,
];
const harmless =
  /(?:never ask|don['’]?t ask|do not ask|no one signs|nobody signs|no (?:nda|gag|non-?disparagement)|never (?:use|require|sign|had))/;

const rule: Rule = {
  id: "gag-clause",
  category: "conduct",
  confidence: "certain",
  why: "A clause that forbids reviews is void, and pointing to one is unlawful.",
  source: "15 USC 45b; Washington v. Allure Esthetic (2024)",
  find: (context) => (harmless.test(context.folded.text) ? [] : matches(context, patterns)),
};
export default rule;

export const examples: Examples = {
  flags: [
    "You «agreed not to post about us».",
    "Remember the «non-disparagement» page.",
    "It is «$300 per post».",
  ],
  allows: [
    "We never ask anyone for an NDA.",
    "The form is two pages, with no gag clause.",
    "The agreement covers parking only.",
    "Anyone may post what they like.",
  ],
};
