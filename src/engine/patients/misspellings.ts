/** Names with one slip: a letter left out, put in, changed, or two exchanged. The other half is written right. */
import { common } from "./often-said.ts";
import { everyday } from "./everyday.ts";
import { givenNames } from "./given-names.ts";
import type { Add, Reading } from "./names-in-text.ts";
import { isOrdinary } from "./ordinary.ts";
import { times, wordNames } from "./word-names.ts";
import type { NamePart } from "./reader.ts";

const shortest = 3;

/** The other half, which is written right. */
interface Beside {
  readonly word: string;
  readonly as: "given" | "family";
}

interface Slipped {
  readonly parts: readonly NamePart[];
  /** The atom after it. */
  readonly to: number;
}

/**
 * What may be a misspelling of a name: a capital where capitals tell, and no word of the language; a word that is also a
 * name, only beside a frequent given name that is no word.
 */
function slipped(reading: Reading, at: number, beside: Beside): Slipped {
  const { atoms, capital, caseful, reader } = reading;
  const none = { parts: [], to: at + 1 };
  const atom = atoms[at];
  if (!atom || !capital(at)) return none;
  const next = atoms[at + 1];
  // "O'Neal", "D'Angelo"
  const isJoined = atom.text.length === 1 && atom.text !== "i" && next?.gap === "'";
  const text = isJoined ? atom.text + next.text : atom.text;
  if (text.length < (caseful ? shortest : 5)) return none;
  if (!isJoined && isOrdinary(text)) {
    const isName =
      caseful && (everyday.has(text) || wordNames.has(text) || times.has(text)) && !common.has(text);
    if (!isName || !isSure(beside)) return none;
  }
  return { parts: reader.misspelled(text), to: isJoined ? at + 2 : at + 1 };
}

/** Hardly anything but a name, and a frequent one where it is the given name. */
const isSure = ({ word, as }: Beside): boolean =>
  as === "given" ? givenNames.has(word) && !everyday.has(word) : word.length >= 4 && !isOrdinary(word);

export function misspellings(reading: Reading, at: number, add: Add): void {
  const { reader, units, capital } = reading;
  if (!capital(at)) return;
  for (const unit of units[at] ?? []) {
    if (unit.givens.length === 0) continue;
    const after = afterMiddle(reading, unit.to);
    if (after === undefined) continue;
    const { parts, to } = slipped(reading, after, { word: unit.text, as: "given" });
    for (const name of parts) {
      if (name.family === 0) continue;
      const people = unit.givens.map((given) => reader.pair("p", given.key, name.key));
      add(at, to, "misspelled", Math.max(0, ...people));
    }
  }
  const next = afterMiddle(reading, at + 1);
  const families = next === undefined ? [] : (units[next] ?? []).filter(({ family }) => family);
  if (families.length > 0 && capital(next ?? 0)) {
    for (const { family, to, text } of families) {
      for (const name of slipped(reading, at, { word: text, as: "family" }).parts) {
        if (family && name.given > 0) add(at, to, "misspelled", reader.pair("p", name.key, family.key));
      }
    }
  }
  addAlone(reading, at, add);
}

/** The next word after a blank, or the one after an initial; undefined where something else stands between. */
function afterMiddle({ atoms }: Reading, at: number): number | undefined {
  if (atoms[at]?.kind !== "blank") return undefined;
  if (atoms[at]?.text.length !== 1 || atoms[at + 1]?.gap === "'") return at;
  return /^\.? {1,2}$/.test(atoms[at + 1]?.gap ?? "") ? at + 1 : undefined;
}

/** Long and capitalized, and no name or word of its own: a shorter word is too near to too many names. */
function addAlone(reading: Reading, at: number, add: Add): void {
  const text = reading.atoms[at]?.text ?? "";
  if (!reading.caseful || text.length < 6 || givenNames.has(text) || isOrdinary(text.replace(/s$/, "")))
    return;
  if (reading.reader.part(text)) return;
  const people = slipped(reading, at, { word: "", as: "given" }).parts.map(({ given }) => given);
  add(at, at + 1, "misspelled-given", Math.max(0, ...people));
}
