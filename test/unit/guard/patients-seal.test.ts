import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { workbookOf } from "../patient-list/read/archive.ts";
import { flipped, mended } from "../patient-list/sealed-list.ts";
import { file, guard, list, names, passphraseFile, pathOf } from "./patient-files.ts";

const seal = (out: string, ...args: string[]): ReturnType<typeof guard> =>
  guard("seal", "--in", list, "--out", pathOf(out), "--passphrase-file", passphraseFile, ...args);

const patient = { resourceType: "Patient", name: [{ family: "Brackenbury", given: ["Ottilie"] }] };

describe("guard patients seal", () => {
  it("seals a list, reports what it left out, and names nobody", async () => {
    const report = pathOf("report.csv");
    const run = await seal("one.rgl", "--report", report);
    expect(run).toMatchObject({ status: 0, out: "" });
    expect(run.err).toMatch(/^columns: 1 Given name, 2 Family name, 3 Nicknames, 4 Handles/);
    expect(run.err).toContain("4 rows read, 3 people, 0 listed before, 1 left out");
    expect(run.err).toMatch(/list\.csv:4: this line has no name/);
    expect(run.err).toMatch(/one\.rgl: sealed 3 people$/);
    expect(run.err).not.toMatch(names);
    expect(readFileSync(report, "utf8")).toBe('line,left out,reason\r\n4,line,"this line has no name"\r\n');
    expect(readFileSync(pathOf("one.rgl")).toString("latin1")).not.toMatch(names);
  });

  it("makes a managed key for its owner's eyes, with which the list opens too", async () => {
    const key = pathOf("made.key");
    expect(await seal("two.rgl", "--new-managed-key-file", key)).toMatchObject({ status: 0 });
    expect(readFileSync(key, "utf8")).toMatch(/^[A-Za-z0-9+/]{43}=\n$/);
    expect(statSync(key).mode & 0o777).toBe(0o600);
    const shown = await guard("inspect", pathOf("two.rgl"), "--managed-key-file", key);
    expect(shown.out).toMatch(/^people +3$/m);
    const again = await seal("three.rgl", "--new-managed-key-file", key);
    expect(again).toMatchObject({
      status: 1,
      err: expect.stringMatching(/made\.key: there is a file already/),
    });
    expect(readdirSync(dirname(key))).not.toContain("three.rgl");
    expect(await seal("three.rgl", "--managed-key-file", key)).toMatchObject({ status: 0 });
  });

  it("reads columns as it is told", async () => {
    const odd = file("odd.csv", "Herr,Zu\nQuarrington,Tomasz\nBrackenbury,Ottilie\n");
    const out = pathOf("odd.rgl");
    const args = ["--in", odd, "--out", out, "--passphrase-file", passphraseFile];
    const run = await guard("seal", ...args, "--columns", "family,given");
    expect(run.err).toMatch(/columns: 1 Family name, 2 Given name/);
    expect(await guard("seal", ...args, "--columns", "family")).toMatchObject({
      status: 1,
      err: expect.stringMatching(/odd\.csv:1: the list has 2 columns, and --columns names 1/),
    });
    expect(await guard("seal", ...args, "--columns", "family,first")).toMatchObject({
      status: 1,
      err: expect.stringMatching(/no field first[^]*Fields: given, middle/),
    });
    expect(await guard("seal", ...args, "--columns", "none,phones")).toMatchObject({
      status: 1,
      err: expect.stringMatching(/no column of the patient list has names/),
    });
  });

  it.each<[string, string | Uint8Array]>([
    ["people.tsv", Buffer.from("\uFEFFgiven\tfamily\nOttilie\tBrackenbury\n", "utf16le")],
    [
      "people.vcf",
      "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ottilie Brackenbury\r\nN:Brackenbury;Ottilie;;;\r\nEND:VCARD\r\n",
    ],
    ["people.ndjson", `${JSON.stringify(patient)}\n`],
    [
      "people.json",
      JSON.stringify({ resourceType: "Bundle", type: "collection", entry: [{ resource: patient }] }),
    ],
    [
      "people.xlsx",
      workbookOf({
        People: [
          ["given", "family"],
          ["Ottilie", "Brackenbury"],
        ],
      }),
    ],
  ])("reads %s, by what is in it", async (name, content) => {
    const out = pathOf(`${name}.rgl`);
    const run = await guard(
      "seal",
      "--in",
      file(name, content),
      "--out",
      out,
      "--passphrase-file",
      passphraseFile,
    );
    expect(run).toMatchObject({
      status: 0,
      err: expect.stringMatching(/1 rows read, 1 people[^]*sealed 1 people/),
    });
    expect(run.err).not.toMatch(names);
  });

  it("writes nothing with --strict where a row was left out", async () => {
    const run = await seal("strict.rgl", "--strict");
    expect(run).toMatchObject({
      status: 1,
      err: expect.stringMatching(/list\.csv:4[^]*nothing was written/),
    });
    expect(readdirSync(dirname(list))).not.toContain("strict.rgl");
  });

  it("replaces an older list whole, and leaves nothing beside it", async () => {
    file("old.rgl", "something old");
    expect(await seal("old.rgl")).toMatchObject({ status: 0 });
    expect((await guard("verify", pathOf("old.rgl"))).status).toBe(0);
    expect(readdirSync(dirname(list)).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it.each<[string, string[], RegExp]>([
    ["the list itself", ["--out", list], /list\.csv: this file is named twice/],
    ["its own passphrase", ["--out", passphraseFile], /passphrase: this file is named twice/],
    ["a folder that is not there", ["--out", pathOf("none/x.rgl")], /x\.rgl: the file cannot be written/],
    ["a day that is none", ["--expires", "2027-02-30"], /--expires is not a day/],
    ["a day that has passed", ["--expires", "2020-01-01"], /--expires has passed/],
    ["a list that is not there", ["--in", pathOf("none.csv")], /none\.csv: the patient list cannot be read/],
    ["an empty list", ["--in", file("empty.csv", "")], /empty\.csv: .*empty/],
    ["a list of nobody", ["--in", file("nobody.csv", "given,family\n")], /nobody\.csv: /],
    [
      "an open quote",
      ["--in", file("quote.csv", 'given,family\nTomasz,"Quarrington\n')],
      /quote\.csv:2: .*quoted/,
    ],
    ["a weak passphrase", ["--passphrase-file", file("weak", "hunter2\n")], /weak: .*12 characters/],
    ["no passphrase", ["--passphrase-file", file("blank", "\n")], /blank: there is no passphrase/],
    ["a picture for one", ["--passphrase-file", file("huge", "x".repeat(9999))], /huge: this is too long/],
    [
      "a key that is none",
      ["--managed-key-file", file("short.key", "AAAA\n")],
      /short\.key: there is no managed key/,
    ],
  ])("says what is wrong with %s, and names nobody", async (_, args, message) => {
    const run = await guard(
      "seal",
      "--in",
      list,
      "--out",
      pathOf("x.rgl"),
      "--passphrase-file",
      passphraseFile,
      ...args,
    );
    expect(run).toMatchObject({ status: 1, out: "", err: expect.stringMatching(message) });
    expect(run.err).not.toMatch(names);
    expect(readFileSync(list, "utf8")).toMatch(/^given/);
  });

  it("sees its input through a link", async () => {
    symlinkSync(list, pathOf("link.rgl"));
    expect(await seal("link.rgl")).toMatchObject({ status: 1, err: expect.stringMatching(/named twice/) });
  });

  it("seals no list that is sealed", async () => {
    await seal("sealed.rgl");
    const run = await guard(
      "seal",
      "--in",
      pathOf("sealed.rgl"),
      "--out",
      pathOf("y.rgl"),
      "--passphrase-file",
      passphraseFile,
    );
    expect(run).toMatchObject({ status: 1, err: expect.stringMatching(/sealed already/) });
  });

  it("needs something to seal with, and warns of a secret that others can read", async () => {
    const none = await guard("seal", "--in", list, "--out", pathOf("z.rgl"));
    expect(none).toMatchObject({ status: 1, err: expect.stringMatching(/nothing to seal the list with/) });
    const open = file("open", "four quiet herons nest", 0o644);
    const run = await guard("seal", "--in", list, "--out", pathOf("z.rgl"), "--passphrase-file", open);
    expect(run).toMatchObject({
      status: 0,
      err: expect.stringMatching(/warning: .*open: others[^]*chmod 600/),
    });
  });
});

describe("guard patients inspect and verify", () => {
  it("show what anybody may know, and with a key how many people there are", async () => {
    await seal("shown.rgl", "--expires", "2099-01-31");
    const bytes = readFileSync(pathOf("shown.rgl"));
    const { out, status } = await guard("inspect", pathOf("shown.rgl"));
    expect(status).toBe(0);
    expect(out).toMatch(/^people +up to 100$/m);
    expect(out).toMatch(/^expires +2099-02-01T00:00:00\.000Z$/m);
    expect(out).toMatch(/^opens with +passphrase \(600,000 rounds/m);
    expect(out).toContain(createHash("sha256").update(bytes).digest("hex"));
    expect(out).toMatch(/^proven +no/m);
    const opened = await guard(
      "inspect",
      "--in",
      pathOf("shown.rgl"),
      "--passphrase-file",
      passphraseFile,
      "--json",
    );
    expect(JSON.parse(opened.out)).toMatchObject({
      people: 3,
      bucket: "up to 100",
      size: bytes.length,
      expired: false,
    });
    expect(opened.out).not.toMatch(names);
  });

  it("verify only what is whole", async () => {
    await seal("whole.rgl");
    const whole = readFileSync(pathOf("whole.rgl"));
    const verify = (name: string, content: Uint8Array, ...args: string[]): ReturnType<typeof guard> =>
      guard("verify", file(name, content), ...args);
    const withPassphrase = ["--passphrase-file", passphraseFile];
    expect((await verify("whole.rgl", whole)).out).toMatch(/checksum is right; add --passphrase-file/);
    expect((await verify("whole.rgl", whole, ...withPassphrase)).out).toMatch(
      /whole; it opens, and holds 3 people/,
    );
    const wrong = file("wrong", "another passphrase altogether");
    const forged = mended(flipped(whole, (whole.length - 100) * 8));
    const faults: [string, () => ReturnType<typeof guard>][] = [
      ["damaged: it is cut short", () => verify("cut.rgl", whole.subarray(0, -1))],
      ["damaged: it is cut short", () => verify("flip.rgl", flipped(whole, 9000), ...withPassphrase)],
      ["is not a sealed patient list", () => verify("none.rgl", new Uint8Array())],
      ["is not a sealed patient list", () => guard("verify", list)],
      ["passphrase does not open", () => verify("whole.rgl", whole, "--passphrase-file", wrong)],
      ["was altered", () => verify("forged.rgl", forged, ...withPassphrase)],
      [
        "not sealed for this kind of key",
        () => verify("w.rgl", whole, "--managed-key-file", file("k", `${"A".repeat(43)}=`)),
      ],
    ];
    for (const [message, run] of faults) {
      const { status, err } = await run();
      expect([status, err]).toEqual([1, expect.stringContaining(message)]);
    }
  });

  it.each([
    [["inspect"], /name of a sealed list is needed[^]*usage:/],
    [["inspect", "a", "b"], /more than one file/],
    [["unseal"], /no such command/],
    [[], /no command/],
  ])("%j is explained", async (args, message) => {
    expect(await guard(...args)).toMatchObject({ status: 1, err: expect.stringMatching(message) });
  });
});

it("guard check takes a sealed list with its passphrase, and says so without", async () => {
  await seal("checked.rgl");
  const practice = file("practice.json", JSON.stringify({ name: "Bluewater Skin" }));
  const draft = {
    id: "a",
    site: "instagram",
    surface: "post",
    thread: null,
    draft: "Shout-out to Jane Doerfler!",
  };
  const check = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(
      "npm",
      [
        "run",
        "--silent",
        "guard",
        "--",
        "check",
        "--practice",
        practice,
        "--patients",
        pathOf("checked.rgl"),
        ...args,
      ],
      { input: JSON.stringify(draft), encoding: "utf8" },
    );
  const found = check("--passphrase-file", passphraseFile);
  expect(found).toMatchObject({
    status: 0,
    stderr: "",
    stdout: expect.stringMatching(/"verdict":"block"/),
  });
  expect(check()).toMatchObject({
    status: 1,
    stdout: "",
    stderr: expect.stringMatching(/checked\.rgl: this is a sealed list[^]*--passphrase-file/),
  });
});
