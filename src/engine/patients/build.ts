/** Makes and changes an index. Names go in and are forgotten: what is kept are hashes and how many share each. */
import {
  addDeletion,
  addPart,
  count,
  countOf,
  discount,
  lower,
  makeCounts,
  makeDeletions,
  makeParts,
  partNumber,
  saturated,
} from "./growing.ts";
import type { Counts, Deletions, Parts } from "./growing.ts";
import { makeHasher } from "./hasher.ts";
import type { Key } from "./hasher.ts";
import type { Added, IndexBuilder, Person, SerializedIndex } from "./index.ts";
import { packForms, packNames } from "./pack.ts";
import { longestFuzzy, shortestFuzzy } from "./reader.ts";
import { eachTop, lookUp, lookUpName, topBits } from "./table.ts";
import { contactsOf, namings } from "./ways.ts";
import type { Naming } from "./ways.ts";

/** An index of these people. `key`: 16 random bytes, a fresh one for every list. */
export function buildIndex(people: readonly Person[], key: Uint8Array, id: string): SerializedIndex {
  const builder = newIndex(key);
  for (const person of people) builder.add(person);
  return builder.finish(id);
}

/** An empty list under `key`: 16 random bytes, a fresh one for every list. */
export function newIndex(key: Uint8Array): IndexBuilder {
  return makeBuilder(key, { people: 0, parts: makeParts(), forms: makeCounts(), deletions: makeDeletions() });
}

/** A list to go on with; `index` itself stays as it is. */
export function editIndex(index: SerializedIndex): IndexBuilder {
  const parts = makeParts();
  const { names } = index;
  names.highs.forEach((high, at) => {
    const number = addPart(parts, { high, low: names.lows[at] ?? 0 });
    parts.given[number] = names.given[at] ?? 0;
    parts.family[number] = names.family[at] ?? 0;
    parts.words[number] = names.words[at] ?? 0;
  });
  const forms = makeCounts();
  eachTop(index.forms, (top, at) => {
    count(forms, top, index.forms.lows[at] ?? 0, index.forms.counts[at] ?? 0);
  });
  const deletions = makeDeletions();
  eachTop(index.deletions, (top, at) => {
    const value = index.deletions.values[at] ?? 0;
    const number = Math.floor(value / 32);
    parts.spelled[number] = 1;
    addDeletion(deletions, top, index.deletions.lows[at] ?? 0, number, value % 32);
  });
  return makeBuilder(index.key, { people: index.people, parts, forms, deletions }, index);
}

interface Grown {
  people: number;
  readonly parts: Parts;
  readonly forms: Counts;
  readonly deletions: Deletions;
}

/** What a part is to a person. */
const asGiven = 1;
const asFamily = 2;
const asWord = 4;

const half = 2 ** 32;
const topOf = (high: number): number => high >>> (32 - topBits);
/** 52 bits are a whole number, which a set tells from another by value. */
const toNumber = ({ high, low }: Key): number => topOf(high) * half + low;

