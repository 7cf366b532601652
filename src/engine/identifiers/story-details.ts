import { matches } from "../lexicon/find.ts";
import { day } from "../lexicon/words.ts";
import { isAboutCare } from "../about-care.ts";
import type { Examples, Rule, RuleContext } from "../rule.ts";

const person =
  "(?:woman|man|lady|gentleman|gal|guy|girl|boy|mom|mama|mother|dad|father|grandma|grandmother|grandpa|bride|groom|bridesmaids?|teen|teenager|kid|child|toddler|veteran|widow|couple|twins|patient|client|guest|senora|senor|mujer|hombre|nina|nino|muchacha|muchacho|paciente|clienta?|abuela|abuelo|novia)";
const job =
  "(?:teacher|kindergarten teacher|principal|firefighter|police officer|cop|sheriff|deputy|sergeant|mayor|councilman|councilwoman|judge|lawyer|attorney|realtor|flight attendant|pilot|barista|chef|bartender|waitress|server|dancer|singer|musician|drummer|band director|coach|quarterback|pastor|priest|rabbi|bus driver|trucker|mail carrier|farmer|rancher|baker|florist|hairdresser|influencer|news anchor|anchorman|weatherman|engineer|electrician|plumber|welder|bodybuilder|marathoner|violinist|professor|librarian|dispatcher|paramedic|soldier|marine|navy|army|astronaut|nun|maestra|bombero|abogada|abogado|chofer|cantante|teaches|drives|works at|works for|station \\d{1,6}|front office|rodeo office|(?:mayor|pastor|coach|sheriff)'s wife)";

/** Kinds of detail; each counts once. Case is folded, so a town is "from" or "of" a word that starts a name. */
const details: readonly RegExp[] = [
  /(?<![a-z0-9$])(?:\d{1,2}[ -]?(?:yo|y\/o|year[ -]old|years? old|anos)|(?:early|mid|late) ?-?(?:\d0s|teens|twenties|thirties|forties|fifties|sixties|seventies|eighties)|in (?:her|his) (?:\d0s|twenties|thirties|forties|fifties|sixties|seventies|eighties)|(?:turn(?:s|ed|ing)|is|just) \d\d(?= and|[,.!?]| this| next| in)|, \d\d(?=[,. ])|(?:she|he)(?:'s| is) \d\d|age \d{1,2}|\d'\d{1,2}|\d\d ?[fm]\b)(?![a-z])/gu,
  new RegExp(`(?<![a-z])${job}s?(?![a-z])`, "gu"),
  new RegExp(
    `(?<![a-z])(?:yesterday|today|this (?:morning|afternoon|week)|last (?:night|week|month|${day})|ayer|hoy|${day}|at (?:noon|\\d{1,2}(?::\\d\\d)?(?!\\d)(?: ?[ap]m)?(?![ \\d]?(?:%|percent|years|degrees|[a-z]{5}))))(?![a-z])`,
    "gu",
  ),
  /(?<![a-z])(?:mom|mother|dad|father|mama|grandmother|madre|padre) of (?:\p{L}{1,24}|\d{1,9})|(?<![a-z])(?:divorce[d]?|widow(?:ed)?|ex-?husband|ex-?wife|wedding|honeymoon|quinceanera|getting married|pregnant|chemo|accident|tattoo|boob job|deployment|rehab|sober|prison|custody)(?![a-z])/gu,
];
const town =
  /\b(?:from|of|in from|lives in|over in|out in|de) (?=\p{Lu})(?!Dr|Botox|The |Our |January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\p{Lu}\p{L}{2,15}/gu;

/** Somebody in particular, told about: one came, one was treated. */
const somebody = new RegExp(`(?<= )(?:${person}|${job})(?![a-z])`, "gu");
const pointed = /(?<![a-z])(?:she|he|her|him|his|patient|client|#\d)(?![a-z])/;
const article = /^(?:a|an|this|that|the|our|my|one|una?|la|el|nuestra?|today's|yesterday's)$/;

function isOfSomebody(context: RuleContext): boolean {
  const { text } = context.folded;
  if (pointed.test(text)) return true;
  // An article, and at most three words after it.
  const told = matches(context, [somebody], ({ start }) =>
    text
      .slice(Math.max(0, start - 64), start - 1)
      .split(" ")
      .slice(-4)
      .some((word) => article.test(word.replace(/^[^\p{L}]{1,3}/u, ""))),
  );
  return told.length > 0;
}

const rule: Rule = {
  id: "story-details",
  category: "identifier",
  confidence: "likely",
  why: "Two details of a story (age, town, work, day, family) are often enough to know whom it is about.",
  source: "45 CFR 164.514(b)(2)(i)(R)",
  find: (context) => {
    const { text } = context.folded;
    if (!isOfSomebody(context) || !isAboutCare(context)) return [];
    const kinds = details.map((kind) => matches(context, [kind])).filter((spans) => spans.length > 0);
    const telling = kinds.length + (town.test(resetting(context)) ? 1 : 0);
    const told = kinds[0]?.[0];
    return telling >= 2 && told && tellsOfOne(text) ? kinds.flatMap((spans) => spans.slice(0, 1)) : [];
  },
};
export default rule;

function resetting(context: RuleContext): string {
  town.lastIndex = 0;
  return context.draft.text;
}

/** Past or present care of one person; advice and offers to everybody have none of these. */
function tellsOfOne(text: string): boolean {
  return /(?<![a-z])(?:she|he|her|his|him|came|walked|cried|told|asked|said|left|lost|finished|chose|wanted|hadn't|got (?:her|his)|vino|llego|dijo|lloro|salio|patient from|client from|who|one of ours|first case|anonymous|we met|detectamos|pulled|one of our (?:patients|clients|regulars))(?![a-z])/u.test(
    text,
  );
}

export const examples: Examples = {
  flags: [
    { text: "A «firefighter» came in «yesterday» and left with a new crown.", surface: "post" },
    { text: "She is a «barista», «mom of three», and her filler is our best work.", surface: "post" },
  ],
  allows: [
    { text: "A patient asked: does it hurt? No.", surface: "post" },
    { text: "Teachers get 15% off every summer day.", surface: "post" },
  ],
};
