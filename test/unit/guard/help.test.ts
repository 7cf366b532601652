import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

test.each([
  ["log", "guard log verify"],
  ["officer", "guard officer init"],
  ["patients", "guard patients seal"],
  ["policy", "guard policy emit"],
])(
  "guard %s --help tells of its own commands, and of no others",
  async (command, own) => {
    const args = ["--import", "tsx", "scripts/guard.ts", command, "--help"];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    expect(stdout).toContain(own);
    expect(stdout).not.toContain("guard check");
  },
  60_000,
);
