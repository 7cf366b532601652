/** Finds the ways to write a listed person in running text. The surest form of a place wins later. */
import type { Atom } from "./atoms.ts";
import { everyday } from "./everyday.ts";
import { givenNames } from "./given-names.ts";
import type { Form, PatientMatch } from "./match.ts";
import { misspellings } from "./misspellings.ts";
import { formalNames } from "./nicknames.ts";
import { isOrdinary } from "./ordinary.ts";
import type { Reader } from "./reader.ts";
import { unitsAt } from "./units.ts";
import type { Unit } from "./units.ts";
import { times } from "./word-names.ts";

/** A text cut into names: what every search below goes over. */
export interface Reading {
  readonly reader: Reader;
  readonly text: string;
  readonly atoms: readonly Atom[];
  /** By the atom that they start with. */
  readonly units: readonly (readonly Unit[])[];
  /** Capitals tell names from words here. */
  readonly caseful: boolean;
  /** Written with the capital of a name, as far as capitals say anything here. */
  readonly capital: (at: number) => boolean;
}

export type Add = (from: number, to: number, form: Form, people: number, dot?: number) => void;

export const titles = new Set(
  "mr mrs ms miss mx sir madam coach sgt officer senor senora senorita sr sra srta don dona mister missus".split(
    " ",
  ),
);
/** Single letters that are words in a chat, or articles. */
const letterWords = new Set("a i u r n b c k x y o e w m".split(" "));

const wholes = new Set<Form>(["full", "nickname", "reversed"]);

export function findNames(
  reader: Reader,
  atoms: readonly Atom[],
  text: string,
  caseful: boolean,
): PatientMatch[] {
  const found: PatientMatch[] = [];
  let wholeTo = 0;
  const reading: Reading = {
    reader,
    text,
    atoms,
    caseful,
    units: atoms.map((_, from) => unitsAt(reader, atoms, from, caseful)),
    capital: (at) => !caseful || (atoms[at]?.capital ?? false),
  };
  const add: Add = (from, to, form, people, dot = 0) => {
    const words = atoms.slice(from, to);
    const first = words[0];
    const last = words.at(-1);
    if (people === 0 || !first || !last) return;
    if (wholes.has(form)) wholeTo = Math.max(wholeTo, to);
    found.push({
      start: first.start,
      end: last.end + dot,
      form,
      people,
      everyday: words.every(
        (word) => everyday.has(word.text) || (word.text.length === 1 && word.text < "\u007f"),
      ),
      capitals: caseful && words.every((word) => word.capital),
      hidden: false,
    });
  };
  for (let at = 0; at < atoms.length; at++) {
    for (const unit of reading.units[at] ?? []) {
      if (unit.givens.length > 0) {
        addFull(reading, unit, add);
        addGivenInitial(reading, unit, add);
        const alone = unit.givens.filter(({ as }) => as !== "formal");
        add(at, unit.to, "given", Math.max(0, ...alone.map(({ given }) => given)));
      }
      if (unit.family) {
        addReversed(reading, unit, add);
        addBefore(reading, unit, add);
        if (atoms[at]?.capital === true && unit.text.length >= 4)
          add(at, unit.to, "family", unit.family.family);
      }
    }
    // Who is written right here is not looked for with a slip.
    if (at >= wholeTo) misspellings(reading, at, add);
  }
  return found;
}

/** How many have the given name, or what it is short for, and the family name. */
export function pairOf(
  reader: Reader,
  { givens }: Unit,
  { family }: Unit,
): { people: number; nickname: boolean } {
  let people = 0;
  let nickname = false;
  if (family) {
    for (const given of givens) {
      const count = reader.pair("p", given.key, family.key);
      if (count > 0 && people === 0) nickname = given.as !== "itself";
      people = Math.max(people, count);
    }
  }
  return { people, nickname };
}

function addFull(reading: Reading, unit: Unit, add: Add): void {
  const { reader, units, atoms, capital } = reading;
  const next = unit.to;
  const gap = atoms[next]?.kind;
  const addPair = (other: Unit): void => {
    const { people, nickname } = pairOf(reader, unit, other);
    if (people > 0) add(unit.from, other.to, nickname ? "nickname" : "full", people);
  };
  for (const other of units[next] ?? []) {
    if (gap === "blank" || (gap === "show" && isShown(reading, unit, other))) addPair(other);
  }
  for (const after of behindMiddle(reading, next))
    for (const other of units[after] ?? []) if (capital(other.from)) addPair(other);
}

