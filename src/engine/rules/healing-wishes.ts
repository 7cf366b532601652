import { gap, isParticular, rx, toPerson } from "../lexicon/find.ts";
import { care } from "../lexicon/marks.ts";
import type { Examples, Rule } from "../rule.ts";

const patterns = [
  rx`(?<![a-z]\s)(?:did|has|have|is|are|does|do|como (?:sigue|va|esta|amanecio)|ya (?:bajo|se fue|sanaron)|haya bajado|baje|bajado) (?:the|your|ur|that|those|any of the|la|el|tu|su) ?(?:${care}|pain|itching|lump|numb)`,
  rx`(?:${care}) (?:haya|hayan) (?:bajado|mejorado|sanado|desaparecido)`,
  rx`(?:hope|hoping|glad|happy|so glad|relieved|sorry|wish|praying|pray|proud|love that|thrilled|excited|hate|sucks|bummed)${gap(20)}(?:the|those|that|this|it|these|all the|any|some|a|no more|everything|things|both|it['’]?s|its)${gap(14)}(?:${care}|pain|healed|heals|healing|settled|settles(?! (?:the|any) (?:part|question|matter|debate|bet))|went down|goes down|calmed|feels? better|is better|gone|behind you|behind u|stays? away|itch(?:ing)?|flare|results?|helped|worked|lifted|worth it)`,
  rx`how(?:['’]?s| is| are|['’]?re|s| did| was| do) (?:(?:the|that|those|it|everything|ur|your|things|you|u) ){0,2}(?:${care}|healing|feeling|recovering|recovery|holding up|treating you|doing after|settling|pain)`,
  rx`(?:get well|feel better|heal (?:up|fast|well|quick)|happy healing|speedy recovery|rest up|recover (?:well|fast|quickly)|que te mejores|que se mejore|pronta recuperacion|recuperate|recuperese|mejorate|mejorese)(?: soon)?`,
  rx`(?:you|u|ya)(?:['’]?(?:re|ll)| are| will| should| ll| may| might| can)? (?:(?:be|still|just|totally|going to|gonna|on|only|right|all|doing|be|soon|in|at|prob|probably) ){0,3}(?:healing|healed|feel(?:ing)? (?:better|great|more|like yourself|less)|on day \d{1,2}|day \d{1,2}|week \d{1,2}|swollen|bruised|numb|sore|pain-?free|cavity-?free|cancer-?free|acne-?free|on schedule|peak(?:ing)? at|peel(?:ing)?|on the mend|recover(?:ing|ed)?|back to normal|days? out|weeks? out|months? (?:out|in)|due for|overdue)`,
  rx`(?:totally|completely|perfectly|super|very|its|it['’]?s|that['’]?s|thats|is) normal (?:(?:for|on|at) )?(?:day|week|your|ur|you|where you)(?: \d{1,2})?`,
  rx`(?:day|week|month|session|round|syringe|treatment|tray) (?:\d{1,2}|one|two|three|four|five|six) (?:for|of|with|on|is|and|will) (?:you|u|your|ur|yours)`,
  rx`que (?:(?:te|se|ya|pronto) ){1,2}(?:recuperes?|mejores?|alivies?|sanes?|cures?)(?: (?:pronto|rapido|muy))?(?: pronto)?`,
  rx`(?:esperamos|espero|ojala|deseamos|confiamos) (?:en )?que (?:(?:ya|te|se|le|todo|hoy) ){0,3}(?:(?:sientas?|estes?|vaya|amanezcas?) (?:(?:mucho|muchisimo|ya) ){0,2}mejor|recuperes?|sanes?|duela menos)(?: pronto)?`,
  rx`como (?:te|se|le|va|vas|sigues?|sientes?|amanecio|amaneciste)(?: (?:sientes?|va|fue|quedo|sigue))? (?:(?:de|con|tu|su|la|el|los|las|esos|esas) ){1,2}${care}`,
  rx`(?:es|todo) normal (?:reina|amor|mi|bella|linda|que (?:te|le))`,
];

const rule: Rule = {
  id: "healing-wishes",
  category: "health",
  confidence: "likely",
  why: "Wishing somebody a good recovery or asking how it heals says that they were treated.",
  source: "45 CFR 160.103",
  find: (context) => toPerson(context, patterns, isParticular),
};
export default rule;

export const examples: Examples = {
  flags: [
    "«Que se recupere pronto».",
    "«Cómo sigue de la muela»?",

    "«Hope the swelling» is down by the weekend.",
    "«How's the shoulder»?",
    "«You're healing» right on time.",
  ],
  allows: [
    "Que tenga un lindo día.",
    "Esperamos que tenga una buena semana.",

    "Mild swelling is common for a day or two.",
    "Hope the rest of the week is kind to you.",
    "How is everyone in Tucson today?",
  ],
};
