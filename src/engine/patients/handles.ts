/** Handles and hashtags made of a listed name: "@jane_smith92", "#janesmithstrong", "JaneSmithAZ". */
import { fold, leetReadings } from "../normalize.ts";
import { common } from "./often-said.ts";
import { givenNames } from "./given-names.ts";
import { isOrdinary } from "./ordinary.ts";
import type { Reader } from "./reader.ts";
import { givensOf } from "./units.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** What people put before or behind their name where it is taken, and what others put there to cheer. */
const before = set(`
  the its im iam this hey hi hello miss mrs mr ms dr real only just official team go love loves thanks thankyou thankful
  happy happybirthday bday xo x mama mommy mom dad prayfor prayersfor pray pray4 justice justicefor remembering
  rip congrats congratulations welcome coach call
`);
const behind = set(`
  az al ak ar ca co ct de fl ga hi ia id il in ks ky la ma md me mi mn mo ms mt nc nd ne nh nj nm nv ny nyc oh ok or pa
  pdx phx atl sf usa ri sc sd tn tx ut va vt wa wi wv wy dc uk rn np md dds pa phd esq jr sr ii iii xo xoxo x xx yes
  strong tough fit fitness yoga runs life love loves lives rocks tribe team army fan fans crew squad art arts photo photos
  photography pics music official real realtor realty homes sells cooks bakes eats travels writes reads makes beauty
  makeup hair nails glam style blog vlog tv mom mama dad bride wedding birthday bday day forever always again rules
  warrior survivor fighter journey glow glows girl boy
`);
const shortest = 5;
const longest = 40;

export interface Made {
  readonly form: "handle-of-names" | "handle-of-initial";
  readonly people: number;
}

/**
 * How many are called by the names that a handle is made of. `typed` keeps capitals and separators. A bare word, without
 * @ or #, counts only where nothing else can be meant, or where its letters were written `apart`, as no word is.
 */
export function madeOf(reader: Reader, typed: string, sign: string, apart: boolean): Made {
  const people = ofNames(reader, typed, sign, apart);
  if (people > 0 || sign !== "@") return { form: "handle-of-names", people };
  return { form: "handle-of-initial", people: ofInitial(reader, piecesOf(typed)) };
}

function ofNames(reader: Reader, typed: string, sign: string, apart: boolean): number {
  if (
    typed.length > 2 * longest ||
    (sign === "" && /^[A-Z]?[a-z]+$/.test(typed) && isWord(typed.toLowerCase()))
  )
    return 0;
  const pieces = piecesOf(typed);
  const letters = pieces.join("");
  if (letters.length < shortest || letters.length > longest) return 0;
  const marked = pieces.length > 1 ? ofPieces(reader, pieces) : 0;
  if (marked > 0) return marked;
  const isPlain = sign === "" && !apart && pieces.length === 1 && !/\d/.test(typed);
  if (isPlain && (letters.length < 7 || isWord(letters) || reader.part(letters))) return 0;
  // A capital and small letters: a name, or the start of a sentence.
  if (isPlain && /^\p{Lu}\p{Ll}+$/u.test(typed)) return 0;
  const joined = isPlain ? ofWord(reader, letters) : ofLetters(reader, letters);
  if (joined > 0) return joined;
  const digits = typed
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .replace(/\d{1,80}$/, "");
  for (const reading of leetReadings(digits).slice(0, 4)) {
    const people = ofLetters(reader, reading);
    if (people > 0) return people;
  }
  return withMore(reader, letters, isPlain);
}

/** Longer words are hardly ever two names by chance, but two names may be taken for a word. */
const longestWord = 11;
const isWord = (letters: string): boolean => letters.length <= longestWord && isOrdinary(letters);

/** "JaneSmithAZ" → jane, smith, az; "jane_smith92" → jane, smith. */
function piecesOf(typed: string): string[] {
  const parts = typed.match(/\p{Lu}{1,80}(?!\p{Ll})|\p{Lu}?\p{Ll}{1,80}|\p{Lo}{1,80}/gu) ?? [];
  // Capitals in odd places ("jAnEsMiTh") mark nothing.
  const pieces = parts.length > 6 ? typed.split(/[^\p{L}]+/u) : parts;
  return pieces.map(plain).filter((piece) => piece !== "");
}

