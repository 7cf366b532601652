import { rx, matches } from "../lexicon/find.ts";
import { care } from "../lexicon/marks.ts";
import { relative } from "../lexicon/words.ts";
import type { Examples, Rule } from "../rule.ts";

const patterns = [
  rx`(?:her|his|hers) (?:(?:left|right|upper|lower|new|whole|little|own|poor|beautiful|gorgeous|pretty|perfect|lovely|fresh|first|second|third|fourth|fifth|last|next|old|full|two|three|four|six|final|natural|amazing|stunning|same|monthly|yearly|annual|quarterly|dental|wisdom|${care}|back|baby|front|perfect|lower|upper|\d{1,3}(?:st|nd|rd|th)?) ){0,2}${care}`,
  rx`(?:${care}) (?:(?:nuev[oa]s?|perfect[oa]s?|divin[oa]s?|hermos[oa]s?) )?de (?:esta|este|nuestra|nuestro|mi|la|una) (?:[a-z]{2,10} )?(?:reina|clienta|cliente|paciente|bella|belleza|guapa|amiga|mami|novia|quinceanera|senora|chica|muneca)`,
  rx`[a-z]{2,14}['’]s (?:(?:new|left|right|upper|lower|first|second|third|fresh|gorgeous|beautiful|full|whole|final|last) ){0,2}${care}`,
  rx`${relative}['’]?s (?:(?:new|left|right|upper|lower|first|second|third) )?${care}`,
];

/** "Dr. Vale's facial", "today's filler offer", "women's treatments" are the practice's own. */
const own =
  /^(?:today|tomorrow|tonight|yesterday|it|that|what|here|there|let|who|how|where|women|men|everyone|everybody|people|summer|winter|spring|fall|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mother|father|valentine|season|month|week|year|world|nobody|she|he|one|nature|america|patient|client|kid|children|baby|someone|anyone|somebody|person|anybody|whoever|else|friend|dentist|doctor|surgeon|physician|nurse|provider|injector|hygienist|minor|adult|hospital|insurer|dog|cat|puppy|pet)['’]s/;

const mine = new RegExp(
  `(?<![a-z])my ${relative}(?:['’]?s [a-z ]{2,30}| (?:had|got|has|after) (?:her|his) [a-z ]{2,30})$`,
);

const rule: Rule = {
  id: "their-care",
  category: "health",
  confidence: "likely",
  why: "This ties a body part, treatment, product or condition to somebody, also without a name.",
  source: "45 CFR 160.103; 164.514(b)(2)",
  find: (context) => {
    const staff = context.practice.staff.map((one) => one.name.toLowerCase());
    return matches(context, patterns, (span, text) => {
      const words = text.slice(span.start, span.end);
      if (own.test(words)) return false;
      // Nobody's: "kids smile", and a relative of the writer, who tells of another business in a review.
      if (
        /^(?:kids|girls|boys|moms|dads|sons|daughters|friends|neighbors|guests) [a-z]/.test(words) &&
        !/(?:your|ur|her|his|my) $/.test(text.slice(Math.max(0, span.start - 5), span.start))
      )
        return false;
      if (context.draft.surface === "review" && mine.test(text.slice(Math.max(0, span.start - 40), span.end)))
        return false;
      const owner = /^([a-z]{2,14})['’]s/.exec(words)?.[1];
      return (
        owner === undefined ||
        (!staff.some((name) => name.includes(owner)) &&
          !/(?:dr|doctor)\.? $/.test(text.slice(Math.max(0, span.start - 8), span.start)))
      );
    });
  },
};
export default rule;

export const examples: Examples = {
  flags: [
    { text: "Los «labios de esta reina»", surface: "post" },

    { text: "Her crooked front tooth is history and so is «her new retainer».", surface: "post" },
    { text: "Obsessed with «his hairline»", surface: "post" },
    { text: "«Ottilie's veneers» came out so bright", surface: "post" },
  ],
  allows: [
    { text: "Limpieza facial de la semana: menta.", surface: "post" },

    { text: "Today's facial special ends at noon.", surface: "post" },
    { text: "A surgeon's eyes are trained for this.", surface: "post" },
    { text: "It takes a team to make kids smile.", surface: "post" },
    { text: "The crew put my son's retainer in a real case.", surface: "review" },
    { text: "Women's laser packages are half off.", surface: "post" },
    "Her playlists are the best part of the office.",
  ],
};
