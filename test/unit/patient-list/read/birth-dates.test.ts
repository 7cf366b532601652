import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOrderOf, readBirthDate } from "../../../../src/patient-list/read/birth-dates.ts";

const today = "2026-11-26";
const read = (value: string, order: "month-first" | "day-first" = "month-first"): string | undefined =>
  readBirthDate(value, order, today);

describe("a birth date", () => {
  test.each([
    ["1985-03-04", "1985-03-04"],
    ["1985-3-4", "1985-03-04"],
    ["19850304", "1985-03-04"],
    ["1985/03/04", "1985-03-04"],
    ["1985-03-04T00:00:00Z", "1985-03-04"],
    ["1985-03-04 00:00:00", "1985-03-04"],
    ["3/4/1985", "1985-03-04"],
    ["03-04-1985", "1985-03-04"],
    ["03.04.1985", "1985-03-04"],
    ["3/4/85", "1985-03-04"],
    ["3/4/1985 12:00:00 AM", "1985-03-04"],
    ["3/4/1985 0:00", "1985-03-04"],
    ["25/12/1985", "1985-12-25"],
    ["Mar 4, 1985", "1985-03-04"],
    ["March 4th, 1985", "1985-03-04"],
    ["4 March 1985", "1985-03-04"],
    ["04-Mar-85", "1985-03-04"],
    ["Monday, March 4, 1985", "1985-03-04"],
    ["4 de marzo de 1985", "1985-03-04"],
    ["1985 Mar 04", "1985-03-04"],
    ["31110", "1985-03-04"],
    ["31110.5", "1985-03-04"],
    ["1/1/26", "2026-01-01"],
    ["12/31/27", "1927-12-31"],
    ["2/29/2000", "2000-02-29"],
  ])("%j is %s", (value, date) => {
    expect(read(value)).toBe(date);
  });

  test.each([
    "02/30/1985",
    "2/29/1900",
    "13/13/1985",
    "00/00/0000",
    "1985",
    "1985-03",
    "--03-04",
    "1/1/1900",
    "12/31/9999",
    "11/27/2026",
    "soon",
    "",
    "1604-03-04",
    "5",
    "123",
    "310-555-0101",
    "99999999",
  ])("%j is none", (value) => {
    expect(read(value)).toBeUndefined();
  });

  test("is read day first where the column is", () => {
    expect(read("3/4/1985", "day-first")).toBe("1985-04-03");
    // What cannot be a month is the day all the same.
    expect(read("3/25/1985", "day-first")).toBe("1985-03-25");
  });

  test("comes back from every way to write it", () => {
    const date = fc.date({ min: new Date("1901-02-01"), max: new Date("2026-11-01"), noInvalidDate: true });
    fc.assert(
      fc.property(date, (one) => {
        const iso = one.toISOString().slice(0, 10);
        const [y = "", m = "", d = ""] = iso.split("-");
        expect(read(`${m}/${d}/${y}`)).toBe(iso);
        expect(read(`${Number(m)}-${Number(d)}-${y}`)).toBe(iso);
        expect(read(`${d}.${m}.${y}`, "day-first")).toBe(iso);
        expect(read(`${y}${m}${d}`)).toBe(iso);
        const word = one.toLocaleString("en-US", { month: "long", timeZone: "UTC" });
        expect(read(`${word} ${Number(d)}, ${y}`)).toBe(iso);
        const serial = Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
        // Smaller numbers are rather something else: 1,985 is a year.
        expect(read(String(serial))).toBe(serial < 3654 ? undefined : iso);
      }),
    );
  });

  test("is never later than today, whatever is written", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("1", "9", "0", "2", "/", "-", "."), maxLength: 10 }),
        (value) => {
          const found = read(value);
          const date = found ?? "1985-03-04";
          expect(date <= today).toBe(true);
          expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
        },
      ),
    );
  });
});

describe("the order of day and month", () => {
  test.each([
    [["3/4/1985", "5/6/1990"], "month-first", true],
    [["3/4/1985", "5/25/1990"], "month-first", false],
    [["3/4/1985", "25/5/1990"], "day-first", false],
    [["25/5/1990", "5/25/1990", "5/26/1990", "1/2/1990"], "month-first", true],
    [["1985-03-04"], "month-first", false],
    [["4/4/1985"], "month-first", false],
    [[], "month-first", false],
  ] as const)("of %j is %s", (values, order, guessed) => {
    expect(dayOrderOf(values)).toEqual({ order, guessed });
  });
});
