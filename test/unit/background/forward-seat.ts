/** A seat with a record, its disk and its clock, before a collector that does as it is told. */
import { createForward } from "../../../src/background/forward.ts";
import type { Forward } from "../../../src/background/forward.ts";
import type { ForwardState } from "../../../src/background/forward-state.ts";
import type { Collector, Posted } from "../../../src/background/forward-post.ts";
import { endLine, recordEntry, sealLine } from "../../../src/contract/record-entry.ts";
import type { StoredLine } from "../../../src/platform/record-store.ts";
import { toLine } from "../../../src/record/read-line.ts";
import { memoryItem } from "./parts.ts";

const taken: Posted = { taken: true, rejected: 0 };

export function storedEntry(seat: string, seq: number, reason = ""): StoredLine {
  const entry = recordEntry.parse({
    kind: "attempt",
    seq,
    at: 1_795_700_000_000 + seq,
    seat,
    previous: "a".repeat(64),
    id: seq.toString(16).padStart(16, "0"),
    site: "yelp",
    surface: "review-reply",
    outcome: "stopped",
    categories: ["health"],
    rules: ["visit-date"],
    length: 80,
    ...(reason === "" ? {} : { reason }),
    policyVersion: "p1",
    engineVersion: "e1",
  });
  return { seq, line: toLine({ entry, hash: "b".repeat(64) }) };
}

/** `first`, `count`: of its entries. */
export const storedSeal = (seat: string, number: number, first: number, count: number): string =>
  toLine(
    sealLine.parse({
      seal: {
        seat,
        number,
        date: new Date(1_795_700_000_000 + number * 86_400_000).toISOString().slice(0, 10),
        first,
        count,
        head: "b".repeat(64),
        previous: "c".repeat(64),
        closed: 1_795_700_000_000,
        key: `B${"A".repeat(86)}`,
      },
      hash: "d".repeat(64),
      signature: "A".repeat(86),
    }),
  );

export const storedEnd = (seat: string, next: number, seals: number): string =>
  toLine(
    endLine.parse({
      end: {
        seat,
        at: 1_795_700_000_000,
        from: 0,
        expired: 0,
        next,
        head: "b".repeat(64),
        seals,
        sealed: "c".repeat(64),
        key: `B${"A".repeat(86)}`,
      },
      hash: "d".repeat(64),
      signature: "A".repeat(86),
    }),
  );

/** The ids of the records in a message. */
export const idsIn = (body: string): string[] =>
  [...body.matchAll(/"log\.record\.uid","value":\{"stringValue":"([^"]+)"/g)].map(([, id = ""]) => id);

export function forwardSeat(count: number, most?: number) {
  const kept = memoryItem<ForwardState>(null);
  const seat = {
    id: "00112233445566ff",
    entries: Array.from({ length: count }, (_, seq) => storedEntry("00112233445566ff", seq)),
    end: count,
    policy: { address: "https://logs.example", token: "t" } as Collector | "unsettled" | "away" | undefined,
    now: 1_795_700_000_000,
    alarm: null as number | null,
    kept,
    /** What the collector answers, one after the other; then `answerTo`. */
    answers: [] as Posted[],
    answerTo: (_body: string): Posted => taken,
    seals: [] as string[],
    /** The first entry that no seal has. */
    sealed: 0,
    /** What arrived of entries and seals, message by message. */
    arrived: [] as string[][],
    /** All that was sent but ends. */
    bodies: [] as string[],
    /** Ids of the ends that arrived. */
    ends: [] as string[],
    addresses: [] as string[],
    /** Called before each thing that a worker does outside of itself. */
    step: (_what: string): void => undefined,
    append(reason?: string) {
      seat.entries.push(storedEntry(seat.id, seat.end, reason));
      seat.end++;
    },
    /** Closes the day: all entries that no seal has yet. */
    seal() {
      const last = seat.seals.length;
      seat.seals.push(storedSeal(seat.id, last, seat.sealed, seat.end - seat.sealed));
      seat.sealed = seat.end;
    },
    /** A worker that has just started. */
    worker(): Forward {
      return createForward({
        readPolicy: async () => seat.policy,
        readHead: async () => ({ seat: seat.id, next: seat.end, seals: seat.seals.length }),
        async readEntries(from, limit) {
          seat.step("read");
          return seat.entries.filter(({ seq }) => seq >= from).slice(0, limit);
        },
        readSeals: async (from) => seat.seals.slice(from),
        readEnd: async () => storedEnd(seat.id, seat.end, seat.seals.length),
        kept: {
          read: () => kept.read(),
          async write(value) {
            seat.step("write");
            await kept.write(value);
            seat.step("written");
          },
        },
        async post(collector, body) {
          seat.step("post");
          const answer = seat.answers.shift() ?? seat.answerTo(body);
          const ids = idsIn(body);
          const isEnd = ids.some((id) => id.includes(":end:"));
          if (!isEnd) {
            seat.addresses.push(collector.address);
            seat.bodies.push(body);
          }
          if (answer.taken && isEnd) seat.ends.push(...ids);
          else if (answer.taken) seat.arrived.push(ids);
          seat.step("posted");
          return answer;
        },
        alarm: {
          async set(at) {
            seat.step("alarm");
            seat.alarm = at;
          },
          async clear() {
            seat.step("clear");
            seat.alarm = null;
          },
        },
        version: "0.1.0",
        ...(most === undefined ? {} : { most }),
        now: () => seat.now,
        random: () => 0.5,
      });
    },
  };
  return seat;
}
export type ForwardSeat = ReturnType<typeof forwardSeat>;
