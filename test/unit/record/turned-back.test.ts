/** Times that go back in a record of 10,000 entries, by whoever can make hashes and even signatures fit again. */
import { describe, expect, it } from "vitest";
import { chosen, line, log, sealAt, swappedDays } from "./long-log.ts";
import { change, inLine, parse, relink, seatKey, verdict } from "./tampering.ts";

const hourMs = 3_600_000;
const earlier = ({ entry }: ReturnType<typeof parse>): void =>
  void Object.assign(entry ?? {}, { at: (entry?.at ?? 0) - 24 * hourMs });

describe("clock turned back", { timeout: 60_000 }, () => {
  it("in an entry, and every hash and signature up to the end made anew", async () => {
    const changed = await relink(await change(log, chosen, earlier), chosen, log.length, { sign: seatKey });
    expect(await verdict(changed)).toBe(inLine("clock-back", line(chosen)));
  });
  it("in an entry that is told as a step of the clock which was none", async () => {
    const told = await change(log, chosen, (one) => {
      const { seq, seat, previous, at } = one.entry ?? { seq: 0, seat: "", previous: "", at: 0 };
      one.entry = { kind: "clock", was: at + 1, seq, seat, previous, at: at - 24 * hourMs };
    });
    const changed = await relink(told, chosen, log.length, { sign: seatKey });
    const acceptedClocks = new Set([parse(log[chosen]).entry?.seq ?? 0]);
    expect(await verdict(changed, { acceptedClocks })).toBe(inLine("clock-back", line(chosen)));
  });
  it("in a seal, which says that it was closed before its entries", async () => {
    const index = sealAt(20);
    const early = await change(log, index, ({ seal }) =>
      Object.assign(seal ?? {}, { closed: (parse(log[index - 1]).entry?.at ?? 0) - 1 }),
    );
    const changed = await relink(early, index, log.length, { sign: seatKey });
    expect(await verdict(changed)).toBe(inLine("clock-back", line(index)));
  });
  it("in the end, which is older than the last seal", async () => {
    const last = log.length - 1;
    const changed = await change(
      log,
      last,
      ({ end }) => Object.assign(end ?? {}, { at: (parse(log[last - 1]).seal?.closed ?? 0) - 1 }),
      { hash: true, sign: seatKey },
    );
    expect(await verdict(changed)).toBe(inLine("clock-back", line(last)));
  });
  it("in two days, the one in the other's place, and everything made anew", async () => {
    const { from, lines } = swappedDays();
    const changed = await relink(lines, from, log.length, { sign: seatKey });
    expect(await verdict(changed)).toBe(inLine("reordered", line(from)));
  });
});
