/** `guard officer …`: the passphrase of the console, the key that evidence is sealed to, and what was sealed to it. */
import { parseArgs } from "node:util";
import { Problem } from "../problem.ts";
import { makeKey, rotatePassphrase, showKey } from "./make.ts";
import { openEvidenceFile } from "./open.ts";
import { makeConsoleLock } from "./passphrase.ts";

export const officerUsage = `  guard officer init --out OFFICER.key --passphrase-file F
  guard officer public --key OFFICER.key --passphrase-file F
  guard officer rotate --key OFFICER.key --out NEW.key --passphrase-file F --new-passphrase-file G
  guard officer passphrase [--passphrase-file F] [--minutes N] [--in POLICY.json --out NEW.json]
  guard officer open --key OFFICER.key --passphrase-file F --in FILE.evidence.jsonl [--seq NUMBER ...]
                     --log EXPORT.jsonl [--log EXPORT.jsonl ...] [--accept-clock NUMBER ...] | --unverified`;

const text = { type: "string" } as const;
const texts = { type: "string", multiple: true } as const;

const wrong = (what: string): Problem => new Problem(what, `usage:\n${officerUsage}`);

function needed(value: string | undefined, option: string): string {
  if (value === undefined || value === "") throw wrong(`${option} is needed`);
  return value;
}

const numbers = (values: readonly string[] | undefined, option: string): ReadonlySet<number> =>
  new Set(
    values?.map((value) => {
      if (!/^\d{1,9}$/.test(value)) throw wrong(`${option} is not a whole number`);
      return Number(value);
    }),
  );

export async function officerCommand([command, ...args]: readonly string[]): Promise<number> {
  if (command === "init") {
    const { values } = parseArgs({ args, options: { out: text, "passphrase-file": text } });
    return makeKey(needed(values.out, "--out"), needed(values["passphrase-file"], "--passphrase-file"));
  }
  if (command === "public") {
    const { values } = parseArgs({ args, options: { key: text, "passphrase-file": text } });
    return showKey(keyOptions(values));
  }
  if (command === "rotate") {
    const { values } = parseArgs({
      args,
      options: { key: text, out: text, "passphrase-file": text, "new-passphrase-file": text },
    });
    return rotatePassphrase(
      keyOptions(values),
      needed(values.out, "--out"),
      needed(values["new-passphrase-file"], "--new-passphrase-file"),
    );
  }
  if (command === "passphrase") return passphrase(args);
  if (command === "open") return open(args);
  throw wrong(command === undefined ? "no command after officer" : "there is no such command after officer");
}

const keyOptions = (values: {
  readonly key?: string | undefined;
  readonly "passphrase-file"?: string | undefined;
}) => ({
  keyFile: needed(values.key, "--key"),
  passphraseFile: needed(values["passphrase-file"], "--passphrase-file"),
});

async function passphrase(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { "passphrase-file": text, minutes: text, in: text, out: text },
  });
  const { minutes } = values;
  if (minutes !== undefined && !/^\d{1,3}$/.test(minutes)) throw wrong("--minutes is not a whole number");
  if ((values.in === undefined) !== (values.out === undefined))
    throw wrong("--in and --out go together: the policy, and the file that is made of it");
  return makeConsoleLock({
    passphraseFile: values["passphrase-file"],
    minutes: minutes === undefined ? undefined : Number(minutes),
    files:
      values.in !== undefined && values.out !== undefined ? { from: values.in, to: values.out } : undefined,
  });
}

async function open(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      key: text,
      "passphrase-file": text,
      in: text,
      log: texts,
      seq: texts,
      "accept-clock": texts,
      unverified: { type: "boolean" },
    },
  });
  const { log, unverified = false } = values;
  if (unverified === (log !== undefined))
    throw wrong("--log is needed, the export that the drafts are of; or --unverified in its place");
  return openEvidenceFile({
    ...keyOptions(values),
    file: needed(values.in, "--in"),
    logs: log,
    acceptedClocks: numbers(values["accept-clock"], "--accept-clock"),
    seqs: numbers(values.seq, "--seq"),
  });
}
