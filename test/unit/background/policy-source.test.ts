import { describe, expect, test } from "vitest";
import {
  createPolicySource,
  forcedSettleMs,
  graceMs,
  settleMs,
} from "../../../src/background/policy-source.ts";
import type { Managed } from "../../../src/platform/managed.ts";
import { memoryDatabase, memoryItem } from "./parts.ts";

function seat({ isForced = false } = {}) {
  const state: { managed: Managed; now: number } = {
    managed: { values: {}, dropsSilently: true },
    now: 1e12,
  };
  const store = memoryDatabase();
  const started = memoryItem(0);
  const source = createPolicySource({
    readManaged: async () => state.managed,
    installedByPolicy: async () => isForced,
    readSetting: (key) => store.readSetting(key),
    writeSetting: (key, value) => store.writeSetting(key, value),
    writeSettings: (values) => store.writeSettings(values),
    addPolicyEvents: (events) => store.addPolicyEvents(events),
    started,
    now: () => state.now,
  });
  const chrome = (values: Record<string, unknown>) => {
    state.managed = { values, dropsSilently: true };
  };
  /** The browser starts anew: the session is empty, and so is the managed policy for some seconds. */
  const restart = async (values: Record<string, unknown> = {}) => {
    await started.write(0);
    chrome(values);
    state.now += 1_000_000;
  };
  /** Nothing more is to be expected of the browser. */
  const settle = async () => {
    state.now += await source.unsettledFor();
  };
  const events = () => store.events.map(({ kind, paths }) => ({ kind, paths }));
  return { state, store, started, source, chrome, restart, settle, events };
}

