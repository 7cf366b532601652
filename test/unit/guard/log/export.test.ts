import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EntryBody, RecordLine } from "../../../../src/contract/record-entry.ts";
import { append, endOf, startChain } from "../../../../src/record/chain.ts";
import { toLine } from "../../../../src/record/read-line.ts";
import { logCommand } from "../../../../scripts/guard/log/command.ts";
import { nodeChecking } from "../../../../scripts/guard/log/read-file.ts";
import { keyFrom } from "../../../../scripts/guard/log/sample-key.ts";
import { runCommand, trimmed } from "../run-command.ts";
import type { Run } from "../run-command.ts";

let folder: string;
const at = (name: string): string => join(folder, name);

const seqs = (csv: string): string[] =>
  csv
    .trimEnd()
    .split("\r\n")
    .slice(1)
    .map((row) => row.split(",").slice(1, 3).join(":"));

const exported = (...args: readonly string[]): Promise<Run> =>
  runCommand(logCommand, ["export", ...args]).then(trimmed);

/** CSV of these, into a new file. */
async function csvOf(...args: readonly string[]) {
  const out = at(`${randomUUID()}.csv`);
  const done = await exported("--format", "csv", "--out", out, ...args);
  return { ...done, rows: await readFile(out, "utf8").then(seqs, () => []) };
}

const body: EntryBody = { kind: "unlock", what: "patient-list", result: "opened" };
const firstDay = Date.UTC(2026, 10, 23, 15);
const day = 86_400_000;

/** The record of one seat with an entry a day, exported after each of these many days. */
async function exports(seat: string, after: readonly number[], engineVersion = "e1"): Promise<string[]> {
  const signer = keyFrom(seat);
  const proof = { ...nodeChecking, sign: signer.sign };
  const texts: string[] = [];
  let written = await startChain({ seat, key: signer.key, engineVersion }, firstDay, proof);
  const lines: RecordLine[] = [...written.lines];
  for (let days = 1; days <= Math.max(...after); days++) {
    written = await append(written.chain, body, firstDay + days * day, proof);
    lines.push(...written.lines);
    if (!after.includes(days)) continue;
    const end = await endOf(written.chain, firstDay + days * day + 1, { from: 0, expired: 0 }, proof);
    texts.push([...lines, end].map((line) => `${toLine(line)}\n`).join(""));
  }
  return texts;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guard-export-"));
  const [early = "", late = ""] = await exports("00112233445566ff", [3, 6]);
  const [branch = ""] = await exports("00112233445566ff", [6], "e2");
  const [other = ""] = await exports("ff00112233445566", [2]);
  await Promise.all([
    writeFile(at("early.jsonl"), early),
    writeFile(at("late.jsonl"), late),
    writeFile(at("branch.jsonl"), branch),
    writeFile(at("other.jsonl"), other),
    writeFile(at("changed.jsonl"), early.replace('"result":"opened"', '"result":"locked"')),
    writeFile(at("torn.jsonl"), early.replace('"entry":{"at"', '"entry":{"ta"')),
  ]);
});
afterAll(() => rm(folder, { recursive: true }));

