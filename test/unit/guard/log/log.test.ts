/** `guard log verify` and `guard log sample`, as `scripts/guard.ts` runs them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { logCommand } from "../../../../scripts/guard/log/command.ts";
import { faultWords } from "../../../../src/record/fault.ts";
import { newSeat } from "../../record/seat.ts";
import { parse } from "../../record/tampering.ts";
import { runCommand } from "../run-command.ts";
import type { Run } from "../run-command.ts";

const folder = mkdtempSync(join(tmpdir(), "guard-log-"));
afterAll(() => rmSync(folder, { recursive: true }));
const pathOf = (name: string): string => join(folder, name);

function file(name: string, lines: readonly string[], end = "\n"): string {
  writeFileSync(pathOf(name), lines.map((line) => `${line}${end}`).join(""));
  return pathOf(name);
}

const guardLog = (...args: string[]): Promise<Run> => runCommand(logCommand, args);

const made = await guardLog("sample", "--entries", "400", "--days", "12", "--out", pathOf("made.jsonl"));
const lines = readFileSync(pathOf("made.jsonl"), "utf8").trimEnd().split("\n");

describe("guard log sample", () => {
  it("writes so many entries, a seal for each day, and the end", () => {
    expect(made).toMatchObject({ status: 0, err: "" });
    expect(lines.filter((line) => parse(line).entry)).toHaveLength(400);
    expect(lines.filter((line) => parse(line).seal)).toHaveLength(12);
    expect(parse(lines.at(-1)).end).toBeDefined();
  });

  it("writes the same bytes for the same seed, and others for another", async () => {
    const args = ["sample", "--entries", "400", "--days", "12", "--out"];
    await guardLog(...args, pathOf("same.jsonl"), "--seed", "1");
    await guardLog(...args, pathOf("other.jsonl"), "--seed", "2");
    const [one, same, other] = ["made", "same", "other"].map((name) =>
      readFileSync(pathOf(`${name}.jsonl`), "utf8"),
    );
    expect(same).toBe(one);
    expect(other).not.toBe(one);
    expect((await guardLog("verify", pathOf("other.jsonl"))).status).toBe(0);
  });

  it.each([
    ["1", "1"],
    ["1", "40"],
    ["3", "1"],
    ["2", "9"],
  ])("is in order with %s entries in %s days", async (entries, days) => {
    const out = pathOf(`small-${entries}-${days}.jsonl`);
    await guardLog("sample", "--entries", entries, "--days", days, "--out", out, "--from", "2028-02-27");
    expect((await guardLog("verify", out)).err).toBe("");
    expect(readFileSync(out, "utf8").match(/"entry":/g)).toHaveLength(Number(entries));
  });

  it("is never written over a file", async () => {
    const again = await guardLog("sample", "--entries", "1", "--days", "1", "--out", pathOf("made.jsonl"));
    expect(again).toMatchObject({ status: 1, out: "" });
    expect(again.err).toContain("made.jsonl: there is a file already");
    expect(readFileSync(pathOf("made.jsonl"), "utf8").trimEnd().split("\n")).toEqual(lines);
  });

  it.each([
    [["--entries", "x", "--days", "1", "--out", "f"], "--entries is not a whole number from 1 on"],
    [["--entries", "0", "--days", "1", "--out", "f"], "--entries is not a whole number from 1 on"],
    [["--days", "1", "--out", "f"], "--entries is needed"],
    [["--entries", "1", "--days", "99999", "--out", "f"], "--days is more than a hundred years"],
    [["--entries", "1", "--days", "1"], "--out is needed"],
    [["--entries", "1", "--days", "1", "--out", "f", "--from", "2026-02-30"], "--from is not a day"],
    [["--entries", "1", "--days", "1", "--out", pathOf("no/such/folder")], "the file cannot be written"],
  ])("refuses %j", async (args, message) => {
    const { status, err } = await guardLog("sample", ...args);
    expect(status).toBe(1);
    expect(err).toContain(message);
  });
});

describe("guard log verify", () => {
  it("says what holds", async () => {
    const { status, out, err } = await guardLog("verify", pathOf("made.jsonl"));
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain("made.jsonl: holds");
    expect(out).toContain(
      "400 entries, 0 to 399; 12 days are sealed, 2026-01-01 to 2026-01-12; exported 2026-01-13T00:00:00.000Z",
    );
  });

  it("names the first fault, its line, and what to do", async () => {
    const gone = file("gone.jsonl", lines.toSpliced(100, 3));
    const { status, out, err } = await guardLog("verify", gone);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toMatch(/^guard: .*gone\.jsonl:101: removed: (entry|entries) \d+/);
    expect(err).toContain(faultWords.removed.remedy);
  });

  it("looks at every file, and says of each how it is", async () => {
    const cut = file("cut.jsonl", lines.slice(0, 50));
    const { status, out, err } = await guardLog("verify", cut, pathOf("made.jsonl"));
    expect(status).toBe(1);
    expect(out).toContain("made.jsonl: holds");
    expect(err).toContain("cut.jsonl:51: cut off at the end");
  });

  it("answers with a line of JSON for each file", async () => {
    const { status, out } = await guardLog("verify", "--json", pathOf("made.jsonl"), file("empty.jsonl", []));
    expect(status).toBe(1);
    const [holds, empty] = out
      .trim()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    expect(holds).toMatchObject({
      holds: true,
      entries: { from: 0, next: 400, expired: 0 },
      days: { sealed: 12 },
    });
    expect(empty).toMatchObject({ holds: false, fault: { kind: "cut-off", line: 1 } });
  });

  it("takes what other systems make of the ends of lines", async () => {
    const dos = file("dos.jsonl", lines, "\r\n");
    writeFileSync(pathOf("mark.jsonl"), `\uFEFF${lines.join("\n")}`);
    expect((await guardLog("verify", dos, pathOf("mark.jsonl"))).status).toBe(0);
  });

  it("does not read a line without end into memory", async () => {
    writeFileSync(pathOf("long.jsonl"), "a".repeat(3_000_000));
    expect((await guardLog("verify", pathOf("long.jsonl"))).err).toContain("long.jsonl:1: not understood");
  });

  it("holds several exports of one seat against each other, in any order", async () => {
    const seat = await newSeat("2026-02-27T10:00");
    const copy = seat.copied();
    const first = file("first.jsonl", await seat.exported("2026-02-27T11:00"));
    await seat.write("2026-02-27T12:00");
    await copy.write("2026-02-27T12:30");
    const second = file("second.jsonl", await seat.exported("2026-02-28T13:00"));
    const branch = file("branch.jsonl", await copy.exported("2026-02-28T14:00"));
    expect((await guardLog("verify", second, first)).status).toBe(0);
    expect((await guardLog("verify", branch, first)).status).toBe(0);
    const { status, out, err } = await guardLog("verify", branch, second, first, pathOf("made.jsonl"));
    expect(status).toBe(1);
    expect(err).toContain("branch.jsonl:1: chain forked: seal 0 (2026-02-27) is another one than in");
    expect(out.match(/: holds/g)).toHaveLength(3);
  });

  it("asks for the day, the key, and the clock that it is told", async () => {
    const seat = await newSeat("2026-02-27T10:00");
    await seat.write("2026-02-27T09:00");
    const back = file("back.jsonl", await seat.exported("2026-02-28T11:00"));
    expect((await guardLog("verify", back)).err).toContain(
      "back.jsonl:2: clock turned back: entry 1 is of 2026-02-27T09:00:00.000Z",
    );
    const accepted = await guardLog("verify", back, "--accept-clock", "1", "--until", "2026-02-28");
    expect(accepted.status).toBe(0);
    const name = /key ([0-9a-f]{16})/.exec(accepted.out)?.[1] ?? "";
    expect((await guardLog("verify", back, "--accept-clock", "1", "--key", name)).status).toBe(0);
    const other = await guardLog("verify", back, "--accept-clock", "1", "--key", "0123456789abcdef");
    expect(other.err).toContain(`key changed: the record is signed with key ${name}`);
    const early = await guardLog("verify", back, "--accept-clock", "1", "--until", "2026-03-01");
    expect(early.err).toContain(
      "back.jsonl:5: ends too early: the record of seat 00000000000000aa was exported 2026-02-28T11:00:00.000Z",
    );
  });

  it("says what an export without its beginning does not hold", async () => {
    const seat = await newSeat("2026-02-27T10:00");
    await seat.write("2026-02-28T09:00");
    const part = file("part.jsonl", await seat.exported("2026-02-28T11:00", { from: 1 }));
    const { out, status } = await guardLog("verify", part);
    expect(status).toBe(0);
    expect(out).toContain("1 entry, 1 to 1; 1 day is sealed");
    expect(out).toContain("entries 0 to 0 are not in this file; their days' seals are");
  });

  it.each([
    [[], "the name of an export is needed"],
    [[pathOf("nowhere.jsonl")], "nowhere.jsonl: the file cannot be read"],
    [[folder], "the file cannot be read"],
    [[pathOf("made.jsonl"), "--key", "x"], "--key is not the name of a key"],
    [[pathOf("made.jsonl"), "--until", "tomorrow"], "--until is not a day"],
    [[pathOf("made.jsonl"), "--accept-clock", "-"], "--accept-clock is not a whole number"],
  ])("refuses %j", async (args, message) => {
    const { status, err } = await guardLog("verify", ...args);
    expect(status).toBe(1);
    expect(err).toContain(message);
  });

  it("and sample are all there is", async () => {
    expect((await guardLog()).err).toContain("no command after log");
    expect((await guardLog("erase")).err).toContain("there is no such command after log");
  });
});
