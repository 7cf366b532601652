/** Whatever is done to a sealed list, it is refused, at once and without an exception. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { listProblem } from "../../../src/contract/sealed-list.ts";
import type { ListProblem } from "../../../src/contract/sealed-list.ts";
import { readHeader, verifyFile } from "../../../src/patient-list/header.ts";
import { openSealed, unlockList } from "../../../src/patient-list/open-sealed.ts";
import { problemWords } from "../../../src/patient-list/problem-words.ts";
import {
  created,
  flipped,
  managedKey,
  mended,
  passphrase,
  sealed,
  withHeader,
  withRawHeader,
} from "./sealed-list.ts";

let file = new Uint8Array();
let key = new Uint8Array();
beforeAll(async () => {
  ({ file, key } = await sealed());
});

/** As a seat takes a file: header, lock, content. */
async function problemOf(
  changed: Uint8Array,
  by: Parameters<typeof unlockList>[1] = { managedKey },
): Promise<ListProblem | undefined> {
  const read = readHeader(changed);
  if ("problem" in read) return read.problem;
  const unlocked = await unlockList(changed, by);
  if ("problem" in unlocked) return unlocked.problem;
  const opened = await openSealed(changed, unlocked.key, created);
  return "problem" in opened ? opened.problem : undefined;
}

const withKey = async (changed: Uint8Array): Promise<ListProblem | undefined> => {
  const opened = await openSealed(changed, key, created);
  return "problem" in opened ? opened.problem : undefined;
};

describe("a sealed list that was changed", () => {
  it("is sound before", async () => {
    expect(await problemOf(file)).toBeUndefined();
    expect(await problemOf(file, { passphrase })).toBeUndefined();
    expect(await withKey(file)).toBeUndefined();
  });

  it("is refused with any bit flipped", async () => {
    const found = new Set<ListProblem | undefined>();
    for (let bit = 0; bit < file.length * 8; bit++) found.add(await problemOf(flipped(file, bit)));
    expect(found).toEqual(new Set<ListProblem>(["damaged", "newer-version", "not-a-list"]));
  });

  it("is refused with any bit flipped before a checksum that was mended", async () => {
    const found = new Set<ListProblem | undefined>();
    for (let bit = 0; bit < (file.length - 32) * 8; bit++)
      found.add(await problemOf(mended(flipped(file, bit))));
    expect(found).not.toContain(undefined);
    expect(found).toContain("altered");
  });

  it("is refused with any bit flipped by whoever has the list key already", async () => {
    const found = new Set<ListProblem | undefined>();
    for (let bit = 0; bit < (file.length - 32) * 8; bit++) {
      found.add(await withKey(flipped(file, bit)));
    }
    expect(found).not.toContain(undefined);
    expect(found).toContain("altered");
  });

  it("is refused when it is opened with the passphrase and its lock was touched", async () => {
    const text = Buffer.from(file).toString("latin1");
    const lock = { from: text.indexOf('"salt"'), to: text.indexOf('"kind":"managed"') };
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: lock.from * 8, max: lock.to * 8 - 1 }), async (bit) => {
        expect(await problemOf(mended(flipped(file, bit)), { passphrase })).toBeDefined();
      }),
      { numRuns: 40 },
    );
  });

  it("is refused at any length but its own", async () => {
    for (let length = 0; length < file.length; length++) {
      const expected = length === 0 ? "not-a-list" : "damaged";
      const cut = file.subarray(0, length);
      expect([await problemOf(cut), await withKey(cut), await verifyFile(cut)]).toEqual([
        expected,
        expected,
        expected,
      ]);
    }
    expect(await problemOf(new Uint8Array([...file, 0]))).toBe("damaged");
  });

  it("is refused cut and mended: shorter content is no content", async () => {
    const cut = withHeader(file.subarray(0, file.length - 16), (header) => ({
      ...header,
      bytes: Number(header["bytes"]) - 16,
    }));
    expect(await problemOf(cut)).toBe("altered");
  });

  it("is refused when two lists were put together", async () => {
    const other = await sealed();
    const split = file.length - 32 - 200;
    expect(
      await problemOf(mended(new Uint8Array([...file.subarray(0, split), ...other.file.subarray(split)]))),
    ).toBe("altered");
    const locks = readHeader(other.file);
    expect(
      await problemOf(
        withHeader(file, (header) => ({ ...header, locks: "header" in locks && locks.header.locks })),
      ),
    ).toBe("altered");
  });
});

