import { readFile } from "node:fs/promises";
import type { OfficerKeyFile } from "../../../src/contract/evidence.ts";
import { openOfficerKey, readOfficerKey } from "../../../src/record/evidence-key.ts";
import type { OfficerKey } from "../../../src/record/evidence-key.ts";
import { officerKeyWords } from "../../../src/record/evidence-words.ts";
import { readPassphrase } from "../patients/secret-files.ts";
import { Problem } from "../problem.ts";

export interface KeyOptions {
  readonly keyFile: string;
  readonly passphraseFile: string;
}

/** @throws {Problem} where the file is none. */
export async function readKeyFile(path: string): Promise<OfficerKeyFile> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new Problem(
      `${path}: the key file cannot be read`,
      "Check the path and that the file may be read.",
    );
  });
  const read = readOfficerKey(text);
  if ("file" in read) return read.file;
  const { what, remedy } = officerKeyWords[read.problem];
  throw new Problem(`${path}: ${what}`, remedy);
}

/** @throws {Problem} where the key does not open. */
export async function openKeyFile({ keyFile, passphraseFile }: KeyOptions): Promise<OfficerKey> {
  const file = await readKeyFile(keyFile);
  const opened = await openOfficerKey(file, await readPassphrase(passphraseFile));
  if ("key" in opened) return opened.key;
  const { what, remedy } = officerKeyWords[opened.problem];
  throw new Problem(`${keyFile}: ${what}`, remedy);
}
