/** The officer's passphrase of the console: makes what policy carries of it, and holds a passphrase against that. */
import type { ConsoleLock } from "../contract/console-lock.ts";
import { fewestRounds } from "../contract/sealed-list.ts";
import { fromBase64, joined, randomBytes, toBase64, utf8 } from "../patient-list/bytes.ts";
import type { Bytes } from "../patient-list/bytes.ts";
import { passphraseFault } from "../patient-list/passphrase.ts";

const bytes = 32;
/** So that the same passphrase and salt elsewhere come to something else. */
const bound = utf8("ReplyGuard console 1");

async function stretched(passphrase: string, salt: Bytes, rounds: number): Promise<Bytes> {
  const given = await crypto.subtle.importKey("raw", utf8(passphrase.normalize("NFC")), "PBKDF2", false, [
    "deriveBits",
  ]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: joined([bound, salt]), iterations: rounds };
  return new Uint8Array(await crypto.subtle.deriveBits(how, given, 8 * bytes));
}

/** @throws {RangeError} for a weak passphrase: ask `passphraseFault` first. */
export async function newConsoleLock(passphrase: string, rounds = fewestRounds): Promise<ConsoleLock> {
  const fault = passphraseFault(passphrase);
  if (fault !== undefined) throw new RangeError(fault);
  const salt = randomBytes(16);
  return { salt: toBase64(salt), rounds, verifier: toBase64(await stretched(passphrase, salt, rounds)) };
}

/** Takes 0.1 to 0.5 s. */
export async function opensConsole(lock: ConsoleLock, passphrase: string): Promise<boolean> {
  const salt = fromBase64(lock.salt);
  const verifier = fromBase64(lock.verifier);
  // Some browsers refuse to import a key of no bytes.
  if (!salt || verifier?.length !== bytes || passphrase === "") return false;
  const given = await stretched(passphrase, salt, lock.rounds);
  // Without an early end: how long it takes tells nothing of where the two differ.
  return given.reduce((differing, byte, at) => differing | (byte ^ (verifier[at] ?? 0)), 0) === 0;
}
