/**
 * The Spanish of what is declared in English for the command line and the documentation as well: the settings' words, what is wrong
 * with a policy or a file of patients. A page that speaks Spanish has loaded it (page-language.ts).
 */

interface Pattern {
  /** What stands before, between and behind the places. */
  readonly pieces: readonly string[];
  readonly to: string;
}

let whole: ReadonlyMap<string, string> = new Map();
let patterns: readonly Pattern[] = [];

const places = /\$[1-9]/g;

/** English to Spanish; `$1` to `$9` in both stand for what differs each time. Undefined: English is spoken. */
export function useDeclared(words: Readonly<Record<string, string>> | undefined): void {
  const all = Object.entries(words ?? {});
  whole = new Map(all);
  patterns = all
    .filter(([english]) => english.match(places) !== null)
    // The longest first: it says the most about the text that it fits.
    .toSorted(([a], [b]) => b.length - a.length)
    .map(([english, to]) => ({ pieces: english.split(places), to }));
}

/** What stands in the places; undefined: the text is another. Each piece is looked for from the end, so that the time is linear. */
function valuesIn(text: string, pieces: readonly string[]): readonly string[] | undefined {
  const [first = "", ...later] = pieces;
  const values: string[] = [];
  let end = text.length;
  for (const [back, piece] of later.toReversed().entries()) {
    const at = back === 0 ? end - piece.length : text.lastIndexOf(piece, end - piece.length);
    if (at < first.length || !text.startsWith(piece, at)) return undefined;
    if (back > 0) values.unshift(text.slice(at + piece.length, end));
    end = at;
  }
  return text.startsWith(first) ? [text.slice(first.length, end), ...values] : undefined;
}

/** The text in the language in use; as it is where there is no other. Values in it that are such texts are put over as well. */
export function declaredWords(english: string): string {
  const known = whole.get(english);
  if (known !== undefined) return known;
  for (const { pieces, to } of patterns) {
    const values = valuesIn(english, pieces);
    if (!values) continue;
    return to.replaceAll(places, (place) => declaredWords(values[Number(place.slice(1)) - 1] ?? ""));
  }
  // What is put into a sentence of its own has lost its full stop.
  const sentence = english.endsWith(".") ? undefined : whole.get(`${english}.`);
  return sentence?.replace(/\.$/, "") ?? english;
}
