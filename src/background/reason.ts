import type { Draft, Finding, Verdict } from "../engine/model.ts";
import type { Span } from "../engine/rule.ts";
import { oneLine } from "../record/attempt-body.ts";

/** Longest run of the draft, in UTF-16 units, that may stand in a reason by chance ("in response to the"). */
const longestRun = 16;
const removed = "[removed]";

/**
 * A reason is kept as it was given, but for what must not be kept: names and identifiers that the check finds in it, what is
 * `named` in it beside, the name of whoever is answered, and longer passages of the draft or of what it answers.
 */
export function cleanReason(
  reason: string,
  { text, thread }: Pick<Draft, "text" | "thread">,
  findings: readonly Finding[],
  named: readonly Span[],
): string {
  const marks = new Uint8Array(reason.length);
  for (const { start, end } of named) marks.fill(1, start, end);
  for (const { category, start, end } of findings) {
    if (category === "patient-match" || category === "identifier") marks.fill(1, start, end);
  }
  for (const { start, end } of thread ? wholeName(reason, thread.author) : []) marks.fill(1, start, end);
  for (let start = 0; start + longestRun < reason.length; start++) {
    const run = reason.slice(start, start + longestRun + 1);
    if (text.includes(run) || thread?.text.includes(run)) marks.fill(1, start, start + longestRun + 1);
  }
  let cleaned = "";
  for (let at = 0; at < reason.length; at++) {
    if (marks[at] === 0) cleaned += reason.charAt(at);
    else if (at === 0 || marks[at - 1] === 0) cleaned += removed;
  }
  return cleaned;
}

export interface Cleaning<Prepared> {
  readonly check: (draft: Draft, prepared: Prepared) => Verdict;
  readonly notToKeep: (text: string, prepared: Prepared) => readonly Span[];
}

/** What somebody writes into the record that is about no draft: in one line, at most `limit` UTF-16 units. */
export function cleanedLine<Prepared>(
  text: string,
  limit: number,
  prepared: Prepared,
  { check, notToKeep }: Cleaning<Prepared>,
): string {
  const { findings } = check({ text, site: "other", surface: "post" }, prepared);
  const cleaned = cleanReason(text, { text: "" }, findings, notToKeep(text, prepared));
  // Last, since to cut can leave half a character.
  return oneLine(cleaned.slice(0, limit));
}

const wordsOf = (text: string): (Span & { readonly word: string })[] =>
  Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu), ({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));

/** Where all words of a name stand in a row. One of a letter or two says nothing. */
function wholeName(text: string, name: string): Span[] {
  const wanted = wordsOf(name);
  if (wanted.length === 0 || wanted.reduce((sum, { word }) => sum + word.length, 0) < 3) return [];
  const words = wordsOf(text);
  return words.flatMap(({ start }, first) => {
    const last = words[first + wanted.length - 1];
    const isWhole = last && wanted.every(({ word }, at) => words[first + at]?.word === word);
    return isWhole ? [{ start, end: last.end }] : [];
  });
}
