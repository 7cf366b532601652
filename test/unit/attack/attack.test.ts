/** The thief of scripts/attack finds what there is to find, so that finding nothing says something. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { guessNames, guessPhones, shareRecovered } from "../../../scripts/attack/guess-names.ts";
import { yearsFor } from "../../../scripts/attack/guess-passphrase.ts";
import { listsIn, searchStolen } from "../../../scripts/attack/without-key.ts";
import type { WithoutKey } from "../../../scripts/attack/without-key.ts";
import { indexOf, jane, managedKey, passphrase, person, sealed } from "../patient-list/sealed-list.ts";

let profiles = 0;
const root = mkdtempSync(join(tmpdir(), "stolen-"));
function profile(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(root, String(profiles++));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
async function attack(folder: string): Promise<WithoutKey> {
  return searchStolen([folder], await listsIn([folder]), [jane], 20);
}

const { file, key } = await sealed(indexOf([jane]), { passphrase, managedKey });
const inStore = Buffer.concat([Buffer.from("\xff\x15\xff\x0f before it"), file, Buffer.from("and after it")]);
const blob = "IndexedDB/x.blob/1/00/5";

describe("without a key", () => {
  it("finds a sealed list, and nothing and nobody in it", async () => {
    const found = await attack(profile({ [blob]: inStore, Preferences: '{"a":1}' }));
    expect(found.lists).toHaveLength(1);
    expect(found.lists[0]).toMatchObject({ bytes: file.length, people: "up to 100" });
    expect(found).toMatchObject({ recovered: [], listsOpened: 0 });
    expect(found.keysTried).toBeGreaterThan(0);
    expect(found.secrets).toBeGreaterThan(50);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ["as it is", "… Jane Doerfler …", /^name of person 1, UTF-8/],
    ["in capitals", "JANE DOERFLER", /^name of person 1/],
    ["as UTF-16", Buffer.from("Doerfler, Jane", "utf16le"), /^name of person 1, UTF-16/],
    ["backwards", "relfreoD enaJ", /^name of person 1, backwards/],
    ["in base64", Buffer.from("x@jdoe_glow y").toString("base64"), /^handle of person 1, UTF-8 base64/],
    ["in hex", Buffer.from("3105550142").toString("hex"), /^phone of person 1, UTF-8 hex/],
    ["packed", gzipSync("jane.doerfler@post.example"), /^e-mail of person 1/m],
    [
      "hashed without a key",
      createHash("sha256").update("Jane Doerfler").digest("hex"),
      /sha256 without a key/,
    ],
  ])("finds somebody who is there %s", async (_, content, what) => {
    const found = await attack(profile({ "Local Storage/leveldb/000003.log": content }));
    expect(found.recovered.join("\n")).toMatch(what);
  });

  it.each<[string, string | Uint8Array]>([
    ["the list key in base64", Buffer.from(key).toString("base64")],
    ["the list key as UTF-16", Buffer.from(`"${Buffer.from(key).toString("base64")}"`, "utf16le")],
    ["the list key in hex", Buffer.from(key).toString("hex")],
    ["the bytes of the list key", Buffer.concat([Buffer.from("some key: "), key, Buffer.from(" ends")])],
    ["the managed key in base64", Buffer.from(managedKey).toString("base64")],
    ["the bytes of the managed key", Buffer.from(managedKey)],
  ])("opens the list with %s", async (_, left) => {
    const found = await attack(profile({ [blob]: inStore, "Local Storage/leveldb/000003.log": left }));
    expect(found.listsOpened).toBe(1);
  });

  it("finds the key right beside the list, in one file", async () => {
    expect((await attack(profile({ [blob]: Buffer.concat([inStore, key]) }))).listsOpened).toBe(1);
  });
});

describe("with the key", () => {
  const people = [
    jane,
    person({ given: "Tom", family: "Smith" }),
    person({ given: "Zebulon", family: "Quarrington" }),
  ];
  const names = (...all: string[]): { name: string; weight: number }[] =>
    all.map((name, at) => ({ name, weight: 1 / (at + 1) }));

  it("guesses whoever has names that are in public lists, and nobody else", () => {
    const guessed = guessNames(
      indexOf(people),
      names("mary", "tom", "jane"),
      names("smith", "jones", "doerfler"),
      20,
    );
    expect([...guessed.found].toSorted((a, b) => a.localeCompare(b))).toEqual(["jane doerfler", "tom smith"]);
    // Tom and Jane with Smith and Doerfler: who is not on the list is not asked for.
    expect(guessed).toMatchObject({ pairs: 4, done: true });
    expect(shareRecovered(guessed.found, people)).toBeCloseTo(2 / 3);
  });

  it("guesses phones one by one", () => {
    expect(guessPhones(indexOf(people), "310", 5_550_000, 5_551_000)).toMatchObject({
      asked: 1000,
      listed: 1,
    });
  });
});

it("years are for half of all passphrases", () => {
  expect(yearsFor(40, 10)).toBeCloseTo(2 ** 39 / 10 / 31_557_600);
});
