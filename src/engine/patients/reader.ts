/** Single look-ups in an opened index: parts, pairs, misspellings. No names come out, only keys and counts. */
import { makeHasher } from "./hasher.ts";
import type { Key } from "./hasher.ts";
import type { SerializedIndex } from "./index.ts";
import { lookUp, lookUpName } from "./table.ts";

/** Shortest name part that is looked for with a misspelling. */
export const shortestFuzzy = 3;
/** Misspellings are not looked for beyond this many letters: the place of a letter has five bits. */
export const longestFuzzy = 31;

export interface NamePart {
  readonly key: Key;
  /** How many on the list have it as given name, and as family name; 255 stands for that many or more. */
  readonly given: number;
  readonly family: number;
}

/** All counts are of people; 255 stands for that many or more. */
export interface Reader {
  /** How a word stands in the list as it is written, or nothing. */
  part(text: string): NamePart | undefined;
  /**
   * Parts of three letters and more that are one slip away: a letter left out, put in, changed, or two neighbors
   * exchanged. `text` has 3 to 31 letters, or nothing is found.
   */
  misspelled(text: string): readonly NamePart[];
  /** How many are written as this pair: `p` given and family, `i` initial and family, `g` given and initial. */
  pair(kind: "p" | "i" | "g", first: Key, second: Key): number;
  /** How many have this handle `h`, phone `t`, e-mail `e`, record number `m`. */
  contact(kind: "h" | "t" | "e" | "m", text: string): number;
  /** How many were born on this day, `yyyy-mm-dd`. */
  birthDate(iso: string): number;
  initial(letter: string): Key;
}

export function makeReader({ key, names, forms, deletions }: SerializedIndex): Reader {
  const hasher = makeHasher(key);

  const partAt = (number: number): NamePart => ({
    key: { high: names.highs[number] ?? 0, low: names.lows[number] ?? 0 },
    given: names.given[number] ?? 0,
    family: names.family[number] ?? 0,
  });
  const count = (form: Key): number => {
    const at = lookUp(forms, form);
    return at < 0 ? 0 : (forms.counts[at] ?? 0);
  };
  // A word is asked for as a given name and as a family name at once.
  let last: { readonly text: string; readonly part: NamePart | undefined } | undefined;
  const part = (text: string): NamePart | undefined => {
    if (last?.text !== text) {
      const number = lookUpName(names, hasher.ofText("n", text));
      last = { text, part: number < 0 ? undefined : partAt(number) };
    }
    return last.part;
  };
  let lastMisspelled: { readonly text: string; readonly parts: readonly NamePart[] } | undefined;

  /** Numbers of parts that have `form` as a deletion, at `place` where one is given. */
  const addDeleted = (form: Key, place: number | undefined, found: Set<number>): void => {
    for (let at = lookUp(deletions, form); at >= 0; at = lookUp(deletions, form, at)) {
      const value = deletions.values[at] ?? 0;
      if (place === undefined || value % 32 === place) found.add(Math.floor(value / 32));
    }
  };
  const addPart = (form: Key, found: Set<number>): void => {
    const number = lookUpName(names, form);
    if (number >= 0) found.add(number);
  };
  const oneSlipAway = (text: string): NamePart[] => {
    const found = new Set<number>();
    const own = hasher.ofText("n", text);
    addDeleted(own, undefined, found);
    for (let at = 0; at < text.length; at++) {
      const [before, after] = [text.slice(0, at), text.slice(at + 1)];
      const shorter = hasher.ofText("n", before + after);
      // The same letter out of both: that one was changed.
      addDeleted(shorter, at, found);
      if (text.length > shortestFuzzy) addPart(shorter, found);
      const [letter, next] = [text.charAt(at), after.charAt(0)];
      if (next !== "" && next !== letter) {
        addPart(hasher.ofText("n", before + next + letter + after.slice(1)), found);
      }
    }
    // A letter may also have been changed into itself.
    found.delete(lookUpName(names, own));
    return Array.from(found, partAt);
  };

  return {
    part,
    misspelled(text) {
      if (text.length < shortestFuzzy || text.length > longestFuzzy) return [];
      if (lastMisspelled?.text !== text) lastMisspelled = { text, parts: oneSlipAway(text) };
      return lastMisspelled.parts;
    },
    pair: (kind, first, second) => count(hasher.ofPair(kind, first, second)),
    contact: (kind, text) => count(hasher.ofText(kind, text)),
    birthDate: (iso) => count(hasher.ofText("b", iso)),
    initial: (letter) => hasher.ofText("n", letter),
  };
}
