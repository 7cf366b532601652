import { clauseAt, matches } from "../lexicon/find.ts";
import { care, visit } from "../lexicon/words.ts";
import { handleKey } from "../patients/name-parts.ts";
import type { Examples, Rule } from "../rule.ts";

const about = new RegExp(
  `(?<!\\p{L})(?:(?:her|his|your|ur|their|my|tus?|sus?) (?:\\p{L}{1,12} ){0,2}${care}|(?:on|for|gave|did|treated|injected|lasered) (?=@)|patients?|clients?|${visit}|came in|stopped by|treated|injected|glow(?:ed|ing)?|before and after)(?!\\p{L})`,
  "u",
);

const rule: Rule = {
  id: "mention",
  category: "identifier",
  confidence: "likely",
  why: "Tagging somebody beside words about care tells everyone that they are a patient.",
  source: "45 CFR 164.514(b)(2)(i)(R)",
  find: (context) => {
    const shown = handleKey(context.threadAuthor);
    const own = new Set(context.practice.handles.map(handleKey));
    return matches(context, [/(?<![\p{L}\p{N}._])@[a-z0-9_][a-z0-9._]{1,40}/gu], (span, text) => {
      const handle = handleKey(text.slice(span.start, span.end));
      if (handle === shown || own.has(handle)) return false;
      return about.test(clauseAt(context, span.start)?.text ?? text);
    });
  },
};
export default rule;

export const examples: Examples = {
  flags: [
    { text: "Obsessed with «@petalhopper» and her new lips", surface: "post" },
    { text: "«@dunes.and.dune» was our first client of the week", surface: "post" },
  ],
  allows: [
    { text: "Coffee by @corner.beans all week", surface: "post" },
    { text: "Congrats @north.pier.runners on the 5K", surface: "post" },
  ],
};
