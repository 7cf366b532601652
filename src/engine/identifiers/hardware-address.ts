import { matches } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const hardware =
  /(?<![\da-f:-])(?:[\da-f]{2}(?::[\da-f]{2}){5}|[\da-f]{2}(?:-[\da-f]{2}){5}|[\da-f]{4}(?:\.[\da-f]{4}){2})(?![\da-f:-])/g;

const rule: Rule = {
  id: "hardware-address",
  category: "identifier",
  confidence: "likely",
  why: "A hardware address points to one person's device.",
  source: "45 CFR 164.514(b)(2)(i)(M)",
  find: (context) =>
    /[\da-f]{2}[:.-][\da-f]{2}/.test(context.folded.text)
      ? // All ones is everybody, all zeros is nobody: no device has them.
        matches(
          context,
          [hardware],
          (span, text) => !/^(?:[f:.-]+|[0:.-]+)$/.test(text.slice(span.start, span.end)),
        )
      : [],
};
export default rule;

export const examples: Examples = {
  flags: ["Device «00:1b:44:11:3a:b7» used our wifi.", "It is «001b.4411.3ab7», right?"],
  allows: ["Open 09:00-17:00", "Part 00-1b-44 is here."],
};
