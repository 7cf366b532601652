import {
  gap,
  isGeneral,
  type Keep,
  matches,
  rx,
  sentenceAt,
  toPerson,
  withoutOverlaps,
} from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const patterns = [
  rx`(?:before|b4|b3f0r3|b4fore) ?(?:and|&|n|\/|\+|-|—|–|→|➡️|➡|>|vs\.?|to)? ?(?:the |her |his )?(?:after|aft3r|aftr|now)(?:s|['’]s)?(?: (?:of|on|by|pics?|photos?))?`,
  rx`(?:antes y (?:el )?despues|su antes|tu antes|antes ?(?:➡️|→|\/) ?despues)`,
  rx`(?:swipe|slide|scroll|watch|wait|sound on|stay|look)${gap(16)}(?:for (?:the|her|his|our) (?:after|reveal|before|result|reaction|transformation|giggle|glow|final)|to (?:see|find)${gap(10)}(?:her|his|the after|yourself|reaction|results?|transformation|before)|to the end)(?: [a-z]{1,10})?`,
  rx`(?:her|his|their|client['’]?s|patient['’]?s|su) (?:(?:face|reaction|smile|first look|reveal|expression|reaccion)${gap(6)}(?:when|at|after|to|says|al)|reaction|reveal|before|after|reaccion)(?: [a-z]{1,10}){0,3}`,
  rx`(?:let|letting|lets|allowed|allowing|said) (?:us|me) (?:(?:to )?(?:film|record|share|post|show|photograph|snap|video|use))(?: (?:her|his|this|it|the|their|that)){0,1}(?: [a-z]{1,12})?`,
  rx`(?:filmed|recorded|photographed|caught|captured|snapped|filming|film|posted|post|sharing)${gap(8)}(?:her|him|with permission|this (?:angel|beauty|babe|queen)|them mid)(?: [a-z]{1,12})?`,
  rx`(?:here (?:is|are)|here['’]?s|heres|this is|these are|check out|look at|peep) (?:(?:a|the|our|one of our) )?(?:her|his|my client['’]?s|my patient['’]?s|our client['’]?s|our patient['’]?s|this client['’]?s|[a-z]{3,12}['’]s) (?:(?:new|fresh|one|two|\d|final|[a-z]{1,10}) ){0,3}(?:pics?|photos?|results?|video|transformation|selfie|progress|unedited|before|after|smile|lips|x-?ray|healed)`,
  rx`(?:left is|on the left is|left:|right:|right is|top is|bottom is)${gap(20)}(?:day|week|month|before|after|right|her|his|\d)(?: [a-z0-9]{1,8})?`,
  rx`(?:same light|same camera|same angle|taken (?:\d|one|two|three|four|six) (?:weeks|months|days) apart)`,
  rx`(?:selfie|pic|photo|snap|video|reel) (?:of|with) (?:(?:our|this|my|the) )?(?:patient|client|her|him|you|this beauty|bride)`,
  rx`this (?:is|was) (?:her|him|day \d{1,3}|week \d{1,2})(?: [a-z]{1,12})?`,
  rx`(?:she sent me this|sent (?:us|me) (?:this|a) (?:pic|photo|selfie)|she (?:hates|loves) when i post|she['’]?s tagged|tagged in)`,
];
const toOne = [
  rx`here (?:you|ya|u) go(?: [a-z]{2,10})?|here it is|aqui (?:esta|tienes)(?: (?:la|el) (?:tuy[oa]|suy[oa]))?`,
  rx`(?:this is|that['’]?s|is that|aww) (?:you|u) (?:in|on|at|with)(?: [a-z]{1,10}){1,2}`,
  rx`(?:we|i)(?:['’]?ve| have| still have| got| had)? (?:(?:the|your|ur|those|all|saved|a) ){1,3}(?:pics|photos|pictures|video|footage|before pics|screenshots)`,
  rx`(?:circled|marked)${gap(16)}(?:pic|photo|picture)`,
];

/** Words about the practice's own remodelling, a policy, or how photographs are handled in general. */
const harmless =
  /(?:before and after (?:the (?:remodel|move|paint|storm)|photos? (?:on|are|at|wall)|gallery|school|work|hours|lunch|care)|everyone who signed|never post|don['’]t post|do not post|lobby|paint|remodel|policy|permiso firmado|two-photo story|signed release|her smile was when|story of)/;

/** "We photograph everyone before and after": said in an answer, of everybody. */
const isShown: Keep = (span, text, { audience }) =>
  audience !== "person" ||
  !/^before and after$/.test(text.slice(span.start, span.end)) ||
  !isGeneral(sentenceAt(text, span));

const rule: Rule = {
  id: "before-after",
  category: "media",
  confidence: "likely",
  why: "A before-and-after, a reaction or a film of somebody needs a signed authorization, whatever they said.",
  source: "45 CFR 164.508; 164.514(b)(2)(i)(Q)",
  find: (context) =>
    harmless.test(context.folded.text)
      ? []
      : withoutOverlaps([...matches(context, patterns, isShown), ...toPerson(context, toOne)]),
};
export default rule;

export const examples: Examples = {
  flags: [
    { text: "«Before and after», no words needed", surface: "post" },
    { text: "She «let us film the whole» thing", surface: "post" },
    { text: "«Swipe for the reveal»", surface: "post" },
  ],
  allows: [
    { text: "Before and after the remodel: the lobby grew up.", surface: "post" },
    { text: "We never post a person without a signed authorization.", surface: "post" },
    { text: "Watch this space, new hours are coming.", surface: "post" },
  ],
};
