/** One to three letter runs read as one name ("Van Buren", "O'Neil", "Thuy-Linh"). */
import type { Atom } from "./atoms.ts";
import { isParticle } from "./name-parts.ts";
import { formalNames, nicknames } from "./nicknames.ts";
import { isOrdinary } from "./ordinary.ts";
import type { NamePart, Reader } from "./reader.ts";

export interface Given extends NamePart {
  /** The word is the name itself, short for it, or what it is short for. */
  readonly as: "itself" | "nickname" | "formal";
}

export interface Unit {
  readonly text: string;
  /** Half-open range of atoms. */
  readonly from: number;
  readonly to: number;
  /** Itself as a given name first, where it is one; then what it is short for. */
  readonly givens: readonly Given[];
  /** Undefined where nobody has it as family name. */
  readonly family: NamePart | undefined;
}

const longestUnit = 40;

/** Words that are hardly ever a name, and never one in small letters where capitals tell names. */
const neverNames = new Set(
  `
  the and to of for you your yours we our ours us is are was were be been has have had do does did it its that this these
  those with at from as or but not by all so if when what who how her his their they she he him them there here on in
  into about out up down over than then too very can could would should just more most
`
    .trim()
    .split(/\s+/),
);

const noUnits: readonly Unit[] = [];

/** `caseful`: capitals tell names from words. */
export function unitsAt(
  reader: Reader,
  atoms: readonly Atom[],
  from: number,
  caseful: boolean,
): readonly Unit[] {
  const first = atoms[from];
  if (!first || (caseful && !first.capital && neverNames.has(first.text))) return noUnits;
  const units: Unit[] = [];
  let text = "";
  for (let to = from; to < Math.min(from + 3, atoms.length); to++) {
    const atom = atoms[to];
    if (!atom || (to > from && !isJoined(atoms, to, caseful))) break;
    text += atom.text;
    if (text.length > longestUnit) break;
    if (text.length === 1 && /[a-z]/.test(text)) continue;
    for (const read of isDrawnOut(text) ? [text, ...shortened(text)] : [text]) {
      const part = reader.part(read);
      const givens = givensOf(reader, read, part);
      const family = part && part.family > 0 ? part : undefined;
      if (givens.length > 0 || family) units.push({ text, from, to: to + 1, givens, family });
    }
  }
  return units;
}

/** "Janeee": three and more of a letter stand for one or two. Not of a word: "sooo". */
function shortened(text: string): readonly string[] {
  const isSame = (at: number, by: number): boolean => text[at] === text[at - by];
  let [once, twice] = ["", ""];
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (!isSame(at, 1) || !(isSame(at, 2) || isSame(at, -1))) once += letter;
    if (!isSame(at, 1) || !isSame(at, 2)) twice += letter;
  }
  return [once, twice].filter((word) => !isOrdinary(word));
}

function isDrawnOut(text: string): boolean {
  for (let at = 2; at < text.length; at++)
    if (text[at] === text[at - 1] && text[at] === text[at - 2]) return true;
  return false;
}

const nobody: readonly Given[] = [];

/** Given names of the list that a word may stand for: itself, what it is short for, what it is cut down to. */
export function givensOf(reader: Reader, text: string, part = reader.part(text)): readonly Given[] {
  const isGiven = part !== undefined && part.given > 0;
  const formal = formalNames.get(text);
  const short = nicknames.get(text);
  if (!isGiven && !formal && !short) return nobody;
  const givens: Given[] = isGiven ? [{ ...part, as: "itself" }] : [];
  addOthers(reader, formal, "nickname", givens);
  addOthers(reader, short, "formal", givens);
  return givens;
}

function addOthers(
  reader: Reader,
  names: readonly string[] | undefined,
  as: Given["as"],
  givens: Given[],
): void {
  for (const name of names ?? nothing) {
    const other = reader.part(name);
    if (other && other.given > 0) givens.push({ ...other, as });
  }
}
const nothing: readonly string[] = [];

/** Two words of the language are not one name, even where a blank less would make it one ("so to", "be an"). */
function isJoined(atoms: readonly Atom[], at: number, caseful: boolean): boolean {
  const [before, atom] = [atoms[at - 1], atoms[at]];
  if (!before || !atom) return false;
  const { text, gap } = atom;
  if (/^(?:-|'|\.|[-._ ]'[-._ ])$/.test(gap)) return true;
  const isLetter = before.text.length === 1;
  if (isLetter && /^[-._ ]$/.test(gap)) {
    // Letters written apart that were too few to be joined.
    if (atom.spaced) return true;
    if (text.length === 1 && (atoms[at + 1]?.spaced === true || atoms[at - 2]?.spaced === true)) return true;
  }
  if (isParticle(before.text) && /^(?: |\. )$/.test(gap)) return true;
  if (isLetter || text.length === 1 || !/^(?: |- | -| - )$/.test(gap)) return false;
  if (caseful && !(before.capital && atom.capital)) return false;
  return !(isOrdinary(before.text) && isOrdinary(text));
}
