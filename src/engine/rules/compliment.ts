import { gap, type Keep, matches, rx, toPerson, withoutOverlaps } from "../lexicon/find.ts";
import { care } from "../lexicon/marks.ts";
import type { Examples, Rule } from "../rule.ts";

const toOne = [
  rx`(?:you|u|ya|she|he)(?: are|['’]re|['’]s| is| were)? ?(?:(?:so|just|absolutely|already|literally|always|truly|still|really|even|gonna|going to|will|do) ){0,3}(?:look|looked|looking|looks|glow|glowing|glows|radiant|healing|healed|sparkl(?:e|ing)|snatched|unrecognizable|flawless|a whole new (?:person|man|woman)|a new (?:man|woman|person))(?! (?:for|into|forward|at|like (?:you|a fun|the)))(?: (?:so|absolutely|like|amazing|incredible|stunning|fabulous|gorgeous|beautiful|great|good|fantastic|ten|years|perfect|younger|fresh|refreshed|snatched))?`,
  rx`(?:that|those|these|dem|this|them|dat|esos|esas|esa|ese) (?:(?:new|pretty|beautiful|gorgeous|perfect|fresh|glass|juicy|full|cute|left|right|little|pearly|big|stunning|sweet|baby|post|after) ){0,2}(?:${care}|confidence|chompers|pearly whites)`,
  rx`(?:results?|transformation|recovery|outcome|glow-?up|turned out|came out|healed|healing|settled|kicking in|kicked in|settling)${gap(14)}(?:look|looks|amazing|incredible|stunning|beautiful|great|perfect|beautifully|gorgeous|so (?:good|well|nicely|nice)|well|nicely|fast|right)`,
  rx`(?:how|the way) (?:it|they|that|those|everything|yours|things?) (?:turned out|came out|healed|healing|looks?|settled|settling|feels?|is going|are going)(?: on (?:you|u))?`,
  rx`(?:se te ven?|te ves|te queda(?:n|ron|ste)?|quedaste|quedaron|quedo(?! (?:fuera|claro|en))|te quedo|te luce|luces|se le ven?|le queda(?:n|ron)?|te dejo|te dejamos)(?: (?:muy|tan|super|la|el|las|los|bien|divin[oa]s?|hermos[oa]s?|bell[oa]s?|espectacular(?:es)?|preciosa|regia|lind[oa]s?|perfect[oa]s?|como)){0,2}(?: [a-z]{1,14})?`,
  rx`(?:se ven?|te ves|luces?|estas (?:muy|tan|mas|toda)) (?:(?:muy|tan|super|mas|toda|bien) )?(?:increibles?|divin[oa]s?|hermos[oa]s?|bell[oa]s?|espectacular(?:es)?|precios[oa]s?|regi[oa]s?|guap[oa]s?|joven|radiante|natural(?:es)?|perfect[oa]s?|fantastic[oa]s?|renovad[oa]|rejuvenecid[oa])(?! (?:su (?:resena|mensaje|comentario)|mensaje|resena|comentario|dia|manana|tarde))`,
  rx`asi (?:(?:te|le|de) )?(?:[a-z]{1,10} )?(?:quedaron|quedo|quedan|lucen|se ven) (?:(?:los|las|el|la|esos|esas|sus?|tus?) )?(?:${care})`,
  rx`(?:on|for|suits|fits) (?:you|u)[!.\s]{0,2}(?:perfectly|so well)?(?= ?(?:💉|👄|😍|✨|$))`,
];
const ofAnyone = [
  rx`(?:doing|did|making|creating|giving|injecting|sculpting|shaping) (?:these|those|this|that) (?:[a-z]{2,12} )?(?:${care}|pout|beauty|cutie)`,
  rx`(?:${care}) (?:on|for) (?:this|our|my|the) (?:[a-z]{2,10} )?(?:beauty|babe|client|patient|queen|girl|bride|mama|cutie|bestie|gal|stunner|doll|guy|king)`,
  rx`(?:the )?same (?:person|girl|woman|man|face|lips|guy|lady)(?= ?[?!,.]|$)`,
  rx`(?:those|these|that|this) (?:(?:new|pretty|beautiful|gorgeous|perfect|fresh|glass|juicy|full|natural|snatched|stunning|glowing|flawless|subtle) ){0,2}${care}(?: (?:tho|though|omg|doe|wow|are everything|is everything|speaks? for (?:itself|themselves)|didn['’]?t happen|deserves?))`,
  rx`(?:look at|check out|obsessed (?:with|w)|in love with|can we talk about|swooning over|loving|love|cannot get over|can['’]t get over) (?:this|these|that|those) (?:(?:new|pretty|beautiful|gorgeous|perfect|fresh|glass|juicy|full|natural|snatched|stunning|glowing|flawless|subtle|before|amazing|incredible) ){0,2}(?:${care}|pout)`,
];
const picture = "(?:💉|🦷|💊|👄|💋|🫦|👃|👂|👁|🦵|🦶|🍑|🤰)";
const emoji = new RegExp(
  `(?:💉|👄|🦷|🫦|👃)[^\\n]{0,12}(?<![a-z])(?:in|on) the(?![a-z])|(?:💉|👄|🦷|🫦|👃)[^\\n]{0,12}(?<![a-z])(?:your|ur|te|she|he|her|his)(?![a-z])|(?<![a-z])(?:your|ur|yr|her|his|those|these|esos|esas|tus?|sus|that) (?:(?:new|fresh|pretty|beautiful|gorgeous|perfect|little|left|right|upper|lower|sweet|first|next|nuev[oa]s?|lind[oa]s?) ){0,2}[^\\na-z]{0,4}${picture}`,
  "gu",
);

