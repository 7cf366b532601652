import { leetReadings } from "../normalize.ts";
import type { Folded } from "../rule.ts";

/** A letter run of the folded text, with what is before it and how it was capitalized. */
export interface Atom {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Text between the atom before and this one. */
  readonly gap: string;
  readonly capital: boolean;
}

/** Has the writer used capitals to tell names from words? Not in a text without any, and not in one that shouts. */
export function usesCase({ original }: Folded): boolean {
  const upper = original.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = original.match(/\p{Ll}/gu)?.length ?? 0;
  return upper > 0 && lower >= upper;
}

export function atomsOf(folded: Folded, text: string): Atom[] {
  const atoms: Atom[] = [];
  let last = 0;
  for (const { 0: word, index } of text.matchAll(/\p{L}+/gu)) {
    const first = folded.toOriginal({ start: index, end: index + 1 });
    atoms.push({
      text: word,
      start: index,
      end: index + word.length,
      gap: text.slice(last, index),
      capital: /\p{Lu}/u.test(folded.original.slice(first.start, first.end).normalize("NFKD")),
    });
    last = index + word.length;
  }
  return atoms;
}

/** The text with every token of mixed letters and digits read as the name it may be, where `isName` knows one. */
export function readLeetNames(text: string, isName: (word: string) => boolean): string {
  if (!/[0-9@$€!|]/.test(text)) return text;
  return text.replace(/[a-z0-9@$€!|]{2,24}/g, (token) => {
    const core = /^[@]?([^]{0,24}?)[!|]{0,24}$/.exec(token)?.[1] ?? token;
    const reading = leetReadings(core).find(isName);
    return reading === undefined ? token : token.replace(core, reading);
  });
}
