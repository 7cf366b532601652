/** `guard patients …`: makes sealed lists, looks at them, changes them. */
import { parseArgs } from "node:util";
import { newPassphrase } from "../../../src/patient-list/passphrase.ts";
import { Problem } from "../problem.ts";
import { addPeople, removePeople, rotateList } from "./change-list.ts";
import type { ChangeOptions } from "./change-list.ts";
import { inspectList, verifyList } from "./look-at-list.ts";
import { sealPatients } from "./seal-list.ts";

export const patientsUsage = `  guard patients seal --in LIST --out LIST.rgl --passphrase-file F [--managed-key-file K | --new-managed-key-file K]
                      [--expires YYYY-MM-DD] [--columns FIELD,FIELD,none,...] [--report FILE.csv] [--strict]
  guard patients inspect LIST.rgl [--passphrase-file F | --managed-key-file K] [--json]
  guard patients verify LIST.rgl [--passphrase-file F | --managed-key-file K]
  guard patients rotate --in LIST.rgl --out NEW.rgl --passphrase-file F --new-passphrase-file G
                        [--managed-key-file K | --new-managed-key-file K] [--expires YYYY-MM-DD]
  guard patients add|remove --in LIST.rgl --out NEW.rgl --passphrase-file F --person-file PEOPLE.csv
                        [--managed-key-file K] [--expires YYYY-MM-DD]
  guard patients passphrase`;

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const keyFiles = { "passphrase-file": text, "managed-key-file": text };

function needed(value: string | undefined, option: string): string {
  if (value === undefined || value === "")
    throw new Problem(`${option} is needed`, `usage:\n${patientsUsage}`);
  return value;
}

export async function patients([command, ...args]: readonly string[]): Promise<number> {
  if (command === "seal") return seal(args);
  if (command === "inspect" || command === "verify") return look(command, args);
  if (command === "rotate" || command === "add" || command === "remove") return change(command, args);
  if (command === "passphrase") {
    parseArgs({ args, options: {} });
    console.log(newPassphrase());
    return 0;
  }
  throw new Problem(
    command === undefined ? "no command after patients" : "there is no such command after patients",
    `usage:\n${patientsUsage}`,
  );
}

async function seal(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      ...keyFiles,
      in: text,
      out: text,
      "new-managed-key-file": text,
      expires: text,
      columns: text,
      report: text,
      strict: flag,
    },
  });
  return sealPatients({
    in: needed(values.in, "--in"),
    out: needed(values.out, "--out"),
    passphraseFile: values["passphrase-file"],
    managedKeyFile: values["managed-key-file"],
    newManagedKeyFile: values["new-managed-key-file"],
    expires: values.expires,
    columns: values.columns,
    report: values.report,
    strict: values.strict === true,
  });
}

async function look(command: "inspect" | "verify", args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...keyFiles, in: text, json: flag },
  });
  const files = [...positionals, ...(values.in === undefined ? [] : [values.in])];
  if (files.length > 1) throw new Problem("more than one file is named", "Name one sealed list.");
  const file = needed(files[0], "the name of a sealed list");
  const keys = { passphraseFile: values["passphrase-file"], managedKeyFile: values["managed-key-file"] };
  return command === "verify" ? verifyList(file, keys) : inspectList(file, keys, values.json === true);
}

async function change(command: "rotate" | "add" | "remove", args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      ...keyFiles,
      in: text,
      out: text,
      "new-passphrase-file": text,
      "new-managed-key-file": text,
      "person-file": text,
      expires: text,
    },
  });
  const options: ChangeOptions = {
    in: needed(values.in, "--in"),
    out: needed(values.out, "--out"),
    passphraseFile: values["passphrase-file"],
    managedKeyFile: values["managed-key-file"],
    newPassphraseFile: values["new-passphrase-file"],
    newManagedKeyFile: values["new-managed-key-file"],
    expires: values.expires,
  };
  if (command === "rotate") return rotateList(options);
  const personFile = needed(values["person-file"], "--person-file");
  return command === "add" ? addPeople(options, personFile) : removePeople(options, personFile);
}
