import { matches } from "../lexicon/find.ts";
import type { Examples, Rule, RuleContext, Span } from "../rule.ts";

const patterns = [
  /\b(?:all (?:the|that) way|drove|driving|drives?|travel(?:s|ed|ing)?|flew|flying|coming|come|came|made the (?:trip|drive)|trip) (?:[a-z]{1,8} ){0,4}from (?=[a-z])(?!the |a |our |your |my |you|as |being)[a-z' ]{3,24}?(?= to | every| for| just|[,.!?;:]|$)/g,
  /\b(?:your|ur|her|his) [a-z]{3,16} (?:address|house|home)\b/g,
  /\b(?:desde|viene de|vino de|vienen de) (?=[a-z])(?!la |el |las |los |que |su |tu |hace)[a-z]{3,16}\b/g,
];
const notPlaces =
  /\b(?:email|e-mail|mailing|home|new|old|current|billing|work|ip|web|own|far|work|afar|everywhere|behind|within|hace|lunes|siempre)\b/;

const rule: Rule = {
  id: "home-town",
  category: "identifier",
  confidence: "likely",
  why: "Where a person comes from is a place smaller than a state, and the thread does not show it.",
  source: "45 CFR 164.514(b)(2)(i)(B)",
  find: (context) =>
    context.audience === "person"
      ? matches(context, patterns, (span, text) => isPlace(context, span, text))
      : [],
};
export default rule;

/** The last word before the end, or the one before "address", is written as a name where the draft has capitals. */
function isPlace({ folded, draft }: RuleContext, span: Span, text: string): boolean {
  if (notPlaces.test(text.slice(span.start, span.end))) return false;
  const { start, end } = folded.toOriginal(span);
  return !/\p{Lu}/u.test(draft.text) || / \p{Lu}\p{L}/u.test(draft.text.slice(start, end));
}

export const examples: Examples = {
  flags: ["You «came all the way from Tehachapi», wow!", "The papers went to «your Barstow address»."],
  allows: ["Comments come from everywhere.", "Is your email address right?"],
};
