import { makeHasher } from "./hasher.ts";
import type { Hasher, Key } from "./hasher.ts";
import type { Person, SerializedIndex } from "./index.ts";
import { insert, lookUp, makeTable } from "./table.ts";
import type { Table } from "./table.ts";
import { contactsOf, namings } from "./ways.ts";

/** Shortest name part that is looked for with a misspelling. */
export const shortestFuzzy = 4;
/** Misspellings are not looked for beyond this many letters: the place of a letter has five bits. */
export const longestFuzzy = 31;

/**
 * Builds the index and forgets the names. `key`: 16 random bytes, a fresh one for every list. About 0.1 ms a person.
 */
export function buildIndex(people: readonly Person[], key: Uint8Array, id: string): SerializedIndex {
  const hasher = makeHasher(key);
  const names = new Map<string, { key: Key; given: number; family: number }>();
  const forms = new Map<string, { key: Key; count: number }>();
  for (const person of people) {
    const keys = personKeys(person, hasher);
    for (const [part, { given, family, key }] of keys.names) {
      const known = names.get(part) ?? { key, given: 0, family: 0 };
      known.given = Math.min(255, known.given + (given ? 1 : 0));
      known.family = Math.min(255, known.family + (family ? 1 : 0));
      names.set(part, known);
    }
    for (const [form, key] of keys.forms) {
      const known = forms.get(form) ?? { key, count: 0 };
      known.count = Math.min(255, known.count + 1);
      forms.set(form, known);
    }
  }
  return {
    format: 1,
    id,
    people: people.length,
    key: key.slice(),
    names: fill([...names.values()].map(({ key, given, family }) => [key, given | (family << 8)])),
    forms: fill([...forms.values()].map(({ key, count }) => [key, count])),
    ...deletionsOf(
      [...names].map(([part, { key }]) => ({ part, key })),
      hasher,
    ),
  };
}

interface PersonKeys {
  readonly names: ReadonlyMap<string, { key: Key; given: boolean; family: boolean }>;
  readonly forms: ReadonlyMap<string, Key>;
}

/** Every way to write one person, each once: counts are people, not ways. */
function personKeys(person: Person, hasher: Hasher): PersonKeys {
  const names = new Map<string, { key: Key; given: boolean; family: boolean }>();
  const forms = new Map<string, Key>();
  const name = (part: string, as: "given" | "family"): Key => {
    const known = names.get(part) ?? { key: hasher.ofText("n", part), given: false, family: false };
    known[as] = true;
    names.set(part, known);
    return known.key;
  };
  const form = (key: Key): void => {
    forms.set(`${key.high}:${key.low}`, key);
  };
  for (const { given, family } of namings(person)) {
    for (const part of given) name(part, "given");
    for (const last of family) {
      const lastKey = name(last, "family");
      for (const first of given) {
        form(hasher.ofPair("p", name(first, "given"), lastKey));
        form(hasher.ofPair("i", hasher.ofText("n", first.slice(0, 1)), lastKey));
        form(hasher.ofPair("g", name(first, "given"), hasher.ofText("n", last.slice(0, 1))));
      }
    }
  }
  const { handles, phones, emails, recordNumbers } = contactsOf(person);
  for (const handle of handles) form(hasher.ofText("h", handle));
  for (const phone of phones) form(hasher.ofText("t", phone));
  for (const email of emails) form(hasher.ofText("e", email));
  for (const record of recordNumbers) form(hasher.ofText("m", record));
  return { names, forms };
}

function fill(entries: readonly (readonly [Key, number])[]): Table {
  const table = makeTable(entries.length);
  for (const [{ high, low }, value] of entries) {
    if (lookUp(table, high, low) < 0) insert(table, high, low, value);
  }
  return table;
}

function deletionsOf(
  names: readonly { part: string; key: Key }[],
  hasher: Hasher,
): { deletions: Table; parts: Uint32Array } {
  const fuzzy = names.filter(({ part }) => part.length >= shortestFuzzy && part.length <= longestFuzzy);
  const table = makeTable(fuzzy.reduce((sum, { part }) => sum + part.length, 0));
  const parts = new Uint32Array(fuzzy.length * 2);
  fuzzy.forEach(({ part, key }, number) => {
    parts[number * 2] = key.high;
    parts[number * 2 + 1] = key.low;
    for (let at = 0; at < part.length; at++) {
      const { high, low } = hasher.ofText("d", part.slice(0, at) + part.slice(at + 1));
      insert(table, high, low, number * 32 + at);
    }
  });
  return { deletions: table, parts };
}
