/** Finds the ways to write a listed person in running text. The surest form of a place wins later. */
import type { Atom } from "./atoms.ts";
import { everyday } from "./everyday.ts";
import { givenNames } from "./given-names.ts";
import type { Form, PatientMatch } from "./match.ts";
import type { NamePart, Reader } from "./reader.ts";
import { nearNames, times, wordNames } from "./word-names.ts";

/** One to three atoms read as one name ("Van Buren", "O'Neil", "Thuy-Linh"). */
interface Unit {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly givens: readonly NamePart[];
  readonly family: NamePart | undefined;
}

const titles = new Set(
  "mr mrs ms miss mx sir madam coach sgt officer senor senora senorita sr sra srta don dona mister missus".split(
    " ",
  ),
);
/** Single letters that are words in a chat, or articles. */
const letterWords = new Set("a i u r n b c k x y o e w m".split(" "));

export function findNames(
  reader: Reader,
  atoms: readonly Atom[],
  text: string,
  caseful: boolean,
): PatientMatch[] {
  const found: PatientMatch[] = [];
  const units = atoms.map((_, from) => unitsAt(reader, atoms, from));
  const add = (from: number, to: number, form: Form, people: number, dot = 0): void => {
    const words = atoms.slice(from, to);
    const first = words[0];
    const last = words.at(-1);
    if (people === 0 || !first || !last) return;
    found.push({
      start: first.start,
      end: last.end + dot,
      form,
      people,
      everyday: words.every((word) => everyday.has(word.text) || word.text.length === 1),
      capitals: caseful && words.every((word) => word.capital),
      hidden: false,
    });
  };
  const gap = (at: number): string => atoms[at]?.gap ?? "\n";
  const capital = (at: number): boolean => !caseful || (atoms[at]?.capital ?? false);
  const best = (unit: Unit, other: Unit): number =>
    other.family === undefined
      ? 0
      : Math.max(
          0,
          ...unit.givens.map((given) => reader.pair("p", given.key, other.family?.key ?? given.key)),
        );

  atoms.forEach((atom, at) => {
    for (const unit of units[at] ?? []) {
      const next = unit.to;
      if (unit.givens.length > 0) {
        if (/^ {1,2}$/.test(gap(next))) {
          for (const other of units[next] ?? []) add(at, other.to, "full", best(unit, other));
          if (capital(next) || atoms[next]?.text.length === 1) {
            for (const other of /^\.? {1,2}$/.test(gap(next + 1)) ? (units[next + 1] ?? []) : []) {
              if (capital(other.from)) add(at, other.to, "full", best(unit, other));
            }
          }
          addInitial(unit, next);
          addMisspelledFamily(unit, next);
        }
        add(at, unit.to, "given", Math.max(...unit.givens.map((given) => given.given)));
      }
      if (unit.family && unit.family.family > 0) {
        addReversed(unit);
        if (atom.capital && unit.text.length >= 4) add(at, unit.to, "family", unit.family.family);
        const before = atoms[at - 1];
        if (
          before &&
          titles.has(before.text) &&
          /^\.? $/.test(atom.gap) &&
          (capital(at) || !everyday.has(unit.text))
        ) {
          add(at - 1, unit.to, "titled-family", unit.family.family);
        }
        if (before && before.text.length === 1 && /^\.? ?$/.test(atom.gap) && atom.gap !== "") {
          const sure =
            atom.gap.startsWith(".") || (before.capital && atom.capital && !letterWords.has(before.text));
          if (sure && capital(at)) {
            add(
              at - 1,
              unit.to,
              "initial-family",
              reader.pair("i", reader.initial(before.text), unit.family.key),
            );
          }
        }
      }
    }
    addMisspelledGiven(at);
    addMisspelledAlone(at);
  });
  return found;

  function addInitial(unit: Unit, next: number): void {
    const letter = atoms[next];
    if (letter?.text.length !== 1) return;
    const dotted = text.charAt(letter.end) === ".";
    const apart = !/^['’-]/.test(text.slice(letter.end, letter.end + 1));
    if (
      !apart ||
      !(dotted || (letter.capital && (caseful ? letter.text !== "i" : !letterWords.has(letter.text))))
    )
      return;
    const people = unit.givens.map((given) => reader.pair("g", given.key, reader.initial(letter.text)));
    add(unit.from, next + 1, "given-initial", Math.max(0, ...people), dotted ? 1 : 0);
  }

  function addReversed(unit: Unit): void {
    const comma = /^, ?$/.test(gap(unit.to));
    if (!comma && gap(unit.to) !== " ") return;
    for (const other of units[unit.to] ?? []) {
      const named = caseful
        ? capital(unit.from) && capital(other.from)
        : !everyday.has(unit.text) && !everyday.has(other.text);
      if (named && (comma || !(everyday.has(unit.text) && everyday.has(other.text)))) {
        add(unit.from, other.to, "full", best(other, unit));
      }
    }
  }

  function fuzzable(at: number): Atom | undefined {
    const atom = atoms[at];
    if (!atom || !capital(at) || everyday.has(atom.text) || reader.part(atom.text)) return undefined;
    return caseful || atom.text.length >= 6 ? atom : undefined;
  }

  function addMisspelledFamily(unit: Unit, next: number): void {
    const atom = capital(unit.from) ? fuzzable(next) : undefined;
    if (!atom || (!caseful && everyday.has(unit.text))) return;
    for (const name of reader.misspelled(atom.text)) {
      if (name.family === 0) continue;
      const people = unit.givens.map((given) => reader.pair("p", given.key, name.key));
      add(unit.from, next + 1, "misspelled", Math.max(0, ...people));
    }
  }

  /** Long and capitalized, and no name or word of its own: a shorter word is too near to too many names. */
  function addMisspelledAlone(at: number): void {
    const atom = caseful && (atoms[at]?.text.length ?? 0) >= 6 ? fuzzable(at) : undefined;
    if (!atom || givenNames.has(atom.text) || isWord(atom.text) || isWord(atom.text.replace(/s$/, "")))
      return;
    const people = reader.misspelled(atom.text).map(({ given }) => given);
    add(at, at + 1, "misspelled-given", Math.max(0, ...people));
  }

  function addMisspelledGiven(at: number): void {
    if (!/^ {1,2}$/.test(gap(at + 1)) || !capital(at + 1)) return;
    const families = (units[at + 1] ?? []).filter((unit) => unit.family && unit.family.family > 0);
    const atom = families.length > 0 ? fuzzable(at) : undefined;
    if (!atom) return;
    for (const name of reader.misspelled(atom.text)) {
      for (const { family, to } of families) {
        if (family && name.given > 0) add(at, to, "misspelled", reader.pair("p", name.key, family.key));
      }
    }
  }
}

const isWord = (text: string): boolean =>
  nearNames.has(text) || everyday.has(text) || wordNames.has(text) || times.has(text);

function unitsAt(reader: Reader, atoms: readonly Atom[], from: number): Unit[] {
  const units: Unit[] = [];
  let text = "";
  for (let to = from; to < Math.min(from + 3, atoms.length); to++) {
    const atom = atoms[to];
    if (!atom || (to > from && !/^(?: |-|'|- | -|\. ?)?$/.test(atom.gap))) break;
    text += atom.text;
    if (text.length > 40) break;
    if (text.length === 1) continue;
    const givens = reader.givenNames(text);
    const family = reader.part(text);
    if (givens.length > 0 || (family?.family ?? 0) > 0)
      units.push({ text, from, to: to + 1, givens, family });
  }
  return units;
}
