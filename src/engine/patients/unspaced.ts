/** Names in scripts that put no blank between words: Chinese, Japanese, Korean. */
import type { Folded } from "../rule.ts";
import type { PatientMatch } from "./match.ts";
import type { NamePart, Reader } from "./reader.ts";

/** Han, kana, bopomofo, and Hangul taken apart, as folding leaves it. */
const letter =
  "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Bopomofo}ー]";
const run = new RegExp(`${letter}(?:[ ·・]?${letter})+`, "gu");
const isPresent = /[\u1100-\u11ff\u3040-\u9fff\uac00-\ud7ff\ud840-\ud87f]/;
/** Vowels and final consonants of a Hangul syllable: no name begins or ends before one. */
const isInside = (code: number): boolean => code >= 0x1160 && code <= 0x11ff;
/** Of one of the two names. */
const mostLetters = 6;

interface Letter {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Offsets are in `folded.text`. Linear: at most 36 pairs of pieces begin at a letter. */
export function findUnspaced(reader: Reader, { text }: Folded): PatientMatch[] {
  const found: PatientMatch[] = [];
  if (!isPresent.test(text)) return found;
  for (const { 0: typed, index } of text.matchAll(run)) {
    const letters = lettersOf(typed, index);
    const partOf = (from: number, to: number): NamePart | undefined =>
      reader.part(
        letters
          .slice(from, to)
          .map((one) => one.text)
          .join(""),
      );
    for (let from = 0; from + 1 < letters.length; from++) {
      for (let middle = from + 1; middle < Math.min(letters.length, from + mostLetters + 1); middle++) {
        const first = partOf(from, middle);
        if (!first) continue;
        for (let to = middle + 1; to <= Math.min(letters.length, middle + mostLetters); to++) {
          const people = pairOf(reader, first, partOf(middle, to));
          if (people === 0) continue;
          const start = letters[from]?.start ?? index;
          const end = letters[to - 1]?.end ?? index;
          found.push({ start, end, form: "full", people, everyday: false, capitals: true, hidden: false });
        }
      }
    }
  }
  return found;
}

function pairOf(reader: Reader, first: NamePart, second: NamePart | undefined): number {
  if (!second) return 0;
  const familyFirst = first.family > 0 && second.given > 0 ? reader.pair("p", second.key, first.key) : 0;
  if (familyFirst > 0) return familyFirst;
  return first.given > 0 && second.family > 0 ? reader.pair("p", first.key, second.key) : 0;
}

/** Letters and syllables of a run, without the blanks in it. */
function lettersOf(typed: string, index: number): Letter[] {
  const letters: Letter[] = [];
  let start = index;
  for (const point of typed) {
    const end = start + point.length;
    const last = letters.at(-1);
    if (last && isInside(point.charCodeAt(0)))
      letters[letters.length - 1] = { text: last.text + point, start: last.start, end };
    else if (!/[ ·・]/.test(point)) letters.push({ text: point, start, end });
    start = end;
  }
  return letters;
}
