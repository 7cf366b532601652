import { afterEach, describe, expect, test, vi } from "vitest";
import { z } from "../../../src/contract/zod.ts";
import type { AskedTabs } from "../../../src/platform/ask-tab.ts";
import { askTab } from "../../../src/platform/ask-tab.ts";
import { onKnowledge, publishKnowledge } from "../../../src/platform/knowledge-signal.ts";
import type { SignalStorage } from "../../../src/platform/knowledge-signal.ts";
import { readManaged } from "../../../src/platform/managed.ts";
import { item } from "../../../src/platform/storage.ts";

function fakeStorage(): SignalStorage & { writes: number } {
  const data: Record<string, unknown> = {};
  const listeners = new Set<Parameters<SignalStorage["onChanged"]["addListener"]>[0]>();
  const storage = {
    writes: 0,
    local: {
      get: async (key: string) => (key in data ? { [key]: data[key] } : {}),
      async set(items: Record<string, unknown>) {
        storage.writes += 1;
        Object.assign(data, items);
        for (const [key, newValue] of Object.entries(items)) {
          for (const listener of listeners) listener({ [key]: { newValue } }, "local");
        }
      },
    },
    onChanged: {
      addListener: (listener: Parameters<SignalStorage["onChanged"]["addListener"]>[0]) =>
        void listeners.add(listener),
      removeListener: (listener: Parameters<SignalStorage["onChanged"]["addListener"]>[0]) =>
        void listeners.delete(listener),
    },
  };
  return storage;
}

describe("an item", () => {
  test("gives back what was written, and the fallback for anything else", async () => {
    const { local } = fakeStorage();
    const count = item(local, "count", z.int(), 7);
    expect(await count.read()).toBe(7);
    await count.write(3);
    expect(await count.read()).toBe(3);
    await local.set({ count: "three" });
    expect(await count.read()).toBe(7);
  });
});

describe("the knowledge signal", () => {
  test("tells each new version once, until the session ends", async () => {
    const storage = fakeStorage();
    const session = new AbortController();
    const told = vi.fn<(version: string) => void>();
    onKnowledge(told, session.signal, storage);
    await publishKnowledge("a", storage);
    await publishKnowledge("a", storage);
    await publishKnowledge("b", storage);
    expect(told.mock.calls).toEqual([["a"], ["b"]]);
    expect(storage.writes).toBe(2);
    session.abort();
    await publishKnowledge("c", storage);
    expect(told).toHaveBeenCalledTimes(2);
  });

  test("does not take another key, or a value of another kind, for a version", async () => {
    const storage = fakeStorage();
    const told = vi.fn<(version: string) => void>();
    onKnowledge(told, undefined, storage);
    await storage.local.set({ other: "a" });
    await storage.local.set({ knowledge: 5 });
    expect(told).not.toHaveBeenCalled();
  });
});

describe("the managed policy", () => {
  test("is empty where Firefox rejects, and nothing was dropped there", async () => {
    const area = { get: () => Promise.reject(new Error("Managed storage manifest not found")) };
    expect(await readManaged(area, true)).toEqual({ values: {}, dropsSilently: false });
  });
  test("that Chrome cannot read is not taken for none", async () => {
    const area = { get: () => Promise.reject(new Error("IO error")) };
    await expect(readManaged(area, false)).rejects.toThrow("IO error");
  });
  test("is what Chrome gives, of which it may have dropped something", async () => {
    const area = { get: async () => ({ strictness: "strict" }) };
    expect(await readManaged(area, false)).toEqual({ values: { strictness: "strict" }, dropsSilently: true });
    expect((await readManaged(area, true)).dropsSilently).toBe(false);
  });
});

describe("asking a tab", () => {
  afterEach(() => void vi.useRealTimers());
  const at = { tabId: 4, frameId: 2 };
  const state = { state: "clear", note: "", surface: null, findings: [], alternatives: [] };

  test("asks the frame, and gives its answer", async () => {
    const sendMessage = vi.fn<AskedTabs["sendMessage"]>(async () => ({ ok: true, value: state }));
    expect(await askTab({ sendMessage }, at, "composer.read", {})).toEqual({ ok: true, value: state });
    expect(sendMessage).toHaveBeenCalledWith(4, { channel: "composer.read", body: {} }, { frameId: 2 });
  });

  test.each([
    ["no answer", undefined, "gone"],
    ["an answer that fits no contract", { ok: true, value: { ...state, state: "fine" } }, "failed"],
    ["a draft that has changed", { ok: false, code: "stale" }, "stale"],
    ["a code of its own making", { ok: false, code: "<b>" }, "failed"],
  ])("answers %s with a code", async (_name, reply, code) => {
    expect(await askTab({ sendMessage: async () => reply }, at, "composer.read", {})).toEqual({
      ok: false,
      code,
    });
  });

  test("says gone where no script is, and where none answers", async () => {
    const nobody = { sendMessage: () => Promise.reject(new Error("Could not establish connection")) };
    expect(await askTab(nobody, at, "composer.read", {})).toEqual({ ok: false, code: "gone" });
    vi.useFakeTimers();
    const asked = askTab({ sendMessage: () => new Promise(() => {}) }, at, "composer.read", {});
    await vi.advanceTimersByTimeAsync(5000);
    expect(await asked).toEqual({ ok: false, code: "gone" });
  });
});
