import { matches, rx } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const patterns = [
  rx`(?:you|u|she|he|this (?:person|reviewer))(?:['’]?re|['’]?s| are| is| was| were) (?:(?:just|clearly|obviously|really|actually|only) ){0,2}(?:a|an|our|my|the) (?:(?:disgruntled|fired|former|ex|bitter|angry|terminated|jealous) ){1,2}(?:employee|staffer|staff member|contractor|coworker|assistant|nurse|girlfriend|boyfriend|wife|husband|partner|vendor|tenant)`,
  rx`(?:this|that|your|ur|the|a|such|another|obvious(?:ly)?|clearly|is|these|urs is the|yours is the) (?:(?:is|are|a|an|obviously|clearly|totally|the|just|completely|another|so|review|post|profile|one) ){0,4}(?:fake|phony|bogus|fabricated|made[-\s]up|fraudulent|false|malicious|falsa?)(?: (?:reviews?|account|profile|person|name|post|client|one|story|accusations?|statements?|claims?))?`,
  rx`(?:you|u|she|he|reviewer|person)(?:['’]?ve| have| has|['’]?s| clearly| obviously| just)? ?(?:(?:made|making) (?:(?:all|most) of )?(?:this|it|that|everything|(?:the|a) (?:(?:whole|entire) )?(?:thing|story)) (?:all )?up|(?:made up|making up|invent(?:ed|ing)|fabricat(?:ed|ing)|concoct(?:ed|ing)) (?:(?:all|most) of )?(?:this|it|that|everything|(?:the|a) (?:(?:whole|entire) )?(?:thing|story)))`,
  rx`(?:nice|pathetic|cute) try`,
  rx`(?:nothing|not (?:a|one) (?:word|thing|bit|sentence)|none|no part|very little|hardly anything) (?:(?:in|of|about|you (?:wrote|said)|here) ){1,2}(?:(?:in )?(?:this|your|ur|the|that|it) )?(?:review|post|story|comment|here|wrote)?(?: you wrote)? ?(?:is|was|are|rings) (?:(?:even|actually|remotely) )?(?:true|accurate|real|factual|honest|truthful)`,
  rx`(?:pure|total|complete|utter|absolute) (?:fiction|fabrication|fantasy|nonsense|bs|invention|falsehood|lies?)`,
  rx`(?:paid|planted|bought|purchased|staged) (?:review|reviewer|post|actor|comment)s?(?: (?:obviously|clearly))?`,
  rx`(?:rival|competing) (?:spa|office|clinic|practice|business|salon|injector|dentist|owner)`,
  rx`(?:usted|tu|ella|el|esta (?:persona|senora|mujer)) (?:(?:es|eres|esta|estas|siempre|no) ){1,2}(?:un[oa]? )?(?:mentiros[oa]|mintiendo|inventando|fals[oa]|loc[oa]|troll|difamando)`,
  rx`(?:(?:eso|esto|todo|puras?|puro) (?:es |son )?(?:mentiras?|falso|inventado|inventos?|cuentos?|falsedad(?:es)?)|(?:se|te) lo invent(?:o|aste)|resena (?:falsa|comprada|pagada)|perfil falso|cuenta falsa)`,
  rx`fake (?:reviews?|account|profile|name|person|patient|client|news)`,
  rx`(?:you|u|she|he|this (?:person|reviewer|woman|man|lady|guy)|reviewer)(?:['’]?re|r| are| is|['’]?s| was| were)? (?:(?:a|an|just|clearly|obviously|being|such|the|nothing but|both|all|making|flat out|straight up|not) ){0,3}(?:liars?|lying|lies|lied(?! down)|scammers?|scam artists?|con artist|thief|thieves|criminals?|crook|extort[a-z]{1,6}|blackmail[a-z]{0,5}|fraud|troll|trolling|bots?|competitor|plant|stalker|harass(?:ing|er|ment)?|committing|stole|delusional|psycho|crazy|drug[-\s]?(?:seeker|seeking|addict)|it (?:all )?up|this (?:all )?up)`,
  rx`(?:lies|liar|lying(?! (?:down|on|back|still|flat|there|in))|pack of lies|extortion|blackmail|that['’]?s fraud|insurance fraud|written by (?:a|an|the) (?:competitor|thief|ex|former|owner|rival|disgruntled)|(?:posted|paid|sent|planted|written) by (?:a|our|the|another) (?:competitor|rival|spa|office|clinic)|works? for (?:a|our|the) competitor|disgruntled (?:former |ex-? ?)?(?:employee|staff)|(?:a |the )competitor|plant from|stole(?:n)?|shoplift[a-z]{1,4}|mentiros[oa]|mentiras?|mientes|miente|estafador[a]?|resena falsa|ladron[a]?|chantaje|competencia)`,
];
const harmless =
  /(?:nothing (?:here )?is fake|no fake|never call|not fake|isn['’]t fake|fake (?:lashes|tan|nails|plants?|blood|snow)|sunscreen lies|myth|calling any|call any)/;

const rule: Rule = {
  id: "reviewer-accused",
  category: "conduct",
  confidence: "likely",
  why: "Calling a reviewer fake, a liar or a criminal in public is intimidation and denies that they were here.",
  source: "16 CFR 465.7(a)",
  find: (context) =>
    context.audience === "everybody" || harmless.test(context.folded.text) ? [] : matches(context, patterns),
};
export default rule;

export const examples: Examples = {
  flags: [
    "«This is a fake review».",
    "«You are a liar».",
    "Clearly «written by a competitor».",
    "«You made all of this up».",
    "«Nothing in this review is true».",
  ],
  allows: [
    "Nothing here is fake, and the licenses hang on our wall.",
    "We take every review seriously.",
    "That is not the experience we want for anyone.",
  ],
};
