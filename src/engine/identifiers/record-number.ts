import { matches, sentenceAt, withoutOverlaps } from "../lexicon/find.ts";
import type { Examples, Rule, Span } from "../rule.ts";

const label = new RegExp(
  `(?<![a-z\\d])(?:mrn|chart|record|patient|pt|file|case|member(?:ship)?|policy|plan|claim|account|acct|invoice|inv|receipt|order|booking|confirmation|reference|ref|ticket|voucher|gift card|pickup code|gate code|login|pin|passcode|code|rx|prescription|dl|(?:driver'?s |state )?licen[cs]e|amex|visa|mastercard|passport|medicaid|medicare|insurance|group|id|expediente|historia|folio|factura|poliza|cuenta|cedula|licencia|card|tarjeta)`,
  "g",
);
/** These say by themselves whose number it is: three digits are enough. */
const strong = /^(?:mrn|chart|patient|invoice|case|claim|acct|account)$/;
const joint =
  /[\s:,.-]{0,3}(?:number|numero|num|no|nr|id|is|was|#|ending|ends|termina|in|with|en|es|code|card on file|card)/y;
const number = /[\s:.,-]{0,3}#?(?:[a-z]{1,5}\d?-?)?\d{4,12}(?:-[a-z0-9]{1,6})?(?![a-z\d%]|-\d)/y;
const short = /[\s:.,-]{0,3}#{0,2}\d{3,12}(?![a-z\d%])/y;

const patterns = [
  /(?<![a-z])(?:ending|ends|termina|terminada) (?:in |en |with )?[x*#]{0,4}\d{4}(?!\d)/g,
  /\b(?:your|ur|her|his) (?:[a-z]{2,12} )?(?:confirmation|code|number|id|pin|login|reference|account|policy|claim)(?: (?:number|code|no))?(?: is|:| #|,)? (?=[a-z0-9-]{0,13}\d)[a-z0-9][a-z0-9-]{3,14}(?![a-z0-9])/g,
  /(?<![a-z0-9-])[a-z]{2,5}-\d{4,8}(?![a-z0-9])/g,
];

/** Years, prices and offers are numbers of the practice, not of a person. */
const harmless =
  /(?:19|20)\d\d$|\$|(?:coupon|promo|discount|code) ?(?:is )?[a-z]{1,16}\d{1,2}$|^covid|cpt|icd/;

/** The number of a stub says nothing of who holds it. */
const raffle = /(?<![a-z])(?:raffle|door prize|prize|drawing|winner|stubs?|basket)(?![a-z])/;

const rule: Rule = {
  id: "record-number",
  category: "identifier",
  confidence: "certain",
  why: "A record, account, claim or other number points to one person.",
  source: "45 CFR 164.514(b)(2)(i)(H)",
  find: (context) => {
    if (!/\d/.test(context.folded.text)) return [];
    const labelled: Span[] = [];
    matches(context, [label], ({ start, end }, text) => {
      const last = endOfNumber(text, end, strong.test(text.slice(start, end)));
      const span = { start, end: last ?? end };
      if (last === undefined || !isOfOne(span, text)) return false;
      return labelled.push(span) > 0;
    });
    return withoutOverlaps([...labelled, ...matches(context, patterns, isOfOne)]);
  },
};
export default rule;

/** Where a number ends that follows a label, with at most three words between them ("is", "no.", "ending in"). */
function endOfNumber(text: string, from: number, isStrong: boolean): number | undefined {
  let at = from;
  let end: number | undefined;
  for (let words = 0; words <= 3; words++) {
    for (const pattern of isStrong ? [number, short] : [number]) {
      pattern.lastIndex = at;
      if (pattern.test(text)) end = Math.max(end ?? 0, pattern.lastIndex);
    }
    joint.lastIndex = at;
    if (!joint.test(text)) break;
    at = joint.lastIndex;
  }
  return end;
}

function isOfOne(span: Span, text: string): boolean {
  const typed = text.slice(span.start, span.end);
  if (harmless.test(typed)) return false;
  if (typed.startsWith("ticket") && raffle.test(text)) return false;
  // A bare code and a business's own papers count where a person is spoken of.
  return !/^(?:[a-z]+-[a-z]?\d+$|order|invoice|inv|licen[cs]e)/.test(typed) || ofPerson(span, text);
}

function ofPerson(span: Span, text: string): boolean {
  const sentence = sentenceAt(text, span);
  return (
    /(?<![a-z])(?:you|your|yours|ur|u|her|his|she|he|someone's|somebody's|tu|su|portal|birthday)(?![a-z])/.test(
      sentence,
    ) &&
    !/(?<![a-z])(?:coupon|promo|discount|% off|caps|vendor|hvac|check \d{1,12}|our licen[cs]e|medical board|lot|recall|model|serial)(?![a-z])/.test(
      sentence,
    )
  );
}

export const examples: Examples = {
  flags: ["Please quote «chart #448812» when you call.", "Your «voucher ending in 0331» was used in spring."],
  allows: [
    "Use code GLOW20 this week.",
    "Our chart of sunscreen grades is new.",
    "A record 2026!",
    "The raffle basket goes to ticket 0291.",
  ],
};
