import fc from "fast-check";
import { expect, test } from "vitest";
import { backOff, dueAt, hopeless } from "../../../src/background/back-off.ts";

const minute = 60_000;
const hour = 60 * minute;
const chance = fc.double({ min: 0, max: 1, noNaN: true });

test("a wait is between one minute and six hours, and never shorter after more failures", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), chance, chance, (failures, one, other) => {
      const wait = backOff(failures, one);
      expect(wait).toBeGreaterThanOrEqual(minute);
      expect(wait).toBeLessThanOrEqual(6 * hour);
      expect(backOff(failures + 1, one)).toBeGreaterThanOrEqual(wait);
      // Seats that fail together do not come back together: the spread is half of the wait.
      expect(Math.abs(backOff(failures, other) - wait)).toBeCloseTo(
        (Math.abs(one - other) * backOff(failures, 1)) / 2,
        -1,
      );
    }),
  );
});

test("doubles from the first failure, and reaches the longest wait where it is hopeless", () => {
  expect([1, 2, 3, 4].map((failures) => backOff(failures, 1))).toEqual([2, 4, 8, 16].map((n) => n * minute));
  expect(backOff(hopeless, 1)).toBe(6 * hour);
  expect(backOff(hopeless, 0)).toBe(3 * hour);
});

test("a clock that was set back puts nothing off for longer than six hours", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (nextAt, now) => {
      expect(dueAt(nextAt, now)).toBeLessThanOrEqual(now + 6 * hour);
      expect(dueAt(nextAt, now)).toBeLessThanOrEqual(nextAt);
    }),
  );
});
