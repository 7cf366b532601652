/** A seat with a record, its disk and its clock, before a collector that does as it is told. */
import { createForward } from "../../../src/background/forward.ts";
import type { Forward, ForwardState } from "../../../src/background/forward.ts";
import type { Collector, Posted } from "../../../src/background/forward-post.ts";
import { recordEntry } from "../../../src/contract/record-entry.ts";
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

/** The ids of the records in a message. */
export const idsIn = (body: string): string[] =>
  [...body.matchAll(/"log\.record\.uid","value":\{"stringValue":"([^"]+)"/g)].map(([, id = ""]) => id);

export function forwardSeat(count: number, most?: number) {
  const kept = memoryItem<ForwardState>(null);
  const seat = {
    id: "00112233445566ff",
    entries: Array.from({ length: count }, (_, seq) => storedEntry("00112233445566ff", seq)),
    end: count,
    policy: { address: "https://logs.example", token: "t" } as Collector | "unsettled" | undefined,
    now: 1_795_700_000_000,
    alarm: null as number | null,
    kept,
    /** What the collector answers, one after the other; then it takes everything. */
    answers: [] as Posted[],
    /** What arrived, message by message. */
    arrived: [] as string[][],
    bodies: [] as string[],
    addresses: [] as string[],
    /** Called before each thing that a worker does outside of itself. */
    step: (_what: string): void => undefined,
    append(reason?: string) {
      seat.entries.push(storedEntry(seat.id, seat.end, reason));
      seat.end++;
    },
    /** A worker that has just started. */
    worker(): Forward {
      return createForward({
        readPolicy: async () => seat.policy,
        readHead: async () => ({ seat: seat.id, next: seat.end }),
        async readEntries(from, limit) {
          seat.step("read");
          return seat.entries.filter(({ seq }) => seq >= from).slice(0, limit);
        },
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
          const answer = seat.answers.shift() ?? taken;
          seat.addresses.push(collector.address);
          seat.bodies.push(body);
          if (answer.taken) seat.arrived.push(idsIn(body));
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
