import { gap, isActual, type Keep, rx, toPerson } from "../lexicon/find.ts";
import { pariente, relative, your } from "../lexicon/words.ts";
import type { Examples, Rule } from "../rule.ts";

const who =
  "(?:we|i|she|he|they|dr\\.? [a-z]{1,20}(?: [a-z]{1,20})?|(?!and|but|did|depends|you|that|why|when|how|what|where|who|don|please)[a-z]{3,14}|the (?:team|doctor|nurse|desk|office|front desk|provider|manager))";
const deed =
  "(?:gave|told|offered|called|texted|emailed|mailed|messaged|dmed|moved|saw|sent|fit|squeezed|put|explained|showed|warned|asked|advised|informed|walked|checked|quoted|charged|refunded|treated|helped|examined|numbed|injected|prescribed|reminded|booked|scheduled|rescheduled|promised|let|kept|made|took|met|noted|recommended|remembers?|remember|hugged|cheered|cried with|laughed with|worked on|did|do|fixed|ran|left|greeted|drew|cut|added|cleared|referred|dismissed|discharged|got|had|seated|brought|switched|waived|held|owe|rushed|failed|let|hurt|answered|reached out to|tried to (?:call|reach)|missed|bumped|comped|upgraded|set)";

const patterns = [
  rx`${who} (?:(?:all|both|also|just|already|still|even|never|always|first|then|personally|gladly|have|has|had|['’]ve) ){0,2}(?!need|loved|thanked|missed reading|loved reading|needed|followed|hoped|wished|watched)[a-z]{2,11}ed (?:(?:it|that|this|these|those|a|the|both|to|with|for|on|in|over|out|at|off|up) ){0,3}(?:you|u|your (?!review|comment|note|kind|words|message|feedback|post|stars?|five|sweet|lovely|question|honest|thoughts|suggestion|very|whole review|rating|name tag)[a-z]{2,14})(?! (?:all|guys|every))`,
  rx`${who} (?:(?:all|both|also|just|already|still|even|clearly|then|only|really|personally|specifically|repeatedly|never|always|did|have|has|['’]?ve|had|definitely|totally|absolutely|def|first|again) ){0,2}${deed} (?:(?:it|that|this|these|a|the|both|to|with|for|on|in|over|out) ){0,3}(?:you|u|ya)(?! (?:all|for (?:your|the) (?:review|feedback|comment|patience|kind)|every|guys|covered))`,
  rx`${who} (?:(?:['’]?ve|have|had|did|just|already|even|also|all|both|do|will|always) ){0,2}${deed}${gap(22)}(?:with|for|to|on|from|of|in|at|w) (?:you|u|ya)(?! (?:all|guys|with any|every))`,
  rx`${who} (?:(?:['’]?ve|have|had|did|just|already|also) ){0,2}(?:sent|moved|checked|pulled|ran|reviewed|updated|faxed|mailed|emailed|submitted|resubmitted|filed|appealed|opened|signed|have|has|had|got|found|kept|held|put|called|printed|matched|read|looked (?:at|over|through)) (?:(?:over|up|out|through|at|for|all|both|back) ){0,2}${your} (?!review|comment|note|kind|words|message|feedback|post|stars?|five|sweet|lovely|question|honest|thoughts|suggestion|very|whole review|rating)[a-z]{2,20}`,
  rx`(?:of course|totally|absolutely|yes|we|i|all|everybody|everyone|she|he) (?:we |i |do |here |all |still |definitely ){0,2}(?:remembers?|recall) (?:you|u|your|ur|him|her|that)`,
  rx`(?:you|u|ya) (?:with|w) (?:us|me|dr|our)(?: [a-z]{1,14})?`,
  rx`(?:took|take|taking|taken) (?:(?:such|good|great|excellent|amazing|the best|real|very) ){0,2}care of (?:you|u|ya|him|her|your|ur)`,
  rx`${your} ${relative}['’]s? (?!(?:questions?|links?|kitchen|recipes?|recommendation|reviews?|words|the)(?![a-z]))[a-z]{2,14}`,
  rx`${your} ${relative} (?:(?:also|just|already|still|both|only|never|really|actually) ){0,2}(?:is|was|were|are|did|didn['’]?t|had|has|hasn['’]?t|wasn['’]?t|came|left|asked|told|said|signed|called|declined|paid|owes|drove|walked|wanted|got|sat|cried|waited|brought|missed|and (?:you|him|her)|can|will|needs|chose|agreed|refused|took|looks?|looked|loved|deserved|saw|in)(?! (?:right|excellent|welcome|so kind))(?: [a-z]{1,12})?`,
  rx`(?:see|saw|seeing|treat|treated|treating|help|helped|helping|met|meet|meeting|care of|bringing|brought|sending|refer(?:red|ring)?|hi to|told|called|gave|with|for|about|letting|on) ${your} (?!family|friends?|neighbor|guest)${relative}(?! (?:in law|and friends))`,
  rx`(?:tus?|sus?) ${pariente} (?:ya|no|fue|vino|llego|firmo|pidio|pago|tiene|tenia|esta|estaba|quedo|se|nos|le|dijo|salio|es|lo|la)(?: [a-z]{1,12})?`,
  rx`(?:me|nos) (?:acuerdo|acordamos|acordare|acordaremos) (?:(?:muy|mucho|bien|perfectamente) ){0,2}de (?:usted|ti|tu|su|vos)(?! (?:resena|comentario|mensaje))`,
  rx`(?:te|lo|la) recordamos(?! (?:que|a todos|seguir))(?: [a-z]{1,10}){0,2}|recordamos (?:muy bien )?(?:su|tu) (?:visita|cita|caso|sonrisa|consulta)`,
  rx`(?:salud(?:os|itos|a|e)|abrazos?|besos?|un abrazo) (?:para |a |de )(?:tus?|sus?|toda tu|toda su) ${pariente} que (?:tambien )?(?:viene|vino|nos|es|se|le|la|lo|atend)[a-z]{0,8}(?: [a-z]{1,12})?`,
  rx`(?:te|le) (?:di|dimos|dije|dijo|dio|hice|puse|mande|mandamos|guarde|guardamos|tengo|tenemos|quito|dejo|arreglo|arreglamos|recomende|cambiamos|pase)(?: [a-z]{1,12}){0,2}`,
  rx`(?:both|all three|all four) of (?:you|u|yall|your)(?: [a-z]{1,12})?`,
];

