import { describe, expect, test } from "vitest";
import type { Attempt } from "../../../src/contract/attempt.ts";
import { forgetOld, keptSince } from "../../../src/background/retention.ts";
import { defaultResolved, memoryDatabase } from "./parts.ts";

const at = (year: number, month: number, day: number): number => new Date(year, month, day, 12).getTime();

function attempt(when: number): Attempt {
  return {
    id: String(when),
    at: when,
    site: "yelp",
    surface: "comment",
    outcome: "stopped",
    categories: ["health"],
    rules: [],
    length: 10,
    policyVersion: "p",
    engineVersion: "1",
  };
}

function seat(retentionYears: number, now: number) {
  const store = memoryDatabase();
  const alarms: number[] = [];
  const policy = { ...defaultResolved.policy, retentionYears };
  const look = (source: "managed" | "awaited" | "unknown" = "managed") =>
    forgetOld({
      readPolicy: async () => (source === "unknown" ? undefined : { policy, source }),
      store,
      alarm: { set: async (when) => void alarms.push(when) },
      now: () => now,
    });
  return { store, alarms, look };
}

describe("how long the record is kept", () => {
  test("is so many years by the calendar, and not a day less", async () => {
    const now = at(2026, 10, 26);
    const { store, alarms, look } = seat(6, now);
    const edge = at(2020, 10, 26);
    for (const when of [at(2012, 0, 1), edge - 1, edge, edge + 1, now]) await store.addAttempt(attempt(when));
    await store.addPolicyEvents(
      [edge - 1, edge].map((when) => ({
        id: String(when),
        at: when,
        kind: "changed",
        paths: ["strictness"],
        policyVersion: "p",
        version: null,
      })),
    );
    await look();
    expect(store.attempts.map((one) => one.at)).toEqual([edge, edge + 1, now]);
    expect(store.events.map((one) => one.at)).toEqual([edge]);
    expect(alarms).toEqual([now + 86_400_000]);
    expect(keptSince(1, at(2028, 1, 29))).toBe(at(2027, 2, 1));
  });

  test("takes many of them, some at a time", async () => {
    const { store, look } = seat(1, at(2026, 10, 26));
    for (let index = 0; index < 1000; index += 1) await store.addAttempt(attempt(at(2020, 0, 1) + index));
    await look();
    expect(store.attempts).toEqual([]);
  });

  test.each(["awaited", "unknown"] as const)("deletes nothing while the policy is %s", async (source) => {
    const { store, look } = seat(1, at(2026, 10, 26));
    await store.addAttempt(attempt(at(2001, 0, 1)));
    await look(source);
    expect(store.attempts).toHaveLength(1);
  });

  test("is looked at again in a day where the store cannot be written", async () => {
    const { store, alarms, look } = seat(1, at(2026, 10, 26));
    store.fail = true;
    await look();
    expect(alarms).toHaveLength(1);
  });
});