describe("guard log export", () => {
  test.each([
    ["csv", 1 + 7],
    ["cef", 7],
    ["ocsf", 7],
    ["otlp", 1],
  ])("writes a record that holds as %s, into a file for its owner alone", async (format, lines) => {
    const done = await exported("--format", format, "--in", at("late.jsonl"), "--out", at(format));
    expect(done).toEqual({ status: 0, out: "", err: "guard: 7 entries written" });
    const text = await readFile(at(format), "utf8");
    expect(text.trimEnd().split("\n")).toHaveLength(lines);
    expect((await stat(at(format))).mode & 0o777).toBe(0o600);
  });

  test("as jsonl gives the same bytes, which hold; without --out on standard output", async () => {
    const command = ["--import", "tsx", "scripts/guard.ts", "log", "export", "--format", "jsonl", "--in"];
    const run = promisify(execFile);
    const { stdout, stderr } = await run(process.execPath, [...command, at("late.jsonl")]);
    expect(stderr).toBe("guard: 7 entries written\n");
    expect(stdout).toBe(await readFile(at("late.jsonl"), "utf8"));
  });

  test("takes several seats, and each entry once", async () => {
    const files = ["early.jsonl", "other.jsonl", "late.jsonl"].flatMap((name) => ["--in", at(name)]);
    const { status, rows } = await csvOf(...files);
    expect(status).toBe(0);
    const own = [0, 1, 2, 3, 4, 5, 6].map((seq) => `00112233445566ff:${seq}`);
    const others = [0, 1, 2].map((seq) => `ff00112233445566:${seq}`);
    expect(rows).toEqual([...own.slice(0, 4), ...others, ...own.slice(4)]);
  });

  test("gives the days that are asked for, the first and the last of them too", async () => {
    const { rows } = await csvOf("--in", at("late.jsonl"), "--from", "2026-11-24", "--until", "2026-11-26");
    expect(rows).toEqual([1, 2, 3].map((seq) => `00112233445566ff:${seq}`));
  });

  test("writes nothing of a record that does not hold, and names the fault", async () => {
    const files = ["other.jsonl", "changed.jsonl"].flatMap((name) => ["--in", at(name)]);
    const { status, err } = await exported("--format", "csv", ...files, "--out", at("refused.csv"));
    expect(status).toBe(1);
    expect(err).toContain("changed.jsonl:3: changed: entry 1");
    expect(err).toContain("--unverified");
    await expect(stat(at("refused.csv"))).rejects.toThrow("ENOENT");
  });

  test("writes nothing of two exports that are of two branches of one record", async () => {
    const { status, err } = await csvOf("--in", at("late.jsonl"), "--in", at("branch.jsonl"));
    expect(status).toBe(1);
    expect(err).toContain("chain forked");
  });

  test("unverified, writes it and says that nobody has verified it", async () => {
    const { status, rows, err } = await csvOf("--in", at("changed.jsonl"), "--unverified");
    expect(status).toBe(0);
    expect(rows).toHaveLength(4);
    expect(err).toContain("NOT VERIFIED");
  });

  test("unverified, names the lines that it had to leave out", async () => {
    const { status, rows, err } = await csvOf("--in", at("torn.jsonl"), "--unverified");
    expect(status).toBe(1);
    expect(rows).toHaveLength(3);
    expect(err).toMatch(/1 lines are no entry, and were left out; the first is .*torn\.jsonl:1/);
  });

  test("never writes over a file", async () => {
    const before = await readFile(at("early.jsonl"), "utf8");
    const over = (out: string) => exported("--format", "csv", "--in", at("late.jsonl"), "--out", out);
    expect((await over(at("early.jsonl"))).err).toContain("there is a file already");
    expect((await over(at("late.jsonl"))).err).toContain("this file is named twice");
    expect(await readFile(at("early.jsonl"), "utf8")).toBe(before);
  });

  test.each([
    [["--in", "x.jsonl"], "--format is csv, jsonl, cef, ocsf or otlp"],
    [["--format", "xml", "--in", "x.jsonl"], "--format is csv, jsonl, cef, ocsf or otlp"],
    [["--format", "csv"], "--in is needed"],
    [["--format", "jsonl", "--in", "x.jsonl", "--from", "2026-11-24"], "could not be verified"],
    [["--format", "jsonl", "--in", "x.jsonl", "--in", "y.jsonl"], "could not be verified"],
    [["--format", "jsonl", "--in", "x.jsonl", "--unverified"], "could not be verified"],
    [["--format", "csv", "--in", "x.jsonl", "--until", "yesterday"], "--until is not a day"],
    [["--format", "csv", "--in", "no-such.jsonl"], "the file cannot be read"],
  ])("%j is refused: %s", async (args, message) => {
    const { status, err } = await exported(...args);
    expect(status).toBe(1);
    expect(err).toContain(message);
  });
});
