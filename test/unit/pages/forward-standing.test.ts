// @vitest-environment happy-dom
import { expect, test } from "vitest";
import type { RecordStanding } from "../../../src/contract/record-standing.ts";
import { drawStanding } from "../../../src/pages/audit/seats-view.ts";

const standing: RecordStanding = {
  seat: "00112233445566ff",
  keyName: "0123456789abcdef",
  expired: 0,
  next: 900,
  seals: 3,
  waiting: 0,
  used: null,
  room: null,
  forward: {
    next: 880,
    waiting: 20,
    triedAt: null,
    sentAt: null,
    problem: null,
    nextAt: null,
    rejected: 0,
    turnedAway: [],
    missing: 0,
  },
};
const says = (forward: Partial<NonNullable<RecordStanding["forward"]>>): string => {
  const told = standing.forward ? { ...standing.forward, ...forward } : null;
  return drawStanding({ ...standing, forward: told }).textContent ?? "";
};

test("the console names the entries that a collector turned away", () => {
  expect(says({})).not.toContain("turned away");
  const turnedAway = [
    { from: 7, next: 8, count: 1 },
    { from: 20, next: 23, count: 3 },
    { from: 100, next: 600, count: 4 },
  ];
  expect(says({ rejected: 8, turnedAway })).toContain(
    "8 entries were turned away by the collector, the last of them: 7, 20 to 22, 4 of 100 to 599.",
  );
  expect(says({ rejected: 1 })).toContain("1 entry was turned away by the collector.");
});

test("and says that what is written waits while the policy is away", () => {
  expect(says({ problem: "policy-away" })).toMatch(/20 entries wait to be sent\..*waits for it/);
});
