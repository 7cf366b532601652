/** The program of docs/admin/forwarding.md that puts together what a collector has received. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { nodeChecking } from "../../../../scripts/guard/log/read-file.ts";
import { verifyExport } from "../../../../src/record/verify.ts";
import type { Verified } from "../../../../src/record/verify.ts";

const documented = readFileSync(resolve(import.meta.dirname, "../../../../docs/admin/forwarding.md"), "utf8");
const program = /```python\n(.*?)```/s.exec(documented)?.[1] ?? "";

const pythonVersion = spawnSync("python3", ["--version"], { encoding: "utf8" }).stdout ?? "";
export const hasPython = /^Python 3\.(?:[89]|\d\d)/.test(pythonVersion);

export interface Rebuilt {
  readonly text: string;
  readonly status: number | null;
  readonly says: string;
}

/** `given`: lines of a record, or messages of OTLP. */
export function rebuild(given: readonly string[], seat: string): Rebuilt {
  const folder = mkdtempSync(join(tmpdir(), "rebuild-"));
  try {
    const file = join(folder, "rebuild.py");
    writeFileSync(file, program);
    const { stdout, status, stderr } = spawnSync("python3", [file, seat], {
      input: given.join("\n"),
      encoding: "utf8",
      maxBuffer: 100_000_000,
    });
    return { text: stdout, status, says: stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function verified(text: string): Promise<Verified> {
  const all = text.trimEnd().split("\n");
  const file = { lines: () => each(all), last: all.at(-1) ?? "" };
  const expected = { keys: new Set<string>(), acceptedClocks: new Set<number>() };
  return verifyExport(file, expected, nodeChecking);
}

async function* each(all: readonly string[]): AsyncGenerator<string> {
  yield* all;
}
