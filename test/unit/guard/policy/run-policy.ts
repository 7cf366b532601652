/** `guard policy`, in this process and in a folder of its own. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { policyCommand } from "../../../../scripts/guard/policy/command.ts";
import { runCommand } from "../run-command.ts";
import type { Run } from "../run-command.ts";

const folder = mkdtempSync(join(tmpdir(), "guard-policy-"));
export const pathOf = (name: string): string => join(folder, name);
export const here = dirname(fileURLToPath(import.meta.url));
/** Uses every kind of value that the declared settings have. */
export const samplePolicy = join(here, "policy.json");

export function file(name: string, content: string | Uint8Array): string {
  writeFileSync(pathOf(name), content);
  return pathOf(name);
}

export type { Run };

export const guardPolicy = (...args: string[]): Promise<Run> => runCommand(policyCommand, args);
