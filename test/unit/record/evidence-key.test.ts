import { beforeAll, describe, expect, it } from "vitest";
import { officerKeyLimit } from "../../../src/contract/evidence.ts";
import type { OfficerKeyFile } from "../../../src/contract/evidence.ts";
import { toBase64 } from "../../../src/patient-list/bytes.ts";
import { sealEvidence } from "../../../src/record/evidence.ts";
import type { EvidenceDraft } from "../../../src/record/evidence.ts";
import { readEvidenceLine, toEvidenceLine } from "../../../src/record/evidence-file.ts";
import {
  newOfficerKey,
  officerKeyText,
  openOfficerKey,
  readOfficerKey,
} from "../../../src/record/evidence-key.ts";
import { nameOf } from "./evidence-independent.ts";

const passphrase = "four words are enough";
const here = { seat: "00000000000000aa", id: "0123456789abcdef" };
const draft: EvidenceDraft = { text: "Thank you!", site: "yelp", surface: "review-reply" };

let file: OfficerKeyFile;
let other: OfficerKeyFile;
beforeAll(async () => {
  [file, other] = await Promise.all([
    newOfficerKey(passphrase, 1_795_000_000_000),
    newOfficerKey(passphrase, 0),
  ]);
});

async function opened(from: OfficerKeyFile, by = passphrase) {
  const result = await openOfficerKey(from, by);
  if ("problem" in result) throw new Error(result.problem);
  return result.key;
}

describe("an officer's key", () => {
  it("is read as it was written, and opens what was sealed to it", async () => {
    const read = readOfficerKey(officerKeyText(file));
    expect(read).toEqual({ file });
    const key = await opened(file);
    expect(key.name).toBe(nameOf(file.publicKey));
    const sealed = await sealEvidence(draft, key.publicKey, here);
    expect(await key.open(sealed, here)).toEqual({ draft });
  });

  it("is read with the byte order mark and the ends of lines that an editor gave it", () => {
    expect(readOfficerKey(`\uFEFF${officerKeyText(file).replaceAll("\n", "\r\n")}`)).toEqual({ file });
  });

  it("does not open with another passphrase, or none", async () => {
    expect(await openOfficerKey(file, "four words are Enough")).toEqual({ problem: "wrong-passphrase" });
    expect(await openOfficerKey(file, "")).toEqual({ problem: "wrong-passphrase" });
  });

  it("is not made or locked anew with a weak passphrase", async () => {
    await expect(newOfficerKey("short", 0)).rejects.toThrow(RangeError);
    await expect((await opened(file)).lockedWith("short")).rejects.toThrow(RangeError);
  });

  it("stays the same key under another passphrase", async () => {
    const next = await (await opened(file)).lockedWith("another passphrase of five words");
    expect(next).toMatchObject({ publicKey: file.publicKey, created: file.created });
    expect(await openOfficerKey(next, passphrase)).toEqual({ problem: "wrong-passphrase" });
    const key = await opened(next, "another passphrase of five words");
    expect(await key.open(await sealEvidence(draft, file.publicKey, here), here)).toEqual({ draft });
  });

  it("opens nothing and is locked with nothing once it was forgotten", async () => {
    const key = await opened(file);
    const sealed = await sealEvidence(draft, key.publicKey, here);
    key.forget();
    expect(await key.open(sealed, here)).toEqual({ problem: "locked" });
    await expect(key.lockedWith(passphrase)).rejects.toThrow("forgotten");
  });

  it("is not opened where somebody put another public key into its file", async () => {
    for (const publicKey of [other.publicKey, toBase64(new Uint8Array(32))])
      expect(await openOfficerKey({ ...file, publicKey }, passphrase)).toEqual({ problem: "not-its-key" });
  });

  it("has nothing of the private key in its file but under the lock", async () => {
    const again = await newOfficerKey(passphrase, 0);
    expect(Object.keys(again).toSorted()).toEqual(["created", "lock", "publicKey", "version", "what"]);
    expect(again.lock.salt).not.toBe(other.lock.salt);
    expect(again.publicKey).not.toBe(other.publicKey);
  });
});

describe("a file that is no key", () => {
  it.each([
    ["empty", ""],
    ["no JSON", "RGLIST"],
    ["another JSON", '{"key":1}'],
    ["too long", " ".repeat(officerKeyLimit + 1)],
  ])("is named: %s", (_, text) => {
    expect(readOfficerKey(text)).toEqual({ problem: "not-a-key-file" });
  });

  it("is named: one with fewer rounds than a passphrase needs, or with a field more", () => {
    const weak = { ...file, lock: { ...file.lock, iterations: 1000 } };
    expect(readOfficerKey(JSON.stringify(weak))).toEqual({ problem: "not-a-key-file" });
    expect(readOfficerKey(JSON.stringify({ ...file, more: 1 }))).toEqual({ problem: "not-a-key-file" });
  });

  it("is named: one of a newer version", () => {
    const newer = JSON.stringify({ ...file, version: 2, lock: "another" });
    expect(readOfficerKey(newer)).toEqual({ problem: "newer-version" });
  });
});

describe("a line of an evidence file", () => {
  it("is read as it was written", async () => {
    const evidence = { ...here, seq: 12, sealed: await sealEvidence(draft, file.publicKey, here) };
    const line = toEvidenceLine(evidence);
    expect(line).toMatch(
      /^\{"evidence":\{"id":"0123456789abcdef","sealed":"[A-Za-z0-9+/=]+","seat":"[0-9a]{16}","seq":12\}\}$/,
    );
    expect(readEvidenceLine(line)).toEqual(evidence);
  });

  it.each([
    "",
    "null",
    '{"evidence":{}}',
    '{"evidence":{"id":"0123456789abcdef","sealed":"A","seat":"00000000000000aa","seq":1}}',
    '{"evidence":{"id":"0123456789abcdef","sealed":"","seat":"00000000000000AA","seq":1}}',
    '{"evidence":{"id":"0123456789abcdef","sealed":"","seat":"00000000000000aa","seq":-1}}',
    '{"evidence":{"id":"0123456789abcdef","sealed":"","seat":"00000000000000aa","seq":1},"more":1}',
  ])("is none: %s", (line) => {
    expect(readEvidenceLine(line)).toBeUndefined();
  });
});
