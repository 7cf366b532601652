/** Names in scripts that put no blank between words: Chinese, Japanese, Korean. */
import type { Folded } from "../rule.ts";
import type { PatientMatch } from "./match.ts";
import type { Reader } from "./reader.ts";

/** Han, kana, bopomofo, and Hangul both whole and taken apart, as folding leaves it. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}ー]{2,}/gu;
/** Vowels and final consonants of a Hangul syllable: no name begins or ends before one. */
const isInside = (code: number): boolean => code >= 0x1160 && code <= 0x11ff;
const mostLetters = 6;

export function findUnspaced(reader: Reader, { text }: Folded): PatientMatch[] {
  const found: PatientMatch[] = [];
  if (!/[\u1100-\u11ff\u3040-\u9fff\uac00-\ud7ff\ud840-\ud87f]/.test(text)) return found;
  for (const { 0: run, index } of text.matchAll(unspaced)) {
    const starts = startsOf(run);
    for (let from = 0; from + 2 < starts.length; from++) {
      for (let middle = from + 1; middle < Math.min(starts.length - 1, from + mostLetters); middle++) {
        const first = reader.part(run.slice(starts[from], starts[middle]));
        if (!first) continue;
        for (let to = middle + 1; to < Math.min(starts.length, middle + mostLetters); to++) {
          const second = reader.part(run.slice(starts[middle], starts[to]));
          if (!second) continue;
          const people =
            (first.family > 0 && second.given > 0 ? reader.pair("p", second.key, first.key) : 0) ||
            (first.given > 0 && second.family > 0 ? reader.pair("p", first.key, second.key) : 0);
          if (people === 0) continue;
          const [start, end] = [index + (starts[from] ?? 0), index + (starts[to] ?? 0)];
          found.push({ start, end, form: "full", people, everyday: false, capitals: true, hidden: false });
        }
      }
    }
  }
  return found;
}

/** Where each letter of a run begins, and its end. */
function startsOf(run: string): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const letter of run) {
    if (!isInside(letter.charCodeAt(0))) starts.push(at);
    at += letter.length;
  }
  return [...starts, run.length];
}
