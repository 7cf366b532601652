import { gap, type Keep, rx, sentenceAt, toPerson } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const sorry =
  "(?:sorry|apologi[sz]e|apologi[sz]ing|apologies|apology|regret|embarrassed|ashamed|hate that|lo (?:siento|lamento|sentimos|lamentamos)|disculp[ae]n?(?:os)?|perdon(?:e|a|en)?|lamentamos|sentimos)";

const patterns = [
  rx`${sorry}${gap(14)}(?:that )?(?:our|the|my|one of our) (?:front desk|staff|team|nurse|receptionist|office|doctor|provider|billing|injector|hygienist|technician|coordinator|scheduler)${gap(10)}(?:forgot|failed|was|were|did|didn['’]?t|made|kept|missed|lost|rushed|hurt|spoke|called|told|charged|never|ran|left|could)`,
  rx`${sorry}${gap(14)}(?:for|about|over|that|bout|4) (?:(?:the|your|ur|you|such|a|any|that|this|all|how|that) ){0,2}(?:(?:long|hour|extended|short|rough|rushed|cold|awkward|double|incorrect|wrong|poor|bad|\d{1,3}[-\s]min(?:ute)?|extra|late|last-minute|last minute) ){0,2}(?:wait|waits|waited|delay|delays|mix-?up|billing|charge|charged|overcharge|rescheduling|scheduling|cancellation|hold-?up|bump|bruis[a-z]{1,4}|swelling|pain|discomfort|soreness|scare|surprise bill|error (?:on|in|with)|treatment (?:you|that)|service you (?:received|got|had)|care you (?:received|got)|rush|rushed|visit|appointment|appt|results?|reaction|sting|mess with|missed call|lost (?:form|call|paperwork)|way (?:you|we|she|he|that (?:day|visit))|day you|morning|outcome|interaction (?:you|with))`,
  rx`${sorry}${gap(14)}(?:that )?(?:you|u|your|ur|yours|we|i|she|he|they|our|my|dr\.? [a-z]{1,16}) (?:(?:both|all|ever|also|just|really|guys|team|staff) ){0,2}(?:had|have (?:had|waited|been|to)|waited|wait|were (?:kept|left(?! (?:so|feeling|wondering|with the (?:feeling|impression)))|made|given|told|treated|rushed|not|charged|billed|met|seen|sent|bumped|unable|turned|ignored|late|hurt)|got|left (?:here|our|the|with|without|in|before)|didn['’]?t (?:get|feel|like|have|love|call|listen|explain|meet)|did not|weren['’]?t|felt (?:rushed|ignored|dismissed|like|judged|unheard|pressured|uncomfortable)|ran|kept|made|missed|forgot|rushed|charged|lost|hurt|failed|messed|dropped|double|couldn['’]?t|could not|overbooked|experienced (?:this|a|an|such|pain|bruis)|visit|appointment|appt|filler|botox|lips?|results?|experience (?:with|at|on)|called|was|snapped|spoke|let you|waxed|disappointed you|put|bruised|went|encountered|received|walked|paid)`,
  rx`(?:my|our|total|all) (?:fault|bad|mistake|error)(?: on| with| for)?`,
  rx`(?:let|letting|failed|failing) (?:you|u|your (?:wife|husband|family|mom|son|daughter)) down`,
  rx`(?:lo (?:siento|lamento|sentimos|lamentamos)|disculp[ae]n?|perdon[ea]?|sentimos|lamentamos|lamento|siento) (?:mucho )?(?:por |que |lo |la |el |de |tu |su |haber(?:te|le|la)? |te |le |se ){0,3}(?:espera|demora|tardanza|retraso|esperar|hecho|paso|haya(?! sentido)|hayamos|tuvo que|tuviera|hicimos|quedo|quedara|cita|dolor|moreton|cobro|error)`,
  rx`(?:lo (?:siento|lamento|sentimos|lamentamos)|disculp[ae]n?|perdon(?:e|a)?|sentimos|lamentamos|lamento|siento|pena) (?:mucho )?(?:por |que |lo |la |el |de |tu |su |haber(?:te|le|la|lo)? |te |le |se |hacer(?:te|le|la|lo) |dejar(?:te|le|la|lo) ){1,4}(?:(?:larga|mala|tan|poco|mal|muy) ){0,2}(?:espera|demora|tardanza|retraso|esperar|esperando|hecho|dolido|doliera|resultado|tratamiento|atencion|trato|atendid[oa]|tratad[oa]|pasado|quedado|cobrado|cancelado|cita)`,
];

/** A sign, a listing or a script that was wrong is no visit that went wrong. */
const ownsUp = /(?:fault|bad|mistake|error)(?: [a-z]{2,4})?$/;
const ofOffice =
  /(?<![a-z])(?:signs?|listings?|menu|site|website|google|hours|scripts?|button|holiday|myth|closed|phone menu|typo)(?![a-z])/;
const isOfVisit: Keep = (span, text) =>
  !(ownsUp.test(text.slice(span.start, span.end)) && ofOffice.test(sentenceAt(text, span)));

const rule: Rule = {
  id: "sorry-it-happened",
  category: "relationship",
  confidence: "likely",
  why: "An apology for something that happened here confirms that it happened to this person.",
  source: "45 CFR 164.502(a)",
  find: (context) => toPerson(context, patterns, isOfVisit),
};
export default rule;

export const examples: Examples = {
  flags: [
    "«Lamentamos la larga espera».",
    "«Perdón por hacerla esperar».",

    "We are «sorry for the long wait».",
    "So «sorry that you waited» in the hallway.",
    "«Sorry we ran» behind.",
    "«Lamentamos la espera».",
  ],
  allows: [
    "The holiday listing was wrong, our mistake.",
    "We are sorry that you were left feeling this way.",
    "Sentimos que se sienta así.",
    "Lamentamos que se haya sentido así.",

    "We are sorry to hear this.",
    "We are sorry that you feel this way.",
    "We regret that anyone leaves disappointed.",
    "Lamentamos leer esto.",
  ],
};
