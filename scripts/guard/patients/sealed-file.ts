import { readFile } from "node:fs/promises";
import type { ListProblem, SealedHeader } from "../../../src/contract/sealed-list.ts";
import type { SerializedIndex } from "../../../src/engine/patients/index.ts";
import { readHeader } from "../../../src/patient-list/header.ts";
import { openSealed, unlockList } from "../../../src/patient-list/open-sealed.ts";
import { problemWords } from "../../../src/patient-list/problem-words.ts";
import { Problem } from "../problem.ts";
import { readManagedKey, readPassphrase } from "./secret-files.ts";

/** Files with what opens a list; one of them. */
export interface Keys {
  readonly passphraseFile?: string | undefined;
  readonly managedKeyFile?: string | undefined;
}

export const readBytes = (file: string, what: string): Promise<Uint8Array> =>
  readFile(file).catch(() => {
    throw new Problem(`${file}: the ${what} cannot be read`, "Check the path and that the file may be read.");
  });

export function listFault(file: string, problem: ListProblem): Problem {
  const { what, remedy } = problemWords(problem);
  return new Problem(`${file}: ${what}`, remedy);
}

export function headerOf(file: string, bytes: Uint8Array): SealedHeader {
  const read = readHeader(bytes);
  if ("problem" in read) throw listFault(file, read.problem);
  return read.header;
}

/** Anything that begins as a sealed list does, sound or not. */
export function isSealed(bytes: Uint8Array): boolean {
  const read = readHeader(bytes);
  return "header" in read || read.problem !== "not-a-list";
}

export const hasKey = ({ passphraseFile, managedKeyFile }: Keys): boolean =>
  passphraseFile !== undefined || managedKeyFile !== undefined;

/** Opens the list with whichever key is given, the passphrase first. `now`: milliseconds; 0 opens an expired list too. */
export async function openList(
  file: string,
  bytes: Uint8Array,
  keys: Keys,
  now: number,
): Promise<{ index: SerializedIndex; header: SealedHeader }> {
  headerOf(file, bytes);
  if (keys.passphraseFile === undefined && keys.managedKeyFile === undefined)
    throw new Problem(
      `${file}: this is a sealed list, and nothing to open it with is given`,
      "Add --passphrase-file F, or --managed-key-file K.",
    );
  const unlocked = await unlockList(
    bytes,
    keys.passphraseFile === undefined
      ? { managedKey: await readManagedKey(keys.managedKeyFile ?? "") }
      : { passphrase: await readPassphrase(keys.passphraseFile) },
  );
  if ("problem" in unlocked) throw listFault(file, unlocked.problem);
  const opened = await openSealed(bytes, unlocked.key, now);
  if ("problem" in opened) throw listFault(file, opened.problem);
  return opened;
}
