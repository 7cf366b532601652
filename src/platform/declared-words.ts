/**
 * The Spanish of what is declared in English for the command line and the documentation as well: the settings' words, what is wrong
 * with a policy or a file of patients. A page that speaks Spanish has loaded it (page-language.ts).
 */

interface Pattern {
  readonly from: RegExp;
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
    .map(([english, to]) => ({
      from: new RegExp(`^${english.split(places).map(escaped).join("(.*)")}$`, "s"),
      to,
    }));
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The text in the language in use; as it is where there is no other. Values in it that are such texts are put over as well. */
export function declaredWords(english: string): string {
  const known = whole.get(english);
  if (known !== undefined) return known;
  for (const { from, to } of patterns) {
    const found = from.exec(english);
    if (!found) continue;
    return to.replaceAll(places, (place) => declaredWords(found[Number(place.slice(1))] ?? ""));
  }
  // What is put into a sentence of its own has lost its full stop.
  const sentence = english.endsWith(".") ? undefined : whole.get(`${english}.`);
  return sentence?.replace(/\.$/, "") ?? english;
}
