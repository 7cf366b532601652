import type { Knowledge } from "../knowledge.ts";
import type { Alternative, Draft, Hit } from "../model.ts";
import { fill, limitOf, rotated, turn } from "./fill.ts";
import { repairs } from "./repair.ts";
import { english } from "./replies-en.ts";
import { spanish } from "./replies-es.ts";
import { languageOf, situationsOf } from "./situation.ts";
import type { Language, Situation } from "./situation.ts";

const library: Readonly<Record<Language, Readonly<Record<Situation, readonly string[]>>>> = {
  en: english,
  es: spanish,
};

/** As many as a person reads before choosing, and as a card beside a box has room for. */
const wanted = 3;

/** What is said when nothing fits: it fits every situation of its kind. */
const lastResort: Readonly<Record<Situation, Situation>> = {
  praise: "neutral",
  neutral: "threat",
  complaint: "threat",
  billing: "complaint",
  wait: "complaint",
  question: "praise",
  threat: "complaint",
  stranger: "complaint",
  message: "question",
  post: "question",
  review: "insider",
  insider: "review",
};

/**
 * Two or three safe texts for a stopped draft: a repair that keeps what is harmless in it, where something is, and whole
 * replies for the situation. `checkAgain` says whether a text passes in the place of the draft; what fails it is never
 * offered. The same draft in the same thread gets the same texts.
 */
export function suggest(
  draft: Draft,
  hits: readonly Hit[],
  knowledge: Pick<Knowledge, "practice">,
  checkAgain: (text: string) => boolean,
): Alternative[] {
  const language = languageOf(draft);
  const found = situationsOf(draft, hits);
  const main = found[0] ?? "complaint";
  const limit = limitOf(draft);
  const known = new Map<string, boolean>();
  const passes = (text: string): boolean => {
    const answer = known.get(text) ?? (text.length <= limit && checkAgain(text));
    known.set(text, answer);
    return answer;
  };
  const alternatives: Alternative[] = [];
  const repair = repairs(draft, hits, main, language, passes).find(passes);
  if (repair !== undefined) alternatives.push({ text: repair, kind: "repair" });
  for (const text of replies(draft, knowledge, found, language)) {
    if (alternatives.length >= wanted) break;
    if (alternatives.some((other) => other.text === text) || !passes(text)) continue;
    alternatives.push({ text, kind: "reply" });
  }
  return alternatives;
}

/** Every reply that may be tried, in order: one of each fitting situation first, then the rest, then the general ones. */
function replies(
  draft: Draft,
  { practice }: Pick<Knowledge, "practice">,
  found: readonly Situation[],
  language: Language,
): readonly string[] {
  const by = turn(draft);
  const lists = found.map((situation) => rotated(library[language][situation], by));
  const inTurn = Array.from({ length: Math.max(...lists.map(({ length }) => length)) }, (_, at) =>
    lists.flatMap((list) => list.slice(at, at + 1)),
  ).flat();
  const main = found[0] ?? "complaint";
  const general = rotated(library[language][lastResort[main]], by);
  // A comment is no review, and is not thanked as one.
  const fits = (template: string): boolean => draft.surface !== "comment" || !/review|reseña/i.test(template);
  return [...inTurn, ...general].filter(fits).map((template) => fill(template, draft, practice, language));
}
