import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pad, padme, unpad } from "../../../src/patient-list/padding.ts";
import { newPassphrase, passphraseFault, passphraseOf } from "../../../src/patient-list/passphrase.ts";

describe("a passphrase", () => {
  it.each([
    "twelve chars",
    "so it is me",
    "пароль-из-букв",
    "correct horse battery staple",
    "k7mw-p2xq-9dfh",
  ])("%j will do", (given) => expect(passphraseFault(given)).toBeUndefined());

  it.each([
    ["", /too short/],
    ["elevenchars", /at least 12 characters, or four words/],
    ["a b c", /too short/],
    ["aaaaaaaaaaaaaaaa", /repeats/],
    ["abababababab", /repeats/],
    ["😀😀😀😀😀😀", /too short/],
    ["one line\nand another", /more than one line/],
    ["long and longer ".repeat(100), /longer than 1000/],
  ])("%j: %s", (given, fault) => {
    expect(passphraseFault(given)).toMatch(fault);
  });

  it("in a file is everything but the end of its last line", () => {
    expect(passphraseOf("  spaced  \n")).toBe("  spaced  ");
    expect(passphraseOf("windows\r\n")).toBe("windows");
    expect(passphraseOf("\uFEFFmarked")).toBe("marked");
    expect(passphraseOf("two ends\n\n")).toBe("two ends\n");
  });

  it("that is made has 115 bits, and nothing that is mistaken for another letter", () => {
    const made = Array.from({ length: 500 }, newPassphrase);
    expect(new Set(made).size).toBe(500);
    for (const one of made) {
      expect(one).toMatch(/^[bcdfghjkmnpqrstvwxyz2-9]{4}(-[bcdfghjkmnpqrstvwxyz2-9]{4}){5}$/);
      expect(passphraseFault(one)).toBeUndefined();
    }
    // Every letter comes about as often: 12,000 of 28, 429 each, with a deviation of 20.
    const counts = new Map<string, number>();
    for (const letter of made.join("").replaceAll("-", "")) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    expect(counts.size).toBe(28);
    expect(Math.min(...counts.values())).toBeGreaterThan(300);
    expect(Math.max(...counts.values())).toBeLessThan(560);
    expect(24 * Math.log2(counts.size)).toBeGreaterThan(100);
  });
});

describe("padding", () => {
  // Table 1 and §4 of the paper give the rule; these are worked out by hand from it.
  it.each([
    [1, 1],
    [8, 8],
    [9, 10],
    [100, 104],
    [1000, 1024],
    [8_400_000, 8_650_752],
    [5_000_000_000, 5_033_164_800],
  ])("of %i bytes makes %i", (length, padded) => expect(padme(length)).toBe(padded));

  it("never shortens, adds at most 12 %, keeps the order, and is settled", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), (length) => {
        const padded = padme(length);
        expect(padded).toBeGreaterThanOrEqual(length);
        expect(padded / length).toBeLessThan(1.12);
        expect(padme(padded)).toBe(padded);
        expect(padme(length + 1)).toBeGreaterThanOrEqual(padded);
      }),
    );
  });

  it("gives back what it was given, and nothing for anything else", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        const padded = pad(bytes);
        expect(unpad(padded)).toEqual(bytes);
        expect(unpad(padded.subarray(0, -1))).toBeUndefined();
        expect(unpad(new Uint8Array([...padded, 0]))).toBeUndefined();
      }),
    );
    const stuffed = pad(new Uint8Array(1000)); // to 1,024: 8 bytes are padding
    stuffed.set([1], 1023);
    expect(unpad(stuffed)).toBeUndefined();
    expect(unpad(new Uint8Array(15))).toBeUndefined();
    expect(unpad(new Uint8Array(32).fill(255))).toBeUndefined();
  });
});
