import { clauseAt } from "../clauses.ts";
import { matches } from "../lexicon/find.ts";
import { isAboutCare } from "../about-care.ts";
import { handleKey } from "../patients/name-parts.ts";
import type { Examples, Rule } from "../rule.ts";

const rule: Rule = {
  id: "mention",
  category: "identifier",
  confidence: "likely",
  why: "Tagging somebody beside words about care tells everyone that they are a patient.",
  source: "45 CFR 164.514(b)(2)(i)(R)",
  find: (context) => {
    if (!context.folded.text.includes("@")) return [];
    const shown = handleKey(context.threadAuthor);
    const own = new Set(context.practice.handles.map(handleKey));
    return matches(context, [/(?<![a-z0-9._])@[a-z0-9_][a-z0-9._]{1,40}/g], (span, text) => {
      const handle = handleKey(text.slice(span.start, span.end));
      if (handle === shown || own.has(handle)) return false;
      return isAboutCare(context, clauseAt(context.clauses, span.start));
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
