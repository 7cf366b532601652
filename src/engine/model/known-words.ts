/** The words that the net knows, asked by themselves: ordinary English and Spanish of drafts, and their neighbors. */
import { hashText } from "./hash.ts";
import { wordKey } from "./net-input.ts";
import { readDistances } from "./packed.ts";
import { weights } from "./weights.ts";

let known: ReadonlySet<number> | undefined;

/** `word` is folded. About one in 500 strings is taken for a word by chance; some names are words here. */
export function isKnownWord(word: string): boolean {
  known ??= new Set(readDistances(weights.net.words));
  return known.has(wordKey({ faceHash: hashText(word) }));
}
