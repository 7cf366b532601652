import { isActual, type Keep, rx, sentenceAt, toPerson } from "../lexicon/find.ts";
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

/** What a body part does in a saying, and the thing of a colleague or seller that only has such a word in its name. */
const saying =
  /(?<![a-z0-9])(?:(?:put|putting|lay) your finger|(?:to|in|miss|see|missed) (?:your|ur) faces?|born with that face|over your shoulders?|(?:your|ur) (?:own )?(?:two eyes|whole chest)|sit on your hands|\d yr old [a-z]{1,12})$/;
const compound = /^ (?:treasurer|podcast|channel|blog|class|workshop|booth)(?![a-z])/;
/** Prices of a kind of treatment, and what is left open on purpose. */
const ofKind =
  /(?<![a-z])(?:wherever (?:you|that|it)|tips? for all|myth|range for|psa|anyone|everybody else)(?![a-z])/;
/** "When you can stamp without thinking about your stitches", "if you feel faint or your chest hurts". */
const hypothetical =
  /(?<![a-z])(?:if|when|whenever|once|unless) (?:you|u) (?:can|feel|ever|notice|want|need)(?![a-z])[^,.!?;\n]{0,60}$/;

/** "You may post anything you like about your own face." */
const atWill = /(?<![a-z])(?:anything|whatever) (?:you|u) (?:like|want|please|wish) about $/;

const isTheirs: Keep = (span, text, context) => {
  const words = text.slice(Math.max(0, span.start - 16), span.end);
  if (saying.test(words) || compound.test(text.slice(span.end, span.end + 14))) return false;
  if (/^(?:for|on|with|after) [a-z]{4,5},/.test(text.slice(span.start, span.end))) return false;
  return (
    isActual(span, text, context) &&
    !ofKind.test(sentenceAt(text, span)) &&
    !hypothetical.test(text.slice(Math.max(0, span.start - 90), span.start)) &&
    !atWill.test(text.slice(Math.max(0, span.start - 36), span.start))
  );
};

const rule: Rule = {
  id: "your-care",
  category: "health",
  confidence: "certain",
  why: "This ties a body part, treatment, product or condition to the person you are answering.",
  source: "45 CFR 160.103; 164.502(a)",
  find: (context) => toPerson(context, patterns, isTheirs),
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
    "We owe you an answer to your face, Ms. Ode.",
    "When you can laugh without feeling your stitches, the worst is over.",
    "Love your acne podcast!",
    { text: "Your skin, your rules.", surface: "post" },
  ],
};
