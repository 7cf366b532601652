import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareScan } from "../../e2e/harness/on-disk/patterns.ts";
import { readSnappy } from "../../e2e/harness/on-disk/snappy.ts";
import { stored } from "./files.ts";

const name = "Brünhexa Ćwyk";
const key = randomBytes(32);
const scan = prepareScan([
  { label: "name", content: name },
  { label: "key", content: key },
]);

const cases: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "lower case": (text) => text.toLowerCase(),
  "upper case": (text) => text.toUpperCase(),
  "without accents": (text) => text.normalize("NFD").replaceAll(/\p{M}/gu, ""),
  "upper case without accents": (text) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toUpperCase(),
  "accents apart": (text) => text.normalize("NFD"),
};
const ways: Readonly<Record<string, (text: string) => Buffer>> = {
  "UTF-8": (text) => Buffer.from(text),
  "UTF-16": (text) => Buffer.from(text, "utf16le"),
  hex: (text) => Buffer.from(Buffer.from(text).toString("hex")),
  "upper hex": (text) => Buffer.from(Buffer.from(text).toString("hex").toUpperCase()),
  URL: (text) => Buffer.from(encodeURIComponent(text)),
  form: (text) => Buffer.from(new URLSearchParams({ q: text }).toString().slice(2)),
  "hex of UTF-16": (text) => Buffer.from(Buffer.from(text, "utf16le").toString("hex")),
  "hex in UTF-16": (text) => Buffer.from(Buffer.from(text).toString("hex"), "utf16le"),
};

describe("one pass for all ways to write a secret", () => {
  it.each(Object.keys(cases).flatMap((spelling) => Object.keys(ways).map((way) => ({ spelling, way }))))(
    "$spelling, $way",
    ({ spelling, way }) => {
      const bytes = ways[way]?.(cases[spelling]?.(name) ?? "") ?? Buffer.alloc(0);
      const hits = scan(Buffer.concat([randomBytes(99), bytes, randomBytes(99)]));
      expect(hits.map(({ secret }) => secret.label)).toContain("name");
    },
  );

  it.each([name, name.toLowerCase(), key])("base64, wherever it begins: %#", (content) => {
    for (let before = 0; before < 6; before += 1) {
      const whole = Buffer.concat([randomBytes(before), Buffer.from(content), randomBytes(5)]);
      for (const encoding of ["base64", "base64url"] as const) {
        for (const letters of ["latin1", "utf16le"] as const)
          expect(scan(Buffer.from(whole.toString(encoding), letters))).toHaveLength(1);
      }
    }
  });

  it("raw bytes of a key, of which none may differ", () => {
    expect(scan(Buffer.concat([randomBytes(7), key]))).toHaveLength(1);
    for (let at = 0; at < key.length; at += 1) {
      const other = Buffer.from(key);
      other[at] = (other[at] ?? 0) ^ 0x20;
      expect(scan(other)).toEqual([]);
    }
  });

  it("nothing in what has none of it", () => {
    expect(scan(randomBytes(1_000_000))).toEqual([]);
    expect(scan(Buffer.from(name.slice(1)))).toEqual([]);
  });

  it("refuses what would be found by chance", () => {
    expect(() => prepareScan([{ label: "too short", content: "Jane" }])).toThrow(/too short is too short/);
  });
});

describe("Snappy", () => {
  it("reads what was stored, and of a cut block what is there", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 3000 }), fc.nat(), (content, cut) => {
        const block = stored(Buffer.from(content));
        expect(readSnappy(block)).toEqual({ content, whole: true });
        const part = readSnappy(block.subarray(0, cut % block.length))?.content ?? new Uint8Array();
        expect(new Uint8Array(part)).toEqual(content.subarray(0, part.length));
      }),
    );
  });

  it("is total: any bytes are read or refused", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const found = readSnappy(bytes);
        return found === undefined || found.content.length <= bytes.length * 64;
      }),
    );
  });
});
