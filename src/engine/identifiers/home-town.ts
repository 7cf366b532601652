import { matches, sentenceAt, withoutOverlaps } from "../lexicon/find.ts";
import type { Examples, Rule, RuleContext, Span } from "../rule.ts";

const from =
  /\bfrom (?=[a-z])(?!the |a |our |your |my |you|as |being)[a-z' ]{3,24}?(?= to | every| for| just|[,.!?;:]|$)/g;
/** Up to four words before "from": "came all the way from". */
const travel = /^(?:way|drove|driving|drives?|travel(?:s|ed|ing)?|flew|flying|coming|come|came|trip)$/;
const patterns = [
  /\b(?:your|ur|her|his) [a-z]{3,16} (?:address|house|home)\b/g,
  /\b(?:desde|viene de|vino de|vienen de) (?=[a-z])(?!la |el |las |los |que |su |tu |hace)[a-z]{3,16}\b/g,
];
/** Also said of school, work and bed: only with a capital. */
const living =
  /\b(?:(?:moved|move|moving) (?:here |back |all the way )?(?:from|to)|originally from|(?:grew|growing) up in|(?:born|raised) in|(?:live[sd]?|living|resides?|staying) in|flew (?:in |back |home |out )?(?:from|to)|back (?:home )?(?:in|to)) (?=[a-z])(?!the |a |an |our |your |my |you|as |being|fear|pain|style|peace|this|that|me |us |it )[a-z' -]{3,24}?(?= to | every| for| just| on | and | is | when |[,.!?;:\n]|$)/g;
const notPlaces =
  /\b(?:email|e-mail|mailing|home|new|old|current|billing|work|ip|web|own|far|work|afar|everywhere|behind|within|hace|lunes|siempre)\b/;
/** A state or a country is no place "smaller than a state"; New York and Washington are cities too. */
const states =
  "alabama|alaska|arizona|arkansas|california|cali|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|west virginia|wisconsin|wyoming|puerto rico";
const countries =
  "mexico|canada|cuba|colombia|venezuela|guatemala|honduras|el salvador|nicaragua|costa rica|panama|peru|ecuador|chile|argentina|brazil|spain|portugal|france|italy|germany|england|scotland|ireland|poland|russia|ukraine|greece|cyprus|turkey|norway|sweden|denmark|finland|iceland|netherlands|belgium|switzerland|austria|hungary|slovenia|estonia|romania|czech republic|tunisia|egypt|nigeria|kenya|south africa|india|china|japan|korea|vietnam|the philippines|philippines|australia|new zealand|uruguay|united kingdom|united states|uk|usa|europe|africa|asia";
const large = new RegExp(`(?:in|from|to|desde|de) (?:${states}|${countries})$`);

const rule: Rule = {
  id: "home-town",
  category: "identifier",
  confidence: "likely",
  why: "Where a person comes from is a place smaller than a state, and the thread does not show it.",
  source: "45 CFR 164.514(b)(2)(i)(B)",
  find: (context) => {
    if (context.audience !== "person") return [];
    const traveled: Span[] = [];
    matches(context, [from], ({ start, end }, text) => {
      const before = travelBefore(text, start);
      const span = { start: before ?? start, end };
      if (before === undefined || !isPlace(context, span, text)) return false;
      return traveled.push(span) > 0;
    });
    return withoutOverlaps([
      ...traveled,
      ...matches(context, patterns, (span, text) => isPlace(context, span, text)),
      ...matches(
        context,
        [living],
        (span, text) => /\p{Lu}/u.test(context.draft.text) && isPlace(context, span, text),
      ),
    ]);
  },
};
export default rule;

/** Where the words for coming begin that lead up to "from"; the first of several. */
function travelBefore(text: string, at: number): number | undefined {
  let first: number | undefined;
  let start = at - 1;
  for (let words = 0; words <= 5 && start > 0 && text.charAt(start) === " "; words++) {
    const begin = text.lastIndexOf(" ", start - 1) + 1;
    const word = text.slice(begin, start);
    const bare = word.replace(/^[^a-z]{1,3}/, "");
    if (travel.test(bare)) first = start - bare.length;
    if (!/^[a-z]{1,9}$/.test(word)) break;
    start = begin - 1;
  }
  return first;
}

/** The last word before the end, or the one before "address", is written as a name where the draft has capitals. */
function isPlace({ folded, draft }: RuleContext, span: Span, text: string): boolean {
  const typed = text.slice(span.start, span.end);
  if (notPlaces.test(typed) || large.test(typed)) return false;
  // The practice and its people come from somewhere too.
  if (
    /(?<![a-z])(?:we|we've|i|i've|our [a-z]+)(?: [a-z']+){0,2} $/.test(
      text.slice(Math.max(0, span.start - 32), span.start),
    )
  )
    return false;
  if (
    /(?<![a-z])(?:job|team|staff|hired|fired|colleague|new office|our own)(?![a-z])/.test(
      sentenceAt(text, span),
    )
  )
    return false;
  const { start, end } = folded.toOriginal(span);
  return !/\p{Lu}/u.test(draft.text) || / \p{Lu}\p{L}/u.test(draft.text.slice(start, end));
}

export const examples: Examples = {
  flags: ["You «came all the way from Tehachapi», wow!", "The papers went to «your Barstow address»."],
  allows: [
    "You came all the way from Nevada, wow!",
    "He moved here from Spain.",
    "We moved here from Ojai in spring.",
    "Comments come from everywhere.",
    "Is your email address right?",
  ],
};
