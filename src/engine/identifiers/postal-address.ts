import { matches, withoutOverlaps } from "../lexicon/find.ts";
import { fold } from "../normalize.ts";
import type { Examples, Rule, RuleContext, Span } from "../rule.ts";
import { ofBusiness } from "./parts/public-lines.ts";

/** What only a mailing address has: a flat, a box, a military post office, a town with state and ZIP code. */
const anchors = [
  /(?<![a-z])(?:apt|apartment|suite|ste|flat|depto|departamento)\.? ?#?\d{1,5}[a-z]?(?![a-z\d/:])/g,
  /(?<![a-z])(?:p\.? ?o\.? ?box|apartado(?: postal)?) \d{1,6}(?!\d)/g,
  /(?<![a-z])(?:psc|cmr|unit) \d{1,5},? box \d{1,5}(?!\d)/g,
  /(?<![a-z])[afd]po,? a[aep](?: \d{5}(?:-\d{4})?)?(?![a-z\d])/g,
  /(?<=[a-z], ?)(?:a[klrz]|c[aot]|d[ce]|fl|ga|hi|i[adln]|k[sy]|la|m[adeinost]|n[cdehjmvy]|o[hkr]|pa|ri|s[cd]|t[nx]|ut|v[at]|w[aivy]) \d{5}(?:-\d{4})?(?!\d)/g,
];
/** States whose letters are words: "in 10000 steps". */
const wordlike = /^(?:in|or|me|ok|hi|oh|la|de|pa) /;
const isCapital = ({ draft, folded }: RuleContext, span: Span): boolean =>
  /^\p{Lu}{2}/u.test(draft.text.slice(folded.toOriginal(span).start));

/** A street that is known by its name's ending or beginning, with a number on either side. */
const streets = [
  /(?<![a-z\d$])\d{1,5} (?:\d{1,5} )?(?:[\p{L}'.-]{1,20} ){0,3}(?:street|st|avenue|ave|boulevard|blvd|road|rd|drive|lane|ln|court|ct|terrace|circle|highway|hwy|parkway|trail|close|crescent)(?!\p{L})(?=[,.;\n]|$| apt| suite)/gu,
  /(?<![\p{L}\d])(?:rua|rue|via|viale|calle|avenida|avda|paseo|plaza|piazza|corso|ulica|ul|carrera|chemin|camino)\.? (?:[\p{L}'.-]{1,20} ){1,4}\d{1,5}(?!\d)/gu,
  /(?<![\p{L}\d])\p{L}{3,20}(?:straat|strasse|gasse|weg|laan|vej|vegen|veien|gata|gatan|gate|katu|tie|kuja|utca|vegur|braut|vagen|plein|allee) \d{1,5}(?!\d)/gu,
];
/** What follows is an address because it is called one, or because somebody lives there. */
const told =
  /(?<![a-z])(?:(?:your|ur|her|his|their|my|billing|mailing|home|new|shipping|street) address(?: (?:is|on file(?: is)?|with|to))?|address:|lives? (?:at|on)|lived (?:at|on|in)|living (?:at|on)|(?:sent|mailed|shipped|delivered|send it|mail it|deliver it) to)[\s:,]{1,8}\d{1,5}[a-z]? [^.!?;:\n]{4,40}/g;
const zip =
  /(?<![a-z])(?:zip(?: code)?|postal code|codigo postal)(?: is)?[ :]{1,2}[a-z\d]{2,5}(?:[ -]\d[a-z\d]{1,3})?(?![a-z\d])/g;

const ofPractice =
  /(?<![a-z])(?:we are|we're|we moved|come (?:see|visit)|visit us|find us|our|located|parking|join us|restaurant|station|office is|event|shop|store|party|market|theat(?:er|re)|venue|meet us)(?![a-z])/;

const rule: Rule = {
  id: "postal-address",
  category: "identifier",
  confidence: "likely",
  why: "A mailing address that is not the practice's own points to the person who lives there.",
  source: "45 CFR 164.514(b)(2)(i)(B)",
  find: (context) => {
    const { text } = context.folded;
    if (context.audience !== "person" || !/\d{2}/.test(text)) return [];
    const isOwn = ({ start, end }: Span): boolean =>
      context.practice.addresses.some((address) => fold(address).text.includes(text.slice(start, end)));
    const sure = matches(
      context,
      anchors,
      (span) => !isOwn(span) && (!wordlike.test(text.slice(span.start)) || isCapital(context, span)),
    );
    const named = matches(context, [told, zip], ({ start, end }) => {
      const number = start + text.slice(start, end).search(/\d/);
      // Up to the second word after the number: what follows may be the next words of the sentence.
      const opening = /^\S{1,24}(?: \S{1,24})?/.exec(text.slice(number, end))?.[0] ?? "";
      return /\d{3}/.test(text.slice(start, end)) && !isOwn({ start: number, end: number + opening.length });
    });
    const beside = matches(
      context,
      streets,
      (span) =>
        !isOwn(span) &&
        (isOfOne(text, span.start) ||
          [...sure, ...named].some(({ start, end }) => start - span.end < 8 && span.start - end < 60)),
    );
    const blocks = [...sure.map((span) => whole(span, text)), ...named, ...beside];
    return withoutOverlaps(blocks).filter(({ start, end }) => {
      const around = text.slice(Math.max(0, start - 60), start) + text.slice(end, end + 24);
      return !ofPractice.test(around) && !ofBusiness.test(around);
    });
  },
};
export default rule;

const ofOne =
  /(?<![a-z])(?:your|ur|her|his|she|he|you|lives?|lived|sent|mailed|delivered|address|tu|su|vive)(?![a-z])/;

/** The same sentence says whose it is, in the few words before. */
const isOfOne = (text: string, at: number): boolean =>
  ofOne.test(
    text
      .slice(Math.max(0, at - 48), at)
      .split(/[.!?]/)
      .at(-1) ?? "",
  );

/** From the house number before a flat or town to the ZIP code behind it. */
function whole({ start, end }: Span, text: string): Span {
  const head =
    text
      .slice(Math.max(0, start - 60), start)
      .split(/[.!?;:]/)
      .at(-1) ?? "";
  const house = /(?<![a-z\d])\d{1,5}[a-z]? /.exec(head)?.index ?? head.length;
  const tail = text.slice(end, end + 72).split(/[.!?;:]/, 1)[0] ?? "";
  const after = /(?<![a-z\d])\d{4,6}(?:-\d{3,4})?(?!\d)/.exec(tail);
  const town =
    /^(?:[ \n>?]{0,4}[,\n][ \n>?]{0,4})\p{L}[\p{L}']{2,20}(?: \p{L}[\p{L}']{2,20})?(?=[,.\n]|$)/u.exec(
      text.slice(end, end + 40),
    );
  const behind = after ? after.index + after[0].length : (town?.[0].length ?? 0);
  return { start: start - (head.length - house), end: end + behind };
}

export const examples: Examples = {
  flags: [
    "It went to «77 Larkspur Lane, Apt. 4, Ojai 93023» again.",
    "Is «P.O. Box 219, Ojai», still yours?",
    "Your statement was «mailed to 771 Larkspur Hill».",
  ],
  allows: [
    "Our office is at 12 Harbor Street, Suite 4.",
    "The shop next door is at 900 Oak Avenue, Suite 2.",
    "Suites are open.",
    "It takes work, in 10000 small steps.",
  ],
};
