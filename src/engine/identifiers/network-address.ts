import { matches } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const rule: Rule = {
  id: "network-address",
  category: "identifier",
  confidence: "likely",
  why: "A network address points to one person's device.",
  source: "45 CFR 164.514(b)(2)(i)(O)",
  find: (context) =>
    matches(
      context,
      [
        /(?<![\d.])(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\d.]\d|\d)/g,
        /(?<![0-9a-f:])[0-9a-f]{2}(?::[0-9a-f]{2}){5}(?![0-9a-f:])/g,
      ],
      (span, text) =>
        !/(?:version|firmware|software|update|release|\bv) ?$/.test(
          text.slice(Math.max(0, span.start - 12), span.start),
        ),
    ),
};
export default rule;

export const examples: Examples = {
  flags: ["The fake booking came from «203.0.113.7».", "Device «00:1b:44:11:3a:b7» used our wifi."],
  allows: ["Version 1.2.3 of the menu", "Open 9:00-5:00"],
};
