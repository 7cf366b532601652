import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isDrugRegistration,
  isIban,
  isMadeUp,
  isProvider,
  isRouting,
  isSocialSecurity,
  isTaxpayer,
  passesLuhn,
} from "../../../src/engine/identifiers/parts/checksums.ts";

/** The same digits with one of them raised by one to nine. */
const otherDigit = (digits: string, at: number, by: number): string => {
  const place = at % digits.length;
  const digit = (Number(digits.charAt(place)) + by) % 10;
  return digits.slice(0, place) + String(digit) + digits.slice(place + 1);
};

/** Digits, and the one that makes the check come out: every check here is right for exactly one of ten. */
const completed = (digits: string, is: (all: string) => boolean): string[] =>
  Array.from({ length: 10 }, (_, last) => `${digits}${last}`).filter(is);

const digits = (length: number): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(`^[1-9]{${length}}$`)).filter((text) => !/(\d)\1{5}/.test(text));

describe("a check digit", () => {
  it("is one of ten, and a wrong digit anywhere is noticed (Luhn)", () => {
    fc.assert(
      fc.property(digits(15), fc.nat(15), fc.integer({ min: 1, max: 9 }), (start, at, by) => {
        const [card = "", ...more] = completed(start, passesLuhn);
        expect(more).toEqual([]);
        expect(passesLuhn(otherDigit(card, at, by))).toBe(false);
      }),
    );
  });

  it("is one of ten for routing numbers, and a wrong digit is noticed", () => {
    fc.assert(
      fc.property(digits(6), fc.nat(8), fc.integer({ min: 1, max: 9 }), (middle, at, by) => {
        const found = completed(`12${middle}`, isRouting);
        fc.pre(found.length > 0);
        expect(found).toHaveLength(1);
        expect(isRouting(otherDigit(found[0] ?? "", at, by))).toBe(false);
      }),
    );
  });

  it("is one of ten for providers", () => {
    fc.assert(
      fc.property(digits(8), (middle) => {
        expect(completed(`1${middle}`, isProvider).length).toBe(1);
        expect(completed(`3${middle}`, isProvider)).toEqual([]);
      }),
    );
  });

  it("is one of ten for drug registrations", () => {
    fc.assert(
      fc.property(digits(6), (middle) => {
        expect(completed(`bx${middle}`, isDrugRegistration)).toHaveLength(1);
        expect(completed(`n1${middle}`, isDrugRegistration)).toEqual([]);
      }),
    );
  });

  it("takes every sign of an account number into account", () => {
    // The example of ISO 13616, which belongs to nobody.
    const example = "gb29nwbk60161331926819";
    expect(isIban(example)).toBe(true);
    for (let at = 4; at < example.length; at++) {
      const other = example.charAt(at) === "7" ? "8" : "7";
      expect(isIban(example.slice(0, at) + other + example.slice(at + 1))).toBe(false);
    }
  });
});

describe("a Social Security number", () => {
  it.each(["219550143", "899010001", "001010001"])("may be %s", (number) => {
    expect(isSocialSecurity(number)).toBe(true);
  });

  it.each(["000120143", "666120143", "912120143", "219000143", "219550000", "078051120", "111111111"])(
    "is never %s",
    (number) => {
      expect(isSocialSecurity(number)).toBe(false);
    },
  );
});

it("knows the groups of taxpayer numbers", () => {
  const groups = Array.from({ length: 100 }, (_, group) => String(group).padStart(2, "0"));
  const given = groups.filter((group) => isTaxpayer(`912${group}0143`));
  expect(given).toEqual(
    groups.filter((group) => {
      const value = Number(group);
      return (value >= 50 && value <= 65) || (value >= 70 && value !== 89 && value !== 93);
    }),
  );
  expect(isTaxpayer("812700143")).toBe(false);
});

it("tells made-up numbers from others", () => {
  expect(["1234567890", "3105555555555", "9876543210"].map(isMadeUp)).toEqual([true, true, true]);
  expect(["3105550188", "4245550177"].map(isMadeUp)).toEqual([false, false]);
});
