import { isActual, type Keep, rx, toPerson } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

/** What only somebody who was here can have done; "you wrote", "you said", "you mention" are about the review. */
const deeds =
  "(?:signed|arrived|declined|refused|agreed|initialed|initialled|consented|checked in|checked out|showed up|showed|no-?showed|ghosted|cancell?ed|rescheduled|booked|scheduled|skipped|missed|came|come in|came in|walked|stopped (?:by|in)|dropped (?:by|in)|popped (?:by|in)|visited|left (?:here|our|the|before|without|with|happy|your|half|early|at|smiling|in)|told (?:us|me|her|him|the|our|dr|[a-z]{3,12})|asked|requested|wanted|opted|chose|picked|selected|insisted|demanded|disclosed|listed|wrote (?:down|on (?:your|the)|no)|filled (?:out|in)|brought|called|texted|phoned|emailed|sent (?:us|me|in|a|the)|stood|sat|waited|yelled|screamed|cursed|swore|shouted|threw|spat|cried|laughed|fainted|passed out|squeezed|slept|fell asleep|snored|smoked|drank|ate|took(?! (?:a|the|some|your|that|an?other)? ?(?:minute|moment|time|second|few|trouble|care to))|stopped taking|picked at|didn['’]?t (?:follow|show|tell|mention|come|wear|take|finish|return|call|listen|want|disclose|use|bring|like|feel)|did not (?:follow|show|tell|mention|come|wear|take|finish|return|call|disclose|use|bring)|never (?:followed|showed|told|mentioned|came|wore|took|finished|returned|called|came back|answered|picked up|responded|brought|asked)|forgot|left(?! (?:us|this|these|that|such|a (?:review|comment|note|star|kind|sweet|lovely)|five|5|feeling|stars?|kind|out))|approved|accepted|received|met (?:with )?(?:dr|our|the|with|me|us)|saw (?:dr|our|me|us|a|the|[a-z]{3,10})|spoke (?:with|to)|talked (?:to|with)|felt|looked|handled|handed|paid|tipped|failed|held|ran (?:late|out|into)|drove|flew|parked|returned|started|stopped|finished|completed|switched|upgraded|added|used|gave(?! (?:us|it|them|me|those|feedback|five|5|this|(?:a|the|our) (?:whole|entire|team|office|room|desk)))|moved|raised|hung up|kept|needed|lost|got(?! (?:this|it|me|us|that|any|a (?:question|minute)))|had|went|knew|did (?:amazing|great|so|not|it|this|sign|ask|say)|sure did|rocked|crushed|killed it|earned|deserved?(?! (?:to|a (?:real|better|straight|proper|full|reply|call)|an) )|handled it|changed your mind)";

