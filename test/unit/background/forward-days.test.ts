/** A seat through more than a year: its own record, forwarded day by day, is at the collector with its signs of life and its proof. */
import { expect, test } from "vitest";
import { createForward } from "../../../src/background/forward.ts";
import { endOfAll } from "../../../src/background/forward-end.ts";
import type { ForwardState } from "../../../src/background/forward-state.ts";
import { lookDaily } from "../../../src/background/record-daily.ts";
import { idsIn } from "./forward-seat.ts";
import { hasPython, rebuild, verified } from "./forward-receiver/rebuild.ts";
import { defaultResolved, memoryItem } from "./parts.ts";
import type { Verified } from "../../../src/record/verify.ts";
import { seatRecord } from "./seat-record.ts";

const dayMs = 86_400_000;

function forwardedSeat() {
  const clock = { now: Date.UTC(2026, 10, 26, 12) };
  const seat = seatRecord({ now: () => clock.now });
  const bodies: string[] = [];
  const policy = { ...defaultResolved.policy, retentionYears: 1 };
  const forward = createForward({
    readPolicy: async () => ({ address: "https://logs.example" }),
    async readHead() {
      const head = await seat.store.head();
      return head && { seat: head.chain.seat, next: head.chain.next, seals: head.chain.seals };
    },
    readEntries: (from, most) => seat.store.readLines(from, most),
    readSeals: (from) => seat.store.readSeals(from),
    readEnd: () => endOfAll(seat.record),
    kept: memoryItem<ForwardState>(null),
    async post(_collector, body) {
      bodies.push(body);
      return { taken: true, rejected: 0 };
    },
    alarm: { set: async () => undefined, clear: async () => undefined },
    version: "0.1.0",
    now: () => clock.now,
    random: Math.random,
  });
  /** The first wake of a day. */
  const wake = async (): Promise<void> => {
    await lookDaily({
      record: seat.record,
      store: seat.store,
      readKnown: async () => ({ policyVersion: "p", resolved: { policy, source: "managed" } }),
      alarm: { set: async () => undefined },
      browser: "Firefox 140.0",
      engineVersion: "1",
      now: () => clock.now,
      random: () => 0,
    });
    await forward.look();
  };
  return { ...seat, clock, bodies, forward, wake };
}

const eventsIn = (bodies: readonly string[]): string[] =>
  bodies.flatMap((body) =>
    [...body.matchAll(/"eventName":"replyguard\.([^"]+)"/g)].map(([, name = ""]) => name),
  );

test.runIf(hasPython)(
  "every day has a sign of life at the collector, and what it has verifies, also after entries have expired at the seat",
  async () => {
    const seat = forwardedSeat();
    await seat.wake();
    const id = (await seat.record.head()).chain.seat;
    let wakes = 1;
    const found: Verified[] = [];
    for (let day = 0; day < 420; day += 7, wakes++) {
      seat.clock.now += 7 * dayMs;
      await seat.wake();
      if (day % 70 === 0) found.push(await verified(rebuild(seat.bodies, id).text));
    }
    expect(found.filter((one) => !("held" in one))).toEqual([]);
    const events = eventsIn(seat.bodies);
    const count = (name: string): number => events.filter((event) => event === name).length;
    const { expired, chain } = await seat.record.head();
    expect(expired).toBeGreaterThan(0);
    expect({ heartbeats: count("heartbeat"), seals: count("seal"), ends: count("end") }).toEqual({
      heartbeats: wakes,
      seals: 420,
      ends: wakes,
    });
    const ids = seat.bodies.flatMap((body) => idsIn(body));
    expect(new Set(ids).size).toBe(ids.length);
    const last = await verified(rebuild(seat.bodies, id).text);
    expect(last).toHaveProperty("held.end.from", expired);
    expect(last).toHaveProperty("held.end.next", chain.next);
    expect(await seat.forward.standing()).toMatchObject({ waiting: 0, missing: 0 });
  },
  60_000,
);

test("an end is of all that is there, though entries expire while it is made", async () => {
  const seat = forwardedSeat();
  await seat.wake();
  seat.clock.now += 3 * dayMs;
  await seat.wake();
  let asked = 0;
  const line = await endOfAll({
    async head() {
      const head = await seat.record.head();
      asked++;
      const gone = { kind: "expiry", years: 1, before: 1, through: "2026-11-26" } as const;
      if (asked === 1) await seat.record.step(() => ({ bodies: [gone], expired: 1 }));
      return head;
    },
    end: (from) => seat.record.end(from),
  });
  expect(asked).toBe(2);
  expect(JSON.parse(line).end).toMatchObject({ from: 1, expired: 1 });
});
