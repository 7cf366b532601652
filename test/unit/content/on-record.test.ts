import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createHoldRecord } from "../../../src/content/on-record.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An entry that is on record when the test says so. */
function entry(): { written: Promise<void>; write: () => void } {
  let write = (): void => undefined;
  const written = new Promise<void>((resolve) => {
    write = resolve;
  });
  return { written, write: () => write() };
}

describe("a send that was held", () => {
  it("is told when its entry is on record", async () => {
    const told: string[] = [];
    const holds = createHoldRecord(() => void told.push(holds.now()));
    const { written, write } = entry();
    holds.wait(written);
    await vi.advanceTimersByTimeAsync(249);
    expect([holds.now(), told]).toEqual(["awaited", []]);
    write();
    await vi.advanceTimersByTimeAsync(1000);
    expect([holds.now(), told]).toEqual(["kept", ["kept"]]);
  });

  it("is told all the same when that takes too long, and that it is not on record", async () => {
    const told: string[] = [];
    const holds = createHoldRecord(() => void told.push(holds.now()));
    const { written, write } = entry();
    holds.wait(written);
    await vi.advanceTimersByTimeAsync(250);
    expect(told).toEqual(["late"]);
    write();
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(["late", "kept"]);
  });

  it("waits for its own entry, not for that of the one before", async () => {
    const holds = createHoldRecord(() => undefined);
    const [first, second] = [entry(), entry()];
    holds.wait(first.written);
    holds.wait(second.written);
    first.write();
    await vi.advanceTimersByTimeAsync(100);
    expect(holds.now()).toBe("awaited");
    second.write();
    await vi.advanceTimersByTimeAsync(0);
    expect(holds.now()).toBe("kept");
  });
});
