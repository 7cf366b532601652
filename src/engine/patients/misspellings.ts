/** Names with one slip: a letter left out, put in, changed, or two exchanged. The other half is written right. */
import { givenNames } from "./given-names.ts";
import type { Add, Reading } from "./names-in-text.ts";
import { isOrdinary } from "./ordinary.ts";
import type { NamePart } from "./reader.ts";

const shortest = 3;

/** What may be a misspelling of a name: no word of the language, and a capital where capitals tell. */
function slipped({ atoms, capital, caseful, reader }: Reading, at: number): readonly NamePart[] {
  const text = atoms[at]?.text ?? "";
  if (text.length < (caseful ? shortest : 5) || !capital(at) || isOrdinary(text)) return [];
  return reader.misspelled(text);
}

export function misspellings(reading: Reading, at: number, add: Add): void {
  const { reader, units, capital } = reading;
  if (!capital(at)) return;
  for (const unit of units[at] ?? []) {
    if (unit.givens.length === 0) continue;
    const after = afterMiddle(reading, unit.to);
    if (after === undefined) continue;
    for (const name of slipped(reading, after)) {
      if (name.family === 0) continue;
      const people = unit.givens.map((given) => reader.pair("p", given.key, name.key));
      add(at, after + 1, "misspelled", Math.max(0, ...people));
    }
  }
  const next = afterMiddle(reading, at + 1);
  const families = next === undefined ? [] : (units[next] ?? []).filter(({ family }) => family);
  if (families.length > 0 && capital(next ?? 0)) {
    for (const name of slipped(reading, at)) {
      if (name.given === 0) continue;
      for (const { family, to } of families) {
        if (family) add(at, to, "misspelled", reader.pair("p", name.key, family.key));
      }
    }
  }
  addAlone(reading, at, add);
}

/** The next word after a blank, or the one after an initial; undefined where something else stands between. */
function afterMiddle({ atoms }: Reading, at: number): number | undefined {
  if (atoms[at]?.kind !== "blank") return undefined;
  if (atoms[at]?.text.length !== 1) return at;
  return /^\.? {1,2}$/.test(atoms[at + 1]?.gap ?? "") ? at + 1 : undefined;
}

/** Long and capitalized, and no name or word of its own: a shorter word is too near to too many names. */
function addAlone(reading: Reading, at: number, add: Add): void {
  const text = reading.atoms[at]?.text ?? "";
  if (!reading.caseful || text.length < 6 || givenNames.has(text) || isOrdinary(text.replace(/s$/, "")))
    return;
  if (reading.reader.part(text)) return;
  const people = slipped(reading, at).map(({ given }) => given);
  add(at, at + 1, "misspelled-given", Math.max(0, ...people));
}
