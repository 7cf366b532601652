import fc from "fast-check";
import type { Person } from "../../../../src/engine/patients/index.ts";
import { contactsOf, namings } from "../../../../src/engine/patients/ways.ts";

export const key = Uint8Array.from({ length: 16 }, (_, at) => at);

/** Few enough that people share them, with all that makes names hard. */
const name = fc.oneof(
  fc.constantFrom("Jane", "Ana", "Anna", "Maria", "Anna Maria", "Annamaria", "Jo", "Li", "Jané", "Mary-Kate"),
  fc.constantFrom(
    "Smith",
    "Smyth",
    "O'Neil",
    "Van Buren",
    "Smith-Jones",
    "Jones",
    "李",
    "Ковалёва",
    "De la Cruz",
  ),
  fc.stringMatching(/^[A-Z][a-z]{1,11}$/),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);
const few = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(of, { maxLength: 2 });
const digits = (count: number): fc.Arbitrary<string> =>
  fc.nat(10 ** 6 - 1).map((value) => String(value).padStart(count, "5"));

export const person: fc.Arbitrary<Person> = fc.record({
  given: name,
  family: name,
  nicknames: few(name),
  aliases: few(fc.tuple(name, name).map((both) => both.join(" "))),
  formerFamilies: few(name),
  handles: few(fc.stringMatching(/^@[a-z_.]{1,5}[0-9]{0,2}$/)),
  phones: few(digits(10)),
  emails: few(fc.stringMatching(/^[a-z]{1,4}@mailbox\.example$/)),
  recordNumbers: few(digits(7)),
  birthDates: few(fc.constantFrom("1990-07-02", "1990-07-03", "07/02/1990", "")),
});

export const persons = (maxLength = 8): fc.Arbitrary<Person[]> => fc.array(person, { maxLength });

/** What the index says, kept in the open: the same counts by the names themselves. */
export interface Model {
  readonly given: ReadonlyMap<string, number>;
  readonly family: ReadonlyMap<string, number>;
  /** `p first last`, `i initial last`, `g first initial` and contacts `h`, `t`, `e`, `m`, `b`. */
  readonly forms: ReadonlyMap<string, number>;
}

export function modelOf(people: readonly Person[]): Model {
  const model = { given: new Map<string, number>(), family: new Map<string, number>(), forms: new Map() };
  const seen = new Set<string>();
  for (const one of people) {
    const given = new Set<string>();
    const family = new Set<string>();
    const forms = new Set<string>();
    for (const naming of namings(one)) {
      for (const last of naming.family) family.add(last);
      for (const first of naming.given) {
        given.add(first);
        for (const last of naming.family) {
          forms.add(`p ${first} ${last}`);
          forms.add(`i ${first.slice(0, 1)} ${last}`);
          forms.add(`g ${first} ${last.slice(0, 1)}`);
        }
      }
    }
    const { handles, phones, emails, recordNumbers, birthDates } = contactsOf(one);
    const contacts = { h: handles, t: phones, e: emails, m: recordNumbers, b: birthDates };
    for (const [kind, texts] of Object.entries(contacts)) {
      for (const text of texts) forms.add(`${kind} ${text}`);
    }
    const row = JSON.stringify([given, family, forms].map((all) => [...all].sort()));
    if (seen.has(row)) continue;
    seen.add(row);
    for (const [all, counts] of [
      [given, model.given],
      [family, model.family],
      [forms, model.forms],
    ] as const) {
      for (const text of all) counts.set(text, Math.min(255, (counts.get(text) ?? 0) + 1));
    }
  }
  return model;
}
