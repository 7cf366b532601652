import { randomFillSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { peopleBuckets } from "../../../src/contract/sealed-list.ts";
import { fold } from "../../../src/engine/normalize.ts";
import { openIndex } from "../../../src/engine/patients/index.ts";
import { toBase64, toHex } from "../../../src/patient-list/bytes.ts";
import { bucketOf, readHeader, verifyFile } from "../../../src/patient-list/header.ts";
import { openSealed, unlockList } from "../../../src/patient-list/open-sealed.ts";
import { newListId, sealList } from "../../../src/patient-list/seal.ts";
import { created, expires, indexOf, jane, managedKey, passphrase, person, sealed } from "./sealed-list.ts";
import { processorTime } from "../processor-time.ts";

const now = created + 1000;

describe("a sealed list", () => {
  it("opens with the passphrase and with the managed key, and answers as before", async () => {
    const { file, key } = await sealed();
    expect(await unlockList(file, { passphrase })).toEqual({ key });
    expect(await unlockList(file, { managedKey })).toEqual({ key });
    const opened = await openSealed(file, key, now);
    if ("problem" in opened) throw new Error(opened.problem);
    const matches = openIndex(opened.index).find(fold("Thank you Jane Doerfler!"));
    expect(matches).toHaveLength(1);
    expect(opened.header).toMatchObject({
      version: 1,
      listId: "list-1",
      created: "2026-11-02T08:00:00.000Z",
      expires: "2027-02-01T00:00:00.000Z",
      people: "up to 100",
    });
  });

  it("opens from the middle of a larger buffer", async () => {
    const { file, key } = await sealed();
    const large = new Uint8Array(file.length + 7);
    large.set(file, 3);
    const within = large.subarray(3, 3 + file.length);
    expect(await unlockList(within, { passphrase })).toEqual({ key });
    expect(await openSealed(within, key, now)).toHaveProperty("index.people", 1);
  });

  it("has a header that anybody can read, and a checksum", async () => {
    const { file } = await sealed();
    expect(readHeader(file)).toHaveProperty("header.people", "up to 100");
    expect(await verifyFile(file)).toBeUndefined();
  });

  it("takes a passphrase however its accents are put together", async () => {
    const { file, key } = await sealed(undefined, { passphrase: "très tôt, café noir" });
    expect(await unlockList(file, { passphrase: "très tôt, café noir".normalize("NFD") })).toEqual({ key });
  });

  it("is different bytes each time: key, salt and every nonce are new", async () => {
    const index = indexOf([jane]);
    const [one, two] = [await sealed(index), await sealed(index)];
    expect(toHex(one.key)).not.toBe(toHex(two.key));
    const secrets = [one, two].map(({ file }) => {
      const read = readHeader(file);
      if ("problem" in read) throw new Error(read.problem);
      return [read.header.iv, ...read.header.locks.flatMap((lock) => [lock.iv, lock.wrapped])];
    });
    expect(new Set(secrets.flat()).size).toBe(secrets.flat().length);
  });

  it("holds nothing of the plaintext: no name, no hash key, no list key, no run of the index", async () => {
    const index = indexOf([jane]);
    const { file, key } = await sealed(index);
    const bytes = Buffer.from(file);
    const text = bytes.toString("latin1").toLowerCase();
    for (const secret of ["jane", "doerfler", "jdoe_glow", "5550142", "4417290"])
      expect(text).not.toContain(secret);
    expect(bytes.includes(Buffer.from(index.key))).toBe(false);
    expect(bytes.includes(Buffer.from(key))).toBe(false);
    expect(text).not.toContain(toBase64(key).toLowerCase());
    const read = readHeader(file);
    if ("problem" in read) throw new Error(read.problem);
    const ciphertext = bytes.subarray(-32 - read.header.bytes, -32);
    const counts = new Uint32Array(256);
    for (const byte of ciphertext) counts[byte] = (counts[byte] ?? 0) + 1;
    // No value of a byte stands out, as the many zeros of an index would.
    const expected = ciphertext.length / 256;
    expect(Math.max(...counts)).toBeLessThan(expected + 8 * Math.sqrt(expected) + 8);
  });

  it("ends on the instant that it says, not before", async () => {
    const { file, key } = await sealed();
    expect(await openSealed(file, key, expires - 1)).toHaveProperty("index.people", 1);
    expect(await openSealed(file, key, expires)).toEqual({ problem: "expired" });
    const lasting = await sealList(indexOf([jane]), { created, expires: null, locks: { managedKey } });
    expect(await openSealed(lasting.file, lasting.key, expires * 2)).toHaveProperty("index.people", 1);
  });

  it.each([
    [0, "up to 100"],
    [100, "up to 100"],
    [101, "up to 1,000"],
    [100_000, "up to 100,000"],
    [1_000_000, "up to 1,000,000"],
    [1_000_001, "more than 1,000,000"],
  ])("of %i people says %s", (people, bucket) => {
    expect(bucketOf(people)).toBe(bucket);
    expect(peopleBuckets).toContain(bucket);
  });

  it("has the same size with one person more or less", async () => {
    const people = Array.from({ length: 40 }, (_, at) =>
      person({ given: "Jane", family: `Doe${"abcdefgh".charAt(at % 8)}${at}` }),
    );
    const [some, more] = [await sealed(indexOf(people.slice(1))), await sealed(indexOf(people))];
    expect(some.file.length).toBe(more.file.length);
  });

  it("refuses to be made without a lock, or with a weak one", async () => {
    const index = indexOf([jane]);
    await expect(sealed(index, {})).rejects.toThrow(/needs a passphrase or a managed key/);
    await expect(sealed(index, { passphrase: "short" })).rejects.toThrow(/12 characters/);
    await expect(sealed(index, { managedKey: new Uint8Array(16) })).rejects.toThrow(/32 bytes/);
  });

  it("gives every list a name of its own", () => {
    expect(newListId()).not.toBe(newListId());
  });
});

describe("what is wrong is told apart", () => {
  it("wrong passphrase, wrong key, no such lock", async () => {
    const both = await sealed();
    expect(await unlockList(both.file, { passphrase: `${passphrase} ` })).toEqual({
      problem: "wrong-passphrase",
    });
    expect(await unlockList(both.file, { passphrase: "" })).toEqual({ problem: "wrong-passphrase" });
    expect(await unlockList(both.file, { managedKey: new Uint8Array(32) })).toEqual({ problem: "wrong-key" });
    expect(await unlockList(both.file, { managedKey: managedKey.subarray(1) })).toEqual({
      problem: "wrong-key",
    });
    const managed = await sealed(undefined, { managedKey });
    expect(await unlockList(managed.file, { passphrase })).toEqual({ problem: "no-such-lock" });
    const spoken = await sealed(undefined, { passphrase });
    expect(await unlockList(spoken.file, { managedKey })).toEqual({ problem: "no-such-lock" });
  });

  it("a key of another list, or no key at all, opens nothing", async () => {
    const [one, two] = [await sealed(), await sealed()];
    expect(await openSealed(one.file, two.key, now)).toEqual({ problem: "altered" });
    expect(await openSealed(one.file, new Uint8Array(), now)).toEqual({ problem: "altered" });
  });

  it.each([
    ["a file of no bytes", new Uint8Array()],
    ["text", Buffer.from("given,family\nJane,Doerfler\n")],
    ["200 MB of rubbish", randomFillSync(new Uint8Array(200_000_000), 0, 100_000)],
  ])("%s is not a list", async (_, file) => {
    const started = processorTime();
    expect(readHeader(file)).toEqual({ problem: "not-a-list" });
    expect(await verifyFile(file)).toBe("not-a-list");
    expect(await unlockList(file, { passphrase })).toEqual({ problem: "not-a-list" });
    expect(await openSealed(file, new Uint8Array(32), now)).toEqual({ problem: "not-a-list" });
    expect(processorTime() - started).toBeLessThan(1000);
  });

  it("200 MB of rubbish behind a sound header are damaged", async () => {
    const { file } = await sealed();
    const long = new Uint8Array(200_000_000);
    long.set(file);
    expect(readHeader(long)).toEqual({ problem: "damaged" });
    expect(await unlockList(long, { passphrase })).toEqual({ problem: "damaged" });
  });
});
