import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { officerCommand } from "../../../../scripts/guard/officer/command.ts";
import { nodeChecking } from "../../../../scripts/guard/log/read-file.ts";
import { keyFrom } from "../../../../scripts/guard/log/sample-key.ts";
import type { EntryBody, RecordLine } from "../../../../src/contract/record-entry.ts";
import { sha256Of } from "../../../../src/patient-list/bytes.ts";
import { append, endOf, startChain } from "../../../../src/record/chain.ts";
import { sealEvidence } from "../../../../src/record/evidence.ts";
import type { EvidenceDraft } from "../../../../src/record/evidence.ts";
import { toEvidenceLine } from "../../../../src/record/evidence-file.ts";
import { toLine } from "../../../../src/record/read-line.ts";
import { runCommand, trimmed } from "../run-command.ts";
import type { Run } from "../run-command.ts";

let folder: string;
const at = (name: string): string => join(folder, name);

const officer = (...args: readonly string[]): Promise<Run> => runCommand(officerCommand, args).then(trimmed);

const seat = "00112233445566ff";
const start = Date.UTC(2026, 10, 23, 15);
const drafts: EvidenceDraft[] = ["First of Zephrina", "Second of Quillhaven", "Third"].map((text) => ({
  text,
  site: "yelp",
  surface: "review-reply",
  thread: { author: "\u202etxet", text: "\u009b31mred" },
}));
const idOf = (number: number): string => `${number}`.padStart(16, "0");
const key = (...more: readonly string[]): readonly string[] => [
  "--key",
  at("officer.key"),
  "--passphrase-file",
  at("passphrase"),
  ...more,
];

/** An export with an attempt for each draft; and its evidence. */
async function written(publicKey: string) {
  const signer = keyFrom(seat);
  const proof = { ...nodeChecking, sign: signer.sign };
  let step = await startChain({ seat, key: signer.key, engineVersion: "e1" }, start, proof);
  const lines: RecordLine[] = [...step.lines];
  const evidence: string[] = [];
  for (const [number, draft] of drafts.entries()) {
    const id = idOf(number);
    const sealed = await sealEvidence(draft, publicKey, { seat, id });
    const body: EntryBody = {
      kind: "attempt",
      id,
      site: "yelp",
      surface: "review-reply",
      outcome: "stopped",
      categories: [],
      rules: [],
      length: draft.text.length,
      evidence: await sha256Of(sealed),
      policyVersion: "1",
      engineVersion: "e1",
    };
    step = await append(step.chain, body, start + number, proof);
    lines.push(...step.lines);
    evidence.push(toEvidenceLine({ seat, seq: number + 1, id, sealed }));
  }
  lines.push(await endOf(step.chain, start + 10, { from: 0, expired: 0 }, proof));
  return { record: lines.map((line) => `${toLine(line)}\n`).join(""), evidence };
}

let publicKey = "";
let evidence: string[] = [];
const file = (name: string, lines: readonly string[]): Promise<void> =>
  writeFile(at(name), lines.map((line) => `${line}\n`).join(""));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guard-officer-"));
  await writeFile(at("passphrase"), "four words are enough\n", { mode: 0o600 });
  await writeFile(at("other"), "another four words enough\n", { mode: 0o600 });
  await writeFile(at("weak"), "short\n", { mode: 0o600 });
  const made = await officer("init", "--out", at("officer.key"), "--passphrase-file", at("passphrase"));
  publicKey = made.out;
  const made2 = await officer("init", "--out", at("second.key"), "--passphrase-file", at("passphrase"));
  const to = await written(publicKey);
  evidence = to.evidence;
  await writeFile(at("export.jsonl"), to.record);
  await file("whole.evidence.jsonl", evidence);
  await file("second.evidence.jsonl", (await written(made2.out)).evidence);
});
afterAll(() => rm(folder, { recursive: true }));

describe("guard officer init", () => {
  test("prints the public key alone, and writes a key file for its owner only", async () => {
    expect(publicKey).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    const text = await readFile(at("officer.key"), "utf8");
    expect(JSON.parse(text)).toMatchObject({ what: "ReplyGuard officer key", publicKey });
    const forOthers = (await stat(at("officer.key"))).mode & 0o077;
    expect(process.platform === "win32" ? 0 : forOthers).toBe(0);
  });

  test("never writes over a file, and takes no weak passphrase", async () => {
    const before = await readFile(at("officer.key"), "utf8");
    const again = await officer("init", "--out", at("officer.key"), "--passphrase-file", at("passphrase"));
    expect(again.err).toContain("there is a file already");
    expect(await readFile(at("officer.key"), "utf8")).toBe(before);
    const weak = await officer("init", "--out", at("weak.key"), "--passphrase-file", at("weak"));
    expect(weak.err).toContain("too short");
    await expect(stat(at("weak.key"))).rejects.toThrow("ENOENT");
  });
});

describe("guard officer public and rotate", () => {
  test("the public key can be had again", async () => {
    expect(await officer("public", ...key())).toMatchObject({ status: 0, out: publicKey });
  });

  test("another passphrase opens the same key", async () => {
    const done = await officer(
      "rotate",
      ...key("--out", at("new.key"), "--new-passphrase-file", at("other")),
    );
    expect(done.status).toBe(0);
    expect(await officer("public", "--key", at("new.key"), "--passphrase-file", at("other"))).toMatchObject({
      out: publicKey,
    });
    const old = await officer("public", "--key", at("new.key"), "--passphrase-file", at("passphrase"));
    expect(old.err).toContain("The passphrase does not open this key file");
  });
});

