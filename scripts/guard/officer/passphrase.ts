/** `guard officer passphrase`: what a policy carries of the officer's passphrase of the console. */
import { newConsoleLock } from "../../../src/record/console-lock.ts";
import { fileText } from "../../../src/policy-file/json.ts";
import { readNewPassphrase } from "../patients/secret-files.ts";
import { readPolicy, validPolicy } from "../policy/read-policy.ts";
import { keepApart, writeNew } from "../write-file.ts";
import { askNewPassphrase } from "./ask-passphrase.ts";

export interface ConsoleLockOptions {
  /** Undefined: it is typed, or comes from standard input. */
  readonly passphraseFile: string | undefined;
  /** Minutes without use after which the console locks; undefined: as usual. */
  readonly minutes: number | undefined;
  /** A policy, and the file that is made of it. */
  readonly files: { readonly from: string; readonly to: string } | undefined;
}

export async function makeConsoleLock({
  passphraseFile,
  minutes,
  files,
}: ConsoleLockOptions): Promise<number> {
  const given = [files?.from, passphraseFile].filter((file) => file !== undefined);
  if (files) await keepApart([files.to], given);
  const policy = files && (await readPolicy(files.from));
  const passphrase = await (passphraseFile === undefined
    ? askNewPassphrase()
    : readNewPassphrase(passphraseFile));
  const { salt, rounds, verifier } = await newConsoleLock(passphrase);
  const consoleLock = {
    salt,
    rounds,
    verifier,
    ...(minutes === undefined ? {} : { idleMinutes: minutes }),
  };
  const about = files?.from ?? "--minutes";
  const made = validPolicy({ ...policy, consoleLock }, () => about);
  if (files) {
    await writeNew(files.to, fileText(made), 0o600, "Name another with --out; nothing was written.");
    console.log(`${files.to} has it, as "consoleLock": check it with guard policy lint, and roll it out.`);
  } else {
    // Alone on standard output, so that a script can put it into a policy.
    console.log(JSON.stringify(consoleLock));
    console.error(
      'guard: put the line above into the policy, as "consoleLock" (--in POLICY.json --out NEW.json does that).',
    );
  }
  console.error(`guard: whoever has the passphrase opens the console at every browser that has this policy. Nobody can read it from the
policy, but whoever has the policy can try passphrases on a machine of their own: that is why a short one is refused.`);
  return 0;
}
