/** Whatever the clock does, what a seat writes holds, once the steps back that it tells of are accepted. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { EntryLine, SealLine } from "../../../src/contract/record-entry.ts";
import { append, endOf, sealDue, startChain } from "../../../src/record/chain.ts";
import { toLine } from "../../../src/record/read-line.ts";
import { at, firstKey, heartbeat, proof, secondKey } from "./seat.ts";
import { verdict } from "./tampering.ts";

const dayMs = 86_400_000;
const step = fc.oneof(
  { weight: 4, arbitrary: fc.nat(dayMs / 2) },
  { weight: 2, arbitrary: fc.integer({ min: -60_000, max: 60_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: -3 * dayMs, max: 5 * dayMs }) },
  // To the edge of a day, and by just more and less than the slack.
  { weight: 1, arbitrary: fc.constantFrom(0, 1, -1, dayMs, -dayMs, -60_000, -60_001, dayMs - 1) },
);
const deed = fc.record({
  step,
  what: fc.constantFrom("write", "write", "write", "wake", "export", "change key"),
});

it("a record holds after any row of deeds at any times", async () => {
  let clocks = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 15 }), async (deeds) => {
      let now = at("2026-02-27T23:59:30");
      let key = firstKey.key;
      const seat = { seat: "00000000000000aa", key, engineVersion: "1" };
      let { chain, lines: first } = await startChain(seat, now, proof);
      const lines: (EntryLine | SealLine)[] = [...first];
      const exported = async (): Promise<void> => {
        const due = await sealDue(chain, now, proof);
        chain = due.chain;
        lines.push(...due.lines);
        const end = await endOf(chain, now, { from: 0, expired: 0 }, proof);
        const told = lines.flatMap((line) =>
          "entry" in line && line.entry.kind === "clock" ? line.entry.seq : [],
        );
        clocks += told.length;
        const text = [...lines, end].map(toLine);
        expect(await verdict(text, { acceptedClocks: new Set(told) })).toBe("holds");
        expect(await verdict(text)).toMatch(told.length > 0 ? /^clock-back/ : /^holds/);
      };
      for (const { step, what } of deeds) {
        now += step;
        if (what === "export") {
          await exported();
          continue;
        }
        if (what === "change key") key = key === firstKey.key ? secondKey.key : firstKey.key;
        const written =
          what === "wake"
            ? await sealDue(chain, now, proof)
            : await append(chain, what === "write" ? heartbeat : { kind: "key-change", key }, now, proof);
        chain = written.chain;
        lines.push(...written.lines);
      }
      await exported();
    }),
    { numRuns: 60 },
  );
  expect(clocks).toBeGreaterThan(0);
});