const plain = (piece: string): string => fold(piece).text.replace(/\P{L}+/gu, "");

function ofPieces(reader: Reader, pieces: readonly string[]): number {
  for (let at = 0; at + 1 < pieces.length; at++) {
    const [one = "", two = "", three = ""] = pieces.slice(at, at + 3);
    for (const [first, second] of [
      [one, two],
      [one, two + three],
      [one + two, three],
    ] as const) {
      const people = Math.max(pair(reader, first, second), pair(reader, second, first));
      if (people > 0 && !(common.has(first) && common.has(second))) return people;
    }
  }
  return 0;
}

function pair(reader: Reader, given: string, family: string): number {
  if (given.length < 2 || family.length < 2) return 0;
  const last = reader.part(family);
  if (!last || last.family === 0) return 0;
  let people = 0;
  for (const first of givensOf(reader, given))
    people = Math.max(people, reader.pair("p", first.key, last.key));
  return people;
}

/** Two names and nothing else: "janedoe", "doejane". */
function ofLetters(reader: Reader, letters: string): number {
  for (let at = 2; at <= letters.length - 2; at++) {
    const [left, right] = [letters.slice(0, at), letters.slice(at)];
    const people = Math.max(pair(reader, left, right), pair(reader, right, left));
    if (people > 0) return people;
  }
  return 0;
}

/** A bare word: names of three letters and more, and none that ends as words of the language do, unless it begins with a frequent name. */
function ofWord(reader: Reader, letters: string): number {
  const isWord =
    letters.length < 8 || /(?:ed|ing|ings|ness|tions?|ments?|ably|able|ful|less|ously)$/.test(letters);
  for (let at = 3; at <= letters.length - 3; at++) {
    const [left, right] = [letters.slice(0, at), letters.slice(at)];
    // "stonemason": two words of the language make a third.
    if (isOrdinary(left) && isOrdinary(right)) continue;
    if (!isWord || givenNames.has(left)) {
      const people = pair(reader, left, right);
      if (people > 0) return people;
    }
    if (!isWord && at >= 4 && right.length >= 4) {
      const people = pair(reader, right, left);
      if (people > 0) return people;
    }
  }
  return 0;
}

/** The two names with something before or behind them. `strict`: only what is known to stand there. */
function withMore(reader: Reader, letters: string, strict: boolean): number {
  for (let start = 0; start <= Math.min(15, letters.length - shortest); start++) {
    if (start > 0 && !before.has(letters.slice(0, start))) continue;
    for (let middle = start + 2; middle <= letters.length - 3; middle++) {
      const given = letters.slice(start, middle);
      const givens = givensOf(reader, given);
      if (givens.length === 0) continue;
      for (let end = letters.length; end >= middle + 3; end--) {
        const family = letters.slice(middle, end);
        const rest = letters.slice(end);
        const isNamed = given.length >= 4 && family.length >= 4 && !strict;
        if (rest !== "" && !behind.has(rest) && !(isNamed && isOrdinary(rest))) continue;
        const isPhrase = behind.has(rest)
          ? common.has(given) && common.has(family)
          : isOrdinary(given) && isOrdinary(family);
        if (isPhrase) continue;
        const people = pair(reader, given, family);
        if (people > 0) return people;
      }
    }
  }
  return 0;
}

/** "@jdoe", "@j.doe". */
function ofInitial(reader: Reader, pieces: readonly string[]): number {
  const [first = "", second = ""] = pieces;
  const family = first.length === 1 ? second : first.slice(1);
  const isWord = first.length > 1 && isOrdinary(first);
  const last = family.length >= 4 && !isWord ? reader.part(family) : undefined;
  if (!last || last.family === 0) return 0;
  return reader.pair("i", reader.initial(first.slice(0, 1)), last.key);
}
