import { gap, rx, toPerson } from "../lexicon/find.ts";
import { day, month } from "../lexicon/words.ts";
import type { Examples, Rule } from "../rule.ts";

const patterns = [
  rx`(?:look(?:ing)? forward|can['’]?t wait|excited) (?:to|for) (?:your|ur|his|her|the|our|round|session|next|our next|part) ?(?:next|first|second|follow-?up|follow up|visit|appointment|session|consult|reveal|results|two|three|\d|round|chapter|time|touch-?up|check-?up|big day)(?: [a-z]{1,8})?`,
  rx`(?:until|till|til) next time`,
  rx`(?:stop|swing|drop|pop) (?:by|in) (?:again|any ?time|soon|whenever)`,
  rx`(?:come|stop in and|please|and) (?:back and )?(?:see|visit) us (?:again|soon|next|when|the next|any ?time|back)`,
  rx`welcome to (?:the|our) (?:family|fam|club|[a-z]{2,14} family|tribe)`,
  rx`(?:see|seeing|c|cu|seein|catch) (?:you|u|ya|yall)(?: (?:both|all|guys|two|girls?|then|back|here|again|there|real|very|so|in (?:a|an|the|two|three|four|five|six|\d)|at (?:your|ur|the next)|for (?:your|ur|the|round)|next|on|this|soon|${day}|${month}|[0-9]{1,2}(?:st|nd|rd|th)?|around)){1,2}`,
  rx`(?:cu|c u|see u|see ya) (?:soon|then|${day})`,
  rx`(?:look(?:ing)? forward|can['’]?t wait|cannot wait|excited|hope|hoping|eager|love|ready)${gap(10)}(?:to )?(?:see|seeing|meet|meeting|have|having|welcome|welcoming|get|getting|treat|treating|host|continue|continuing|work|working|serve|serving|help you|helping you)${gap(10)}(?:you|u|ya|your family)(?: (?:back|again|soon|in|here|next))?`,
  rx`(?:welcome|welcoming) (?:(?:you|u|him|her) )?back(?: (?:to|any ?time|soon|in))?`,
  rx`(?:until|til|till|at|for|b4|before) (?:your|ur|our|the|his|her) next (?:visit|time|appointment|appt|session|one|round|cleaning|treatment|check)`,
  rx`(?<!often )(?<!to )(?:come|coming|swing|stop|pop) (?:(?:on|right|straight|by|in) )?(?:back|see us again|see me again)(?! (?:declined|negative|positive|clean|to (?:bite|life)|of))(?: (?:in|soon|any ?time|to see|for|and|so|4|whenever))?`,
  rx`(?:same time next (?:week|month|year|time)|same time (?:again|in ${month})|next time (?:again|in ${month}))`,
  rx`(?:have|having|get|getting) (?:you|u|him|her) (?:back|in)(?: (?:in|for|with|here|again|soon|to|on))?`,
  rx`(?:we|i)(?:['’]?ll| will| ?ll) (?:see|have|be seeing|get|catch|take (?:good |great )?care of) (?:you|u|ya|him|her)`,
  rx`(?:nos vemos|te veo|lo vemos|la vemos|te vemos|le vemos|te espero|(?:te|le|la|lo|los|las) esperamos|hasta (?:la proxima|pronto|luego|tu proxima|su proxima|el ${day})|nos vemos pronto|vuelv[ae] (?:pronto|cuando)|esperamos (?:verte|verle|verla|verlo|tenerte|tenerla)|bienvenid[oa]s? de (?:vuelta|nuevo|regreso))(?: (?:el|en|de nuevo|pronto|la|a las) ?[a-z0-9]{0,12})?`,
  rx`(?:esperamos|esperando|ojala|deseamos|ansiosos (?:de|por)|queremos|nos encantaria|sera un (?:gusto|placer)|con ganas de) (?:(?:poder|pronto) )?(?:volver a )?(?:ver|recibir|atender|tener|saludar|abrazar)(?:te|le|la|lo|los|las)(?: (?:de nuevo|pronto|otra vez|por aqui|de vuelta))?`,
  rx`(?:te|lo|la) extranamos(?: (?:por|aqui|mucho))?|(?:ya )?(?:te|lo|la|le) (?:extranabamos|echamos de menos)`,
  rx`bienvenid[oa]s? a (?:la|nuestra|esta|su|tu) (?:gran )?(?:familia|casa)`,
  rx`(?:ojala|esperamos que) (?:que )?(?:(?:te|nos|se|pronto) ){0,2}(?:vuelva|vuelvas|regrese|regreses|visite|visites|venga|vengas)(?: (?:pronto|de nuevo|otra|a))?`,
  rx`(?:give|giving|gives) (?:us|me) (?:another|a second|one more|the) (?:chance|try|shot|opportunity)`,
  rx`(?:miss|missed|missing) (?:you|u|ya)(?: (?:at|in|el|this|since|around|on|already|too))?`,
  rx`(?:here['’]?s to|cheers to) (?:many |\d{1,2} |two |three |four |five |ten )?(?:more|another)(?: years| visits)?`,
  rx`(?:haven['’]?t|have not|havent) seen (?:you|u|ya)`,
];

const rule: Rule = {
  id: "see-you-again",
  category: "relationship",
  confidence: "likely",
  why: "Looking forward to seeing one person again tells everyone that they come here.",
  source: "45 CFR 164.502(a)",
  find: (context) => toPerson(context, patterns),
};
export default rule;

export const examples: Examples = {
  flags: [
    "«Esperamos volver a verlo».",
    "«Bienvenida a la familia».",

    "You made our day. «See you soon»!",
    "We «look forward to seeing you again».",
    "«Welcome back», Imogen!",
    "Un abrazo y «hasta la proxima».",
  ],
  allows: [
    "Bienvenidos a la feria de salud.",

    "We would love to welcome anyone curious.",
    "Hope this helps!",
    { text: "See you Saturday at the farmers market, Reno!", surface: "post" },
  ],
};
