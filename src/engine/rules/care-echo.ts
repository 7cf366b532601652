import { isConditional, isGeneral, sentenceAt } from "../lexicon/find.ts";
import { mask, masked } from "../lexicon/mask.ts";
import type { Examples, Rule, Span } from "../rule.ts";

const terms = /[\ue000-\ue002]+/g;
/** The words just before the term that take it up: "glad the", "loved your", "we did that". */
const tied =
  /(?<![a-z])(?:glad|happy|love|loved|loving|hope|sorry|congrats|congratulations|enjoy|enjoyed|you|u|your|ur|her|his|we|i|he|she|that|those|next|another|more|done with|back for|rock|rocked|te|tu|su|le|gracias por)\s(?:[^.!?;\n]{0,24}\s)?$/;
const neutral =
  /(?<![a-z])(?:costs?|price[sd]?|runs?|starts? at|offers?|available|anyone|may|can|often|common|page|site|website|depends|varies|per|each|how much|we (?:do|use|have|offer|bought|say|know|call)|yes we|cuesta|precio|usual|expected|takes|lasts?|means|wants|is how|ask|first|most|never|any|affects)(?![a-z])|[$%]/;

const stem = (word: string): string => word.replace(/(?:ies|es|s)$/, "").slice(0, 7);

const rule: Rule = {
  id: "care-echo",
  category: "health",
  confidence: "likely",
  why: "Taking up the treatment or symptom that this person mentions confirms it on the practice's word.",
  source: "45 CFR 164.502(a); OCR, New Vision Dental (2022)",
  find: (context) => {
    if (context.audience !== "person" || context.threadText === "") return [];
    const words = (masks: string): Span[] =>
      [...masks.matchAll(terms)]
        .slice(0, 40)
        .map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
    const spans = words(masked(context));
    if (spans.length === 0) return [];
    const said = new Set(
      words(mask(context.threadText)).map(({ start, end }) => stem(context.threadText.slice(start, end))),
    );
    const found: Span[] = [];
    for (const span of spans) {
      const sentence = sentenceAt(context.folded.text, span);
      if (
        !said.has(stem(context.folded.text.slice(span.start, span.end))) ||
        isGeneral(sentence) ||
        neutral.test(sentence) ||
        sentence.length > 160
      )
        continue;
      const lead = context.folded.text.slice(Math.max(0, span.start - 40), span.start);
      if (tied.test(lead) && !isConditional(context.folded.text, span, context) && !sentence.includes("?"))
        found.push(span);
    }
    return found;
  },
};
export default rule;

export const examples: Examples = {
  flags: [
    {
      text: "We love a good «hydrafacial» glow moment with you",
      thread: { author: "Pim", text: "That hydrafacial was heaven" },
    },
    { text: "So glad the «stitches» are out", thread: { author: "Pim", text: "My stitches came out today" } },
  ],
  allows: [
    { text: "A hydrafacial costs $199.", thread: { author: "Pim", text: "That hydrafacial was heaven" } },
    { text: "Thank you for the kind words!", thread: { author: "Pim", text: "That hydrafacial was heaven" } },
  ],
};