describe("guard officer open", () => {
  const open = (name: string, ...more: readonly string[]) =>
    officer("open", ...key("--in", at(name), ...more));
  const log = (): string[] => ["--log", at("export.jsonl")];
  const textsOf = (out: string): unknown[] =>
    out
      .trimEnd()
      .split("\n")
      .map((line) => (JSON.parse(line) as { draft: { text: string } }).draft.text);

  test("what a terminal would obey stands in the drafts as a number", async () => {
    const all = await officer(
      "open",
      ...key("--in", at("whole.evidence.jsonl"), "--log", at("export.jsonl")),
    );
    expect(all.out).not.toMatch(/(?!\n)[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
    const said = all.out.split("\n").map((line): unknown => JSON.parse(line));
    expect(said).toMatchObject(drafts.map((draft) => ({ draft })));
  });

  test("gives each draft with the entry it is of", async () => {
    const done = await open("whole.evidence.jsonl", ...log());
    expect(done.status).toBe(0);
    expect(textsOf(done.out)).toEqual(drafts.map(({ text }) => text));
    expect(JSON.parse(done.out.split("\n")[1] ?? "")).toEqual({
      seat,
      seq: 2,
      at: "2026-11-23T15:00:00.001Z",
      outcome: "stopped",
      draft: drafts[1],
    });
    expect(done.err).toBe("guard: 3 drafts opened");
  });

  test("gives those that are asked for, and says what is not there", async () => {
    const one = await open("whole.evidence.jsonl", ...log(), "--seq", "3");
    expect(one).toMatchObject({ status: 0, err: "guard: 1 draft opened" });
    expect(textsOf(one.out)).toEqual(["Third"]);
    const none = await open("whole.evidence.jsonl", ...log(), "--seq", "77");
    expect(none).toMatchObject({ status: 1, out: "" });
    expect(none.err).toContain("there is no draft of entry 77");
  });

  test("without the record it says that nobody has verified them", async () => {
    const done = await open("whole.evidence.jsonl", "--unverified");
    expect(done.status).toBe(0);
    expect(JSON.parse(done.out.split("\n")[0] ?? "")).toMatchObject({ verified: false, seq: 1 });
    expect(done.err).toContain("NOT VERIFIED");
  });

  test("asks for the record, or for --unverified, and not for both", async () => {
    expect((await open("whole.evidence.jsonl")).err).toContain("--log is needed");
    expect((await open("whole.evidence.jsonl", ...log(), "--unverified")).err).toContain("--log is needed");
  });

  test("a draft that is missing, put in place of another, or there twice is named, and the rest is opened", async () => {
    const [first = "", second = "", third = ""] = evidence;
    await file("cut", [first, third]);
    const cut = await open("cut", ...log());
    expect(cut.status).toBe(1);
    expect(cut.err).toContain("1 draft of the record is not in");
    expect(cut.err).toContain("of entry 2");

    // The bytes of the first under the name of the second, with the id of either.
    const swapped = first.replace('"seq":1', '"seq":2');
    await file("swapped", [first, swapped, third]);
    const byId = await open("swapped", ...log());
    expect(byId).toMatchObject({ status: 1 });
    expect(byId.err).toContain(":2: No entry of the record has this draft");
    await file("renamed", [first, swapped.replace(idOf(0), idOf(1)), third]);
    const renamed = await open("renamed", ...log());
    expect(renamed.err).toContain(":2: The sealed draft is not the one that the entry was written with");
    expect(textsOf(renamed.out)).toEqual(["First of Zephrina", "Third"]);
    const unproven = await open("renamed", "--unverified");
    expect(unproven.err).toContain(":2: The sealed draft was changed, or belongs to another entry");

    await file("twice", [first, first, second, third]);
    expect((await open("twice", ...log())).err).toContain(
      ":2: This entry's draft stands in the file already",
    );
    await file("torn", [first, second.slice(0, 100), third]);
    expect((await open("torn", ...log())).err).toContain(":2: This is not a line of an evidence file");
  });

  test("drafts that were sealed to another key are counted, not given", async () => {
    const done = await open("second.evidence.jsonl", "--unverified");
    expect(done).toMatchObject({ status: 1, out: "" });
    expect(done.err).toContain(":1: The draft was sealed to another officer key. (3 lines)");
    expect((await open("second.evidence.jsonl", ...log())).err).toContain("is not the one that the entry");
  });

  test("opens nothing where the record does not hold", async () => {
    const text = await readFile(at("export.jsonl"), "utf8");
    await writeFile(at("changed.jsonl"), text.replace('"outcome":"stopped"', '"outcome":"warned"'));
    const done = await open("whole.evidence.jsonl", "--log", at("changed.jsonl"));
    expect(done).toMatchObject({ status: 1, out: "" });
    expect(done.err).toContain("changed");
    expect(done.err).toContain("No draft was opened");
  });

  test("tells an export from its evidence", async () => {
    const done = await open("export.jsonl", ...log());
    expect(done.err).toContain("this is an export of the record, which has no drafts");
  });

  test("says no word of a draft in an error", async () => {
    for (const name of ["cut", "swapped", "renamed", "twice", "torn"])
      expect((await open(name, ...log())).err).not.toMatch(/Zephrina|Quillhaven|Third/);
  });

  test("a wrong passphrase and a file that is no key are named", async () => {
    const wrong = await officer(
      "open",
      "--key",
      at("officer.key"),
      "--passphrase-file",
      at("other"),
      "--in",
      "x",
      ...log(),
    );
    expect(wrong.err).toContain("The passphrase does not open this key file");
    const none = await officer("public", "--key", at("export.jsonl"), "--passphrase-file", at("other"));
    expect(none.err).toContain("is not an officer key");
  });
});
