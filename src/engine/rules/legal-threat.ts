import { gap, type Keep, matches, rx, sentenceAt } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const patterns = [
  rx`(?:(?:our|my)|(?:the|an?)(?! [a-z]{1,10}(?: each)? (?:is|are|be|wants?)(?![a-z]))) (?:attorneys?(?! general)|lawyers?|counsel|legal (?:team|department|counsel|action|proceedings|representative)|law firm)${gap(14)}(?:will|has|have|(?:is|are)(?! (?:also )?(?:a|an|the(?! one)|my|our) )|files?|now|be|says?|can|would|agrees?|knows?|reads?|sends?|takes?|wants?|about|to)(?: [a-z]{1,12}){0,2}`,
  rx`(?:hear|hearing|letter|call|contact|contacted|visit|notice|word|mail) from (?:our|my|an?|the) (?:attorneys?(?! general)|lawyers?|solicitors?|counsel|legal [a-z]{1,10}|law firm)`,
  rx`(?:forwarded|sent|passed|given|handed|turned|escalated|referred|goes|going|went|shared|shown|reported)${gap(16)}(?:to|with) (?:our|my|an?|the) (?:(?:practice['’]s|company['’]s|legal) )?(?:attorneys?|lawyers?|solicitors?|counsel|legal (?:team|department|counsel)|law firm)`,
  rx`(?:our|my) (?:solicitors?|barrister|malpractice (?:carrier|insurer))${gap(10)}(?:will|is|are|has|have|would|can)(?: [a-z]{1,12}){0,2}`,
  rx`(?:explor(?:e|ing)|consider(?:ing)?|weigh(?:ing)?|review(?:ing)?|pursu(?:e|ing)|reserve|retain|exercise|seek(?:ing)?|take|taking)${gap(18)}(?:legal (?:options?|remed(?:y|ies)|recourse|rights|steps?|measures?|avenues?|advice|representation|means)|damages|injunction|compensation from)`,
  rx`(?:lawyered up|lawyer up|legally speaking|talk to (?:a|my|our) lawyer|(?:you|they|reviewers?) (?:can|could|will|may|might) be held (?:legally )?(?:liable|accountable|responsible)|(?:you|u)(?:['’]?re| are| have been|['’]?ll be| will be) (?:(?:being|getting|officially) )?served|served papers|prosecut(?:e|ed|ing)|fullest extent|legal (?:consequences|trouble|matter|implications|ramifications)|(?:face|facing) (?:(?:a|the|legal|criminal) )?(?:lawsuit|suit|charges|prosecution)|(?:see|meet|fight|settle|answer|act|win)${gap(14)}in court|court of law|actionable|tortious|bar complaint)`,
  rx`(?:legal action|cease and desist|see you in court|take (?:you|this|it) to court|lawsuit|sue you|suing you|sued for|we will sue|we['’]?ll sue|press(?:ing)? charges|small claims|a judge|libel(?:ous)?|slander(?:ous)?|defam[a-z]{3,7}|restraining order|subpoena)`,
  rx`(?:remove|delete|take|retract|withdraw|pull|edit|change|rethink) (?:(?:it|this|that|your|the|ur|down) ){0,3}(?:review|post|comment|video|this|it|that|down|yelp)?${gap(24)}(?:or (?:we|i|else|our|you|the|this)|before (?:we|our|i|a)|within \d|in the next|hours|by (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon|midnight|tomorrow|tonight|end of))(?: [a-z]{1,12})?`,
  rx`(?:you|u) (?:have|['’]?ve got|got) (?:until|till|til|\d{1,3} (?:hours|days)|24|48)(?: [a-z]{1,10}){0,4}`,
  rx`(?:police|detective|police report|district attorney|the board|medical board|your (?:employer|boss|landlord|job|hospital|supervisor|school|license))${gap(24)}(?:report|reported|will|filed|opened|hear|know|told|contact(?:ed)?|asking|find|call)(?: [a-z]{1,10})?`,
  rx`(?:filed|filing|file|opened|open|made) (?:a|an|the) (?:(?:police|formal|criminal|official) )?(?:police report|complaint|report|suit|lawsuit|case)(?: (?:on|against|with|for))?(?: [a-z]{1,8})?`,
  rx`(?:nuestr[oa]s?|mi|el|con (?:un|nuestro)) (?:abogad[oa]s?|equipo legal|bufete)(?:${gap(14)}[a-z]{2,12})?`,
  rx`(?:demanda(?:r|remos|rte|rle|rla)?|difamacion|(?:nos )?(?:vemos|veremos|vamos a ver) en (?:la )?(?:corte|el tribunal|los tribunales|el juzgado)|proceder(?:emos)? legalmente|por la via legal|tomaremos (?:medidas|acciones)|consecuencias legales|recibira (?:una )?(?:carta|notificacion)|danos y perjuicios|accion(?:es)? legal(?:es)?|calumnias?|denuncia (?:penal|policial))`,
];

