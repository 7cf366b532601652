/**
 * Plays the thief: what does a stolen browser profile, or a sealed list, give away? First with nothing but the files, then,
 * where a key is given, with the key. Run by hand; docs/threat-model.md has what came out.
 *
 *   npx tsx scripts/attack-list.ts STOLEN... --people LIST.csv [--passphrase-file F | --managed-key-file K]
 *                                  [--data FOLDER] [--seconds 60] [--area-code 310] [--json]
 *
 * STOLEN: folders or files. LIST.csv: the people who must not be found (the first 500 are searched for), and against
 * whom guesses are counted; the thief does not have it. FOLDER: public lists of names (docs/benchmarks.md). Exit status 1: something was recovered without a key.
 */
import { parseArgs } from "node:util";
import type { Person } from "../src/engine/patients/index.ts";
import { guessNames, guessPhones, namesOf, shareRecovered } from "./attack/guess-names.ts";
import { guessRate, yearsFor } from "./attack/guess-passphrase.ts";
import type { SealedFound } from "./attack/left-keys.ts";
import { listsIn, searchStolen } from "./attack/without-key.ts";
import { readNameRows } from "./bench/patients/read-names.ts";
import { peopleOf } from "./guard/patients/read-people.ts";
import { hasKey, openList } from "./guard/patients/sealed-file.ts";
import { Problem } from "./guard/problem.ts";

const text = { type: "string" } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    people: text,
    "passphrase-file": text,
    "managed-key-file": text,
    data: text,
    seconds: text,
    "area-code": text,
    json: { type: "boolean" },
  },
});
const seconds = Number(values.seconds ?? 60);
const rounded = (value: number): number => Number(value.toPrecision(3));

async function passphrases(lists: readonly SealedFound[]): Promise<object> {
  const rounds = lists
    .flatMap(({ header }) => header.locks)
    .find((lock) => lock.kind === "passphrase")?.iterations;
  const { rate, threads } = await guessRate(rounds ?? 600_000, Math.min(10, seconds));
  const years = (bits: number): { here: number; aMillionTimesAsFast: number } => ({
    here: rounded(yearsFor(bits, rate)),
    aMillionTimesAsFast: rounded(yearsFor(bits, rate * 1e6)),
  });
  return {
    rounds: rounds ?? 600_000,
    guessesPerSecond: rounded(rate),
    threads,
    yearsForHalf: { "40 bits": years(40), "100 bits": years(100), "115 bits, as made here": years(115) },
  };
}

async function withKey(list: SealedFound, people: readonly Person[]): Promise<object> {
  const keys = { passphraseFile: values["passphrase-file"], managedKeyFile: values["managed-key-file"] };
  const { index } = await openList(list.where, list.file, keys, 0);
  if (values.data === undefined)
    throw new Problem("names are guessed from public lists", "Add --data FOLDER.");
  const { given, family } = namesOf(await readNameRows(values.data));
  const guessed = guessNames(index, given, family, seconds);
  const phones = guessPhones(index, values["area-code"] ?? "310");
  return {
    people: index.people,
    names: { given: given.length, family: family.length },
    seconds: rounded(guessed.seconds),
    pairsAsked: guessed.pairs,
    pairsPerSecond: rounded(guessed.pairs / guessed.seconds),
    allAsked: guessed.done,
    pairsListed: guessed.pairsListed,
    shareOfPeopleRecovered: people.length === 0 ? null : rounded(shareRecovered(guessed.found, people)),
    phones: {
      asked: phones.asked,
      seconds: rounded(phones.seconds),
      perSecond: rounded(phones.asked / phones.seconds),
      listed: phones.listed,
    },
  };
}

try {
  if (positionals.length === 0)
    throw new Problem("nothing to attack is named", "Name a profile folder or a sealed list.");
  const lists = await listsIn(positionals);
  const people = values.people === undefined ? [] : await peopleOf(values.people);
  const found = await searchStolen(positionals, lists, people, seconds);
  const [first] = lists;
  const keys = { passphraseFile: values["passphrase-file"], managedKeyFile: values["managed-key-file"] };
  const report = {
    withoutKey: found,
    passphrases: await passphrases(lists),
    ...(first && hasKey(keys) ? { withKey: await withKey(first, people) } : {}),
  };
  console.log(JSON.stringify(report, null, values.json === true ? 0 : 2));
  process.exitCode = found.recovered.length > 0 || found.listsOpened > 0 ? 1 : 0;
} catch (error) {
  console.error(`attack: ${error instanceof Problem ? error.message : "failed for an unknown reason"}`);
  if (!(error instanceof Problem)) throw error;
  process.exitCode = 2;
}