/** Where the family name may stand behind a middle name, an initial, a name in quotes, or somebody who shares it. */
function behindMiddle({ atoms, capital, caseful }: Reading, at: number): number[] {
  const [middle, after, last] = [atoms[at], atoms[at + 1], atoms[at + 2]];
  if (!middle || !after) return [];
  if (
    caseful &&
    middle.kind === "blank" &&
    last?.kind === "blank" &&
    !middle.capital &&
    /^(?:and|y|e)$/.test(middle.text)
  )
    return after.capital && isOther(after) ? [at + 2] : [];
  if (caseful && middle.gap === " & ") return middle.capital && isOther(middle) ? [at + 1] : [];
  if (/^ ["'(]$/.test(middle.gap)) return /^["')] $/.test(after.gap) ? [at + 1] : [];
  if (middle.kind !== "blank" && middle.gap !== "-") return [];
  if (middle.text.length === 1) {
    if (after.text.length > 1) return /^\.? {1,2}$/.test(after.gap) ? [at + 1] : [];
    return /^\.? ?$/.test(after.gap) && /^\.? {1,2}$/.test(last?.gap ?? "") ? [at + 2] : [];
  }
  if (!capital(at) || after.kind !== "blank") return [];
  if (!caseful && isOrdinary(middle.text) && !givenNames.has(middle.text)) return [];
  const isSecond =
    caseful && givenNames.has(middle.text) && givenNames.has(after.text) && last?.kind === "blank";
  return isSecond ? [at + 1, at + 2] : [at + 1];
}

/** Somebody who shares the family name. */
const isOther = ({ text }: Atom): boolean =>
  givenNames.has(text) || formalNames.has(text) || (text.length > 1 && !isOrdinary(text));

/** With emoji, a line break or signs between them, only what is written as a name on both sides is one. */
function isShown({ capital, caseful }: Reading, unit: Unit, other: Unit): boolean {
  if (isOrdinary(unit.text) && isOrdinary(other.text)) return false;
  return caseful
    ? capital(unit.from) && capital(other.from)
    : !isOrdinary(unit.text) && !isOrdinary(other.text);
}

function addGivenInitial({ reader, atoms, text, caseful }: Reading, unit: Unit, add: Add): void {
  const letter = atoms[unit.to];
  if (letter?.text.length !== 1 || letter.kind !== "blank") return;
  const dotted = text.charAt(letter.end) === ".";
  const apart = !/^['’-]/.test(text.slice(letter.end, letter.end + 1));
  if (
    !apart ||
    !(dotted || (letter.capital && (caseful ? letter.text !== "i" : !letterWords.has(letter.text))))
  )
    return;
  const people = unit.givens.map((given) => reader.pair("g", given.key, reader.initial(letter.text)));
  add(unit.from, unit.to + 1, "given-initial", Math.max(0, ...people), dotted ? 1 : 0);
}

/** Family name first. Two given names in a row of several are no name and its owner ("Taylor, James and Kim"). */
function addReversed(reading: Reading, unit: Unit, add: Add): void {
  const { reader, units, atoms, capital, caseful } = reading;
  const gap = atoms[unit.to];
  const comma = gap?.kind === "comma";
  const unspaced = gap?.kind === "blank" && isUncased(unit.text);
  if (!comma && gap?.gap !== " " && !unspaced) return;
  for (const other of units[unit.to] ?? []) {
    const named = caseful
      ? capital(unit.from) && capital(other.from)
      : !everyday.has(unit.text) && !everyday.has(other.text);
    if (!named || (!comma && isSaid(unit.text) && isSaid(other.text))) continue;
    if (comma && (isRow(reading, unit, other) || isSignature(reading, unit, other))) continue;
    const initial = atoms[other.to];
    const hasInitial = initial?.kind === "blank" && initial.text.length === 1 && initial.capital;
    const to = hasInitial ? other.to + 1 : other.to;
    const dot = hasInitial && reading.text.charAt(initial.end) === "." ? 1 : 0;
    add(unit.from, to, unspaced ? "full" : "reversed", pairOf(reader, other, unit).people, dot);
  }
}

const isSaid = (word: string): boolean => everyday.has(word) || times.has(word);

const signOffs = new Set(
  "love best cheers thanks hugs yours regards sincerely warmly peace blessings gracias saludos abrazos".split(
    " ",
  ),
);

/** "Love, Kendra and the team": at the start of a statement, and nothing is said of her. */
function isSignature({ atoms, text }: Reading, unit: Unit, { to }: Unit): boolean {
  if (!signOffs.has(unit.text)) return false;
  const start = atoms[unit.from]?.start ?? 0;
  const before = (start > 9 ? "x" : "") + text.slice(Math.max(0, start - 9), start);
  return (
    /(?:^|[\n.!?:)*~\u2026]|\p{Extended_Pictographic}) *(?:(?:with|much|many|warm|kind) )?$/u.test(before) &&
    !/^(?:['\u2019]| (?!(?:and|at|from|y|de) )\p{L})/u.test(text.slice(atoms[to - 1]?.end))
  );
}

const isUncased = (text: string): boolean => text.toUpperCase() === text;

function isRow({ atoms, text }: Reading, { from }: Unit, { to }: Unit): boolean {
  const [next, second] = [atoms[to], atoms[to + 1]];
  if (!next) return false;
  if (next.kind === "comma" && next.capital && givenNames.has(next.text)) return true;
  const joins = /^(?:and|y|e)$/.test(next.text) && next.gap === " " && second?.gap === " ";
  if ((joins && second.capital && givenNames.has(second.text)) || /^ ?& ?$/.test(next.gap)) return true;
  const start = atoms[from]?.start ?? 0;
  return givenNames.has(atoms[from - 1]?.text ?? "") && text.endsWith(", ", start);
}

/** A title or an initial before a family name. */
function addBefore({ reader, atoms, capital }: Reading, unit: Unit, add: Add): void {
  const at = unit.from;
  const atom = atoms[at];
  const before = atoms[at - 1];
  if (!atom || !before || !unit.family) return;
  if (titles.has(before.text) && /^\.? $/.test(atom.gap) && (capital(at) || !everyday.has(unit.text))) {
    add(at - 1, unit.to, "titled-family", unit.family.family);
  }
  if (before.text.length !== 1 || !/^(?:\.| |\. )$/.test(atom.gap) || /['\u2019]$/.test(before.gap)) return;
  const sure = atom.gap.startsWith(".") || (before.capital && atom.capital && !letterWords.has(before.text));
  if (sure && capital(at)) {
    add(at - 1, unit.to, "initial-family", reader.pair("i", reader.initial(before.text), unit.family.key));
  }
}
