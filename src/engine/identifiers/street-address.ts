import { matches, sentenceAt } from "../lexicon/find.ts";
import { fold } from "../normalize.ts";
import type { Examples, Rule } from "../rule.ts";

const street =
  /(?<![\p{L}\p{N}$#-])\d{1,5} (?:[nsew]\.? )?(?:[\p{L}\p{N}'.]{1,20} ){1,3}(?:street|st|avenue|ave|boulevard|blvd|road|rd|drive|dr|lane|ln|court|ct|way|place|pl|terrace|circle|cir|highway|hwy|parkway|pkwy|trail)(?!\p{L})/gu;
const zip = /(?<!\p{L})(?:zip(?: code)?|codigo postal)[ :]{1,2}(?:is )?\d{5}(?!\d)/gu;
const house =
  /(?<!\p{L})(?:house|condo|apartment) (?:on|off) (?=\p{L})(?!the |a |our |that )[\p{L}' ]{3,24}(?!\p{L})/gu;

/** Something of a person: where they live, or where something was sent to. */
const ofPerson =
  /(?<!\p{L})(?:you|your|ur|u|her|his|she|he|mailed|mail|sent|send|deliver(?:ed)?|ship(?:ped)?|lives?|living|moved|address on file|tu|su|vive|enviamos|mandamos)(?!\p{L})/u;

const rule: Rule = {
  id: "street-address",
  category: "identifier",
  confidence: "likely",
  why: "A place smaller than a state points to a person.",
  source: "45 CFR 164.514(b)(2)(i)(B)",
  find: (context) => {
    const own = context.practice.addresses.map((address) => fold(address).text).join("\n");
    return matches(context, [street, zip, house], (span, text) => {
      const sentence = sentenceAt(text, span);
      return (
        !own.includes(text.slice(span.start, span.end)) &&
        ofPerson.test(sentence) &&
        !/(?<!\p{L})(?:we are|we're|come (?:see|visit)|find us|our (?:office|clinic|address|new)|located|parking|join us)(?!\p{L})/u.test(
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
