import { isKnownWord } from "../model/known-words.ts";
import { everyday } from "./everyday.ts";
import { givenNames } from "./given-names.ts";
import { nearNames, times, wordNames } from "./word-names.ts";

/** A word of the language, whether or not it is also a name: no misspelling of anything. */
export function isOrdinary(word: string): boolean {
  if (everyday.has(word) || nearNames.has(word) || times.has(word) || wordNames.has(word)) return true;
  return !givenNames.has(word) && isKnownWord(word);
}