describe("the policy of a seat", () => {
  test("survives a start of the browser before the managed values are there", async () => {
    const { source, chrome, restart, events } = seat();
    chrome({ postAnyway: "never" });
    expect((await source.read()).policy.postAnyway).toBe("never");
    await restart();
    const early = await source.read();
    expect(early).toMatchObject({
      source: "last-good",
      faults: [],
      isSeen: false,
      policy: { postAnyway: "never" },
    });
    expect(events()).toEqual([{ kind: "changed", paths: ["postAnyway"] }]);
  });

  test.each([true, false])(
    "outlives its file for a week, and says so: a typo looks the same (Chrome %s)",
    async (dropsSilently) => {
      const { state, source, chrome, settle, events } = seat();
      chrome({ postAnyway: "never" });
      await source.read();
      await settle();
      state.managed = { values: {}, dropsSilently };
      const gone = await source.read();
      const until = state.now + graceMs;
      expect(gone).toMatchObject({ source: "last-good", goneUntil: until, nextChange: until });
      expect(gone.faults.map(({ path }) => path)).toEqual([""]);
      state.now = until - 1;
      expect((await source.read()).policy.postAnyway).toBe("never");
      state.now = until;
      const over = await source.read();
      expect(over).toMatchObject({ source: "default", goneUntil: null, faults: [], nextChange: null });
      expect(over.policy.postAnyway).toBe("warnings");
      expect(events()).toEqual([
        { kind: "changed", paths: ["postAnyway"] },
        { kind: "gone", paths: [] },
        { kind: "changed", paths: ["postAnyway"] },
      ]);
    },
  );

  test("is what it was when its file is back, and the week begins anew", async () => {
    const { state, source, chrome, settle, events } = seat();
    chrome({ postAnyway: "never" });
    await source.read();
    await settle();
    chrome({});
    await source.read();
    state.now += graceMs - 1;
    chrome({ postAnyway: "never" });
    expect(await source.read()).toMatchObject({ source: "managed", goneUntil: null, faults: [] });
    chrome({});
    expect((await source.read()).goneUntil).toBe(state.now + graceMs);
    // A clock that is set back begins it anew; it never ends sooner for that.
    state.now -= 10 * graceMs;
    await settle();
    expect((await source.read()).goneUntil).toBe(state.now + graceMs);
    expect(events().map(({ kind }) => kind)).toEqual(["changed", "gone", "mended", "gone"]);
  });

  test("is the strictest, and nothing is kept of that, until the browser has answered for the first time", async () => {
    const { source, settle, restart, store, events } = seat();
    const first = await source.read();
    expect(first).toMatchObject({ source: "awaited", policy: { strictness: "strict", postAnyway: "never" } });
    expect(first.nextChange).toBe(1e12 + settleMs);
    expect(await store.readSetting("managed-policy")).toBeUndefined();
    expect(await source.change({ strictness: "strict" })).toBe("awaited");
    await settle();
    expect((await source.read()).source).toBe("default");
    // From then on no start of this browser has to wait.
    await restart();
    expect(await source.read()).toMatchObject({ source: "default", isSeen: false });
    expect(events()).toEqual([]);
  });

  test("is awaited longer where a policy has put the extension there: nothing passes meanwhile", async () => {
    const { state, source, chrome } = seat({ isForced: true });
    expect((await source.read()).nextChange).toBe(1e12 + forcedSettleMs);
    state.now += forcedSettleMs - 1;
    expect((await source.read()).source).toBe("awaited");
    chrome({ postAnyway: "never" });
    expect((await source.read()).source).toBe("managed");
    const none = seat({ isForced: true });
    await none.source.read();
    await none.settle();
    expect((await none.source.read()).source).toBe("default");
  });

  test("takes a policy that comes late, over the strictest or the default", async () => {
    const late = seat();
    await late.source.read();
    late.chrome({ strictness: "relaxed" });
    expect(await late.source.read()).toMatchObject({ source: "managed", policy: { strictness: "relaxed" } });
    expect(late.events()).toEqual([{ kind: "changed", paths: ["strictness"] }]);
  });

  test("does not wait for ever after the clock was set back", async () => {
    const { state, source } = seat();
    await source.unsettledFor();
    state.now -= 500_000;
    expect(await source.unsettledFor()).toBe(settleMs);
    state.now += settleMs;
    expect(await source.unsettledFor()).toBe(0);
  });

  test("keeps what a person changes, and refuses what is looser", async () => {
    const { source, settle, events } = seat();
    await settle();
    expect(await source.change({ strictness: "strict" })).toBe(true);
    expect(await source.read()).toMatchObject({ source: "seat", policy: { strictness: "strict" } });
    expect(await source.change({ strictness: "relaxed" })).toBe(false);
    expect((await source.read()).policy.strictness).toBe("strict");
    expect(await source.change({ strictness: "balanced" })).toBe(true);
    expect((await source.read()).source).toBe("default");
    expect(events()).toEqual([
      { kind: "seat", paths: ["strictness"] },
      { kind: "seat", paths: ["strictness"] },
    ]);
  });

  test("tells since when each part of it is as it is, and keeps that over a start", async () => {
    const { state, source, chrome, restart, settle } = seat();
    chrome({ strictness: "strict", contact: "Ada, 555-0100" });
    const first = state.now;
    await source.read();
    state.now += 5;
    chrome({ strictness: "strict", contact: "Bea, 555-0101", actions: { health: "warn" } });
    const { since } = await source.read();
    expect(since.get("strictness")).toBe(first);
    expect(since.get("contact")).toBe(first + 5);
    expect(since.get("surfaceActions.post.health")).toBe(first + 5);
    expect(since.has("postAnyway")).toBe(false);
    await restart();
    expect((await source.read()).since).toEqual(since);
    await settle();
    expect((await source.read()).since).toEqual(since);
  });

  test("records each change and each fault once, by path, whoever reads how often", async () => {
    const { source, chrome, events, store, state } = seat();
    chrome({ version: "2026-11", actions: { health: "warn" }, strictnes: "strict" });
    await Promise.all([source.read(), source.read(), source.read()]);
    const first = [
      { kind: "changed", paths: ["actions.health", "version"] },
      { kind: "fault", paths: ["strictnes"] },
    ];
    expect(events()).toEqual(first);
    expect(store.events[0]).toMatchObject({ at: state.now, version: "2026-11" });
    chrome({ version: "2026-12", actions: { health: "warn" }, strictness: "strict" });
    await source.read();
    await source.read();
    expect(events().slice(first.length)).toEqual([
      { kind: "changed", paths: ["strictness", "version"] },
      { kind: "mended", paths: ["strictnes"] },
    ]);
    expect(JSON.stringify(store.events)).not.toMatch(/warn|strict"/);
  });

  test("reads rubbish in the store as nothing", async () => {
    const { store, source, settle } = seat();
    await store.writeSetting("seat-policy", "strict");
    await store.writeSetting("managed-policy", [1]);
    await store.writeSetting("policy-since", 7);
    expect((await source.read()).source).toBe("awaited");
    await settle();
    expect(await source.read()).toMatchObject({ source: "default", faults: [] });
  });

  test("is not known where the store cannot be read", async () => {
    const { store, source } = seat();
    store.fail = true;
    await expect(source.read()).rejects.toThrow("QuotaExceededError");
  });
});
