import { isConditional, rx, toPerson } from "../lexicon/find.ts";
import { care } from "../lexicon/marks.ts";
import { tu, your } from "../lexicon/words.ts";
import type { Examples, Rule } from "../rule.ts";

const side =
  "(?:[\ue000-\ue003]{1,48}|left|right|upper|lower|new|whole|other|little|own|poor|beautiful|gorgeous|pretty|perfect|lovely|fresh|first|second|third|last|next|old|full|long|two|three|four|both|big|sweet|final|free|natural|fabulous|amazing|stunning|same|recent|personal|current|custom|daily|\\d{1,3}(?:st|nd|rd|th)?|dental|tear trough|cosmetic|surgical|medical)";

const patterns = [
  rx`${your} (?:${side} ){0,2}${care}`,
  rx`(?:${tu}|esos|esas|esa|ese|el|la|los|las) (?:(?:nuev[oa]s?|bell[oa]s?|hermos[oa]s?|linda|lindos|lindas|lindo|propi[oa]) )?(?:${care}) (?:te|le) (?:qued|va|ve)[a-z]{1,6}`,
  rx`(?:${tu}) (?:(?:nuev[oa]s?|bell[oa]s?|hermos[oa]s?|linda|propi[oa]|limpieza de|ultimo|proximo|primer|primera|diseno de) )?(?:${care})`,
  rx`(?:for|on|with|after) (?:that|those|these) (?:${side} )?${care}`,
];

const rule: Rule = {
  id: "your-care",
  category: "health",
  confidence: "certain",
  why: "This ties a body part, treatment, product or condition to the person you are answering.",
  source: "45 CFR 160.103; 164.502(a)",
  find: (context) => toPerson(context, patterns, (span, text) => !isConditional(text, span)),
};
export default rule;

export const examples: Examples = {
  flags: [
    "We love how «your brows» turned out!",
    "«Your left cheek» will settle.",
    "Hope «your new retainer» fits.",
    "«Su limpieza» le va a durar.",
  ],
  allows: [
    "Your comment made us smile.",
    "Brows take about six weeks to settle on anyone.",
    { text: "Your skin, your rules.", surface: "post" },
  ],
};
