/** Single look-ups in an opened index: parts, pairs, misspellings. No names come out, only keys and counts. */
import { longestFuzzy, shortestFuzzy } from "./build.ts";
import { makeHasher } from "./hasher.ts";
import type { Key } from "./hasher.ts";
import type { SerializedIndex } from "./index.ts";
import { formalNames } from "./nicknames.ts";
import { lookUp } from "./table.ts";

export interface NamePart {
  readonly key: Key;
  /** How many on the list have it as given name, and as family name. */
  readonly given: number;
  readonly family: number;
}

export interface Reader {
  /** How a word stands in the list as it is written, or nothing. */
  part(text: string): NamePart | undefined;
  /** Given names that the word may stand for: itself, and what it is a nickname of. */
  givenNames(text: string): readonly NamePart[];
  /** Parts that are one slip away: a letter left out, put in, changed, or two exchanged. */
  misspelled(text: string): readonly NamePart[];
  /** How many are written as this pair: `p` given and family, `i` initial and family, `g` given and initial. */
  pair(kind: "p" | "i" | "g", first: Key, second: Key): number;
  /** How many have this handle `h`, phone `t`, e-mail `e`, record number `m`. */
  contact(kind: "h" | "t" | "e" | "m", text: string): number;
  initial(letter: string): Key;
}

export function makeReader(index: SerializedIndex): Reader {
  const hasher = makeHasher(index.key);

  const known = (key: Key): NamePart | undefined => {
    const place = lookUp(index.names, key.high, key.low);
    if (place < 0) return undefined;
    const counts = index.names.values[place] ?? 0;
    return { key, given: counts & 0xff, family: counts >>> 8 };
  };
  const count = ({ high, low }: Key): number => {
    const place = lookUp(index.forms, high, low);
    return place < 0 ? 0 : (index.forms.values[place] ?? 0);
  };
  // A word is asked for as a given name and as a family name at once.
  let last: { readonly text: string; readonly part: NamePart | undefined } | undefined;
  const part = (text: string): NamePart | undefined => {
    if (last?.text !== text) last = { text, part: known(hasher.ofText("n", text)) };
    return last.part;
  };

  /** Parts that have `text` as a deletion at a place that `fits`. */
  const withDeletion = (text: string, fits: (place: number) => boolean): NamePart[] => {
    const found: NamePart[] = [];
    const { high, low } = hasher.ofText("d", text);
    for (let at = lookUp(index.deletions, high, low); at >= 0; at = lookUp(index.deletions, high, low, at)) {
      const value = index.deletions.values[at] ?? 0;
      const number = Math.floor(value / 32);
      if (!fits(value % 32)) continue;
      const name = known({ high: index.parts[number * 2] ?? 0, low: index.parts[number * 2 + 1] ?? 0 });
      if (name) found.push(name);
    }
    return found;
  };

  return {
    part,
    givenNames(text) {
      const exact = part(text);
      const formal = (formalNames.get(text) ?? []).map(part);
      return [exact, ...formal].filter((name) => name !== undefined).filter(({ given }) => given > 0);
    },
    misspelled(text) {
      if (text.length < shortestFuzzy || text.length > longestFuzzy) return [];
      const found = withDeletion(text, () => true);
      for (let at = 0; at < text.length; at++) {
        const shorter = text.slice(0, at) + text.slice(at + 1);
        // The same letter out of both: one was changed. Neighbors: two were exchanged.
        found.push(...withDeletion(shorter, (place) => Math.abs(place - at) <= 1));
        const extra = shorter.length >= shortestFuzzy ? part(shorter) : undefined;
        if (extra) found.push(extra);
      }
      return [...new Map(found.map((name) => [`${name.key.high}:${name.key.low}`, name])).values()];
    },
    pair: (kind, first, second) => count(hasher.ofPair(kind, first, second)),
    contact: (kind, text) => count(hasher.ofText(kind, text)),
    initial: (letter) => hasher.ofText("n", letter),
  };
}
