import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { fold } from "../../../src/engine/normalize.ts";
import { openIndex } from "../../../src/engine/patients/index.ts";
import { readHeader } from "../../../src/patient-list/header.ts";
import { openSealed, unlockList } from "../../../src/patient-list/open-sealed.ts";
import { newListId, sealList } from "../../../src/patient-list/seal.ts";
import { indexOf, jane } from "../patient-list/sealed-list.ts";
import { file, guard, list, names, passphraseFile, pathOf } from "./patient-files.ts";

const before = pathOf("before.rgl");
const after = pathOf("after.rgl");
const key = pathOf("managed.key");
const newPassphrase = "five quieter herons left";
const newPassphraseFile = file("new-passphrase", newPassphrase);
const keys = ["--passphrase-file", passphraseFile, "--managed-key-file", key];
const change = (command: string, ...args: string[]): ReturnType<typeof guard> =>
  guard(command, "--in", before, "--out", after, ...args);

beforeAll(async () => {
  const sealed = await guard(
    "seal",
    "--in",
    list,
    "--out",
    before,
    "--passphrase-file",
    passphraseFile,
    "--new-managed-key-file",
    key,
    "--expires",
    "2099-01-31",
  );
  expect(sealed.status).toBe(0);
});

async function matches(passphrase: string, draft: string): Promise<number> {
  const bytes = readFileSync(after);
  const unlocked = await unlockList(bytes, { passphrase });
  if ("problem" in unlocked) throw new Error(unlocked.problem);
  const opened = await openSealed(bytes, unlocked.key, Date.now());
  if ("problem" in opened) throw new Error(opened.problem);
  return openIndex(opened.index)
    .find(fold(draft))
    .filter(({ form }) => form === "full").length;
}

describe("guard patients rotate", () => {
  it("gives the list a new passphrase, list key, salt and name; the people stay", async () => {
    const run = await change("rotate", ...keys, "--new-passphrase-file", newPassphraseFile);
    expect(run).toMatchObject({ status: 0, err: expect.stringMatching(/after\.rgl: sealed 3 people/) });
    const bytes = readFileSync(after);
    expect(await unlockList(bytes, { passphrase: "four quiet herons nest" })).toEqual({
      problem: "wrong-passphrase",
    });
    expect(await matches(newPassphrase, "Thanks, Jane Doerfler")).toBe(1);
    const [old, fresh] = [readHeader(readFileSync(before)), readHeader(bytes)];
    if ("problem" in old || "problem" in fresh) throw new Error("a header cannot be read");
    expect(fresh.header.listId).not.toBe(old.header.listId);
    expect(fresh.header.expires).toBe(old.header.expires);
    expect(fresh.header.locks.map(({ kind }) => kind)).toEqual(["passphrase", "managed"]);
    const wrapped = [...old.header.locks, ...fresh.header.locks].map((lock) => lock.wrapped);
    expect(new Set(wrapped).size).toBe(4);
    const unlocked = await Promise.all(
      [before, after].map(async (name) =>
        unlockList(readFileSync(name), { managedKey: Buffer.from(readFileSync(key, "utf8"), "base64") }),
      ),
    );
    expect(unlocked[0]).not.toEqual(unlocked[1]);
  });

  it("can give it a new managed key", async () => {
    const fresh = pathOf("fresh.key");
    expect(await change("rotate", ...keys, "--new-managed-key-file", fresh)).toMatchObject({ status: 0 });
    expect((await guard("verify", after, "--managed-key-file", fresh)).status).toBe(0);
    expect((await guard("verify", after, "--managed-key-file", key)).err).toMatch(
      /managed key does not open/,
    );
    expect((await guard("verify", after, "--passphrase-file", passphraseFile)).status).toBe(0);
  });

  it("loses no lock because an option was forgotten", async () => {
    const [passphraseOnly, keyOnly] = [keys.slice(0, 2), keys.slice(2)];
    expect(
      await change("rotate", ...passphraseOnly, "--new-passphrase-file", newPassphraseFile),
    ).toMatchObject({
      status: 1,
      err: expect.stringMatching(/also opens with a managed key[^]*--managed-key-file K/),
    });
    expect(await change("rotate", ...keyOnly, "--new-managed-key-file", pathOf("n.key"))).toMatchObject({
      status: 1,
      err: expect.stringMatching(/also opens with a passphrase/),
    });
    expect(readdirSync(dirname(key))).not.toContain("n.key");
    expect(await change("rotate", ...keys)).toMatchObject({
      status: 1,
      err: expect.stringMatching(/no new passphrase/),
    });
  });

  it("never writes over what it read", async () => {
    const run = await guard(
      "rotate",
      "--in",
      before,
      "--out",
      before,
      ...keys,
      "--new-passphrase-file",
      newPassphraseFile,
    );
    expect(run).toMatchObject({ status: 1, err: expect.stringMatching(/named twice/) });
    expect((await guard("verify", before, ...keys)).status).toBe(0);
  });

  it("renews a list that has expired, with a new day", async () => {
    const { file: bytes } = await sealList(indexOf([jane], newListId()), {
      created: Date.UTC(2020, 0, 1),
      expires: Date.UTC(2020, 1, 1),
      locks: { passphrase: "four quiet herons nest" },
    });
    const old = pathOf("expired.rgl");
    writeFileSync(old, bytes);
    expect((await guard("verify", old)).err).toMatch(
      /has expired, according to its header, which only the passphrase or key proves\./,
    );
    expect((await guard("inspect", old)).out).toMatch(/2020-02-01.*\(expired\)/);
    const args = [
      "rotate",
      "--in",
      old,
      "--out",
      after,
      ...keys.slice(0, 2),
      "--new-passphrase-file",
      newPassphraseFile,
    ];
    expect(await guard(...args)).toMatchObject({
      status: 1,
      err: expect.stringMatching(/has expired[^]*--expires/),
    });
    expect(await guard(...args, "--expires", "2099-12-31")).toMatchObject({ status: 0 });
    expect((await guard("verify", after, "--passphrase-file", newPassphraseFile)).status).toBe(0);
  });
});

