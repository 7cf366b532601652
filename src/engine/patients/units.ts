/** One to three letter runs read as one name ("Van Buren", "O'Neil", "Thuy-Linh"). */
import type { Atom } from "./atoms.ts";
import { isParticle } from "./name-parts.ts";
import { formalNames } from "./nicknames.ts";
import { isOrdinary } from "./ordinary.ts";
import type { NamePart, Reader } from "./reader.ts";

export interface Given extends NamePart {
  /** The word is short for this name. */
  readonly nickname: boolean;
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

export function unitsAt(reader: Reader, atoms: readonly Atom[], from: number): Unit[] {
  const units: Unit[] = [];
  let text = "";
  for (let to = from; to < Math.min(from + 3, atoms.length); to++) {
    const atom = atoms[to];
    if (!atom || (to > from && !isJoined(atoms[to - 1], atom))) break;
    text += atom.text;
    if (text.length > longestUnit) break;
    if (text.length === 1 && /[a-z]/.test(text)) continue;
    const part = reader.part(text);
    const givens = givensOf(reader, text, part);
    const family = part && part.family > 0 ? part : undefined;
    if (givens.length > 0 || family) units.push({ text, from, to: to + 1, givens, family });
  }
  return units;
}

/** Given names of the list that a word may stand for: itself, and what it is short for. */
export function givensOf(reader: Reader, text: string, part = reader.part(text)): readonly Given[] {
  const formals = formalNames.get(text);
  if (!formals) return part && part.given > 0 ? [{ ...part, nickname: false }] : [];
  const givens: Given[] = part && part.given > 0 ? [{ ...part, nickname: false }] : [];
  for (const formal of formals) {
    const name = reader.part(formal);
    if (name && name.given > 0) givens.push({ ...name, nickname: true });
  }
  return givens;
}

/** Two words of the language are not one name, even where a blank less would make it one ("so to", "be an"). */
function isJoined(before: Atom | undefined, { text, gap }: Atom): boolean {
  if (!before) return false;
  if (/^(?:-|'|- | -| - |\. ?)$/.test(gap)) return true;
  if (gap !== " ") return false;
  if (isParticle(before.text)) return true;
  return before.text.length > 1 && text.length > 1 && !(isOrdinary(before.text) && isOrdinary(text));
}
