import { gap, isParticular, rx, toPerson } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const sorry =
  "(?:sorry|apologi[sz]e|apologi[sz]ing|apologies|regret|sad|saddened|disappointed|lo (?:siento|lamento|sentimos|lamentamos)|sentimos|lamentamos|disculp[ae]n?)";

const patterns = [
  rx`${sorry}${gap(12)}(?:(?:to (?:hear|read|learn) )?(?:about|of|for|that) )?(?:your|ur|this|the) (?:(?:bad|poor|negative|recent|disappointing|frustrating|unpleasant|upsetting|whole) )?(?:experience|time)`,
  rx`(?:we|i) (?:(?:clearly|obviously|really|may have|might have|have|must have|certainly) ){0,2}(?:fell short|fallen short|missed the mark|dropped the ball|could have done better|should have done better|did(?:n['’]?t| not) (?:meet|live up to|reach|deliver)|failed to (?:meet|live up to|deliver))(?: (?:your|our|the|on|of|this)){0,3}`,
  rx`(?:was|is|were) (?:not|n['’]?t|less than) (?:(?:the|up|what|a|at) ){0,2}(?:(?:five star|good|great|perfect|best) )?(?:experience|standard|level|service|to (?:our|your) (?:usual )?(?:standards?|expectations)) (?:we|you|that)(?: [a-z]{1,10}){0,2}`,
  rx`(?:did(?:n['’]?t| not)|does(?:n['’]?t| not)|failed to) (?:meet|live up to) (?:your|ur) (?:expectations|standards|hopes)`,
  rx`hop(?:e|ing) (?:(?:we|i) (?:can|get to) |to )(?:see|meet|welcome|hear from|host) (?:you|u|ya)(?: (?:soon|here|then|in|around|some ?time)){0,2}`,
  rx`${sorry} (?:mucho )?(?:(?:que |por |lo |de |la |el |su |tu |esta |este ){0,3})(?:mala )?(?:experiencia|mal rato)`,
  rx`(?:no (?:estuvimos|cumplimos|fuimos)|quedamos mal|fallamos|pudimos haberlo hecho mejor)(?: (?:a|con|la|tus?|sus?|lo|altura|expectativas)){0,3}`,
];

const rule: Rule = {
  id: "vague-apology",
  category: "relationship",
  confidence: "possible",
  why: "A vague apology or hope can be read as confirming a visit; to somebody on the patient list it does.",
  source: "45 CFR 164.502(a)",
  find: (context) => toPerson(context, patterns, isParticular),
};
export default rule;

export const examples: Examples = {
  flags: [
    "We are «sorry for your experience».",
    "«We fell short», and we are sorry.",
    "It «didn't meet your expectations».",
    "«Hope to see you around»!",
    "«Lamentamos su mala experiencia».",
  ],
  allows: [
    "We are sorry to hear this.",
    "We regret that anyone leaves disappointed.",
    "We hope this helps.",
    "Lamentamos leer esto.",
  ],
};
