import { matches, sentenceAt } from "../lexicon/find.ts";
import { fold } from "../normalize.ts";
import type { Examples, Rule } from "../rule.ts";

const street =
  /(?<![a-z0-9$#-])\d{1,5} (?:[nsew]\.? )?(?:[a-z0-9'.]{1,20} ){1,3}(?:street|st|avenue|ave|boulevard|blvd|road|rd|drive|dr|lane|ln|court|ct|way|place|pl|terrace|circle|cir|highway|hwy|parkway|pkwy|trail)(?![a-z])/g;
const zip = /(?<![a-z])(?:zip(?: code)?|codigo postal)[ :]{1,2}(?:is )?\d{5}(?!\d)/g;
const house =
  /(?<![a-z])(?:house|condo|apartment) (?:on|off) (?=[a-z])(?!the |a |our |that )[a-z' ]{3,24}(?![a-z])/g;

/** Something of a person: where they live, or where something was sent to. */
const ofPerson =
  /(?<![a-z])(?:your|ur|her|his|she|he|mailed|mail|sent|send|deliver(?:ed)?|ship(?:ped)?|lives?|living|moved|address on file|tu|su|vive|enviamos|mandamos)(?![a-z])/;

const rule: Rule = {
  id: "street-address",
  category: "identifier",
  confidence: "likely",
  why: "A place smaller than a state points to a person.",
  source: "45 CFR 164.514(b)(2)(i)(B)",
  find: (context) => {
    const isOwn = (typed: string): boolean =>
      context.practice.addresses.some((address) => fold(address).text.includes(typed));
    const patterns = /\d/.test(context.folded.text) ? [street, zip, house] : [house];
    return matches(context, patterns, (span, text) => {
      const sentence = sentenceAt(text, span);
      return (
        ofPerson.test(sentence) &&
        !isOwn(text.slice(span.start, span.end)) &&
        !/(?<![a-z])(?:we are|we're|come (?:see|visit)|find us|our (?:office|clinic|address|new)|located|parking|join us)(?![a-z])/.test(
          sentence,
        )
      );
    });
  },
};
export default rule;

export const examples: Examples = {
  flags: [
    "We mailed the papers to «77 Larkspur Lane» on your request.",
    "Is your «zip code 90291» still right?",
  ],
  allows: ["Find us at 12 Harbor Street.", "The food bank at 900 Oak Avenue needs diapers."],
};
