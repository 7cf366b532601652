import { gap, matches, rx, toPerson, withoutOverlaps } from "../lexicon/find.ts";
import { relative } from "../lexicon/words.ts";
import type { Examples, Rule } from "../rule.ts";

const toOne = [
  rx`(?:you|u|ya)(?:['’]?(?:re|ve been)| are| were| have been|['’]?ve| is| r)? (?:(?:not|never|always|still|no longer|already|currently|actually|officially|also|now|such|just|only|a|an|our|one of our|my|one of my|the|been) ){0,4}(?:(?:new|first|old|valued|loyal|longtime|long-time|regular|favorite|fave|current|former|former|existing|established|cosmetic|dental|best|dream|great|wonderful|amazing|model|laser) ){0,2}(?:patients?|clients?|regulars?|customers?|part of (?:the|our)(?: [a-z&]{1,14}){0,2} (?:family|fam|community|tribe)|(?:one of )?(?:the )?(?:family|fam) (?:by|now|here)|in (?:good|great|the best|safe|excellent) hands|vip|member|first[-\s]timers?|on (?:our|my|the) (?:books|schedule|calendar|list|recall))`,
  rx`(?:as|like) (?:a|an|our|one of our) (?:(?:new|valued|loyal|longtime|long-time|regular|returning|existing|established|current|former) ){0,2}(?:patient|client|regular|customer|member)`,
  rx`(?:(?:you are|you['’]?re) (?:practically|basically|officially|like)|you are|you['’]?re|part of (?:the|our)(?: [a-z&]{1,14}){0,2}) (?:family|fam)(?: (?:by now|here|now))?`,
  rx`(?<!quien )(?<!no )(?:eres|es|fue|ha sido|usted es|siendo) (?:(?:nuestr[oa]|un[oa]?|una de nuestras|uno de nuestros|muy buena?|la mejor) ){0,2}(?:pacientes?|clientas?|clientes?|parte de (?:la|nuestra) familia)`,
  rx`(?:usted|ud|tu|ella|el) (?:ya |nunca |aun |si )?(?:no )?(?:es|eres|fue|fuiste|era|eras) (?:(?:un[oa]?|nuestr[oa]|buen[oa]) ){0,2}(?:pacientes?|clientas?|clientes?)(?: (?:nuestr[oa]|aqui|mi[oa]))?`,
  rx`(?<!quien )no (?:eres|fuiste) (?:(?:un[oa]?|nuestr[oa]) )?(?:paciente|client[ea])(?: (?:nuestr[oa]|aqui))?`,
  rx`(?:eres|es usted|usted es) (?:(?:una?|uno|de) ){1,2}(?:nuestr[oa]s|l[oa]s|mis) (?:(?:mejores|primer[oa]s|querid[oa]s|mas) ){0,2}(?:pacientes|client[ea]s)(?: [a-z]{1,12})?`,
  rx`(?:llevamos|llevo|tenemos|tantos|todos estos|muchos) (?:(?:ya|varios|muchos|tantos|\d{1,2}|dos|tres|cuatro|cinco|diez) ){0,2}(?:anos|meses) (?:atendiend|viend|cuidand|conociend|tratand|consintiend)o(?:te|la|lo|le)`,
  rx`nunca (?:ha|has|fue|fuiste|han) (?:sido |estado |venido |venido a )?(?:paciente|client[ea]|aqui)?`,
  rx`(?:long-?timers?|regulars|patients|clients|people|customers|guests|moms|families|first[-\s]timers?|folks) (?:like|such as) (?:you|u|yours?|yourself)`,
  rx`(?:you|u|ya) (?:(?:have|['’]?ve) )?(?:never|not once|didn['’]?t|did not|don['’]?t) (?:(?:ever|even|actually|been|set foot|come|came|had) ){0,2}(?:been|seen|visited|come|set foot|seen here|treated|a patient|here|in here|through our door|booked)(?: (?:here|in|with|by|at|to|us)){0,2}`,
  rx`${relative} (?:is|was|has been|are|were) (?:not )?(?:(?:a|an|our|one of our|still|also) ){0,3}(?:patients?|clients?)`,
];

