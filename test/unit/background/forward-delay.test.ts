import fc from "fast-check";
import { expect, test } from "vitest";
import { forwardDelay } from "../../../src/background/forward-delay.ts";
import { forwardProblem } from "../../../src/contract/forwarding.ts";

const minute = 60_000;
const problem = fc.constantFrom(...forwardProblem.options);
const random = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

test("no wait is longer than the longest, and none is over at once", () => {
  fc.assert(
    fc.property(
      fc.nat(100_000),
      problem,
      fc.option(fc.nat(1e10), { nil: undefined }),
      random,
      (failures, what, asked, by) => {
        const delay = forwardDelay({ failures, problem: what, retryAfter: asked }, by);
        expect(delay).toBeGreaterThanOrEqual(1000);
        expect(delay).toBeLessThanOrEqual(6 * 60 * minute + minute);
      },
    ),
  );
});

test("what was asked for has passed, up to six hours", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 6 * 60 * minute }), random, (asked, by) => {
      const delay = forwardDelay({ failures: 1, problem: "busy", retryAfter: asked }, by);
      expect(delay).toBeGreaterThanOrEqual(asked);
    }),
  );
});

test("seats that fail together come back spread over the whole wait", () => {
  const delays = Array.from({ length: 100 }, (_, at) =>
    forwardDelay({ failures: 20, problem: "unreachable", retryAfter: undefined }, at / 100),
  );
  expect(Math.min(...delays)).toBeLessThan(minute / 2);
  expect(Math.max(...delays)).toBeGreaterThan(14 * minute);
});
