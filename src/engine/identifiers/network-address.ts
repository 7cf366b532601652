import { matches } from "../lexicon/find.ts";
import type { Examples, Rule, Span } from "../rule.ts";

const octet = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
const four = new RegExp(
  `(?<![a-z\\d.]|[\\d.]:)${octet}(?:\\.${octet}){3}(?:/(?:3[0-2]|[12]?\\d)(?!\\d))?(?![a-z\\d]|\\.\\d)`,
  "g",
);
const six = /(?<![a-z\d:.%])[\da-f:][\da-f:.]{1,44}(?:%[a-z\d]{1,12})?(?:\/\d{1,3}(?!\d))?(?![a-z\d:%])/g;

const rule: Rule = {
  id: "network-address",
  category: "identifier",
  confidence: "likely",
  why: "A network address points to one person's device.",
  source: "45 CFR 164.514(b)(2)(i)(O)",
  find: (context) => {
    const { text } = context.folded;
    const patterns = [...(/\d\.\d/.test(text) ? [four] : []), ...(/:[\da-f]{0,4}:/.test(text) ? [six] : [])];
    return matches(context, patterns, (span) => isAddress(span, text));
  },
};
export default rule;

function isAddress({ start, end }: Span, text: string): boolean {
  const typed = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 24), start);
  if (/^\d+\.\d+\.\d+\.\d+/.test(typed))
    return !/(?:version|firmware|software|update|release|\bv) ?$/.test(before);
  const bare = (typed.split(/[%/]/, 1)[0] ?? "").replace(/[.]$/, "");
  if (bare === "::")
    return typed.includes("/") || /(?:ip(?:v6)?|src|dst|host|unspecified)[ =:]{1,2}$/.test(before);
  return isSix(bare);
}

/** RFC 4291: eight groups, or fewer around one "::"; the last two may be written as four octets. */
function isSix(typed: string): boolean {
  const text = typed.replace(/:?(\d{1,3}(?:\.\d{1,3}){3})$/, (all, last: string) =>
    last.split(".").every((part) => Number(part) < 256) ? `${all.startsWith(":") ? ":" : ""}0:0` : all,
  );
  if (!/^[\da-f:]+$/.test(text)) return false;
  const halves = text.split("::");
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  return (
    halves.length <= 2 &&
    groups.every((group) => /^[\da-f]{1,4}$/.test(group)) &&
    (halves.length === 2 ? groups.length >= 1 && groups.length <= 7 : groups.length === 8)
  );
}

export const examples: Examples = {
  flags: ["The fake booking came from «203.0.113.7».", "Booked from «2001:db8::8:800:417a», twice."],
  allows: [
    "Version 1.2.3 of the menu",
    "Open 9:00-5:00",
    "New :: now :: here",
    "At 12:34:56 the lights went out.",
  ],
};