/** "What can we do for you", "which way do you", "may let you". */
const asks = /(?<![a-z])(?:can|could|may|might|should|would) $/;
const inverted = /^(?!we |i |she |he |they )[^]{0,40}(?:do|did) (?:you|u|ya)$/;
const served = /^ (?:right|good|so|a|an|dirty|wrong|proud|justice|send)(?![a-z])/;
/** "Te mandamos un abrazo" sends a greeting. */
const greeting = /^(?:te|le|les) (?:mando|mandamos)(?: [a-z]{1,12}){0,2}$/;
const greets =
  /(?<![a-z])(?:abrazos?|abrazotes?|besos?|besotes?|saludos?|saluditos?|bendiciones|carino)(?![a-z])/;
/** Of a telling, not of a file. */
const telling =
  /(?:read your account|entitled to (?:your|ur) [a-z]{2,14}|(?<![a-z])(?:your|ur) (?:comparison|remarks?|essay|article))$/;

const isDeed: Keep = (span, text, context) => {
  const words = text.slice(span.start, span.end);
  const after = text.slice(span.end, span.end + 24);
  if (
    (inverted.test(words) && !served.test(after)) ||
    asks.test(text.slice(Math.max(0, span.start - 8), span.start))
  )
    return false;
  if (greeting.test(words) && greets.test(words + after)) return false;
  if (telling.test(words)) return false;
  // A word of sympathy for a family's loss is about nothing that happened here.
  if (/^(?:about|for) (?:your|ur) /.test(words) && text.slice(0, span.start).endsWith("sorry ")) return false;
  return isActual(span, text, context);
};

const rule: Rule = {
  id: "we-did",
  category: "relationship",
  confidence: "likely",
  why: "Telling what the practice did for this person or their family confirms that they were here.",
  source: "45 CFR 164.502(a); OCR, New Vision Dental (2022)",
  find: (context) => toPerson(context, patterns, isDeed),
};
export default rule;

export const examples: Examples = {
  flags: [
    "Claro, «nos acordamos muy bien de usted».",

    "«We called you» twice about the change.",
    "«Of course we remember you»!",
    "«The doctor explained all of it to you».",
    "«I checked your paperwork» myself.",
  ],
  allows: [
    "What can we do for you?",
    "We are so sorry about your father.",
    "Le mandamos un abrazo.",
    "Which way do you spell it?",
    "Le recordamos que abrimos a las nueve.",

    "We would like to hear from you by phone.",
    "We told our vendor about the booking page.",
    "We thank you for the feedback.",
  ],
};