/** "We hope that skin", "that scars": a conjunction, not the one thing that is pointed at. */
const conjoins =
  /(?<![a-z])(?:so|say|says|said|hope|think|believe|mean|means|note|explain|explains|is|was|day) $/;
const several = /^that (?:[a-z]{1,12} )?[a-z ]{0,20}[a-rt-z]s$/;
/** How something looks to a reader, and "se quedó callado": nothing turned out. */
const view = /^(?:how|the way) (?:it|that|they|things?) (?:looks?|feels?)$/;
const sees = /(?<![a-z])(?:see|get|understand|know|hear|telling us|tell us|about) $/;
const stays = /^(?:quedo|quedaron)(?![a-z])/;
const stayed = /(?<![a-z])(?:se|ya|nos|no) $/;
const supposed = /(?<![a-z])(?:make|makes|says?|if) $/;

const isPraise: Keep = (span, text) => {
  const words = text.slice(span.start, span.end);
  const before = text.slice(Math.max(0, span.start - 14), span.start);
  if (words.startsWith("that ") && (several.test(words) || conjoins.test(before))) return false;
  if (view.test(words) && sees.test(before)) return false;
  if (
    stays.test(words) &&
    stayed.test(before) &&
    (before.endsWith("se ") ? !words.includes("contigo") : /^[a-z]+$/.test(words))
  )
    return false;
  return !(words.startsWith("you look") && supposed.test(before));
};

const rule: Rule = {
  id: "compliment",
  category: "health",
  confidence: "likely",
  why: "A compliment on somebody's looks or results tells that the results are yours.",
  source: "45 CFR 160.103; 164.502(a)",
  find: (context) =>
    withoutOverlaps([...toPerson(context, toOne, isPraise), ...matches(context, [...ofAnyone, emoji])]),
};
export default rule;

export const examples: Examples = {
  flags: [
    "«Se ve increíble».",

    "«You look amazing»!",
    "«Those brows»!",
    "Everything about «how it turned out is perfect».",
    "«Quedaste bella».",
    "Loved doing «your new 👄»!",
    "«Your 🦷» could light up Reno.",
  ],
  allows: [
    "Qué bonito mensaje, gracias.",

    "We hope that scars are asked about early.",
    "I can see how it looks from outside.",
    "El internet falló el lunes; ya quedó.",
    "This comment made us smile.",
    "We look for kindness in every new colleague.",
    "Thank you for the kind words 🦷💉",
    { text: "Those lips emoji stickers are free at the desk.", surface: "post" },
  ],
};
