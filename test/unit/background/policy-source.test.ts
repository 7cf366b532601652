import { describe, expect, test } from "vitest";
import { createPolicySource, settleMs } from "../../../src/background/policy-source.ts";
import type { Managed } from "../../../src/platform/managed.ts";
import { memoryDatabase, memoryItem } from "./parts.ts";

function seat() {
  const state: { managed: Managed; now: number } = {
    managed: { values: {}, dropsSilently: true },
    now: 1_000_000,
  };
  const store = memoryDatabase();
  const started = memoryItem(0);
  const source = createPolicySource({
    readManaged: async () => state.managed,
    readSetting: (key) => store.readSetting(key),
    writeSetting: (key, value) => store.writeSetting(key, value),
    started,
    now: () => state.now,
  });
  const chrome = (values: Record<string, unknown>) => {
    state.managed = { values, dropsSilently: true };
  };
  return { state, store, started, source, chrome };
}

describe("the policy of a seat", () => {
  test("survives a start of the browser before the managed values are there", async () => {
    const { state, started, source, chrome } = seat();
    chrome({ postAnyway: "never" });
    expect((await source.read()).policy.postAnyway).toBe("never");
    // The browser starts anew: the session is empty, and so is the managed policy for some seconds.
    await started.write(0);
    chrome({});
    state.now += 1_000_000;
    expect(await source.read()).toMatchObject({ source: "last-good", policy: { postAnyway: "never" } });
    state.now += settleMs - 1;
    expect((await source.read()).policy.postAnyway).toBe("never");
    state.now += 1;
    expect(await source.unsettledFor()).toBe(0);
    expect(await source.read()).toMatchObject({ source: "default", policy: { postAnyway: "warnings" } });
  });

  test("believes Firefox at once, where nothing comes late", async () => {
    const { state, source, chrome } = seat();
    chrome({ postAnyway: "never" });
    await source.read();
    state.managed = { values: {}, dropsSilently: false };
    expect((await source.read()).policy.postAnyway).toBe("warnings");
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
    const { source } = seat();
    expect(await source.change({ strictness: "strict" })).toBe(true);
    expect(await source.read()).toMatchObject({ source: "seat", policy: { strictness: "strict" } });
    expect(await source.change({ strictness: "relaxed" })).toBe(false);
    expect((await source.read()).policy.strictness).toBe("strict");
    expect(await source.change({ strictness: "balanced" })).toBe(true);
    expect((await source.read()).source).toBe("default");
  });

  test("reads rubbish in the store as nothing", async () => {
    const { store, source } = seat();
    await store.writeSetting("seat-policy", "strict");
    await store.writeSetting("managed-policy", [1]);
    expect(await source.read()).toMatchObject({ source: "default", fixed: [] });
  });

  test("is not known where the store cannot be read", async () => {
    const { store, source } = seat();
    store.fail = true;
    await expect(source.read()).rejects.toThrow("QuotaExceededError");
  });
});
