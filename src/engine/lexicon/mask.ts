import type { Folded, RuleContext } from "../rule.ts";
import { bodyTerms, conditionTerms, moneyTerms, procedureTerms, resultTerms } from "./terms.ts";
import { classOf } from "./marks.ts";

const classes = new Map<string, string>();
/** What terms of several words begin with, up to the word before their last. */
const beginnings = new Set<string>();
for (const [terms, mark] of [
  [procedureTerms, classOf.procedure],
  [conditionTerms, classOf.condition],
  [bodyTerms, classOf.body],
  [resultTerms, classOf.result],
  [moneyTerms, classOf.money],
] as const) {
  for (const term of terms) {
    if (!classes.has(term)) classes.set(term, mark);
    for (let end = term.indexOf(" "); end >= 0; end = term.indexOf(" ", end + 1))
      beginnings.add(term.slice(0, end));
  }
}

/** The class mark of a term, also of its plural. */
function markOf(term: string): string | undefined {
  const mark = classes.get(term);
  if (mark !== undefined || !term.endsWith("s")) return mark;
  return classes.get(term.slice(0, -1)) ?? (term.endsWith("es") ? classes.get(term.slice(0, -2)) : undefined);
}

/** Of the text of a draft or thread: every character of a term becomes the mark of its class. Offsets stay. */
export function mask(text: string): string {
  const words = [...text.matchAll(/[a-z0-9]+/g)].map((match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  let result = "";
  let done = 0;
  for (let at = 0; at < words.length;) {
    const found = termAt(text, words, at);
    const first = words[at];
    const last = words[at + (found?.length ?? 1) - 1];
    if (found !== undefined && first !== undefined && last !== undefined) {
      result += text.slice(done, first.start) + found.mark.repeat(last.end - first.start);
      done = last.end;
    }
    at += found?.length ?? 1;
  }
  return result + text.slice(done);
}

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function termAt(
  text: string,
  words: readonly Word[],
  at: number,
): { mark: string; length: number } | undefined {
  let term = "";
  let best: { mark: string; length: number } | undefined;
  for (let length = 1; length === 1 || beginnings.has(term); length++) {
    const next = words[at + length - 1];
    if (next === undefined) break;
    const before = words[at + length - 2];
    // The words of a term stand side by side: "root canal", "root-canal", "crow's feet", "before & after".
    if (
      length > 1 &&
      before !== undefined &&
      !/^(?:[\s\-'’]|\s?[&:]\s?)$/.test(text.slice(before.end, next.start))
    )
      break;
    term = length === 1 ? next.word : `${term} ${next.word}`;
    const mark = markOf(term);
    if (mark !== undefined) best = { mark, length };
  }
  return best;
}

const cache = new WeakMap<Folded, string>();

/** The masked text of a check, made once. */
export function masked({ folded }: RuleContext): string {
  const known = cache.get(folded);
  if (known !== undefined) return known;
  const text = mask(folded.text);
  cache.set(folded, text);
  return text;
}
