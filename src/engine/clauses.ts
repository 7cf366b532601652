import type { Clause } from "./rule.ts";

/**
 * Where one statement ends and the next begins. A period after a title or initial, inside a number or inside a web
 * address is none of these.
 */
const boundary = new RegExp(
  [
    "[?!]{1,60}(?:\\s|$|[\"')]|\\p{Extended_Pictographic})?",
    "\\n{1,60}",
    ";",
    "(?<!\\b(?:dr|mr|mrs|ms|st|jr|sr|vs|no|dra|sra|srta|[a-z]))\\.{1,60}(?=\\s|$|[\"')])",
    "\\.{2,60}",
    ":(?=\\s)",
    "\\s-{1,3}\\s",
    "[()]",
    ",?\\s(?=(?:but|because|although|though|however|whereas|pero|porque|aunque)\\s)",
    ",\\s(?=(?:and|so|or|yet|then|y|asi)\\s)",
    "\\s(?=(?:and|so|y)\\s(?:i|we|you|he|she|they|it|please|thank|thanks|don't|do|let|call|come)\\b)",
  ].join("|"),
  "gu",
);

/** Clauses of a folded text, in order, without surrounding white space; none is empty. */
export function clauses(text: string): Clause[] {
  const found: Clause[] = [];
  const add = (from: number, to: number, question: boolean): void => {
    const part = text.slice(from, to);
    const start = from + (part.length - part.trimStart().length);
    const trimmed = part.trim();
    if (trimmed !== "") found.push({ start, end: start + trimmed.length, text: trimmed, question });
  };
  let from = 0;
  for (const match of text.matchAll(boundary)) {
    add(from, match.index, match[0].includes("?"));
    from = match.index + match[0].length;
  }
  add(from, text.length, false);
  return found;
}

export function clauseAt(all: readonly Clause[], at: number): Clause | undefined {
  return all.find((clause) => clause.start <= at && at < clause.end);
}
