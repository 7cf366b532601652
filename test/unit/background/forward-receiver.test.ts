import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { post } from "../../../src/background/forward-post.ts";
import { startFront } from "./forward-receiver/front.ts";
import type { Front, Message } from "./forward-receiver/front.ts";
import { startReceiver, startSender } from "./forward-receiver/processes.ts";
import type { Sender } from "./forward-receiver/processes.ts";

const count = 6000;
const limit = 120_000;
const until = (what: () => boolean) =>
  vi.waitFor(() => expect(what()).toBe(true), { timeout: limit, interval: 5 });

let folder: string;
let front: Front;
let sender: Sender | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "forward-"));
  front = await startFront();
});
afterEach(async () => {
  sender?.kill();
  await front.receiver?.kill();
  await front.close();
  await rm(folder, { recursive: true });
});

const withOutcome = (outcome: Message["outcome"]): Message[] =>
  front.messages.filter((message) => message.outcome === outcome);

test(
  "a collector and a browser that are killed under load lose nothing, and only what was not answered comes twice",
  async () => {
    const kept: string[] = [];
    const certificate = join(folder, "front.pem");
    await writeFile(certificate, front.certificate);
    const start = (): Sender => startSender(folder, front.address, count, certificate);
    /** Messages under way when the sender was killed: nobody was left to take note of their answers. */
    const orphaned: Message[] = [];

    front.receiver = await startReceiver(kept);
    sender = start();
    for (let round = 1; round <= 3; round++) {
      const answered = withOutcome("answered").length;
      await until(() => withOutcome("answered").length >= answered + 5);
      await front.receiver.kill();
      const failed = withOutcome("failed").length;
      await until(() => withOutcome("failed").length >= failed + 3);
      front.receiver = await startReceiver(kept);
      front.losing = 2;
      await until(() => front.losing === 0);
      if (round !== 2) continue;
      const before = front.messages.length;
      await until(() => front.messages.length > before);
      sender.kill();
      await sender.ended;
      orphaned.push(...front.messages.slice(before - 1));
      sender = start();
    }
    expect(await sender.ended).toBe(0);

    const all = Array.from({ length: count }, (_, seq) => `00112233445566ff:${seq}`);
    expect([...new Set(kept)]).toEqual([...all, "00112233445566ff:end:0"]);

    const once = new Set<string>();
    const twice = new Set(kept.filter((id) => once.size === once.add(id).size));
    const excused = new Set(
      [...orphaned, ...withOutcome("failed"), ...withOutcome("answer-lost")].flatMap(({ ids }) => ids),
    );
    expect(twice.size).toBeGreaterThanOrEqual(50);
    expect([...twice].filter((id) => !excused.has(id))).toEqual([]);
    expect(withOutcome("failed").length).toBeGreaterThanOrEqual(9);
  },
  limit,
);

test("a collector whose certificate nobody vouches for gets nothing", async () => {
  const parts = { stayAwake: async () => undefined, now: Date.now };
  expect(await post({ address: front.address, token: "t" }, "{}", parts)).toEqual({
    taken: false,
    problem: "unreachable",
  });
  expect(front.messages).toEqual([]);
});