describe("guard patients add and remove", () => {
  const one = file("one.csv", "given,family,phone\nWilhelmina,Ostrander,310-555-0177\n");

  it("adds somebody who comes on a Tuesday", async () => {
    const run = await change("add", ...keys, "--person-file", one);
    expect(run).toMatchObject({
      status: 0,
      err: expect.stringMatching(/1 people, 0 listed before[^]*sealed 4 people/),
    });
    expect(run.err).not.toMatch(/wilhelmina|ostrander/i);
    expect(await matches("four quiet herons nest", "Thanks, Wilhelmina Ostrander")).toBe(1);
    expect(await matches("four quiet herons nest", "Thanks, Jane Doerfler")).toBe(1);
  });

  it("counts nobody twice", async () => {
    const run = await change(
      "add",
      ...keys,
      "--person-file",
      file("again.csv", "given,family\nTomasz,Quarrington\n"),
    );
    expect(run).toMatchObject({
      status: 0,
      err: expect.stringMatching(/0 people, 1 listed before[^]*sealed 3 people/),
    });
  });

  it("adds the file all the same where it says somebody twice", async () => {
    const twice = file("twice.csv", "given,family\nWilhelmina,Ostrander\nWilhelmina,Ostrander\n");
    const run = await change("add", ...keys, "--person-file", twice);
    expect(run).toMatchObject({
      status: 0,
      err: expect.stringMatching(
        /2 rows read, 1 people, 1 listed before, 0 left out[^]*1 row is the same as an earlier one and counts once: .*twice\.csv:3\n[^]*sealed 4 people/,
      ),
    });
    const gone = file("gone.csv", "given,family\nTomasz,Quarrington\nTomasz,Quarrington\n");
    expect(await change("remove", ...keys, "--person-file", gone)).toMatchObject({
      status: 0,
      err: expect.stringMatching(/1 person removed; 1 names and contacts found, 0 were not/),
    });
  });

  it("removes somebody, and says what was not found", async () => {
    const opted = file("out.csv", "given,family,phone\nTomasz,Quarrington,310-555-0199\n");
    const run = await change("remove", ...keys, "--person-file", opted);
    expect(run).toMatchObject({
      status: 0,
      err: expect.stringMatching(
        /1 person removed; 1 names and contacts found, 1 were not on the list\nHandles, phones and other contacts that the file does not name stay on the list\./,
      ),
    });
    expect(run.err).not.toMatch(names);
    expect(await matches("four quiet herons nest", "Thanks, Tomasz Quarrington")).toBe(0);
    expect(await matches("four quiet herons nest", "Thanks, Jane Doerfler")).toBe(1);
  });

  it("writes nothing where nobody was found, or a row cannot be used", async () => {
    writeFileSync(after, "as it was");
    expect(await change("remove", ...keys, "--person-file", one)).toMatchObject({
      status: 1,
      err: expect.stringMatching(/nobody of these is on the list/),
    });
    const bad = file("bad.csv", "given,family,phone\n,,310-555-0177\nWilhelmina,Ostrander,\n");
    for (const command of ["add", "remove"]) {
      expect(await change(command, ...keys, "--person-file", bad)).toMatchObject({
        status: 1,
        err: expect.stringMatching(/bad\.csv:2: this line has no name[^]*nothing was written/),
      });
    }
    expect(readFileSync(after, "utf8")).toBe("as it was");
  });
});

it("guard patients passphrase makes one that seals", async () => {
  const { out, status } = await guard("passphrase");
  expect(status).toBe(0);
  const made = file("made", `${out}\n`);
  expect(await guard("seal", "--in", list, "--out", after, "--passphrase-file", made)).toMatchObject({
    status: 0,
  });
});
