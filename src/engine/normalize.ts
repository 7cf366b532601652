/**
 * Folds a draft for matching: one letter for every way of writing it, and the way back to the text as typed. What a
 * reader understands is what counts, so hidden writing is undone here, once, for every recognizer.
 */
import { leetWords } from "./leet-words.ts";
import { foreign, latin, leet, punctuation } from "./look-alikes.ts";
import type { Folded, Span } from "./rule.ts";

/** Text in the making: unit `i` of `text` was written at `starts[i]`–`ends[i]` of the original. */
interface Draft {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Linear in the length of `original`; any string is accepted, lone surrogates too. */
export function fold(original: string): Folded {
  const { text, starts, ends } = readLeet(readScripts(joinSpaced(foldLetters(original))));
  return {
    original,
    text,
    toOriginal({ start, end }: Span): Span {
      const from = starts[start] ?? original.length;
      return end > start
        ? { start: from, end: ends[end - 1] ?? original.length }
        : { start: from, end: from };
    },
  };
}

const ignorable = /[\p{Cf}\u115f\u1160\u3164\uffa0]/u;
const mark = /\p{M}/gu;

/** Single characters that were folded before: a text uses few of them, over and over. */
const foldedPoints = new Map<string, string>();
const mostPoints = 1000;

function foldKnown(point: string): string {
  const known = foldedPoints.get(point);
  if (known !== undefined) return known;
  const folded = foldPoint(point);
  if (foldedPoints.size < mostPoints) foldedPoints.set(point, folded);
  return folded;
}

function foldPoint(point: string): string {
  const known = punctuation.get(point);
  if (known !== undefined) return known;
  if (ignorable.test(point)) return "";
  const code = point.codePointAt(0) ?? 0;
  // Negative circled and squared capitals have no decomposition.
  if (code >= 0x1f150 && code <= 0x1f169) return String.fromCharCode(97 + code - 0x1f150);
  if (code >= 0x1f170 && code <= 0x1f189) return String.fromCharCode(97 + code - 0x1f170);
  // Lower case comes after NFKD: mathematical capitals have none before.
  const letters = point.normalize("NFKD").toLowerCase().normalize("NFKD").replace(mark, "");
  let folded = "";
  for (const letter of letters) {
    if (!ignorable.test(letter)) folded += punctuation.get(letter) ?? latin.get(letter) ?? letter;
  }
  return /^\s$/u.test(folded) && folded !== "\n" ? " " : folded;
}

/** Rules allow for this much white space between two words; what is more hides nothing then. */
const mostBlanks = 4;
const isBlank = (sign: string): boolean => sign === " " || sign === "\n" || sign === "\t";

/** Typed on a plain keyboard, so that each letter stands for itself. */
const isPlain = (text: string): boolean => /^[\n\x20-\x5f\x61-\x7e]*$/.test(text) && !/[ \n]{5}/.test(text);

function foldLetters(original: string): Draft {
  const starts: number[] = [];
  const ends: number[] = [];
  if (isPlain(original)) {
    for (let unit = 0; unit < original.length; unit++) {
      starts.push(unit);
      ends.push(unit + 1);
    }
    return { text: original.toLowerCase(), starts, ends };
  }
  let text = "";
  let at = 0;
  let blanks = 0;
  for (const point of original) {
    const end = at + point.length;
    const code = point.charCodeAt(0);
    const plain = code < 0x80 && code !== 0x60 && code >= 0x20;
    let folded = plain ? point.toLowerCase() : foldKnown(point);
    if (isBlank(folded)) {
      // A line break ends a statement wherever it stands, so the first of a run is kept.
      const isKept = blanks < mostBlanks || (folded === "\n" && !text.slice(-mostBlanks).includes("\n"));
      blanks++;
      if (!isKept) folded = "";
    } else if (folded !== "") {
      // A dash brings blanks of its own, which count like typed ones.
      if (folded.startsWith(" ") && blanks >= mostBlanks) folded = folded.slice(1);
      blanks = folded.endsWith(" ") ? 1 : 0;
    }
    for (let i = 0; i < folded.length; i++) {
      starts.push(at);
      ends.push(end);
    }
    // What vanishes belongs to the letter before it, so that replacing a span leaves no accent behind.
    if (folded === "" && ends.length > 0) ends[ends.length - 1] = end;
    text += folded;
    at = end;
  }
  return { text, starts, ends };
}

const single = /(?<![\p{L}\p{N}'])[\p{L}\p{N}](?![\p{L}\p{N}]|'(?!s(?!\p{L})))/gu;
const separator = /^(?: |\p{Zs}{0,2}[-._*·•~♥❤✨⭐🌟💫💋]{1,2}\p{Zs}{0,2})$/u;

/** "j a n e", "b-o-t-o-x", "k . a . s": three or more lone letters with the same thing between them. */
function joinSpaced(draft: Draft): Draft {
  const lone = Array.from(draft.text.matchAll(single), (found) => ({ at: found.index, letter: found[0] }));
  if (lone.length < 3) return draft;
  const drop = new Set<number>();
  for (let first = 0; first < lone.length;) {
    const last = runEnd(draft.text, lone, first);
    const run = lone.slice(first, last + 1);
    if (!readsAsWord(run.map(({ letter }) => letter))) {
      // Every later start inside a refused run would be read again: skipping keeps this linear.
      first = Math.max(last, first + 1);
      continue;
    }
    const [before, after] = withoutArticle(run.map(({ letter }) => letter));
    for (let i = first + before; i < last - after; i++) {
      const from = (lone[i]?.at ?? 0) + (lone[i]?.letter.length ?? 1);
      for (let unit = from; unit < (lone[i + 1]?.at ?? from); unit++) drop.add(unit);
    }
    first = last + 1;
  }
  return without(draft, drop);
}

function runEnd(text: string, lone: readonly { at: number; letter: string }[], first: number): number {
  let between: string | undefined;
  let last = first;
  while (last + 1 < lone.length) {
    const from = (lone[last]?.at ?? 0) + (lone[last]?.letter.length ?? 1);
    const to = lone[last + 1]?.at ?? from;
    if (to - from > 6) break;
    const gap = text.slice(from, to);
    if (!separator.test(gap) || (between !== undefined && gap !== between)) break;
    between = gap;
    last++;
  }
  return last;
}

function readsAsWord(letters: readonly string[]): boolean {
  const words = letters.filter((letter) => /\p{L}/u.test(letter)).length;
  return words >= 3 && words * 5 >= letters.length * 3 && /\p{L}/u.test(letters[0] ?? "");
}

/** "a p a t i e n t": how many letters at either end are words of their own. */
function withoutArticle(letters: readonly string[]): readonly [before: number, after: number] {
  const word = letters.join("");
  if (letters.length < 5 || leetWords.has(word)) return [0, 0];
  if (/^[aiouy]/.test(word) && leetWords.has(word.slice(1))) return [1, 0];
  return /[aiouy]$/.test(word) && leetWords.has(word.slice(0, -1)) ? [0, 1] : [0, 0];
}

function without(draft: Draft, drop: ReadonlySet<number>): Draft {
  if (drop.size === 0) return draft;
  const kept = draft.starts.map((_, unit) => unit).filter((unit) => !drop.has(unit));
  return {
    text: kept.map((unit) => draft.text.charAt(unit)).join(""),
    starts: kept.map((unit) => draft.starts[unit] ?? 0),
    ends: kept.map((unit) => draft.ends[unit] ?? 0),
  };
}

const word = /[\p{L}]+/gu;
const mixed = /[\u0370-\u03ff\u0400-\u058f\u0500-\u052f]/u;

function readScripts(draft: Draft): Draft {
  if (!mixed.test(draft.text)) return draft;
  const text = draft.text.replace(word, (token) =>
    mixed.test(token) && /[a-z]/.test(token)
      ? Array.from(token, (letter) => foreign.get(letter) ?? letter).join("")
      : token,
  );
  return { ...draft, text };
}

/** Signs that may stand for letters. */
const leetSign = /[0-9@$€!|]/;
const leetToken = /[a-z0-9@$€!|]{3,24}/g;

function readLeet(draft: Draft): Draft {
  if (!leetSign.test(draft.text)) return draft;
  const text = draft.text.replace(leetToken, (token) => {
    if (!leetSign.test(token)) return token;
    const core = /^[@$!|]{0,24}([^]{0,24}?)[!|$€@]{0,24}$/.exec(token)?.[1] ?? token;
    for (const candidate of token === core ? [token] : [token, core]) {
      const read = isLikeWord(candidate) ? leetReadings(candidate).find(isWord) : undefined;
      if (read !== undefined) return token.replace(candidate, read);
    }
    return token;
  });
  return { ...draft, text };
}

/** The letters that one sign may stand for are the same here ("il" for 1): "cl1nic" and "clinic" give one shape. */
const shapes = new Map(
  Array.from(leet, ([sign, [first = sign, ...others]]) => [sign, first, ...others].map((one) => [one, first]))
    .flat()
    .map(([one = "", first = ""]) => [one, first === "l" ? "i" : first]),
);
const shapeOf = (text: string): string => Array.from(text, (sign) => shapes.get(sign) ?? sign).join("");
let wordShapes: ReadonlySet<string> | undefined;

/** False: no reading of the token is a word. Reading an address letter by letter costs more than all else of folding. */
function isLikeWord(token: string): boolean {
  wordShapes ??= new Set(Array.from(leetWords, shapeOf));
  const shape = shapeOf(token);
  return wordShapes.has(shape) || (shape.endsWith("s") && wordShapes.has(shape.slice(0, -1)));
}

const isWord = (reading: string): boolean =>
  leetWords.has(reading) || (reading.endsWith("s") && leetWords.has(reading.slice(0, -1)));

/** What a token of mixed letters and digits may say: at most eight readings of the same length, none if it is not mixed. */
export function leetReadings(token: string): string[] {
  if (!leetSign.test(token) || (token.match(/[a-z]/g)?.length ?? 0) * 2 < token.length) return [];
  let readings = [""];
  for (const sign of token) {
    const options = leet.get(sign) ?? sign;
    readings = Array.from(readings.length < 8 ? options : options.slice(0, 1)).flatMap((option) =>
      readings.map((reading) => reading + option),
    );
  }
  return /^[a-z]+$/.test(readings[0] ?? "") ? readings : [];
}
