import fc from "fast-check";
import { expect, test } from "vitest";
import { forwardProblem } from "../../../src/contract/forwarding.ts";
import type { Posted } from "../../../src/background/forward-post.ts";
import { forwardSeat } from "./forward-seat.ts";
import type { ForwardSeat } from "./forward-seat.ts";

type Event =
  | { readonly is: "append"; readonly count: number }
  | { readonly is: "kill"; readonly after: number }
  | { readonly is: "answers"; readonly answers: readonly Posted[] }
  | { readonly is: "wait"; readonly minutes: number }
  | { readonly is: "ring" | "look" | "seal" | "another-collector" };

const answer: fc.Arbitrary<Posted> = fc.oneof(
  fc.constant<Posted>({ taken: true, rejected: 0 }),
  fc.record({ taken: fc.constant(false as const), problem: fc.constantFrom(...forwardProblem.options) }),
  fc.record({
    taken: fc.constant(false as const),
    problem: fc.constant("busy" as const),
    retryAfter: fc.nat(9e6),
  }),
);

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ is: fc.constant("append" as const), count: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ is: fc.constant("kill" as const), after: fc.nat(24) }),
  fc.record({ is: fc.constant("answers" as const), answers: fc.array(answer, { maxLength: 4 }) }),
  fc.record({ is: fc.constant("wait" as const), minutes: fc.nat(90) }),
  fc.record({
    is: fc.constantFrom("ring" as const, "look" as const, "seal" as const, "another-collector" as const),
  }),
);

/** Looks with a worker that is killed after so many steps: nothing that it would do then happens. */
async function lookAndDie(seat: ForwardSeat, after: number): Promise<string> {
  let steps = 0;
  let where = "";
  const died = new Promise<void>((resolve) => {
    seat.step = (what) => {
      if (steps++ < after) return;
      where ||= what;
      resolve();
      throw new Error("killed");
    };
  });
  await Promise.race([seat.worker().look(), died]);
  // What the dead worker still tries comes to nothing, because every step of it throws; a new one has steps of its own.
  await new Promise((resolve) => setImmediate(resolve));
  seat.step = () => undefined;
  return where;
}

async function happen(seat: ForwardSeat, what: Event): Promise<string> {
  if (what.is === "append") {
    for (let at = 0; at < what.count; at++) seat.append();
    await seat.worker().look();
  } else if (what.is === "kill") return lookAndDie(seat, what.after);
  else if (what.is === "answers") seat.answers.push(...what.answers);
  else if (what.is === "wait") seat.now += what.minutes * 60_000;
  else if (what.is === "seal") seat.seal();
  else if (what.is === "another-collector") seat.policy = { address: `https://c${seat.now}.example` };
  else {
    if (what.is === "ring") seat.now = Math.max(seat.now, seat.alarm ?? 0);
    await seat.worker().look();
  }
  return "";
}

/** A second time under one id happens only where the first answer never came to be known. */
function repeatedIn(seat: ForwardSeat): number {
  const ids = seat.arrived.flat();
  return ids.length - new Set(ids).size;
}

function isDone(seat: ForwardSeat): boolean {
  const { value } = seat.kept;
  return (
    value !== null && value.nextAt === null && value.next === seat.end && value.ended > seat.seals.length
  );
}

test("whatever happens in whatever order, every entry arrives, in order, and again only where an answer was lost", async () => {
  const deaths = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (events) => {
      const seat = forwardSeat(2, 4);
      let lostAnswers = 0;
      for (const one of events) {
        const arrivedBefore = seat.arrived.length;
        const nextBefore = seat.kept.value?.next ?? 0;
        const where = await happen(seat, one);
        if (where !== "") deaths.add(where);
        // The alarm starts the next worker, if nothing else does.
        const isUnderWay = where === "post" || where === "posted";
        expect(isUnderWay && seat.alarm === null).toBe(false);
        const isKilled = one.is === "kill" && where !== "";
        if (isKilled && seat.arrived.length > arrivedBefore) lostAnswers++;
        const next = seat.kept.value?.next ?? 0;
        const ids = new Set(seat.arrived.flat());
        for (let number = 0; number < (seat.kept.value?.seals ?? 0); number++)
          expect(ids.has(`${seat.id}:seal:${number}`)).toBe(true);
        for (let seq = 0; seq < next; seq++) expect(ids.has(`${seat.id}:${seq}`)).toBe(true);
        expect(next).toBeGreaterThanOrEqual(nextBefore);
      }
      seat.answers.length = 0;
      for (let tries = 0; tries < 5 && !isDone(seat); tries++) {
        await seat.worker().look();
        seat.now = Math.max(seat.now, seat.alarm ?? seat.now);
      }
      const firsts = [...new Set(seat.arrived.flat())];
      expect(firsts.filter((id) => !id.includes("seal"))).toEqual(
        seat.entries.map(({ seq }) => `${seat.id}:${seq}`),
      );
      expect(firsts.filter((id) => id.includes("seal"))).toEqual(
        seat.seals.map((_, number) => `${seat.id}:seal:${number}`),
      );
      // One that the collector says is not in order is passed over: the next day's says the same and more.
      const isPassedOver = (seat.kept.value?.rejected ?? 0) > 0;
      expect(isPassedOver || seat.ends.at(-1) === `${seat.id}:end:${seat.seals.length}`).toBe(true);
      expect(repeatedIn(seat)).toBeLessThanOrEqual(lostAnswers * 4);
      expect(await seat.worker().standing()).toMatchObject({
        waiting: 0,
        problem: null,
        nextAt: null,
        missing: 0,
      });
    }),
    { numRuns: 400 },
  );
  expect([...deaths].toSorted((one, other) => (one < other ? -1 : 1))).toEqual([
    "alarm",
    "clear",
    "post",
    "posted",
    "read",
    "write",
    "written",
  ]);
});