/** The practice speaking of a suit against itself, or of its own standing, threatens nobody. */
const harmless =
  /(?:suit was against|got sued|we were sued|your (?:lawyer|attorney)|no (?:lawyer|attorney|legal action)|never (?:sue|threaten)|won['’]t sue|in court for jury|food court|tennis court|court street)/;

/** The right to complain, which every notice of privacy names, and what the practice would never do. */
const mayComplain =
  /(?<![a-z])(?:(?:you|anyone|anybody|everyone|people|patients|person) (?:[a-z]{1,8} ){0,3}|right to )$/;
const neverWould =
  /(?<![a-z])(?:(?:we|i|our [a-z]{1,12}|nobody here|no one here)(?: [a-z]{1,8}){0,2} (?:never|not)|(?:we|i) (?:won|wouldn|don|didn|can)['’]?t|nobody here|no one here)(?: [a-z]{1,10}){0,2} $/;
const suit = /^(?:lawsuit|a judge|small claims|restraining order|subpoena)$/;
const overReview =
  /(?<![a-z])(?:you|your|u|ur|whoever|reviews?|reviewers?|posters?|posts?|comments?|yelp|google|troll|haters?|liars?|she|he|they|expect|next|coming)(?![a-z])/;

const isThreat: Keep = (span, text, { audience }) => {
  const words = text.slice(span.start, span.end);
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  if (/^(?:file|filing) a/.test(words) && mayComplain.test(before)) return false;
  if (/police report will have|^(?:the|a) lawyers each/.test(words)) return false;
  if (neverWould.test(before)) return false;
  return audience === "person" || !suit.test(words) || overReview.test(sentenceAt(text, span));
};

const rule: Rule = {
  id: "legal-threat",
  category: "conduct",
  confidence: "certain",
  why: "A threat over a review is unlawful when it is meant to silence, and it never helps in public.",
  source: "16 CFR 465.7(a); 15 USC 45b",
  find: (context) => (harmless.test(context.folded.text) ? [] : matches(context, patterns, isThreat)),
};
export default rule;

export const examples: Examples = {
  flags: [
    "«Delete this or we will» go public.",
    "You will «hear from our attorney».",
    "This is «defamation».",
    "«Nuestro abogado ya lo sabe».",
    "We are «exploring all legal options».",
    "This was «forwarded to our counsel».",
    "«Nos veremos en corte».",
  ],
  allows: [
    "We never sue over reviews and we mean it.",
    "Please call us so that we can learn more.",
    "Our attorney is a cellist on Sundays.",
    "The attorney general has a guide to this.",
    "Anyone may file a complaint with the state.",
    "We would never take legal action over a review.",
    { text: "A lawsuit, a move, a wedding: what a year for our street.", surface: "post" },
    { text: "The board of the food bank met in our lobby.", surface: "post" },
  ],
};
