import { describe, expect, test } from "vitest";
import { bytesLimit, entriesLimit } from "../../../src/background/forward-batch.ts";
import type { Posted } from "../../../src/background/forward-post.ts";
import { forwardSeat, storedEntry } from "./forward-seat.ts";

const minute = 60_000;
const busy: Posted = { taken: false, problem: "busy" };
const idsOf = (from: number, next: number): string[] =>
  Array.from({ length: next - from }, (_, at) => `00112233445566ff:${from + at}`);

describe("forwarding", () => {
  test("sends what there is, in messages of so many entries, and then rests", async () => {
    const seat = forwardSeat(1200);
    const worker = seat.worker();
    await worker.look();
    expect(seat.arrived).toEqual([idsOf(0, 500), idsOf(500, 1000), idsOf(1000, 1200)]);
    expect(seat.alarm).toBeNull();
    expect(await worker.standing()).toEqual({
      next: 1200,
      waiting: 0,
      triedAt: seat.now,
      sentAt: seat.now,
      problem: null,
      nextAt: null,
      rejected: 0,
      turnedAway: [],
      missing: 0,
    });
    expect(seat.ends).toEqual(["00112233445566ff:end:0"]);
  });

  test("sends an entry that is appended, and that one alone", async () => {
    const seat = forwardSeat(3);
    const worker = seat.worker();
    await worker.look();
    seat.append();
    await worker.look();
    expect(seat.arrived).toEqual([idsOf(0, 3), idsOf(3, 4)]);
  });

  test("goes on after a restart where it stopped", async () => {
    const seat = forwardSeat(3);
    await seat.worker().look();
    seat.append();
    await seat.worker().look();
    await seat.worker().look();
    expect(seat.arrived).toEqual([idsOf(0, 3), idsOf(3, 4)]);
  });

  test("costs a worker without anything to send no write", async () => {
    const seat = forwardSeat(3);
    await seat.worker().look();
    seat.step = (what) => {
      throw new Error(`did ${what}`);
    };
    await seat.worker().look();
    seat.policy = undefined;
    await seat.worker().look();
    expect(seat.arrived).toHaveLength(1);
  });

  test("waits while only the last good policy is known, says so, and then goes on where it was", async () => {
    const seat = forwardSeat(3);
    const { policy } = seat;
    seat.answers = [{ taken: false, problem: "unreachable" }];
    await seat.worker().look();
    seat.policy = "away";
    for (let day = 0; day < 10; day++) {
      seat.append();
      seat.now += 24 * 60 * minute;
      await seat.worker().look();
    }
    expect({ sent: seat.bodies.length, alarm: seat.alarm }).toEqual({ sent: 1, alarm: null });
    expect(await seat.worker().standing()).toMatchObject({
      problem: "policy-away",
      waiting: 13,
      nextAt: null,
    });
    seat.policy = policy;
    await seat.worker().look();
    expect(seat.arrived).toEqual([idsOf(0, 13)]);
    expect(await seat.worker().standing()).toMatchObject({ problem: null, waiting: 0 });
  });

  test.each(["unsettled", undefined] as const)("sends nothing while the policy is %s", async (policy) => {
    const seat = forwardSeat(3);
    seat.policy = policy;
    const worker = seat.worker();
    await worker.look();
    expect({ bodies: seat.bodies, standing: await worker.standing() }).toEqual({
      bodies: [],
      standing: null,
    });
  });

  test("no message has more bytes than servers let through", async () => {
    const seat = forwardSeat(0);
    for (let at = 0; at < entriesLimit; at++) {
      seat.entries.push({ ...storedEntry(seat.id, at, "ñ".repeat(300)) });
    }
    seat.end = entriesLimit;
    const long = seat.entries.map(({ seq, line }) => ({
      seq,
      line: line.replace('"rules":["visit-date"]', `"rules":[${'"visit-date",'.repeat(90)}"visit-date"]`),
    }));
    seat.entries.splice(0, entriesLimit, ...long);
    await seat.worker().look();
    const sizes = seat.bodies.map((body) => Buffer.byteLength(body));
    expect(sizes.length).toBeGreaterThan(1);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(bytesLimit);
    expect(Math.max(...sizes)).toBeGreaterThan(bytesLimit * 0.98);
    expect(seat.arrived.flat()).toEqual(idsOf(0, entriesLimit));
  });

  test("a collector that is down is tried again later, and nothing is passed over", async () => {
    const seat = forwardSeat(10, 4);
    seat.answers = [
      { taken: true, rejected: 0 },
      { taken: false, problem: "unreachable" },
    ];
    const worker = seat.worker();
    await worker.look();
    expect(await worker.standing()).toMatchObject({ next: 4, waiting: 6, problem: "unreachable" });
    expect(seat.alarm).toBeGreaterThan(seat.now);
    seat.append();
    await worker.look();
    expect(seat.bodies).toHaveLength(2);
    seat.now = seat.alarm ?? 0;
    await worker.look();
    expect(seat.arrived).toEqual([idsOf(0, 4), idsOf(4, 8), idsOf(8, 11)]);
    expect(await worker.standing()).toMatchObject({ next: 11, waiting: 0, problem: null, nextAt: null });
  });

  test("each failure in a row waits longer, up to a quarter of an hour", async () => {
    const seat = forwardSeat(1);
    seat.answers = Array.from({ length: 7 }, () => busy);
    const waits: number[] = [];
    for (let at = 0; at < 7; at++) {
      await seat.worker().look();
      waits.push(((seat.alarm ?? 0) - seat.now) / minute);
      seat.now = seat.alarm ?? 0;
    }
    expect(waits.map((wait) => Math.round(wait * 2) / 2)).toEqual([0.5, 1, 2, 4, 7.5, 7.5, 7.5]);
    await seat.worker().look();
    expect(seat.arrived).toEqual([idsOf(0, 1)]);
  });

  test("what the collector asks to be left alone for is waited for, also after a restart", async () => {
    const seat = forwardSeat(1);
    seat.answers = [{ ...busy, retryAfter: 20 * minute }];
    await seat.worker().look();
    expect(seat.alarm).toBeGreaterThanOrEqual(seat.now + 20 * minute);
    expect(seat.alarm).toBeLessThanOrEqual(seat.now + 21 * minute);
    seat.now += 19 * minute;
    await seat.worker().look();
    expect(seat.bodies).toHaveLength(1);
    seat.now += 2 * minute;
    await seat.worker().look();
    expect(seat.arrived).toEqual([idsOf(0, 1)]);
  });

  test("what only an admin can mend is not tried in a hurry, and at once when the policy changes", async () => {
    const seat = forwardSeat(2);
    seat.answers = [{ taken: false, problem: "unauthorized" }];
    await seat.worker().look();
    expect(seat.alarm).toBeGreaterThanOrEqual(seat.now + 30 * minute);
    expect(await seat.worker().standing()).toMatchObject({ waiting: 2, problem: "unauthorized" });
    seat.policy = { address: "https://logs.example", token: "another" };
    await seat.worker().look();
    expect(seat.arrived).toEqual([idsOf(0, 2)]);
  });

  test("at another collector it goes on where it was", async () => {
    const seat = forwardSeat(2);
    await seat.worker().look();
    seat.append();
    seat.policy = { address: "https://other.example" };
    await seat.worker().look();
    expect(seat.addresses).toEqual(["https://logs.example", "https://other.example"]);
    expect(seat.arrived).toEqual([idsOf(0, 2), idsOf(2, 3)]);
  });

  test("a collector that the policy stopped naming gets nothing more, and the place is kept", async () => {
    const seat = forwardSeat(10, 4);
    const { policy } = seat;
    seat.step = (what) => {
      if (what === "posted") seat.policy = undefined;
    };
    const worker = seat.worker();
    await worker.look();
    await worker.look();
    expect({ arrived: seat.arrived, alarm: seat.alarm }).toEqual({ arrived: [idsOf(0, 4)], alarm: null });
    seat.step = () => undefined;
    seat.policy = policy;
    await worker.look();
    expect(seat.arrived.flat()).toEqual(idsOf(0, 10));
  });

  test("a message that is too large is sent in halves, down to a single entry", async () => {
    const seat = forwardSeat(10);
    const tooLarge: Posted = { taken: false, problem: "too-large" };
    seat.answers = [tooLarge, tooLarge];
    const worker = seat.worker();
    await worker.look();
    expect(seat.arrived).toEqual([idsOf(0, 2), idsOf(2, 4), idsOf(4, 6), idsOf(6, 8), idsOf(8, 10)]);
    seat.append();
    seat.answers = [tooLarge];
    await worker.look();
    expect(await worker.standing()).toMatchObject({ next: 10, waiting: 1, problem: "too-large" });
  });

  test("what the collector took and threw away is counted, and not sent again", async () => {
    const seat = forwardSeat(3);
    seat.answers = [{ taken: true, rejected: 2 }];
    const worker = seat.worker();
    await worker.look();
    await worker.look();
    expect(await worker.standing()).toMatchObject({
      next: 3,
      waiting: 0,
      rejected: 2,
      turnedAway: [{ from: 0, next: 3, count: 2 }],
    });
    expect(seat.bodies).toHaveLength(1);
  });

  test("an entry that cannot be read is named by its number, and holds up nothing", async () => {
    const seat = forwardSeat(3);
    seat.entries.splice(1, 1, { seq: 1, line: '{"entry":{"seq":1' });
    const worker = seat.worker();
    await worker.look();
    expect(seat.arrived).toEqual([idsOf(0, 3)]);
    expect(seat.bodies[0]).toContain('"eventName":"replyguard.unreadable"');
    expect(await worker.standing()).toMatchObject({ next: 3, missing: 1 });
  });

  test("entries that were removed for their age before they were sent are counted", async () => {
    const seat = forwardSeat(6);
    seat.entries.splice(0, 4);
    const worker = seat.worker();
    await worker.look();
    expect(seat.arrived).toEqual([idsOf(4, 6)]);
    expect(await worker.standing()).toMatchObject({ next: 6, missing: 4 });
    seat.append();
    seat.entries.length = 0;
    await worker.look();
    expect(await worker.standing()).toMatchObject({ next: 7, waiting: 0, missing: 5 });
  });

  test("another record begins anew", async () => {
    const seat = forwardSeat(5);
    await seat.worker().look();
    seat.id = "ff00112233445566";
    seat.entries.splice(0, 5, storedEntry(seat.id, 0));
    seat.end = 1;
    await seat.worker().look();
    expect(seat.arrived.at(-1)).toEqual(["ff00112233445566:0"]);
  });

  test("a store that does not answer is told, and tried again", async () => {
    const seat = forwardSeat(1);
    await seat.worker().look();
    seat.append();
    seat.step = (what) => {
      if (what === "read") throw new Error("no store");
    };
    const worker = seat.worker();
    await worker.look();
    expect(await worker.standing()).toMatchObject({ waiting: 1, problem: "storage" });
    seat.step = () => undefined;
    seat.now = seat.alarm ?? 0;
    await worker.look();
    expect(seat.arrived).toEqual([idsOf(0, 1), idsOf(1, 2)]);
  });

  test("a clock that is set back puts nothing off for longer than a wait is", async () => {
    const seat = forwardSeat(1);
    seat.answers = [busy];
    await seat.worker().look();
    seat.now -= 365 * 24 * 60 * minute;
    await seat.worker().look();
    expect(seat.alarm).toBeLessThanOrEqual(seat.now + 6 * 60 * minute);
  });

  test("asking many times at once is asking once more than what runs", async () => {
    const seat = forwardSeat(3);
    const worker = seat.worker();
    let reads = 0;
    seat.step = (what) => {
      if (what === "read") reads++;
    };
    const looks = Array.from({ length: 50 }, () => worker.look());
    seat.append();
    await Promise.all(looks);
    await worker.look();
    expect(seat.arrived.flat()).toEqual(idsOf(0, 4));
    expect(reads).toBeLessThanOrEqual(2);
  });
});