const habits = [
  rx`(?:you|u|ya) (?:always|still|never once|usually|two always) (?:leave|come|bring|light|arrive|walk|ask|pick|choose|have|get|make us (?:laugh|smile)|know how to|keep us|show up|say|remember|fall|bribe)(?: [a-z]{1,12})?`,
  rx`(?:every time|each time|cada vez que) (?:you|u|ya) (?:come|visit|walk|stop|are|leave|sit)(?: (?:in|by|here|through))?|cada vez que (?:vienes|viene|nos visita|nos visitas)`,
  rx`(?:we['’]ve|we have|i['’]ve|i have|we) (?:had|known|been (?:seeing|treating|working with)|loved) (?:you|u|him|her|your [a-z]{2,12})(?: (?:since|for|as|two|on|in|with))`,
  rx`(?:been|coming|with us|w us|here|started) (?:(?:coming|here|with us|w us|to us|seeing us) )?(?:since (?:day one|day 1|the (?:beginning|start|old)|we opened|\d{4}|last)|for (?:years|\d{1,2} years|so long|over)|forever|all these years)`,
  rx`(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|all these) (?:whole |great )?(?:years|months) (?:already|with (?:us|you|me)|together|and counting|strong|of (?:you|seeing|trust|laughs|friendship))`,
  rx`(?:tell|give) (?!us|me|them|everyone|anyone|everybody|the|our|your)(?:[a-z]{2,12}|your [a-z]{2,12}) (?:we said )?(?:hi|hello|hey|we miss|a (?:big )?(?:hug|squeeze|scratch|kiss|high five|treat))(?: (?:from|for) [a-z]{1,10})?`,
];

const ofAnyone = [
  rx`(?:our|my|a (?:beloved|favorite|longtime|loyal|regular)) (?:(?:very|own|first|oldest|newest|favorite|fave|longtime|long-time|loyal|beloved|sweet|sweetest|lovely|beautiful|gorgeous|amazing|brave|bravest|regular|dear|youngest|littlest|little|stunning|new|latest|wonderful|star|precious|handsome|most|one|hundredth|thousandth|\d{1,5}(?:st|nd|rd|th)?|invisalign|botox|filler|laser|dental|aesthetic|weight loss|facial) ){0,3}(?:patient|client|clienta|kiddo|regular)(?! (?:portal|coordinator|care|experience|satisfaction|safety|advocate|privacy|education|families|line|relations|liaison|appreciation|survey|services?|financing|forms?|rights|parking|reviews|stories|services|concierge|base|intake|list|names?|packet|count|day|of the))(?: (?:of the (?:day|week|month)))?`,
  rx`(?:patient|client|smile|glow|babe|lips) (?:of the (?:day|week|month|year)|spotlight|highlight)(?! (?:nominations|contest|cards?))`,
  rx`nuestr[oa] (?:(?:querid[oa]|bella|hermosa|mejor|primera|primer|pequen[oa]) ){0,2}(?:paciente|client[ea]|pacientit[oa]|quinceanera)`,
  rx`(?:this|that) (?:patient|client|person|individual|customer|guest) (?:was|is|has|had|never|no-?showed|came|left|arrived|refused|did|does|didn['’]?t|signed|declined|owes|called)(?: [a-z]{1,14}){0,2}`,
  rx`(?:she|he|they|this (?:person|lady|man|woman|guy|gentleman|reviewer)) (?:(?:is|was|has|isn['’]?t|wasn['’]?t) )(?:(?:not|never|been|always|still|no longer|such|a|an|our|one of our|my) ){0,4}(?:patients?|clients?|regulars?|customers?)`,
  rx`(?:a|this|that|one) (?:former|current|existing|previous|past|real|actual) (?:patient|client)${gap(6)}(?:of ours|named|who)`,
];

const rule: Rule = {
  id: "patient-status",
  category: "relationship",
  confidence: "likely",
  why: "Saying that somebody is, was or never was a patient is itself a disclosure.",
  source: "45 CFR 160.103",
  find: (context) =>
    withoutOverlaps([...toPerson(context, [...toOne, ...habits]), ...matches(context, ofAnyone)]),
};
export default rule;

export const examples: Examples = {
  flags: [
    "«Usted no es paciente nuestra».",
    "«Eres de nuestras clientas favoritas».",
    "«Llevamos años atendiéndola».",

    "«As a longtime patient» you know how we work.",
    "Honestly, «you were never a patient» here.",
    { text: "Say hello to «our favorite client» Birgit!", surface: "post" },
    "«Nunca ha sido paciente» de esta oficina.",
  ],
  allows: [
    "No decimos en público quién es o no es paciente.",

    "We could not discuss this whether or not somebody is a patient.",
    "Our patient portal is open around the clock.",
    { text: "Our patients are the best part of the job.", surface: "post" },
  ],
};
