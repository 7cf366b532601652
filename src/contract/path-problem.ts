/** What is wrong with a regular expression over addresses that an admin wrote: it runs at every press of a key. */
export const pathLimit = 200;
/** Longest address that is looked at, in UTF-16 units, so that no pattern that is taken can be slow. */
export const addressLooked = 1000;
/** Ways through the groups that are a choice, and through each `?`: every one of them may have to be tried. */
const mostWays = 64;

const lookaround = /^\(\?(?:=|!|<=|<!)/;
const token =
  /\\(?:k<|[1-9]|.)|\[(?:\\.|[^\]\\])*\]|\(\?(?:<?[=!]|:|<\w+>)|[()]|[*+]\??|\{\d+(?:,\d*)?\}\??|\?|[^]/gu;

/**
 * A sentence for the person who wrote it; undefined: it can be used. Only what cannot be slow on any address: repetitions of
 * single characters, two where the pattern begins with `^`, else one; groups may be optional, never repeated.
 */
export function pathProblem(text: string): string | undefined {
  if (text === "") return "Write a regular expression, or leave it out.";
  if (text.length > pathLimit) return `Write at most ${pathLimit} characters; this has ${text.length}.`;
  try {
    void new RegExp(text);
  } catch (error) {
    const said = error instanceof Error ? (error.message.split(": ").at(-1) ?? "") : "";
    return `This is no regular expression: ${said}.`;
  }
  let loops = 0;
  let ways = 1;
  let last = "";
  for (const [part] of text.matchAll(token)) {
    if (lookaround.test(part)) return "Write it without looking ahead or behind: (?=, (?!, (?<=, (?<!.";
    if (/^\\(?:k<|[1-9])/.test(part)) return "Write it without references back: \\1, \\k<name>.";
    if (part === "?") ways *= 2;
    else if (/^(?:[*+]|\{)/.test(part)) {
      if (last === ")")
        return "Repeat single characters only: a group may be followed by ?, not by * + or {.";
      loops += 1;
    }
    last = part;
  }
  const most = text.startsWith("^") && !hasTopAlternative(text) ? 2 : 1;
  if (loops > most)
    return most === 2
      ? `Use at most 2 of * + {; this has ${loops}.`
      : `Use at most one of * + {, or two in a pattern that begins with ^ and is no choice (|); this has ${loops}.`;
  ways *= waysThroughGroups(text);
  if (ways > mostWays)
    return `Use fewer of ? and |: there are ${ways} ways through them, and ${mostWays} may be tried.`;
  return undefined;
}

/** Each with each: a bound, since a choice inside a choice is counted wherever it is not taken. */
function waysThroughGroups(text: string): number {
  const open: number[] = [];
  let ways = 1;
  for (const [part] of text.matchAll(token)) {
    const inside = open.length - 1;
    if (part.startsWith("(")) open.push(1);
    else if (part === ")") ways *= open.pop() ?? 1;
    else if (part === "|" && inside >= 0) open[inside] = (open[inside] ?? 1) + 1;
  }
  return ways;
}

/** A choice outside every group: `^` then binds its first part only. */
function hasTopAlternative(text: string): boolean {
  let depth = 0;
  for (const [part] of text.matchAll(token)) {
    if (part.startsWith("(")) depth += 1;
    else if (part === ")") depth -= 1;
    else if (part === "|" && depth === 0) return true;
  }
  return false;
}
