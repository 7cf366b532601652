import { leetReadings } from "../normalize.ts";
import { foreign } from "../look-alikes.ts";
import type { Folded } from "../rule.ts";

/** What is between two letter runs: a blank; what people put between names for show; a comma; anything else. */
export type Gap = "blank" | "show" | "comma" | "other";

/** A letter run of the folded text, with what is before it and how it was capitalized. */
export interface Atom {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Text between the atom before and this one. */
  readonly gap: string;
  readonly kind: Gap;
  /** Letters of a script without capitals count as capitals. */
  readonly capital: boolean;
  /** Its letters were written apart. */
  readonly spaced: boolean;
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
    const gap = text.slice(last, index);
    const end = index + word.length;
    atoms.push({
      text: word,
      start: index,
      end,
      gap,
      kind: gap === " - " && isLongDash(folded, last, index) ? "show" : gapOf(gap),
      capital: isCapital(folded, index),
      spaced: isSpaced(folded, index, end),
    });
    last = end;
  }
  return atoms;
}

/** Folding puts blanks around it. */
function isLongDash(folded: Folded, start: number, end: number): boolean {
  const typed = folded.toOriginal({ start, end });
  return typed.end - typed.start === 1;
}

function isCapital(folded: Folded, at: number): boolean {
  const { original } = folded;
  const { start, end } = folded.toOriginal({ start: at, end: at + 1 });
  const code = original.charCodeAt(start);
  if (code < 0x80) return code >= 65 && code <= 90;
  return /^\P{L}{0,9}(?:\p{Lu}|\p{Lt}|\p{Lo})/u.test(original.slice(start, end).normalize("NFKD"));
}

function isSpaced(folded: Folded, start: number, end: number): boolean {
  const typed = folded.toOriginal({ start, end });
  return end - start >= 3 && typed.end - typed.start >= 2 * (end - start) - 1;
}

const longestShow = 12;

function gapOf(gap: string): Gap {
  if (/^ {1,4}$/.test(gap)) return "blank";
  if (gap === ", " || gap === ",") return "comma";
  if (gap === " (") return "show";
  if (
    gap.length > longestShow ||
    !/^(?:[\s*~•·|^=+/-]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator})+$/u.test(gap)
  )
    return "other";
  // A dash with a blank beside it parts two statements; so does an empty line.
  return /\s[-+|=/]|[-+|=/]\s|\n\s*\n/.test(gap) ? "other" : "show";
}

/** The text with every token of mixed letters and digits read as the name it may be, where `isName` knows one. */
export function readLeetNames(text: string, isName: (word: string) => boolean): string {
  if (!/[0-9@$€!|]/.test(text)) return text;
  return text.replace(/[a-z0-9@$€!|]{2,24}/g, (token) => {
    if (!/[0-9@$€!|]/.test(token)) return token;
    // A time, a place in a row, a measure.
    if (/^\d+[a-z]{1,2}$/.test(token)) return token;
    const core = /^[@]?([^]{0,24}?)[!|]{0,24}$/.exec(token)?.[1] ?? token;
    const reading = leetReadings(core).find(isName);
    return reading === undefined ? token : token.replace(core, reading);
  });
}

/** Greek capitals look like other Latin letters than their small forms do. */
const capitals: ReadonlyMap<string, string> = new Map(
  Array.from("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", (letter, at) => [letter, "abezhikmnoptyx".charAt(at)]),
);

/** The text with words of look-alike letters alone, and Greek capitals within a word, read as Latin. */
export function readLookAlikes(folded: Folded): string {
  if (!/[\u0370-\u058f]/.test(folded.original)) return folded.text;
  return folded.text.replace(/\p{L}+/gu, (word, at: number) => {
    const letters = Array.from(word, (letter, i) => {
      const typed = folded.toOriginal({ start: at + i, end: at + i + 1 });
      return capitals.get(folded.original.slice(typed.start, typed.end)) ?? foreign.get(letter) ?? letter;
    });
    return letters.every((letter) => /[a-z]/.test(letter)) ? letters.join("") : word;
  });
}
