import { rm } from "node:fs/promises";
import { newIndex } from "../../../src/engine/patients/index.ts";
import type { SerializedIndex } from "../../../src/engine/patients/index.ts";
import { randomBytes } from "../../../src/patient-list/bytes.ts";
import { newListId, sealList } from "../../../src/patient-list/seal.ts";
import { Problem } from "../problem.ts";
import { faultsOf, readPeople, shownLeftOut, shownRepeated } from "./read-people.ts";
import type { PeopleRead, Remark } from "./read-people.ts";
import { isSealed, readBytes } from "./sealed-file.ts";
import { makeManagedKey, readManagedKey, readNewPassphrase } from "./secret-files.ts";
import { keepApart, writeWhole } from "../write-file.ts";

/** Files with what a list is sealed with. */
export interface NewKeys {
  readonly passphraseFile?: string | undefined;
  readonly managedKeyFile?: string | undefined;
  /** Is made, and must not be there yet. */
  readonly newManagedKeyFile?: string | undefined;
}

export interface SealOptions extends NewKeys {
  readonly in: string;
  readonly out: string;
  readonly expires?: string | undefined;
  readonly columns?: string | undefined;
  readonly report?: string | undefined;
  /** Nothing is written where a row was left out. */
  readonly strict: boolean;
}

export async function sealPatients(options: SealOptions): Promise<number> {
  const { passphraseFile, managedKeyFile, newManagedKeyFile } = options;
  await keepApart(
    [options.out, options.report, newManagedKeyFile],
    [options.in, passphraseFile, managedKeyFile],
  );
  const locks = await readLocks(options);
  const expires = options.expires === undefined ? null : endOf(options.expires);
  const builder = newIndex(randomBytes(16));
  const bytes = await readBytes(options.in, "patient list");
  if (isSealed(bytes))
    throw new Problem(
      `${options.in}: this list is sealed already`,
      "To change one, see guard patients rotate, add and remove.",
    );
  const read = await readPeople(options.in, bytes, options.columns, (person) => builder.add(person));
  if (options.report !== undefined) await writeWhole(options.report, reportOf(read));
  console.error(summaryOf(options.in, read, options.report).join("\n"));
  if (options.strict && faultsOf(read).length > 0)
    throw new Problem(
      `${options.in}: rows were left out, and nothing was written`,
      "Correct these rows, or leave --strict away.",
    );
  if (builder.people === 0)
    throw new Problem(`${options.in}: there is nobody on this list`, "Check that it is the right file.");
  await writeSealed(builder.finish(newListId()), options.out, expires, locks);
  return 0;
}

interface Locks {
  readonly passphrase?: string;
  readonly managedKey?: Uint8Array;
  /** A key that is made only when the list is. */
  readonly newManagedKeyFile?: string;
}

export async function readLocks({
  passphraseFile,
  managedKeyFile,
  newManagedKeyFile,
}: NewKeys): Promise<Locks> {
  if (managedKeyFile !== undefined && newManagedKeyFile !== undefined)
    throw new Problem(
      "--managed-key-file and --new-managed-key-file exclude each other",
      "Give one of them.",
    );
  const locks = {
    ...(passphraseFile === undefined ? {} : { passphrase: await readNewPassphrase(passphraseFile) }),
    ...(managedKeyFile === undefined ? {} : { managedKey: await readManagedKey(managedKeyFile) }),
    ...(newManagedKeyFile === undefined ? {} : { newManagedKeyFile }),
  };
  if (Object.keys(locks).length > 0) return locks;
  throw new Problem(
    "there is nothing to seal the list with",
    "Add --passphrase-file F, --managed-key-file K or --new-managed-key-file K; a passphrase and a key go together.",
  );
}

/** Seals and writes the list, and says what a policy needs to know of it. The key file goes again where that fails. */
export async function writeSealed(
  index: SerializedIndex,
  out: string,
  expires: number | null,
  { newManagedKeyFile, ...locks }: Locks,
): Promise<void> {
  const made = newManagedKeyFile === undefined ? {} : { managedKey: await makeManagedKey(newManagedKeyFile) };
  try {
    const { file } = await sealList(index, { created: Date.now(), expires, locks: { ...locks, ...made } });
    await writeWhole(out, file);
  } catch (error) {
    if (newManagedKeyFile !== undefined) await rm(newManagedKeyFile, { force: true });
    throw error;
  }
  console.error(`${out}: sealed ${index.people.toLocaleString("en-US")} people`);
}

/** The instant after the last moment of a day, UTC, in milliseconds. */
export function endOf(day: string): number {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== day)
    throw new Problem(
      "--expires is not a day",
      "Write it as 2027-01-31: the last day on which the list is used.",
    );
  const end = start + 86_400_000;
  if (end <= Date.now()) throw new Problem("--expires has passed", "Give a day to come.");
  return end;
}

export function summaryOf(file: string, read: PeopleRead, report: string | undefined): string[] {
  const count = (number: number): string => number.toLocaleString("en-US");
  const { rows, added, listed, leftOut, notes, remarks, columns } = read;
  return [
    ...(columns === "" ? [] : [`columns: ${columns}`]),
    `${count(rows)} rows read, ${count(added)} people, ${count(listed)} listed before, ${count(leftOut.length)} left out`,
    ...remarks,
    ...shownLeftOut(file, read),
    ...shownRepeated(file, read),
    ...(notes.length === 0
      ? []
      : [
          `in ${count(notes.length)} places something was not taken${report === undefined ? "; --report FILE.csv has them" : ""}`,
        ]),
  ];
}

/** Lines and reasons; nothing of what the list says. */
export function reportOf({ leftOut, repeated, notes }: PeopleRead): string {
  const rows = (what: string, remarks: readonly Remark[]): string[] =>
    remarks.map((one) => `${one.line},${what},"${one.what.replaceAll('"', '""')}"`);
  return `${["line,left out,reason", ...rows("line", leftOut), ...rows("repeat", repeated), ...rows("part", notes)].join("\r\n")}\r\n`;
}
