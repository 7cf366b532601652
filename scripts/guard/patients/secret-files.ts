/** Passphrases and keys come from files, never from the command line: that is in the shell's history and in `ps`. */
import { readFile, stat } from "node:fs/promises";
import { fromBase64, randomBytes, toBase64 } from "../../../src/patient-list/bytes.ts";
import { passphraseFault, passphraseLimit, passphraseOf } from "../../../src/patient-list/passphrase.ts";
import { Problem } from "../problem.ts";
import { writeNew } from "../write-file.ts";

const keyLength = 32;

async function readSecret(file: string, what: string): Promise<string> {
  const text = await readFile(file).catch(() => {
    throw new Problem(`${file}: the ${what} cannot be read`, "Check the path and that the file may be read.");
  });
  if (text.length > 4 * passphraseLimit + 4)
    throw new Problem(
      `${file}: this is too long for a ${what}`,
      `Name a file with nothing but the ${what} in it.`,
    );
  const known = await stat(file);
  if (process.platform !== "win32" && known.isFile() && (known.mode & 0o077) !== 0)
    console.error(
      `guard: warning: ${file}: others on this machine can read the ${what}\nRun: chmod 600 ${file}`,
    );
  return text.toString("utf8");
}

/** To open a list with: any passphrase will do. */
export async function readPassphrase(file: string): Promise<string> {
  const passphrase = passphraseOf(await readSecret(file, "passphrase"));
  if (passphrase === "")
    throw new Problem(`${file}: there is no passphrase in this file`, "Write it on the first line.");
  return passphrase;
}

/** To seal a list with: a weak passphrase is refused. */
export async function readNewPassphrase(file: string): Promise<string> {
  const passphrase = await readPassphrase(file);
  const fault = passphraseFault(passphrase);
  if (fault === undefined) return passphrase;
  throw new Problem(
    `${file}: ${fault}`,
    "Take a longer one, or let guard make one: guard patients passphrase > F",
  );
}

/** As a policy has it: 32 bytes in base64. */
export async function readManagedKey(file: string): Promise<Uint8Array> {
  const text = (await readSecret(file, "managed key")).trim();
  const key = /^[A-Za-z0-9+/]{43}=$/.test(text) ? fromBase64(text) : undefined;
  if (key?.length === keyLength) return key;
  throw new Problem(
    `${file}: there is no managed key in this file`,
    "A managed key is 32 bytes in base64, 44 characters; make one with --new-managed-key-file.",
  );
}

/** Makes a key, and a file for it that only its owner may read. */
export async function makeManagedKey(file: string): Promise<Uint8Array> {
  const key = randomBytes(keyLength);
  await writeNew(
    file,
    `${toBase64(key)}\n`,
    0o600,
    "Name a file that is not there yet: a key in it would be lost.",
  );
  return key;
}
