/** `guard officer passphrase`, the way an officer and a script call it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { consoleLock } from "../../../../src/contract/console-lock.ts";
import { opensConsole } from "../../../../src/record/console-lock.ts";

const passphrase = "amber-fennel-quartz-meadow";
const folder = mkdtempSync(join(tmpdir(), "console-lock-"));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
};
const command = ["--import", "tsx", "scripts/guard.ts", "officer", "passphrase"];
const guard = (args: readonly string[], input?: string) =>
  spawnSync(process.execPath, [...command, ...args], {
    encoding: "utf8",
    ...(input === undefined ? {} : { input }),
  });

/** A terminal of its own, in which somebody types: what it shows, and how the program ended. */
const terminal = `
import os, pty, sys
pid, fd = pty.fork()
if pid == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
shown = b""
for prompt, keys in zip((b"not shown): ", b"again: "), sys.argv[1].split("|")):
    while prompt not in shown:
        shown += os.read(fd, 1000)
    os.write(fd, keys.encode().decode("unicode_escape").encode())
try:
    while True:
        more = os.read(fd, 1000)
        if not more:
            break
        shown += more
except OSError:
    pass
sys.stdout.write(shown.decode())
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;
const typing = (keys: string) =>
  spawnSync("python3", ["-c", terminal, keys, process.execPath, ...command], { encoding: "utf8" });

const hasPython = spawnSync("python3", ["--version"]).status === 0;

describe("guard officer passphrase", () => {
  it("makes from standard input what opens with the passphrase and does not hold it", async () => {
    const { stdout, status } = guard([], `${passphrase}\n`);
    expect(status).toBe(0);
    expect(await opensConsole(consoleLock.parse(JSON.parse(stdout)), passphrase)).toBe(true);
    expect(stdout).not.toContain(passphrase);
  });

  it("puts it into a policy, and leaves the old file as it was", async () => {
    const from = file("policy.json", '{ "strictness": "strict" }');
    const to = join(folder, "new.json");
    const secret = file("secret", `${passphrase}\n`);
    const { status } = guard(["--passphrase-file", secret, "--minutes", "5", "--in", from, "--out", to]);
    expect(status).toBe(0);
    const made = JSON.parse(readFileSync(to, "utf8")) as { strictness: string; consoleLock: unknown };
    expect(made.strictness).toBe("strict");
    const lock = consoleLock.parse(made.consoleLock);
    expect(lock.idleMinutes).toBe(5);
    expect(await opensConsole(lock, passphrase)).toBe(true);
    expect(readFileSync(from, "utf8")).toBe('{ "strictness": "strict" }');
  });

  it.each([
    ["a short passphrase", [], "short\n", "too short"],
    ["no passphrase", [], "", "no passphrase on standard input"],
    ["many minutes", ["--minutes", "999"], `${passphrase}\n`, "must be at most 240"],
    ["no number", ["--minutes", "x"], `${passphrase}\n`, "--minutes is not a whole number"],
    ["a policy alone", ["--in", "p.json"], `${passphrase}\n`, "--in and --out go together"],
    ["the passphrase as an argument", ["--passphrase", passphrase], "", "--passphrase"],
  ])("refuses %s", (_, args, input, words) => {
    const { status, stderr, stdout } = guard(args, input);
    expect(status).toBe(1);
    expect(stderr).toContain(words);
    expect(stdout + stderr).not.toContain(passphrase);
  });

  it.skipIf(!hasPython)("asks for it twice at a terminal, and shows nothing of it", () => {
    const { stdout, status } = typing(`amber-fennel-quartz-meadoX\\x7fw\\r|${passphrase}\\r`);
    expect(status).toBe(0);
    expect(stdout).toContain('"verifier"');
    expect(stdout).not.toMatch(/amber|meado/);
  });

  it.skipIf(!hasPython)("makes nothing of two that differ", () => {
    const { stdout, status } = typing(`${passphrase}\\r|another-passphrase-here\\r`);
    expect(status).toBe(1);
    expect(stdout).toContain("the two are not the same");
  });
});
