/** With the key: what a guesser with public lists of names gets out of an index. */
import type { Person, SerializedIndex } from "../../src/engine/patients/index.ts";
import { nameWords } from "../../src/engine/patients/name-parts.ts";
import { makeReader } from "../../src/engine/patients/reader.ts";
import type { NamePart } from "../../src/engine/patients/reader.ts";
import { namings } from "../../src/engine/patients/ways.ts";
import type { NameRows } from "../bench/patients/read-names.ts";

/** Most frequent first. `weight`: how frequent, in any unit. */
export interface Name {
  readonly name: string;
  readonly weight: number;
}

/** Two public lists, as the benchmarks read them. */
export function namesOf(rows: NameRows): { given: Name[]; family: Name[] } {
  const names = (from: readonly (readonly string[])[]): Name[] =>
    from.map(([name = "", weight]) => ({
      name: nameWords(name).join(""),
      weight: Math.max(1e-4, Number(weight)),
    }));
  return { given: names(rows.given), family: names(rows.family) };
}

export interface Guessed {
  readonly seconds: number;
  /** Names asked for alone, and pairs of those that are listed. */
  readonly words: number;
  readonly pairs: number;
  readonly pairsListed: number;
  /** True where every pair of listed names was asked for. */
  readonly done: boolean;
  readonly found: ReadonlySet<string>;
}

/** Asks for the likeliest pairs first, until `seconds` are over. */
export function guessNames(
  index: SerializedIndex,
  given: readonly Name[],
  family: readonly Name[],
  seconds: number,
): Guessed {
  const reader = makeReader(index);
  const started = performance.now();
  const listed = (
    names: readonly Name[],
    as: "given" | "family",
  ): { name: string; weight: number; part: NamePart }[] => {
    const total = names.reduce((sum, { weight }) => sum + weight, 0);
    return names.flatMap(({ name, weight }) => {
      const part = reader.part(name);
      return part && part[as] > 0 ? [{ name, weight: weight / total, part }] : [];
    });
  };
  const firsts = listed(given, "given").toSorted((a, b) => b.weight - a.weight);
  const lasts = listed(family, "family").toSorted((a, b) => b.weight - a.weight);
  const found = new Set<string>();
  let pairs = 0;
  const next = new Uint32Array(lasts.length);
  const isOver = (): boolean => performance.now() - started > seconds * 1000;
  const left = (): boolean => next.some((at) => at < firsts.length);
  // By likelihood, halving what is likely enough each time: no pair comes twice.
  for (let enough = 1; left() && !isOver(); enough /= 2) {
    for (const [at, last] of lasts.entries()) {
      for (
        let first = firsts[next[at] ?? 0];
        first && first.weight * last.weight >= enough;
        first = firsts[next[at] ?? 0]
      ) {
        next[at] = (next[at] ?? 0) + 1;
        pairs++;
        if (reader.pair("p", first.part.key, last.part.key) > 0) found.add(`${first.name} ${last.name}`);
      }
      if ((at & 1023) === 0 && isOver()) break;
    }
  }
  return {
    seconds: (performance.now() - started) / 1000,
    words: given.length + family.length,
    pairs,
    pairsListed: found.size,
    done: !left(),
    found,
  };
}

/** Share of people with at least one name that was found, where the attacker's success can be checked. */
export function shareRecovered(found: ReadonlySet<string>, people: readonly Person[]): number {
  const recovered = people.filter((person) =>
    namings(person).some(({ given, family }) =>
      given.some((first) => family.some((last) => found.has(`${first} ${last}`))),
    ),
  );
  return recovered.length / people.length;
}

/** Asks for the phone numbers of an area code, `from` to below `to` of its seven digits: how many are listed, how fast. */
export function guessPhones(
  index: SerializedIndex,
  areaCode: string,
  from = 0,
  to = 10_000_000,
): { seconds: number; asked: number; listed: number } {
  const reader = makeReader(index);
  const started = performance.now();
  let listed = 0;
  for (let number = from; number < to; number++) {
    if (reader.contact("t", `${areaCode}${String(number).padStart(7, "0")}`) > 0) listed++;
  }
  return { seconds: (performance.now() - started) / 1000, asked: to - from, listed };
}
