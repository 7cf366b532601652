import { matches } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";
import { isIban, isMadeUp, isRouting } from "./parts/checksums.ts";

const routing = /(?<![a-z\d.,$#-])(?:\d{9}|\d{4}-\d{4}-\d)(?![a-z\d-]|[.,]\d)/g;
const iban = /(?<![a-z\d])[a-z]{2}\d{2}(?: ?[a-z\d]{4}){2,7}(?: ?[a-z\d]{1,3})?(?![a-z\d])/g;
const labelled =
  /(?<![a-z])(?:routing|aba|bank account|checking account|savings account|iban)(?: (?:number|no|num|code|#)){0,2}[ :#]{1,3}(?:is |was )?#?\d{6,17}(?!\d)/g;

const rule: Rule = {
  id: "bank-number",
  category: "identifier",
  confidence: "likely",
  why: "A bank account or routing number points to its owner.",
  source: "45 CFR 164.514(b)(2)(i)(J)",
  find: (context) =>
    /\d{4}/.test(context.folded.text)
      ? matches(context, [routing, iban, labelled], ({ start, end }, text) => {
          const typed = text.slice(start, end).replace(/[ -]/g, "");
          if (/^\d/.test(typed)) return isRouting(typed) && !isMadeUp(typed);
          return isIban(typed) || /^(?:routing|aba|bank|checking|savings)/.test(typed);
        })
      : [],
};
export default rule;

export const examples: Examples = {
  flags: [
    "The refund went to «routing number 021000089» by mistake.",
    "Was it «GB29 NWBK 6016 1331 9268 19»?",
    "It came back from «0210-0008-9».",
  ],
  allows: ["Item 021000088 is back in stock.", "Code GB29NWBK60161331926820 is for the lamp."],
};
