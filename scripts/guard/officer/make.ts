/** `guard officer init`, `public` and `rotate`: the key pair that evidence is sealed to. */
import { officerKeyName } from "../../../src/record/evidence.ts";
import { newOfficerKey, officerKeyText } from "../../../src/record/evidence-key.ts";
import { readNewPassphrase } from "../patients/secret-files.ts";
import { keepApart, writeNew } from "../write-file.ts";
import { openKeyFile } from "./key-file.ts";
import type { KeyOptions } from "./key-file.ts";

const another = "Name a file that is not there yet: a key in it would be lost.";

export async function makeKey(out: string, passphraseFile: string): Promise<number> {
  await keepApart([out], [passphraseFile]);
  const file = await newOfficerKey(await readNewPassphrase(passphraseFile), Date.now());
  await writeNew(out, officerKeyText(file), 0o600, another);
  // Alone on standard output, so that a script can put it into a policy.
  console.log(file.publicKey);
  console.error(`guard: ${out} has the officer's key, ${await officerKeyName(file.publicKey)}

Put the line above into the policy, as "evidenceKey". From then on the text of each draft on record is sealed to it.
Keep a copy of ${out} in a safe place, and the passphrase in another: without both, what was sealed cannot be opened by
anybody, us included. Do not put the file on the browsers of the staff.`);
  return 0;
}

/** With its passphrase: the name of a key in a file that was changed would be somebody else's. */
export async function showKey(options: KeyOptions): Promise<number> {
  const key = await openKeyFile(options);
  console.log(key.publicKey);
  console.error(`guard: ${options.keyFile} has the officer's key ${key.name}`);
  key.forget();
  return 0;
}

/** The same key under another passphrase, in a file of its own. */
export async function rotatePassphrase(
  options: KeyOptions,
  out: string,
  newPassphraseFile: string,
): Promise<number> {
  await keepApart([out], [options.keyFile, options.passphraseFile, newPassphraseFile]);
  const passphrase = await readNewPassphrase(newPassphraseFile);
  const key = await openKeyFile(options);
  await writeNew(out, officerKeyText(await key.lockedWith(passphrase)), 0o600, another);
  key.forget();
  console.error(
    `guard: ${out} has the officer's key ${key.name} under the new passphrase\nDelete ${options.keyFile} and its copies: the old passphrase opens them for ever.`,
  );
  return 0;
}
