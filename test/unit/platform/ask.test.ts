import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { WatchReport } from "../../../src/contract/messages.ts";
import { createAsk } from "../../../src/platform/ask.ts";
import { fakeRuntime } from "./fake-port.ts";

const value = { knowledge: "k", siteOn: true, unchecked: "hold" };
const report: WatchReport = { state: "idle", watching: [], notWatching: [], active: false };
const wake = ["knowledge.wake", {}] as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("asking the worker", () => {
  test("numbers its requests and gives each its own answer, over one port", async () => {
    const worker = fakeRuntime((port, { number }) => {
      // The second is answered first.
      if (number === 2) port.answer({ number: 2, answer: { ok: true, value: "second" } });
      if (number === 2) port.answer({ number: 1, answer: { ok: true, value: "first" } });
    });
    const { ask } = createAsk(worker.now);
    const answers = await Promise.all([ask(...wake), ask("watch.report", report)]);
    expect(answers).toEqual([
      { ok: true, value: "first" },
      { ok: true, value: "second" },
    ]);
    expect(worker.ports).toHaveLength(1);
  });

  test("asks again, at once, when the worker dies before it has answered", async () => {
    const worker = fakeRuntime((port, { number }) => {
      if (worker.ports.length === 1) port.close();
      else port.answer({ number, answer: { ok: true, value } });
    });
    const asked = createAsk(worker.now).ask(...wake);
    await vi.advanceTimersByTimeAsync(0);
    expect(await asked).toEqual({ ok: true, value });
    expect(worker.ports.map((port) => port.posted.length)).toEqual([1, 1]);
  });

  test("repeats every request that was under way on the lost port", async () => {
    const worker = fakeRuntime((port, { number }) => {
      if (worker.ports.length > 1) port.answer({ number, answer: { ok: true, value: number } });
    });
    const { ask } = createAsk(worker.now);
    const asked = [ask(...wake), ask(...wake), ask(...wake)];
    await vi.advanceTimersByTimeAsync(1);
    worker.ports[0]?.close();
    await vi.advanceTimersByTimeAsync(0);
    expect(await Promise.all(asked)).toEqual([1, 2, 3].map((number) => ({ ok: true, value: number })));
  });

  test("says gone when four workers in a row have died over it", async () => {
    const worker = fakeRuntime((port) => port.close());
    const asked = createAsk(worker.now).ask(...wake);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await asked).toEqual({ ok: false, code: "gone" });
    expect(worker.ports).toHaveLength(4);
  });

  test("does not wake the worker again when nothing is under way", async () => {
    const worker = fakeRuntime((port, { number }) => port.answer({ number, answer: { ok: true, value } }));
    await createAsk(worker.now).ask(...wake);
    worker.ports[0]?.close();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(worker.ports).toHaveLength(1);
  });

  test("asks over a fresh port after two seconds of silence", async () => {
    const worker = fakeRuntime((port, { number }) => {
      if (worker.ports.length === 2) port.answer({ number, answer: { ok: true, value } });
    });
    const asked = createAsk(worker.now).ask(...wake);
    await vi.advanceTimersByTimeAsync(1999);
    expect(worker.ports).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await asked).toEqual({ ok: true, value });
    expect(worker.ports[0]?.isClosed()).toBe(true);
  });

  test("gives up on a worker that stays silent, and asks anew the next time", async () => {
    let silent = true;
    const worker = fakeRuntime((port, { number }) => {
      if (!silent) port.answer({ number, answer: { ok: true, value } });
    });
    const { ask } = createAsk(worker.now);
    const asked = ask(...wake);
    await vi.advanceTimersByTimeAsync(9000);
    expect(await asked).toEqual({ ok: false, code: "gone" });
    silent = false;
    expect(await ask(...wake)).toEqual({ ok: true, value });
  });

  test("ignores what is not an answer, and an answer that comes twice", async () => {
    const worker = fakeRuntime((port, { number }) => {
      port.answer(null);
      port.answer({ number: 99, answer: { ok: true, value: "somebody else's" } });
      port.answer({ number, answer: { ok: true, value } });
      port.answer({ number, answer: { ok: false, code: "failed" } });
    });
    expect(await createAsk(worker.now).ask(...wake)).toEqual({ ok: true, value });
  });
});

describe("an orphan", () => {
  test("answers what is under way with gone, and tells its listeners once", async () => {
    const worker = fakeRuntime();
    const client = createAsk(worker.now);
    const told = vi.fn<() => void>();
    client.onOrphan(told);
    const asked = client.ask(...wake);
    expect(client.orphaned()).toBe(false);
    worker.remove();
    expect(await asked).toEqual({ ok: false, code: "gone" });
    expect(client.orphaned()).toBe(true);
    expect(await client.ask(...wake)).toEqual({ ok: false, code: "gone" });
    expect(told).toHaveBeenCalledTimes(1);
  });

  test("is noticed where the browser throws at each access", () => {
    const client = createAsk(() => {
      throw new Error("can't access dead object");
    });
    const told = vi.fn<() => void>();
    client.onOrphan(told);
    expect(told).toHaveBeenCalledTimes(1);
    expect(client.orphaned()).toBe(true);
  });
});
