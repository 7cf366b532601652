/** Runs `guard policy` in this process, with what it prints caught, in a folder of its own. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";
import { policyCommand } from "../../../../scripts/guard/policy/command.ts";
import { Problem } from "../../../../scripts/guard/problem.ts";

const folder = mkdtempSync(join(tmpdir(), "guard-policy-"));
export const pathOf = (name: string): string => join(folder, name);
export const here = dirname(fileURLToPath(import.meta.url));
/** Uses every kind of value that the declared settings have. */
export const samplePolicy = join(here, "policy.json");

export function file(name: string, content: string | Uint8Array): string {
  writeFileSync(pathOf(name), content);
  return pathOf(name);
}

export interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** As `scripts/guard.ts` ends a run. */
export async function guardPolicy(...args: string[]): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((text: string) => void out.push(`${text}\n`));
  const error = vi.spyOn(console, "error").mockImplementation((text: string) => void err.push(`${text}\n`));
  const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out.push(String(text));
    return true;
  });
  try {
    const status = await policyCommand(args);
    return { status, out: out.join(""), err: err.join("") };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { status: 1, out: out.join(""), err: [...err, problem.message].join("") };
  } finally {
    log.mockRestore();
    error.mockRestore();
    write.mockRestore();
  }
}
