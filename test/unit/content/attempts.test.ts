import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createAttempts } from "../../../src/content/attempts.ts";
import { draftLimit } from "../../../src/contract/limits.ts";
import { workerChannels } from "../../../src/contract/messages.ts";
import type { Code, Request, WorkerChannels } from "../../../src/contract/messages.ts";
import type { Draft } from "../../../src/engine/model.ts";
import type { Ask } from "../../../src/platform/ask.ts";

type Recorded = Request<WorkerChannels, "attempt.record">;

/** A worker that takes what its own schema takes, once `refusals` are used up. */
function worker(refusals: Code[] = []): { asked: Ask; taken: Recorded[]; tries: () => number } {
  const taken: Recorded[] = [];
  let tries = 0;
  const ask = (_channel: string, body: unknown): Promise<unknown> => {
    tries += 1;
    const code = refusals.shift();
    if (code !== undefined) return Promise.resolve({ ok: false, code });
    const parsed = workerChannels["attempt.record"].request.safeParse(body);
    if (!parsed.success) return Promise.resolve({ ok: false, code: "too-long" });
    taken.push(parsed.data);
    return Promise.resolve({ ok: true, value: { done: true } });
  };
  const asked = { ask, orphaned: () => false, onOrphan: () => {} } as unknown as Ask;
  return { asked, taken, tries: () => tries };
}

const draft: Draft = { text: "Thank you.", site: "facebook", surface: "comment", thread: null };
const picture = { kind: "image", name: "a.jpg" } as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("attempts", () => {
  it.each([
    ["a draft that is longer than can be checked", { ...draft, text: "x".repeat(draftLimit + 1) }],
    [
      "more pictures than can be checked",
      { ...draft, attachments: Array.from({ length: 101 }, () => picture) },
    ],
  ])("record %s, cut to what the worker takes", async (_what, long) => {
    const { asked, taken } = worker();
    void createAttempts(asked, new AbortController().signal).record("let-go-unchecked", long, undefined);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(taken).toMatchObject([{ outcome: "let-go-unchecked" }]);
  });

  it("do not take for checked what the worker cannot look at as a whole", async () => {
    const { asked, taken } = worker();
    const long = { ...draft, text: "x".repeat(draftLimit + 1) };
    void createAttempts(asked, new AbortController().signal).record("recorded", long, undefined);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(taken).toMatchObject([{ outcome: "let-go-unchecked" }]);
  });

  it("are offered until they are taken, however long the store cannot be written", async () => {
    const { asked, taken, tries } = worker(Array.from({ length: 250 }, () => "failed" as const));
    void createAttempts(asked, new AbortController().signal).record("stopped", draft, undefined);
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(tries()).toBeLessThan(100);
    await vi.advanceTimersByTimeAsync(5 * 60 * 60_000);
    expect(taken).toMatchObject([{ outcome: "stopped", draft }]);
  });

  it("are not offered again where the page has gone, or where they would be refused for good", async () => {
    const leaving = new AbortController();
    const gone = worker(Array.from({ length: 50 }, () => "gone" as const));
    void createAttempts(gone.asked, leaving.signal).record("stopped", draft, undefined);
    await vi.advanceTimersByTimeAsync(4000);
    leaving.abort();
    const before = gone.tries();
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(gone.tries()).toBe(before);
    const refused = worker(["not-allowed"]);
    void createAttempts(refused.asked, new AbortController().signal).record("stopped", draft, undefined);
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(refused.tries()).toBe(1);
  });
});
