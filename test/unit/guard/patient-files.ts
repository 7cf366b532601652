/** `guard patients`, in this process and on files of a folder of its own. */
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { patients } from "../../../scripts/guard/patients/command.ts";
import { runCommand, trimmed } from "./run-command.ts";
import type { Run } from "./run-command.ts";

const folder = mkdtempSync(join(tmpdir(), "guard-patients-"));
export const pathOf = (name: string): string => join(folder, name);

export function file(name: string, content: string | Uint8Array, mode = 0o600): string {
  writeFileSync(pathOf(name), content);
  chmodSync(pathOf(name), mode);
  return pathOf(name);
}

export const passphraseFile = file("passphrase", "four quiet herons nest\n");
export const list = file(
  "list.csv",
  `given,family,nicknames,handles,phone,email,dob,mrn
Jane,Doerfler,Janie;Jay,@jdoe_glow,310-555-0142,jane.doerfler@post.example,1980-02-01,MRN-4417290
Tomasz,Quarrington,,,,,,
,,,,,,,MRN-1
Ottilie,Brackenbury,,,,,,
`,
);
/** Nobody of the list may be named in what is printed. */
export const names =
  /jane|janie|doerfler|tomasz|quarrington|ottilie|brackenbury|jdoe_glow|555-?0142|4417290/i;

export type { Run };

export const guard = async (...args: string[]): Promise<Run> => trimmed(await runCommand(patients, args));
