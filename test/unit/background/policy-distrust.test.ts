import { expect, describe, test } from "vitest";
import { createPolicySource, versionOfPolicy } from "../../../src/background/policy-source.ts";
import { startOf } from "../../../src/contract/calendar-day.ts";
import type { Managed } from "../../../src/platform/managed.ts";
import { memoryDatabase, memoryItem } from "./parts.ts";

const at = (written: string): number => startOf(written) ?? Number.NaN;
const monitor = { from: "2026-12-01", until: "2026-12-15" };

function seat(values: Record<string, unknown>) {
  const state: { managed: Promise<Managed>; now: number } = {
    managed: Promise.resolve({ values, dropsSilently: true }),
    now: at("2026-12-03"),
  };
  const store = memoryDatabase();
  const source = createPolicySource({
    readManaged: () => state.managed,
    installedByPolicy: async () => false,
    readSetting: (key) => store.readSetting(key),
    writeSetting: (key, value) => store.writeSetting(key, value),
    writeSettings: (some) => store.writeSettings(some),
    addPolicyEvents: (events) => store.addPolicyEvents(events),
    started: memoryItem(0),
    now: () => state.now,
  });
  const set = (next: Record<string, unknown>) => {
    state.managed = Promise.resolve({ values: next, dropsSilently: true });
  };
  const watchesAt = async (now: number): Promise<boolean> => {
    state.now = now;
    return (await source.read()).monitoring;
  };
  return { state, store, source, set, watchesAt };
}

describe("a policy that only watches for some days", () => {
  test("is enforced when they are over, whatever the clock says after that", async () => {
    const { watchesAt } = seat({ monitor });
    expect(await watchesAt(at("2026-12-03"))).toBe(true);
    expect(await watchesAt(at("2026-12-15"))).toBe(false);
    for (const back of ["2026-12-14", "2026-12-02", "2026-11-01"])
      expect([back, await watchesAt(at(back))]).toEqual([back, false]);
  });

  test("watches again only where the admin has named other days", async () => {
    const { watchesAt, set } = seat({ monitor });
    expect(await watchesAt(at("2026-12-15"))).toBe(false);
    set({ monitor: { from: "2026-12-01", until: "2026-12-20" } });
    expect(await watchesAt(at("2026-12-16"))).toBe(true);
  });

  test("is not drawn out by a clock that is set back again and again", async () => {
    const { watchesAt } = seat({ monitor });
    const morning = at("2026-12-03");
    const hour = 3_600_000;
    for (let hours = 0; hours < 24; hours += 1) expect(await watchesAt(morning + hours * hour)).toBe(true);
    // Each night the clock goes back to the morning, and the day is the same once more.
    for (let hours = 0; hours < 3 * 23; hours += 1)
      expect(await watchesAt(morning + (hours % 23) * hour)).toBe(false);
    expect(await watchesAt(morning + 24 * hour)).toBe(true);
  });

  test("goes on where a clock is put right by some minutes", async () => {
    const { watchesAt } = seat({ monitor });
    expect(await watchesAt(at("2026-12-03") + 3_600_000)).toBe(true);
    expect(await watchesAt(at("2026-12-03") + 3_300_000)).toBe(true);
  });

  test("is enforced where it cannot be noted how far it has come", async () => {
    const { state, store, source } = seat({ monitor });
    await source.read();
    const { writeSetting } = store;
    store.writeSetting = (key, value) =>
      key === "monitor-seen" ? Promise.reject(new Error("QuotaExceededError")) : writeSetting(key, value);
    state.now += 86_400_000;
    expect((await source.read()).monitoring).toBe(false);
  });

  test("writes seldom: it is read at every start of the worker", async () => {
    const { state, store, source } = seat({ monitor });
    const written: string[] = [];
    const { writeSetting } = store;
    store.writeSetting = (key, value) => {
      written.push(key);
      return writeSetting(key, value);
    };
    for (let minute = 0; minute < 60; minute += 1) {
      state.now += 60_000;
      await source.read();
    }
    expect(written.filter((key) => key === "monitor-seen").length).toBeLessThanOrEqual(13);
  });
});

describe("the version of a policy", () => {
  test("is made of nothing secret: it is published, and a short token could be guessed from it", async () => {
    const whole = (secret: string, token: string) => ({
      approvers: [{ name: "Dr. Ada", secret }],
      forwarding: { address: "https://log.example/in", token },
    });
    const [one, other] = [seat(whole("A".repeat(32), "one")), seat(whole("B".repeat(32), "two"))];
    const first = (await one.source.read()).policy;
    const second = (await other.source.read()).policy;
    expect(first).not.toEqual(second);
    expect(await versionOfPolicy(first)).toBe(await versionOfPolicy(second));
    expect(await versionOfPolicy({ ...first, strictness: "strict" })).not.toBe(await versionOfPolicy(first));
  });
});

describe("a policy file of rubbish", () => {
  test("is told in some hundred faults, however long it is", async () => {
    const rubbish = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`key${at}`, at]));
    const { source } = seat({ practice: { name: "Oak", ...rubbish }, messages: rubbish, strictness: 7 });
    const { faults, policy } = await source.read();
    expect(policy.practice?.name).toBe("Oak");
    expect(faults.length).toBeLessThanOrEqual(301);
    expect(faults[0]).toMatchObject({ path: "strictness" });
    expect(faults.at(-1)).toMatchObject({ path: "", problem: "has 39701 more faults" });
  });
});

describe("a managed policy that is read twice at once", () => {
  test("is not undone by the older answer, though it comes last", async () => {
    const { state, store, source, set } = seat({});
    let late: (managed: Managed) => void = () => {};
    state.managed = new Promise((resolve) => {
      late = resolve;
    });
    const older = source.read();
    set({ postAnyway: "never" });
    await source.read();
    late({ values: { postAnyway: "always" }, dropsSilently: true });
    expect((await older).policy.postAnyway).toBe("never");
    expect(await store.readSetting("managed-policy")).toMatchObject({ postAnyway: "never" });
    expect(store.events.map(({ kind }) => kind)).toEqual(["changed"]);
  });
});
