import { matches } from "../lexicon/find.ts";
import { month } from "../lexicon/words.ts";
import type { Examples, Rule } from "../rule.ts";

const birth =
  "(?:dob|d\\.o\\.b\\.?|date of birth|birth ?dates?|birthdays?|bdays?|b-days?|born|fecha de nacimiento|cumple(?:anos)?|naci[oó])";
const when = `(?:${month}|may)\\.? \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2} (?:de )?(?:${month}|mayo)|\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?|the \\d{1,2}(?:st|nd|rd|th)|(?:19|20)\\d\\d`;

/** The practice's own birthday, or one that is celebrated as an event. */
const own =
  /(?<![a-z])(?:our|we|practice|clinic|office|shop|business)(?:'s)? (?:[a-z]{1,12} ){0,2}(?:birthday|bday)/;

const patterns = [
  new RegExp(`(?<![a-z])${birth}(?![a-z])[^.?\\n]{0,24}?(?<![a-z\\d])(?:${when})(?![a-z\\d])`, "g"),
  new RegExp(`(?<![a-z\\d])(?:${when})(?![a-z\\d])[^.?\\n]{0,26}?(?<![a-z])${birth}(?![a-z])`, "g"),
];

const rule: Rule = {
  id: "birth-date",
  category: "identifier",
  confidence: "likely",
  why: "A birth date points to one person.",
  source: "45 CFR 164.514(b)(2)(i)(C)",
  find: (context) =>
    matches(
      context,
      patterns,
      (span, text) =>
        !own.test(text.slice(Math.max(0, span.start - 30), span.end)) &&
        !/party|bash|sale|special|cupcake/.test(text.slice(span.start, span.end)),
    ),
};
export default rule;

export const examples: Examples = {
  flags: ["Your «DOB 3/14/1971» is on the form.", "Early happy «birthday to you on the 9th»!"],
  allows: ["Our birthday is May 4 and there is cake.", "Happy birthday, Maya!"],
};
