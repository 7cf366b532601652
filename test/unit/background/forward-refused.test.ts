import { describe, expect, test } from "vitest";
import type { Posted } from "../../../src/background/forward-post.ts";
import { isAgainstAll, withTurnedAway } from "../../../src/background/forward-state.ts";
import { forwardSeat, idsIn } from "./forward-seat.ts";
import type { ForwardSeat } from "./forward-seat.ts";

const taken: Posted = { taken: true, rejected: 0 };
const unfit: Posted = { taken: false, problem: "unfit" };

/** A collector that takes no message with one of these entries in it, as they are; that there is one it takes. */
function objectTo(seat: ForwardSeat, seqs: readonly number[]): void {
  const bad = seqs.map((seq) => `"eventName":"replyguard.attempt.stopped".{0,160}"${seat.id}:${seq}"`);
  const pattern = new RegExp(bad.join("|"));
  seat.answerTo = (body) => (pattern.test(body) ? unfit : taken);
}

const idsOf = (count: number): string[] =>
  Array.from({ length: count }, (_, seq) => `00112233445566ff:${seq}`);
const standIns = (seat: ForwardSeat): string[] =>
  seat.bodies.filter((body) => body.includes('"replyguard.refused"')).flatMap((body) => idsIn(body));

describe("entries that the collector objects to", () => {
  test.each([[[0]], [[7]], [[63]], [[20, 21, 22]], [[0, 31, 32, 63]]])(
    "%j do not hold up the others, and are named",
    async (bad) => {
      const seat = forwardSeat(64);
      objectTo(seat, bad);
      const worker = seat.worker();
      await worker.look();
      expect(seat.arrived.flat()).toEqual(idsOf(64));
      expect(standIns(seat)).toEqual(bad.map((seq) => `${seat.id}:${seq}`));
      const standing = await worker.standing();
      expect(standing).toMatchObject({ waiting: 0, problem: null, nextAt: null, rejected: bad.length });
      const named = standing?.turnedAway.flatMap(({ from, next }) =>
        Array.from({ length: next - from }, (_, at) => from + at),
      );
      expect(named).toEqual(bad);
    },
  );

  test("are found with few messages, and those after them go in large ones again", async () => {
    const seat = forwardSeat(1500);
    objectTo(seat, [300]);
    await seat.worker().look();
    expect(seat.bodies.length).toBeLessThan(25);
    expect(seat.arrived.map(({ length }) => length).filter((length) => length === 500)).toHaveLength(2);
  });

  test("are all of them: nothing is passed over, and it is told", async () => {
    const seat = forwardSeat(40);
    seat.answerTo = () => unfit;
    const worker = seat.worker();
    await worker.look();
    expect(await worker.standing()).toMatchObject({ next: 0, waiting: 40, problem: "unfit", rejected: 0 });
    expect(seat.alarm).toBeGreaterThan(seat.now);
    seat.answerTo = () => taken;
    seat.now = seat.alarm ?? 0;
    await worker.look();
    expect(seat.arrived.flat()).toEqual(idsOf(40));
    expect(standIns(seat).filter((id) => seat.arrived.flat().includes(id))).toEqual([`${seat.id}:0`]);
    expect(seat.bodies.at(-1)).not.toContain("replyguard.refused");
  });

  test("are all of them but for what stands in: after ten in a row nothing more is passed over", async () => {
    const seat = forwardSeat(40);
    objectTo(
      seat,
      Array.from({ length: 40 }, (_, seq) => seq),
    );
    const worker = seat.worker();
    await worker.look();
    expect(await worker.standing()).toMatchObject({
      next: 10,
      waiting: 30,
      problem: "unfit",
      rejected: 10,
      turnedAway: [{ from: 0, next: 10, count: 10 }],
    });
    seat.now = seat.alarm ?? 0;
    await seat.worker().look();
    expect(await worker.standing()).toMatchObject({ next: 10, rejected: 10 });
    seat.answerTo = () => taken;
    seat.now = seat.alarm ?? 0;
    await seat.worker().look();
    expect(await worker.standing()).toMatchObject({ waiting: 0, problem: null, rejected: 10 });
  });

  test("are sent whole to another collector that is named meanwhile", async () => {
    const seat = forwardSeat(1);
    seat.answers = [unfit];
    seat.step = (what) => {
      if (what === "posted") seat.policy = { address: "https://other.example" };
    };
    const worker = seat.worker();
    await worker.look();
    seat.step = () => undefined;
    await worker.look();
    expect(seat.addresses).toEqual(["https://logs.example", "https://other.example"]);
    expect(standIns(seat)).toEqual([]);
    expect(await worker.standing()).toMatchObject({ waiting: 0, rejected: 0 });
  });

  test("and a seal that it objects to holds up nothing either", async () => {
    const seat = forwardSeat(3);
    seat.seal();
    seat.append();
    seat.answerTo = (body) => (body.includes('"eventName":"replyguard.seal"') ? unfit : taken);
    const worker = seat.worker();
    await worker.look();
    expect(seat.arrived.flat()).toEqual([...idsOf(3), `${seat.id}:seal:0`, `${seat.id}:3`]);
    expect(await worker.standing()).toMatchObject({ waiting: 0, problem: null, rejected: 1, turnedAway: [] });
  });

  test("nor does an end", async () => {
    const seat = forwardSeat(3);
    seat.answerTo = (body) => (body.includes('"eventName":"replyguard.end"') ? unfit : taken);
    const worker = seat.worker();
    await worker.look();
    seat.append();
    await worker.look();
    expect(seat.arrived.flat()).toEqual(idsOf(4));
    expect(await worker.standing()).toMatchObject({ waiting: 0, problem: null, nextAt: null, rejected: 1 });
  });
});

test("of what was turned away the last twenty places are told, and neighbors are one", () => {
  let all = withTurnedAway([], { from: 0, next: 1, count: 1 });
  all = withTurnedAway(all, { from: 1, next: 2, count: 1 });
  expect(all).toEqual([{ from: 0, next: 2, count: 2 }]);
  all = withTurnedAway(all, { from: 2, next: 500, count: 3 });
  expect(all).toHaveLength(2);
  for (let at = 600; at < 640; at += 2) all = withTurnedAway(all, { from: at, next: at + 1, count: 1 });
  expect(all).toHaveLength(20);
  expect(all.at(-1)).toEqual({ from: 638, next: 639, count: 1 });
});

test("ten in a row, up to this one and all of them, are against all", () => {
  expect(isAgainstAll([{ from: 5, next: 15, count: 10 }], 15)).toBe(true);
  expect(isAgainstAll([{ from: 5, next: 14, count: 9 }], 14)).toBe(false);
  expect(isAgainstAll([{ from: 5, next: 15, count: 10 }], 16)).toBe(false);
  expect(isAgainstAll([{ from: 0, next: 500, count: 10 }], 500)).toBe(false);
  expect(isAgainstAll([], 0)).toBe(false);
});
