/** Another program, with none of our code, opens a sealed list: the one that docs/sealed-list.md shows. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { encodeIndex } from "../../../src/engine/patients/index.ts";
import { readHeader } from "../../../src/patient-list/header.ts";
import { sealList } from "../../../src/patient-list/seal.ts";
import { created, flipped, indexOf, jane, managedKey, mended, person } from "./sealed-list.ts";

const folder = mkdtempSync(join(tmpdir(), "reader-"));
const documented = readFileSync(join(import.meta.dirname, "../../../docs/sealed-list.md"), "utf8");
const program = join(folder, "read.mjs");
writeFileSync(program, /```js\n(.*?)```/s.exec(documented)?.[1] ?? "");

function read(
  file: Uint8Array,
  passphrase: string,
  name = ["jane", "doerfler"],
): { status: number | null; out: string; err: string } {
  writeFileSync(join(folder, "list.rgl"), file);
  writeFileSync(join(folder, "passphrase"), `${passphrase}\n`);
  const args = [program, join(folder, "list.rgl"), join(folder, "passphrase"), ...name];
  const run = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

/** A name without anything else in it, another one for each number. */
const word = (number: number): string =>
  `na${Array.from(String(number), (digit) => "bcdfghjklm".charAt(Number(digit))).join("o")}`;

const passphrase = "Käse, Brot & Öl";
const index = indexOf([jane]);
const seal = (expires: number | null): ReturnType<typeof sealList> =>
  sealList(index, { created: Date.now(), expires, locks: { passphrase, managedKey } });

describe("the documented program", () => {
  it("reads what was sealed here", async () => {
    const { file } = await seal(Date.now() + 3_600_000);
    const { status, out } = read(file, passphrase.normalize("NFD"));
    const encoded = encodeIndex(index);
    expect(JSON.parse(out)).toEqual({
      ...readHeader(file),
      length: encoded.length,
      index: createHash("sha256").update(encoded).digest("hex"),
      people: 1,
      listed: 1,
    });
    expect(status).toBe(0);
    expect(read(file, passphrase, ["jane", "smith"]).out).toMatch(/"listed":0/);
  });

  it("looks up names as the index does, whatever its size", async () => {
    // Buckets, and with them the width of what is stored of a hash, differ by size.
    for (const size of [3, 40_000]) {
      const people = Array.from({ length: size }, (_, at) =>
        person({ given: word(at), family: word(at * 7 + 3) }),
      );
      const large = await sealList(indexOf(people), { created, expires: null, locks: { passphrase } });
      const last = [word(size - 1), word((size - 1) * 7 + 3)];
      expect(read(large.file, passphrase, last).out).toMatch(/"listed":[1-9]/);
      expect(read(large.file, passphrase, [word(1), word(3)]).out).toMatch(/"listed":0/);
    }
  });

  it("refuses what is refused here", async () => {
    const { file } = await seal(null);
    expect(read(file, "Käse, Brot & Wein").err).toMatch(/unable to authenticate/);
    expect(read(flipped(file, file.length * 4), passphrase).err).toMatch(/damaged/);
    expect(read(mended(flipped(file, (file.length - 60) * 8)), passphrase).err).toMatch(
      /unable to authenticate/,
    );
    expect(read((await seal(Date.now() - 1000)).file, passphrase).err).toMatch(/expired/);
  });
});