function makeBuilder(key: Uint8Array, list: Grown, base?: SerializedIndex): IndexBuilder {
  const { parts, forms, deletions } = list;
  const hasher = makeHasher(key);
  /** Hashes of whole persons added here: a row that stands twice in a file is one person. */
  let rows = makeCounts();
  const initials = new Map<string, Key>();
  // Of the person at hand; emptied before the next one.
  const numbers = new Map<string, number>();
  const roles = new Map<number, number>();
  const keys = new Set<number>();

  const keyOf = (number: number): Key => ({ high: parts.highs[number] ?? 0, low: parts.lows[number] ?? 0 });
  const initialOf = (text: string): Key => {
    const letter = text.slice(0, 1);
    const known = initials.get(letter) ?? hasher.ofText("n", letter);
    if (initials.size < 1000) initials.set(letter, known);
    return known;
  };
  const numberOf = (text: string, find: (parts: Parts, key: Key) => number): number => {
    const known = numbers.get(text) ?? find(parts, hasher.ofText("n", text));
    numbers.set(text, known);
    return known;
  };
  const isListed = (form: number): boolean => countOf(forms, Math.floor(form / half), form >>> 0) > 0;
  const pairOf = (first: number, last: number): number =>
    toNumber(hasher.ofPair("p", keyOf(first), keyOf(last)));
  const take = (number: number, role: number): void => {
    if (number >= 0) roles.set(number, (roles.get(number) ?? 0) | role);
  };

  function spell(number: number, part: string): void {
    if (parts.spelled[number] === 1 || part.length < shortestFuzzy || part.length > longestFuzzy) return;
    parts.spelled[number] = 1;
    for (let place = 0; place < part.length; place++) {
      const { high, low } = hasher.ofText("n", part.slice(0, place) + part.slice(place + 1));
      addDeletion(deletions, topOf(high), low, number, place);
    }
  }

  /** Collects the keys of a naming; where `only` is given, those of pairs that are listed. */
  function collect({ given, family }: Naming, only: boolean): void {
    const find = only ? partNumber : addPart;
    for (const [names, role] of [
      [given, asGiven],
      [family, asFamily],
    ] as const) {
      for (const name of names) {
        const number = numberOf(name, find);
        const isWord = !isJoined(name, names);
        if (isWord && !only) spell(number, name);
        const other = role === asGiven ? family : given;
        if (!only || other.length === 0) take(number, role | (isWord ? asWord : 0));
      }
    }
    for (const last of family) {
      const lastNumber = numberOf(last, find);
      const lastKey = keyOf(lastNumber);
      for (const first of given) {
        const firstNumber = numberOf(first, find);
        const pair = pairOf(firstNumber, lastNumber);
        if (only && (firstNumber < 0 || lastNumber < 0 || !isListed(pair))) continue;
        keys.add(pair);
        keys.add(toNumber(hasher.ofPair("i", initialOf(first), lastKey)));
        keys.add(toNumber(hasher.ofPair("g", keyOf(firstNumber), initialOf(last))));
        if (!only) continue;
        take(firstNumber, asGiven | (isJoined(first, given) ? 0 : asWord));
        take(lastNumber, asFamily | (isJoined(last, family) ? 0 : asWord));
      }
    }
  }

  function contactKeys(person: Person): Set<number> {
    const { handles, phones, emails, recordNumbers, birthDates } = contactsOf(person);
    const found = new Set<number>();
    const all = { h: handles, t: phones, e: emails, m: recordNumbers, b: birthDates };
    for (const [kind, texts] of Object.entries(all)) {
      for (const text of texts) found.add(toNumber(hasher.ofText(kind, text)));
    }
    return found;
  }

  /** Is the whole name, the first of its parts, on the list? */
  function isNamed({ given, family }: Naming): boolean {
    const [first, last] = [given[0], family[0]].map((name) =>
      name === undefined ? -1 : numberOf(name, partNumber),
    );
    if (first === undefined || last === undefined) return false;
    if (family.length === 0) return (parts.given[first] ?? 0) > 0;
    if (given.length === 0) return (parts.family[last] ?? 0) > 0;
    return first >= 0 && last >= 0 && isListed(pairOf(first, last));
  }

  /** Was this on the list before it was edited? */
  function wasNamed({ names, forms: known }: SerializedIndex, { given, family }: Naming): boolean {
    const [first, last] = [given[0], family[0]];
    if (first !== undefined && last !== undefined) {
      return lookUp(known, hasher.ofPair("p", hasher.ofText("n", first), hasher.ofText("n", last))) >= 0;
    }
    const alone = lookUpName(names, hasher.ofText("n", first ?? last ?? ""));
    return ((first === undefined ? names.family : names.given)[alone] ?? 0) > 0;
  }

  /** Was all of this on the list before it was edited, and is it still? */
  function wasListed(naming: Naming | undefined, contacts: ReadonlySet<number>): boolean {
    if (!base || (naming && !(wasNamed(base, naming) && isNamed(naming)))) return false;
    return [...contacts].every((form) => {
      const key = { high: Math.floor(form / half) * 2 ** (32 - topBits), low: form >>> 0 };
      return isListed(form) && lookUp(base.forms, key) >= 0;
    });
  }

  /** One number for all that was collected, in whatever order. */
  function countRow(): boolean {
    let top = 0;
    let low = 0;
    for (const form of keys) {
      top ^= Math.floor(form / half);
      low ^= form >>> 0;
    }
    for (const [number, role] of roles) {
      const { high, low: other } = hasher.ofPair("r", keyOf(number), { high: role, low: 0 });
      top ^= topOf(high);
      low ^= other;
    }
    if (countOf(rows, top, low >>> 0) > 0) return false;
    count(rows, top, low >>> 0);
    return true;
  }

  function begin(): void {
    numbers.clear();
    roles.clear();
    keys.clear();
  }

  return {
    get people() {
      return list.people;
    },
    add(person): Added {
      begin();
      const names = namings(person).filter(({ given, family }) => given.length + family.length > 0);
      const contacts = contactKeys(person);
      if (names.length === 0 && contacts.size === 0) return "nameless";
      if (wasListed(names[0], contacts)) return "listed";
      numbers.clear();
      for (const naming of names) collect(naming, false);
      for (const form of contacts) keys.add(form);
      if (!countRow()) return "listed";
      for (const form of keys) count(forms, Math.floor(form / half), form >>> 0);
      for (const [number, role] of roles) {
        raise(parts.given, number, role & asGiven);
        raise(parts.family, number, role & asFamily);
        raise(parts.words, number, role & asWord);
      }
      list.people += 1;
      return "added";
    },
    remove(person) {
      begin();
      const names = namings(person).filter(({ given, family }) => given.length + family.length > 0);
      const contacts = [...contactKeys(person)];
      const listedNames = names.filter(isNamed);
      const listedContacts = contacts.filter(isListed);
      for (const naming of listedNames) collect(naming, true);
      for (const form of listedContacts) keys.add(form);
      for (const form of keys) discount(forms, Math.floor(form / half), form >>> 0);
      for (const [number, role] of roles) {
        if (role & asGiven) lower(parts.given, number);
        if (role & asFamily) lower(parts.family, number);
        if (role & asWord) lower(parts.words, number);
      }
      const found = listedNames.length + listedContacts.length;
      const isSomebody = names.length > 0 ? listedNames.length > 0 : found > 0;
      if (isSomebody) list.people = Math.max(0, list.people - 1);
      // Whoever was taken away may come again.
      rows = makeCounts();
      return { found, missing: names.length + contacts.length - found };
    },
    finish: (id) => ({
      format: 2,
      id,
      people: list.people,
      key: key.slice(),
      forms: packForms(forms),
      ...packNames(parts, deletions),
    }),
  };
}

function raise(counts: Uint8Array, at: number, by: number): void {
  if (by !== 0) counts[at] = Math.min(saturated, (counts[at] ?? 0) + 1);
}

/** Two names of the person without a gap ("annamaria"): nobody slips in that but in one of the two. */
function isJoined(name: string, names: readonly string[]): boolean {
  return (
    name.length >= 8 &&
    names.some(
      (other) =>
        other.length < name.length && name.startsWith(other) && names.includes(name.slice(other.length)),
    )
  );
}
