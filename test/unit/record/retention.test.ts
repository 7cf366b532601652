/** Nothing expires before its time, whatever a clock says; and what is due goes. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, startOf } from "../../../src/record/day.ts";
import { dueToExpire, longestPause } from "../../../src/record/retention.ts";

const dayMs = 86_400_000;
const start = startOf("2020-01-01");
const years = 2;

interface Day {
  /** By a right clock, in days since the record's first. */
  readonly real: number;
  /** What the seat's clock said. */
  readonly date: string;
}

const dateOf = (day: number): string => dayOf(start + day * dayMs);
const sealsOf = (days: readonly Day[]) => days.map(({ date }, first) => ({ date, first, count: 1 }));

/** Entries that are gone on the last of `days`. */
function goneAt(days: readonly Day[]): readonly Day[] {
  const today = days.at(-1)?.date ?? "";
  const due = dueToExpire(sealsOf(days.slice(0, -1)), 0, today, years);
  return days.slice(0, due?.before ?? 0);
}

/** A seat that is used each day but for pauses, its clock wrong by `wrong` days from one day to another. */
const workdays = fc
  .array(fc.integer({ min: 1, max: 5 }), { minLength: 300, maxLength: 700 })
  .map((pauses) => {
    let real = 0;
    return pauses.map((pause) => (real += pause));
  });
const far = fc.oneof(
  fc.integer({ min: longestPause + 6, max: 9000 }),
  fc.integer({ min: -9000, max: -longestPause - 6 }),
);
const spell = fc.record({ from: fc.nat(699), length: fc.integer({ min: 1, max: 60 }), wrong: far });

describe("retention", () => {
  it("ends when a seat that runs has lived its years, to the day", () => {
    fc.assert(
      fc.property(workdays, (days) => {
        const lived = days.map((real) => ({ real, date: dateOf(real) }));
        const today = dateOf(days.at(-1) ?? 0);
        const limit = `${Number(today.slice(0, 4)) - years}${today.slice(4)}`;
        const old = lived.filter(({ date }) => date < limit);
        const gone = goneAt(lived);
        expect(Math.abs(gone.length - old.length)).toBeLessThanOrEqual(1);
        expect(gone.every(({ date }) => date < limit)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("never ends early by a clock that was set ahead or back for days or weeks, as often as you like", () => {
    let gone = 0;
    fc.assert(
      fc.property(workdays, fc.array(spell, { maxLength: 4 }), (days, spells) => {
        const lived = days.map((real, at) => {
          const { wrong = 0 } = spells.find(({ from, length }) => at >= from && at < from + length) ?? {};
          return { real, date: dateOf(real + wrong) };
        });
        for (let until = 100; until <= lived.length; until += 50) {
          const now = lived[until - 1]?.real ?? 0;
          const all = goneAt(lived.slice(0, until));
          gone += all.length;
          // Between two wrong clocks there may be a step that is none of a pause.
          const tolerance = spells.length > 1 ? longestPause : 0;
          const young = all.filter(({ real }) => now - real < years * 365 - tolerance);
          expect(young).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
    expect(gone).toBeGreaterThan(1000);
  });

  it("ends for what was written before and after a clock was wrong, once its years are over", () => {
    const wrongFor = (from: number, until: number, wrong: number) =>
      Array.from({ length: 2500 }, (_, real) => ({
        real,
        date: dateOf(real + (real >= from && real < until ? wrong : 0)),
      }));
    for (const wrong of [3000, -3000]) {
      const days = wrongFor(100, 110, wrong);
      expect(goneAt(days.slice(0, 112))).toEqual([]);
      // A step is not counted, neither there nor back.
      expect(goneAt(days).length).toBeGreaterThanOrEqual(2500 - years * 366 - 3);
    }
  });

  it("takes back what a clock was ahead by less", () => {
    const days = Array.from({ length: 800 }, (_, real) => ({
      real,
      date: dateOf(real + (real % 20 < 10 ? 10 : 0)),
    }));
    for (let until = 100; until < days.length; until += 1)
      for (const { real } of goneAt(days.slice(0, until)))
        expect(until - 1 - real).toBeGreaterThanOrEqual(years * 365 - longestPause);
  });

  it("of a seat that lay in a drawer for years is not over when it comes out", () => {
    const days = [0, 1, 2, 3000, 3001].map((real) => ({ real, date: dateOf(real) }));
    expect(goneAt(days)).toEqual([]);
  });
});
