/** Runs `guard patients` in this process, with what it prints caught, on files of a folder of its own. */
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { patients } from "../../../scripts/guard/patients/command.ts";
import { Problem } from "../../../scripts/guard/problem.ts";

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

export interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** As `scripts/guard.ts` ends a run. */
export async function guard(...args: string[]): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((text: string) => void out.push(text));
  const error = vi.spyOn(console, "error").mockImplementation((text: string) => void err.push(text));
  try {
    const status = await patients(args);
    return { status, out: out.join("\n"), err: err.join("\n") };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { status: 1, out: out.join("\n"), err: [...err, problem.message].join("\n") };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}
