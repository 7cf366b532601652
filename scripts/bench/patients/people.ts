/** Invented people by the million. Each follows from the seed and its number alone, so that nothing need be kept. */
import type { Person } from "../../../src/engine/index.ts";
import { toRandom } from "../../train/random.ts";
import { makeHandle } from "./handles.ts";
import { accented, pickName } from "./names.ts";
import type { Frequencies } from "./names.ts";

export interface Invented extends Person {
  /** First name alone, as `given` begins. */
  readonly first: string;
  /** Middle name, whether or not the list has it. */
  readonly middle: string;
  readonly formerFamilies: readonly string[];
  readonly birthDates: readonly string[];
}

export interface Crowd {
  readonly size: number;
  at(number: number): Invented;
}

export const shares = {
  hyphenated: 0.03,
  /** Of women. */
  former: 0.25,
  handle: 0.2,
  middleName: 0.25,
  middleInitial: 0.1,
  /** Of those whose name has any. */
  accents: 0.5,
} as const;

/** A crowd with another seed is a crowd of other people. `contacts`: each also has phone, e-mail, birth date and number. */
export function inventCrowd(frequencies: Frequencies, size: number, seed: number, contacts = false): Crowd {
  return { size, at: (number) => invent(frequencies, (seed * 1_000_003 + number) | 0, contacts) };
}

export function* everyone(crowd: Crowd): Generator<Invented> {
  for (let number = 0; number < crowd.size; number += 1) yield crowd.at(number);
}

function invent({ women, men, family }: Frequencies, seed: number, contacts: boolean): Invented {
  const random = toRandom(Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1));
  const isWoman = random() < 0.52;
  const spell = random() < shares.accents ? accented : (name: string): string => name;
  const first = spell(pickName(isWoman ? women : men, random()));
  const middle = spell(pickName(isWoman ? women : men, random()));
  const own = spell(pickName(family, random()));
  const isDouble = random() < shares.hyphenated;
  const last = isDouble ? `${own}-${spell(pickName(family, random()))}` : own;
  const hasFormer = isWoman && random() < shares.former;
  const former = hasFormer ? [spell(pickName(family, random()))] : [];
  const kind = random();
  const given =
    kind < shares.middleName
      ? `${first} ${middle}`
      : kind < shares.middleName + shares.middleInitial
        ? `${first} ${middle.slice(0, 1)}.`
        : first;
  const hasHandle = random() < shares.handle;
  return {
    given,
    family: last,
    nicknames: [],
    aliases: [],
    handles: hasHandle ? [makeHandle(first, own, random)] : [],
    first,
    middle,
    formerFamilies: former,
    ...(contacts
      ? makeContacts(first, own, random)
      : { phones: [], emails: [], birthDates: [], recordNumbers: [] }),
  };
}

type Contacts = Pick<Invented, "phones" | "emails" | "birthDates" | "recordNumbers">;

function makeContacts(first: string, family: string, random: () => number): Contacts {
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  const letters = (name: string): string =>
    name
      .normalize("NFD")
      .toLowerCase()
      .replace(/[^a-z]+/g, "");
  const two = (value: number): string => String(value).padStart(2, "0");
  return {
    phones: [`${between(201, 989)}-${between(201, 989)}-${String(between(0, 9999)).padStart(4, "0")}`],
    emails: [`${letters(first)}.${letters(family)}${between(1, 9999)}@mailbox.example`],
    birthDates: [`${between(1935, 2020)}-${two(between(1, 12))}-${two(between(1, 28))}`],
    recordNumbers: [String(between(1_000_000, 9_999_999))],
  };
}
