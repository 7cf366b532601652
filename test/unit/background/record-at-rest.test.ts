/** What is read of the store is what was written, whatever of it the store does not keep. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRecord } from "../../../src/background/record.ts";
import type { EntryBody } from "../../../src/contract/record-entry.ts";
import { oneLine } from "../../../src/record/attempt-body.ts";
import { faultIn, seatRecord } from "./seat-record.ts";

const noon = Date.UTC(2026, 10, 26, 12);
const dayMs = 86_400_000;

const text = fc.string({ unit: "binary", maxLength: 60 }).map(oneLine);
const token = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((id) => id.toString(16).padStart(16, "0"));
const bodies: fc.Arbitrary<EntryBody> = fc.oneof(
  fc.record({
    kind: fc.constant("attempt" as const),
    id: token,
    site: fc.constantFrom("yelp", "facebook"),
    surface: fc.constantFrom("comment", "review-reply"),
    outcome: fc.constantFrom("stopped", "posted-anyway"),
    categories: fc.subarray(["health", "payment"] as const),
    rules: fc.subarray(["your-visit", "dose-answered", "phone"]),
    length: fc.nat(),
    reason: text,
    policyVersion: text,
    engineVersion: fc.constant("1"),
  }),
  fc.record({
    kind: fc.constant("review" as const),
    subject: fc.record({ seat: token, seq: fc.nat(), hash: fc.constant("a".repeat(64)) }),
    state: fc.constantFrom("confirmed", "closed"),
    note: text,
  }),
  fc.constant({ kind: "unlock" as const, what: "console" as const, result: "opened" as const }),
);
const steps = fc.array(
  fc.record({
    bodies: fc.array(bodies, { minLength: 1, maxLength: 3 }),
    days: fc.nat(2),
    expire: fc.constantFrom(undefined, "first", "next"),
  }),
  { maxLength: 12 },
);

describe("the record at rest", () => {
  it("gives back each line as it was written, and where it has expired those that stay", async () => {
    let expired = 0;
    await fc.assert(
      fc.asyncProperty(steps, fc.nat(40), fc.integer({ min: 1, max: 9 }), async (all, from, most) => {
        let now = noon;
        const seat = seatRecord({ now: () => now });
        const written = new Map<number, string>();
        const kinds = new Map<number, string>();
        const record = createRecord({
          engineVersion: "1",
          now: () => now,
          store: {
            ...seat.store,
            async write(step) {
              const result = await seat.store.write(step);
              if (result !== "written") return result;
              for (const { seq, line, kind } of step.entries) {
                written.set(seq, line);
                kinds.set(seq, kind);
              }
              for (const seq of written.keys()) if (seq < (step.drop ?? 0)) written.delete(seq);
              return result;
            },
          },
        });
        for (const { bodies: some, days, expire } of all) {
          now += days * dayMs;
          await record.step((head) => {
            const today = new Date(now).toISOString().slice(0, 10);
            if (!expire || head.chain.day >= today) return { bodies: some };
            // The days before the one that was open; or all, which leaves nothing of what was before.
            const before = head.chain[expire];
            if (before <= head.expired) return { bodies: some };
            const through = "2026-11-26";
            return { bodies: [...some, { kind: "expiry", years: 1, before, through }], expired: before };
          });
        }
        if (all.some(({ expire }) => expire)) expired += (await record.head()).expired > 0 ? 1 : 0;
        const lines = [...written].map(([seq, line]) => ({ seq, line })).toSorted((a, b) => a.seq - b.seq);
        expect(await seat.store.readLines(0, 1000)).toEqual(lines);
        expect(await seat.store.readLines(from, most)).toEqual(
          lines.filter(({ seq }) => seq >= from).slice(0, most),
        );
        expect(await seat.store.readLinesBefore(from, most)).toEqual(
          lines.filter(({ seq }) => seq < from && seq >= from - most).toReversed(),
        );
        const reviews = await seat.store.readKinds(["review"], most);
        const others = lines.filter(({ seq }) => kinds.get(seq) === "review").toReversed();
        expect(reviews).toEqual({ lines: others.slice(0, most), total: others.length });
        expect(await faultIn(await seat.exported(record))).toBeUndefined();
      }),
      { numRuns: 60 },
    );
    expect(expired).toBeGreaterThan(5);
  });

  it("says that an entry is not there any more, and which one follows it", async () => {
    const seat = seatRecord({ now: () => noon });
    for (let at = 0; at < 5; at += 1)
      await seat.record.add({ kind: "unlock", what: "console", result: "opened" });
    await (await seat.connection()).delete("entries", 3);
    expect(await faultIn(await seat.exported())).toMatch(/^removed 4: /);
  });
});
