import { gap, rx, toPerson } from "../lexicon/find.ts";
import { clock, day, month, your } from "../lexicon/words.ts";
import type { Examples, Rule } from "../rule.ts";

const when = `(?:${day}|${clock}|${month}(?: \\d{1,2})?|the \\d{1,2}(?:st|nd|rd|th)|at \\d{1,2}|\\d{1,2}(?:st|nd|rd|th)|\\d{1,2}\\/\\d{1,2}|next week|this week|this morning|this afternoon|in \\d{1,2} (?:min|minutes|weeks|days|months))`;

const patterns = [
  rx`(?:we|i|she|he|they|dr\.? [a-z]{1,20}|the (?:doctor|nurse|dentist|provider|injector|team)) (?:spent|took|set aside|stayed|reserved|blocked|gave|had) (?:(?:over|about|nearly|almost|more than|a|an|full|whole|extra|the|late|nearly) ){0,3}(?:hours?|minutes|\d{1,3} (?:minutes|min|hours)|time|morning|afternoon|late) (?:with|for|to (?:see|treat|help)) (?:you|u|your|him|her)`,
  rx`(?:you|u|ya|you guys)(?:['’]?re|r| are|['’]?ve got|['’]?ll be| ?re| ur)? (?:(?:all|still|already|now|both|officially|good|set|down|up) ){0,3}(?:booked|scheduled|confirmed|on the (?:books|schedule|calendar)|on (?:our|my) (?:books|schedule|calendar)|set for|in (?:at|on)|down (?:for|at)|due (?:for|back|in)|next|up (?:at|next)|penciled|squeezed)(?: (?:in|for|with|at|on|w)){0,6}?(?: ${when})?`,
  rx`(?:booked|moved|scheduled|rescheduled|penciled|squeezed|squeeze|bumped|switched|put|got|have|fit|add(?:ed)?|slot(?:ted)?|got|see|pushed|set) (?:you|u|ya|him|her|them|your [a-z]{2,12}|that|it)${gap(16)}${when}`,
  rx`(?:come|coming|bring|swing|stop|pop|drop|head|hop|be here|show up|arrive|get here) (?:(?:on|right|straight|by|in|over|back|him|her|them|it|here|through) ){0,3}(?:(?:at|on|for|around|by|after|before|w|with) ){0,2}${when}`,
  rx`(?:we|i|she|he|someone|the office)(?:['’]?ll| will|['’]?re going to| can| gonna)? (?:(?:be|gladly|happily) ){0,2}(?:call|calling|text|phone|ring|message) (?:you|u|her|him|your (?:mom|wife|husband|son|daughter))(?: (?:back|today|tomorrow|shortly|to|at|on|about|when|this|in|with|once))?`,
  rx`(?:moved|see|c|cu|got|confirmed|booked|done|still on|all set|you['’]?re in)[!.:\s]{1,3}${when}${gap(10)}${when}`,
  rx`${your} (?:\d{1,2}(?::\d\d)?(?: ?[ap]m?)?|room|chair|seat|spot|usual|time|slot|order|pickup|kit|table)(?: (?:with|w|is|on|at|tomorrow|still|slot|works?|appointment|${day}))`,
  rx`(?:chair|room|table|spot|slot|seat|drip|bed) (?:\d{1,2} )?(?:is|has)? ?(?:ready|waiting|saved|held|open)(?: for (?:you|u|him|her))?`,
  rx`(?<!se )(?:te|le|la|lo) (?:esperamos|espero|veo|vemos|llamamos|llamo|movimos|cambiamos|agendamos|agende|reserve|reservamos|puse|pusimos|toca|apunto|apuntamos|anoto|confirmo|confirmamos|paso|pasamos)${gap(10)}(?!todo)(?:${when}|el|a las|para|por)`,
  rx`(?:ven|venga|vente|pasa|pase|trae|traiga|traelo|traela)${gap(10)}(?:${when}|a las \d{1,2})`,
  rx`(?:se le paso|tienes|tiene|tenia|tenias|queda|quedo|quedamos) (?:(?:su|tu|la|una|para) ){0,2}(?:cita|turno|sesion|hora)`,
];

const rule: Rule = {
  id: "scheduling",
  category: "relationship",
  confidence: "likely",
  why: "Arranging this person's appointment in the open confirms that they are a patient.",
  source: "45 CFR 164.502(a); 164.514(b)(2)(i)(C)",
  find: (context) => toPerson(context, patterns),
};
export default rule;

export const examples: Examples = {
  flags: [
    "«You're booked» with Wren.",
    "No worries, «come by at 4pm».",
    "We «moved you to Thursday».",
    "«Te esperamos el martes a las» 4.",
  ],
  allows: [
    "Qué lindas palabras, se lo pasamos a todo el equipo.",
    "Book any time through the link in our bio.",
    "We are open until 6 on Tuesday.",
    "Call us and anyone at the desk can look for a time.",
  ],
};
