/** Which rules a search finds. Pure. */
import type { CatalogRule } from "../../contract/catalog.ts";
import { categoryWords, sourceWords, whyWords } from "../../platform/words.ts";
import { declaredWords } from "../../platform/declared-words.ts";

export interface Searchable {
  readonly rule: CatalogRule;
  readonly folded: string;
}

/** Everything of a rule that can be searched: its words, its reason and source, its examples. */
export function toSearchable(rule: CatalogRule): Searchable {
  const examples = [...rule.stops, ...rule.passes].flatMap(({ text, answering = "" }) => [text, answering]);
  const parts = [
    rule.id,
    declaredWords(rule.title),
    categoryWords(rule.category),
    whyWords(rule.id, rule.why),
    sourceWords(rule.source),
    ...examples,
  ];
  return { rule, folded: fold(parts.join("\n").replaceAll(/[«»]/g, "")) };
}

/** Every word of `query` must begin a word, in any order, whatever the case and the accents. */
export function matches({ folded }: Searchable, query: string): boolean {
  return fold(query)
    .split(/\s+/)
    .filter((word) => word !== "")
    .every((word) => beginsWord(folded, word));
}

function beginsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) || !/[\p{L}\p{N}]/u.test(word.charAt(0))) return true;
  }
  return false;
}

const fold = (text: string): string =>
  text.normalize("NFKD").replaceAll(/\p{M}/gu, "").replaceAll(/[‘’]/g, "'").toLowerCase();
