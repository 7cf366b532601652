/**
 * Texts, and words that a pattern asks for, compared by grams: one to three symbols in a row. A symbol is a letter, a digit,
 * a class mark, or a space for all else. Runs of spaces, of digits and of one mark count as one, so that what is
 * joined from parts of a pattern has the same grams as what stands in a text.
 */

const space = 1;
const digit = 2;
const firstLetter = 3;
const firstMark = firstLetter + 26;
const base = firstMark + 5;

function toSymbol(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61 + firstLetter;
  if (code >= 0x30 && code <= 0x39) return digit;
  return code >= 0xe000 && code <= 0xe004 ? code - 0xe000 + firstMark : space;
}

const isRun = (symbol: number, before: number): boolean =>
  symbol === before && (symbol <= digit || symbol >= firstMark);

/** One bit for each gram there may be. */
export type Grams = Int32Array;

/** The grams of a text, which stands between spaces as it were. */
export function gramsIn(text: string): Grams {
  const grams = new Int32Array(((base ** 3) >> 5) + 1);
  const add = (gram: number): void => {
    grams[gram >> 5] = (grams[gram >> 5] ?? 0) | (1 << (gram & 31));
  };
  let before = space;
  let second = 0;
  add(space);
  for (let at = 0; at <= text.length; at++) {
    const symbol = at < text.length ? toSymbol(text.charCodeAt(at)) : space;
    if (isRun(symbol, before)) continue;
    add(symbol);
    add(before * base + symbol);
    if (second !== 0) add((second * base + before) * base + symbol);
    second = before;
    before = symbol;
  }
  return grams;
}

export const has = (grams: Grams, gram: number): boolean =>
  ((grams[gram >> 5] ?? 0) & (1 << (gram & 31))) !== 0;

/** Of a word or several, its first, middle and last gram; none for an empty text. */
export function gramsOf(text: string): readonly number[] {
  const symbols: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const symbol = toSymbol(text.charCodeAt(at));
    if (!isRun(symbol, symbols.at(-1) ?? 0)) symbols.push(symbol);
  }
  const last = Math.max(0, symbols.length - 3);
  const places = last < 4 ? [0, last] : [0, last >> 1, last];
  return places.slice(last === 0 ? 1 : 0).map((from) => {
    let gram = 0;
    for (const symbol of symbols.slice(from, from + 3)) gram = gram * base + symbol;
    return gram;
  });
}