describe("a forger's header", () => {
  it.each<[string, (header: Record<string, unknown>) => unknown, ListProblem]>([
    ["a later end", (header) => ({ ...header, expires: "2099-01-01T00:00:00.000Z" }), "altered"],
    ["no end", (header) => ({ ...header, expires: null }), "altered"],
    ["another size", (header) => ({ ...header, people: "up to 1,000" }), "altered"],
    [
      "the same in another order",
      (header) => Object.fromEntries(Object.entries(header).toReversed()),
      "altered",
    ],
    ["white space", (header) => `${JSON.stringify(header)} `, "altered"],
    ["another name", (header) => ({ ...header, listId: "list-2" }), "altered"],
    ["a version to come", (header) => ({ version: 2, nonce: header["iv"] }), "newer-version"],
    ["version 0", (header) => ({ ...header, version: 0 }), "damaged"],
    ["a version of text", (header) => ({ ...header, version: "1" }), "damaged"],
    ["a key more", (header) => ({ ...header, note: "" }), "damaged"],
    ["a prototype", (header) => JSON.stringify(header).replace("{", '{"__proto__":{"a":1},'), "damaged"],
    ["another cipher", (header) => ({ ...header, cipher: "none" }), "damaged"],
    ["no locks", (header) => ({ ...header, locks: [] }), "damaged"],
    [
      "two passphrases",
      (header) => ({ ...header, locks: [...array(header["locks"]), ...array(header["locks"])] }),
      "damaged",
    ],
    ["a 30 Feb", (header) => ({ ...header, created: "2026-02-30T00:00:00.000Z" }), "damaged"],
    ["few rounds", (header) => weaker(header, 599_999), "damaged"],
    ["rounds for hours", (header) => weaker(header, 10_000_001), "damaged"],
    ["rounds without end", (header) => weaker(header, 1e308), "damaged"],
    ["half a round", (header) => weaker(header, 600_000.5), "damaged"],
    ["a list", () => [], "damaged"],
    ["nothing", () => "null", "damaged"],
    ["no JSON", () => "{", "damaged"],
    ["a length beyond the file", (header) => ({ ...header, bytes: 2 ** 52 }), "damaged"],
    ["a length below nothing", (header) => ({ ...header, bytes: -1 }), "damaged"],
    ["deep JSON", () => "[".repeat(2000) + "]".repeat(2000), "damaged"],
  ])("with %s", async (_, change, problem) => {
    expect(await problemOf(withHeader(file, change))).toBe(problem);
  });

  it("with 1,000 locks, or 200,000 brackets, is too long to be looked at", async () => {
    const many = withHeader(file, (header) => ({
      ...header,
      locks: Array.from({ length: 1000 }, () => array(header["locks"])[0]),
    }));
    expect(await problemOf(many)).toBe("damaged");
    expect(await problemOf(withRawHeader(file, "[".repeat(200_000)))).toBe("damaged");
  });

  it("of bytes that are no text", async () => {
    expect(await problemOf(withRawHeader(file, Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d)))).toBe("damaged");
  });

  it("that says it is as long as memory", async () => {
    const huge = file.slice();
    huge.set([255, 255, 255, 255], 8);
    expect(await problemOf(huge)).toBe("damaged");
  });

  it("of any JSON at all", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        expect(await problemOf(withHeader(file, () => value))).toBe(
          typeof value === "object" && value !== null && "version" in value && Number(value.version) > 1
            ? "newer-version"
            : "damaged",
        );
      }),
    );
  });

  it("of any one value changed", async () => {
    const names = ["version", "listId", "created", "expires", "people", "cipher", "iv", "bytes", "locks"];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.jsonValue(), async (name, value) => {
        const changed = withHeader(file, (header) => ({ ...header, [name]: value }));
        fc.pre(Buffer.compare(changed, file) !== 0);
        expect(await problemOf(changed)).toBeDefined();
      }),
    );
  });
});

it("any bytes behind the magic number are refused", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      expect(await problemOf(new Uint8Array([...file.subarray(0, 8), ...bytes]))).toBe("damaged");
    }),
  );
});

it("every problem has its own words, of one sentence each", () => {
  const problems = listProblem.options;
  const words = problems.map(problemWords);
  expect(new Set(words.map(({ what }) => what)).size).toBe(problems.length);
  for (const { what, remedy } of words) {
    expect(what).toMatch(/^[A-Z][^.]*\.$/);
    expect(remedy).toMatch(/^[A-Z].*\.$/);
  }
});

const array = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
function weaker(header: Record<string, unknown>, iterations: number): unknown {
  const locks = array(header["locks"]).map((lock) =>
    typeof lock === "object" && lock !== null && "iterations" in lock ? { ...lock, iterations } : lock,
  );
  return { ...header, locks };
}