const patterns = [
  rx`usted (?:no |nunca |ya |si |mismo |misma ){0,2}(?!quien|escribio|comento|menciono|compartio|merece)[a-z]{3,12}(?:io|aba|ia|ado|ido)(?![a-z])`,
  rx`(?:you|u|ya) (?:(?:guys|all|two|both|also|just|literally|actually|already|still|simply|even|clearly|then|only|yourself|personally|specifically|repeatedly|really|finally|always|never|did|both times|once|['’]?d|had|have|['’]?ve|freely|happily|willingly|knowingly) ){0,2}${deeds}`,
  rx`(?:you|u|ya) (?:were|was|weren['’]?t|wasn['’]?t) (?:(?:not|also|already|just|still|clearly|fully|both|only|then|even|actually|always|never|there|the|a|an|my|our|so|very|all|our first|in|on|at|\d{1,3}|five|ten|fifteen|twenty|thirty|forty|an? hour|half an hour|minutes|more than|over|about|almost|nearly) ){0,4}(?:told|informed|advised|warned|given|shown|offered|seen|late|early|minutes|min|here|there|in|on|at|told|asked|rude|upset|happy|nervous|scared|comfortable|pleased|brave|charged|quoted|booked|scheduled|rescheduled|refunded|examined|treated|prescribed|sedated|numb|awake|asleep|checked|called|fitted|able|fine|great|amazing|wonderful|hurting|bleeding|swollen|pregnant|sick|drunk|high|intoxicated|trooper|champ|champion|star|quiet|\d|first|last|one of|next|out|back|with|supposed|unhappy|dissatisfied|disappointed with|left(?! feeling)|kept|made to|treated|moved|turned|cleared|discharged|dismissed|referred|approved|denied|coded)`,
  rx`(?:you|u) (?:(?:also|just|even|already|still|actually|clearly|then|only|both|never|had|have|['’]ve|['’]d) ){0,2}(?!shared|mentioned|described|posted|noticed|pointed|raised|rated|reviewed|commented|reached|flagged|tagged|followed|reposted|nailed|cracked|summed|reminded|inspired|captured|watched|liked|loved|hoped|wished|expressed|offered|needed|need|indeed|decided|contacted|messaged|deserved|expected|experienced|wondered|learned|invited|referenced|taught|highlighted|worded|recommended|honou?red|touched|brightened|lifted|gifted|blessed|voted|shed|red|bed|led|fed|med|wed|ted|ed)[a-z]{2,11}ed`,
  rx`(?:you|u) (?:walked out|stormed|hung up|threw up|went home|bled|winced|sat (?:down|through)|swore|drove|slept|ate|drank|chose|knew (?:the|our|it|that)|understood|began|broke|brought|bought|fell|fought|forgot|froze|held|hid|lay|lost|met|paid|put (?:in|off|on|it)|ran|rode|sang|shook|spoke|stood|stuck|taught us|threw|told|took (?:it|the(?! (?:time|trouble|moment|minute|effort|chance|care))|your(?! (?:time|moment))|home|off|out|two|one)|wore|won(?!['’]?t)|won['’]?t (?:feel|even|until|have (?:that|to do)))`,
  rx`(?:when|after|before|the (?:day|time|morning|moment)|while|the (?:first|last) time) (?:you|u) (?:(?:first|last|both|finally|guys) ){0,1}(?:came(?! (?:across|up))|visited(?! (?:our|the|my) (?:site|page|website|profile|link))|arrived|saw (?:dr|us|me)|checked (?:in|out)|walked (?:in|out)|sat|were (?:here|in|seen|with us|at our|at the (?:office|desk|front))|had (?:your|the))(?: [a-z]{1,12})?`,
  rx`(?:cuando|el dia que|la vez que|desde que|despues de que|antes de que) (?:(?:usted|tu|ya|nos) ){0,2}(?:vino|viniste|visito|visitaste|estuvo|estuviste|llego|llegaste|salio|saliste|firmo|firmaste|la vimos|lo vimos|te vimos|la atendimos|lo atendimos|te atendimos)(?: [a-z]{1,12})?`,
  rx`as (?:you|u) (?:(?:were|was|['’]?ll|will|may|might|know|both|can|well) ){0,2}(?:told|informed|advised|know|recall|remember|discussed|agreed|signed|requested|saw|asked|wished)`,
  rx`(?:you|u) (?:know|knew|remember|recall|understood) (?:(?:that|very|full|perfectly|damn|exactly|well) ){0,2}(?:what (?:you|we|happened)|well|the|why|it|when|how we)`,
  rx`like (?:you|u) (?:asked|wanted|said|requested|agreed|signed|were told|did)`,
  rx`(?:usted|ud|tu) (?:(?:no|misma|mismo|nunca|ya|si|tambien) ){0,2}(?:firmo|llego|vino|cancelo|falto|pidio|acepto|pago|llamo|dijo que|decidio|quiso|salio|recibio|firmaste|llegaste|viniste|cancelaste|faltaste|pediste|aceptaste|pagaste|tiene|tenia|tuvo|estaba|estuvo|eligio|escogio|fue)`,
  rx`(?:firmaste|llegaste|viniste|cancelaste|faltaste|pediste|aceptaste|pagaste|saliste|elegiste|escogiste|te portaste|quedaste|te fuiste|te hiciste|te pusiste|te atendimos|estuviste|llego (?:tarde|\d{1,3} minutos|a las)|se le (?:explico|dijo|informo|aviso|ofrecio|atendio|hizo|puso|cobro)|te (?:explicamos|dijimos|avisamos|ofrecimos|hicimos|pusimos|llamamos|atendio|puso|hizo|explico)|(?:le|la|lo) (?:explicamos|dijimos|avisamos|ofrecimos|hicimos|pusimos|llamamos|atendimos|vimos|quitamos|recibimos))`,
];

/** What somebody has a right to, won in a drawing or feels on reading; "you called it", "you put it into words". */
const ofNoVisit = /^(?:(?:you|u|ya) (?:won|entered|called it|put it into words|called)|usted tiene)$/;
const follows =
  /^ (?:(?:todo )?(?:el |mucha |toda la )?(?:derecho|razon)|(?:the|our|a) (?:[a-z]{1,12} )?(?:raffle|contest|giveaway|drawing|prize|basket)|it|it into words)(?![a-z])/;
const regret = /(?<![a-z])(?:sorry|regret|sad|hate) (?:that )?$/;

/** "If you tell Rosa that you were one of them." */
const mentions = /(?<![a-z])(?:if|when) (?:you|u) (?:tell|say|mention|write)[^,.!?;\n]{0,30} that $/;

const isDeed: Keep = (span, text, context) => {
  const words = text.slice(span.start, span.end);
  if (ofNoVisit.test(words) && follows.test(text.slice(span.end, span.end + 40))) return false;
  if (/^(?:you|u) felt$/.test(words) && regret.test(text.slice(Math.max(0, span.start - 16), span.start)))
    return false;
  if (mentions.test(text.slice(Math.max(0, span.start - 50), span.start))) return false;
  return isActual(span, text, context);
};

const rule: Rule = {
  id: "you-did",
  category: "relationship",
  confidence: "likely",
  why: "Telling this person what they did, signed or were told here confirms that they were here.",
  source: "45 CFR 164.502(a); OCR, Elite Dental Associates (2019)",
  find: (context) => toPerson(context, patterns, isDeed),
};
export default rule;

export const examples: Examples = {
  flags: [
    "«When you came in» we explained it.",
    "«Cuando vino a» la charla del lunes.",

    "«You signed» our cancellation policy.",
    "To be fair, «you arrived» half an hour late.",
    "«As you were told», the fee is not refundable.",
    "«Usted llego tarde».",
    "Sí «usted firmó» la hoja.",
  ],
  allows: [
    "Si usted firmó algo en otra parte, pregunte allá.",
    "Usted tiene derecho a preguntar.",
    "We are sorry that you felt so.",
    "Wherever you parked, the lot is free.",
    "When you come across a typo, tell us.",

    "We ask all guests for 24 hours' notice.",
    "We hear you and we are sorry that you feel this way.",
    "We are glad you took the time to write.",
    "If you asked ten offices, you might hear ten prices.",
    { text: "You asked, we listened: Saturday hours are here!", surface: "post" },
  ],
};
