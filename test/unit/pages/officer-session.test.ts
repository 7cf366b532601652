// @vitest-environment happy-dom
import { expect, test } from "vitest";
import type { ConsoleStanding } from "../../../src/contract/console-lock.ts";
import { openSession } from "../../../src/pages/audit/officer-session.ts";
import type { OfficerSession, SessionParts } from "../../../src/pages/audit/officer-session.ts";

/** A worker of which the policy can be changed, and a page of it. */
function seat(lock: ConsoleStanding["lock"]) {
  const session = "0".repeat(32);
  const told = { lock, opened: false };
  const listeners: (() => void)[] = [];
  let reloads = 0;
  const answers: Record<string, () => unknown> = {
    "console.read": () => ({ lock: told.lock, idleMinutes: 15 }),
    "console.unlock": () => {
      told.opened = true;
      return { problem: null, wait: 0, session };
    },
  };
  const ask = async (channel: string) => {
    const isOpen = told.lock === "none" || told.opened;
    if (!channel.startsWith("console.re") && channel !== "console.unlock" && !isOpen)
      return { ok: false, code: "not-allowed" };
    return { ok: true, value: answers[channel]?.() ?? { done: true } };
  };
  const open = (): Promise<OfficerSession> =>
    openSession({
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it answers what these tests ask
      ask: ask as SessionParts["ask"],
      show(form) {
        const input = form.querySelector("input");
        if (input) input.value = "amber-fennel-quartz-meadow";
        form.dispatchEvent(new Event("submit", { cancelable: true }));
      },
      wait() {},
      onPolicy: (listener) => void listeners.push(listener),
      reload: () => void (reloads += 1),
      now: () => 0,
    });
  return {
    open,
    async policy(next: ConsoleStanding["lock"]): Promise<void> {
      Object.assign(told, { lock: next, opened: false });
      for (const listener of listeners) listener();
      await Promise.resolve();
      await new Promise((resolve) => setTimeout(resolve));
    },
    reloads: () => reloads,
  };
}

test("a page that was open when policy begins to keep the record asks for the passphrase", async () => {
  for (const next of ["passphrase", "broken"] as const) {
    const one = seat("none");
    await one.open();
    await one.policy("none");
    expect(one.reloads()).toBe(0);
    await one.policy(next);
    expect(one.reloads()).toBe(1);
  }
});

test("what the worker refuses such a page locks it too", async () => {
  const one = seat("none");
  const { ask } = await one.open();
  expect(await ask("record.standing", {})).toMatchObject({ ok: true });
  const locked = one.policy("passphrase");
  expect(await ask("record.standing", {})).toMatchObject({ ok: false, code: "not-allowed" });
  await locked;
  expect(one.reloads()).toBeGreaterThan(0);
});

test("a passphrase that policy changes locks what the old one has opened, whether or not anybody is there", async () => {
  const one = seat("passphrase");
  await one.open();
  await one.policy("passphrase");
  expect(one.reloads()).toBe(1);
});
