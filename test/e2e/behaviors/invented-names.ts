/** Any number of invented people, each with a name that is nowhere in the world, so that finding one is never chance. */
import type { Secret } from "../harness/profile-search.ts";

export interface Invented {
  readonly given: string;
  readonly family: string;
}

const begins = ["Zw", "Vrx", "Qu", "Xh", "Kvo", "Gw", "Ptu", "Djo", "Wyk", "Tzi"];
const middles = ["olb", "ixt", "umv", "erq", "ywd", "agz", "ofk", "ulp", "ebj", "inx"];
const ends = ["axine", "uvette", "ozelle", "ymora", "ixanne"];
const houses = ["crumple", "vexhorn", "dwinkle", "quonset", "grobble", "fizzard", "wumpole"];
/** Written with marks, and never the same as without. */
const marked: Readonly<Record<string, string>> = { a: "á", e: "ë", o: "ö", u: "ü", i: "î" };

const pick = (from: readonly string[], at: number): string => from[at % from.length] ?? "";
const withMarks = (name: string): string => name.replaceAll(/[aeoui]/g, (letter) => marked[letter] ?? letter);

/**
 * The person with this number, below 500; two numbers never share a given or a family name. Of three in a row one has a hyphen
 * in the family name, one accents.
 */
export function inventedPerson(number: number): Invented {
  if (number >= begins.length * middles.length * ends.length) throw new RangeError(`no person ${number}`);
  const begin = pick(begins, number);
  const middle = pick(middles, Math.floor(number / begins.length));
  const end = Math.floor(number / (begins.length * middles.length));
  const given = `${begin}${middle}${pick(ends, end)}`;
  const stem = `${pick(begins, number + 3)}${pick(middles, Math.floor(number / begins.length) + 4)}`;
  const family = `${stem}${pick(houses, end)}`;
  if (number % 3 === 1)
    return { given, family: `${family}-${pick(begins, number + 5)}${pick(houses, end + 3)}` };
  if (number % 3 === 2) return { given: withMarks(given), family: withMarks(family) };
  return { given, family };
}

/** Given and family name; of one with a hyphen the first half, which is nobody else's. */
export function namesOf({ given, family }: Invented): Secret[] {
  return [given, family.replace(/-.*/, "")].map((content) => ({ label: content, content }));
}

/** A patient list of them. */
export const listOfInvented = (people: readonly Invented[]): string =>
  ["First name,Last name", ...people.map(({ given, family }) => `${given},${family}`), ""].join("\n");
