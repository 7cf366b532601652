/** What is in the wrong place, cut off, unsealed or signed by somebody else, in a record of 10,000 entries. */
import { describe, expect, it } from "vitest";
import { nodeChecking } from "../../../scripts/guard/log/read-file.ts";
import { nameOfKey } from "../../../src/record/proof.ts";
import { at, chosen, days, line, log, middle, range, sealAt, swappedDays, without } from "./long-log.ts";
import { change, inLine, otherKey, parse, relink, seatKey, verdict } from "./tampering.ts";

describe("reordered", () => {
  const swapped = (one: number, other: number): string[] =>
    log.with(one, log[other] ?? "").with(other, log[one] ?? "");
  const moved = (from: number, to: number): string[] =>
    log.toSpliced(from, 1).toSpliced(to, 0, log[from] ?? "");

  it("two entries side by side", async () => {
    expect(await verdict(swapped(chosen, chosen + 1))).toBe(inLine("reordered", line(chosen)));
  });
  it("two entries far from each other", async () => {
    expect(await verdict(swapped(at(100), at(9000)))).toBe(inLine("reordered", line(at(100))));
  });
  it("an entry moved forward, and one moved back", async () => {
    expect(await verdict(moved(at(9000), at(100)))).toBe(inLine("reordered", line(at(100))));
    expect(await verdict(moved(at(100), at(9000)))).toBe(inLine("reordered", line(at(100))));
  });
  it("the last entry, moved forward", async () => {
    expect(await verdict(moved(at(9999), at(100)))).toBe(inLine("reordered", line(at(100))));
  });
  it("two days", async () => {
    const { from, lines } = swappedDays();
    expect(await verdict(lines)).toBe(inLine("reordered", line(from)));
  });
  it("the seals of two days", async () => {
    expect(await verdict(swapped(sealAt(19), sealAt(20)))).toBe(inLine("reordered", line(sealAt(19))));
  });
  it("a seal and the first entry of the next day", async () => {
    const seal = sealAt(19);
    expect(parse(log[seal + 1]).entry).toBeDefined();
    expect(await verdict(swapped(seal, seal + 1))).toBe(inLine("reordered", line(seal)));
  });
  it("a seal before the last entry of its day", async () => {
    expect(await verdict(swapped(sealAt(20) - 1, sealAt(20)))).toBe(
      inLine("reordered", line(sealAt(20) - 1)),
    );
  });
  it("the end at the beginning", async () => {
    expect(await verdict(moved(log.length - 1, 0))).toBe(inLine("reordered", 1));
  });
  it("every line, sorted by its text", async () => {
    expect(await verdict(log.toSorted())).toMatch(/^reordered/);
  });
});

describe("repeated", () => {
  const again = (index: number, to: number): string[] => log.toSpliced(to, 0, log[index] ?? "");

  it("an entry, at once, further on and before", async () => {
    const index = chosen;
    expect(await verdict(again(index, index + 1))).toBe(inLine("repeated", line(index + 1)));
    expect(await verdict(again(index, at(9000)))).toBe(inLine("repeated", line(at(9000))));
    expect(await verdict(again(index, at(100)))).toBe(inLine("repeated", line(at(100))));
  });
  it("a seal, at once, further on and before", async () => {
    const index = sealAt(20);
    expect(await verdict(again(index, index + 1))).toBe(inLine("repeated", line(index + 1)));
    expect(await verdict(again(index, at(9000)))).toBe(inLine("repeated", line(at(9000))));
    expect(await verdict(again(index, at(100)))).toBe(inLine("repeated", line(at(100))));
  });
  it("an old seal in the place of a newer one", async () => {
    const changed = log.with(sealAt(20), log[sealAt(10)] ?? "");
    expect(await verdict(changed)).toBe(inLine("repeated", line(sealAt(20))));
  });
  it("the end", async () => {
    expect(await verdict([...log, log.at(-1) ?? ""])).toBe(inLine("repeated", line(log.length)));
  });
});

describe("cut off at the end", () => {
  it("within a day", async () => {
    expect(await verdict(log.slice(0, at(middle)))).toBe(inLine("cut-off", line(at(middle))));
  });
  it("behind a seal", async () => {
    expect(await verdict(log.slice(0, sealAt(40) + 1))).toBe(inLine("cut-off", line(sealAt(40) + 1)));
  });
  it("within a line", async () => {
    const index = chosen;
    const changed = [...log.slice(0, index), (log[index] ?? "").slice(0, 99)];
    expect(await verdict(changed)).toBe(inLine("cut-off", line(index)));
  });
  it("the end alone", async () => {
    expect(await verdict(log.slice(0, -1))).toBe(inLine("cut-off", log.length));
  });
  it("entries of the last day, its seal and the end left", async () => {
    const seal = sealAt(days - 1);
    const entries = range(seal - 3, seal);
    expect(entries.every((index) => parse(log[index]).entry)).toBe(true);
    expect(await verdict(without(...entries))).toBe(inLine("cut-off", line(seal - 3)));
    expect(await verdict(without(...entries, log.length - 1))).toBe(inLine("cut-off", line(seal - 3)));
  });
  it("days with their seals, the end left", async () => {
    const changed = [...log.slice(0, sealAt(40) + 1), log.at(-1) ?? ""];
    expect(await verdict(changed)).toBe(inLine("cut-off", line(sealAt(40) + 1)));
  });
  it("everything", async () => {
    expect(await verdict([])).toBe(inLine("cut-off", 1));
  });
});

describe("seal missing", () => {
  it("of a day with entries", async () => {
    expect(await verdict(without(sealAt(20)))).toBe(inLine("seal-missing", line(sealAt(20))));
  });
  it("of an empty day", async () => {
    const empty = log.findIndex((text) => parse(text).seal?.count === 0);
    expect(await verdict(without(empty))).toBe(inLine("seal-missing", line(empty)));
  });
  it("of the last day", async () => {
    expect(await verdict(without(sealAt(days - 1)))).toBe(inLine("seal-missing", line(sealAt(days - 1))));
  });
  it("all of them", async () => {
    const entries = log.filter((text) => !parse(text).seal);
    expect(await verdict(entries)).toBe(inLine("seal-missing", line(sealAt(0))));
  });
});

describe("signature wrong and key changed", () => {
  const recount = ({ seal }: ReturnType<typeof parse>): void =>
    void Object.assign(seal ?? {}, { closed: 1 + (seal?.closed ?? 0) });
  const otherwise = ({ seal }: ReturnType<typeof parse>): void =>
    void Object.assign(seal ?? {}, { key: otherKey.key });

  it("a seal changed, its hash made anew", async () => {
    const changed = await change(log, sealAt(20), recount, { hash: true });
    expect(await verdict(changed)).toBe(inLine("signature-wrong", line(sealAt(20))));
  });
  it("a seal with the signature of another one", async () => {
    const changed = await change(log, sealAt(20), (one) =>
      Object.assign(one, { signature: parse(log[sealAt(21)]).signature }),
    );
    expect(await verdict(changed)).toBe(inLine("signature-wrong", line(sealAt(20))));
  });
  it("a signature that is none: with filling, in the other alphabet, cut, or empty", async () => {
    const whole = parse(log[sealAt(20)]).signature ?? "";
    for (const signature of [`${whole}==`, `+${whole.slice(1)}`, whole.slice(1), ""]) {
      const changed = await change(log, sealAt(20), (one) => Object.assign(one, { signature }));
      expect(await verdict(changed)).toBe(inLine("signature-wrong", line(sealAt(20))));
    }
  });
  it("a seal forged with another key, the key's name left", async () => {
    const changed = await change(log, sealAt(20), recount, { hash: true, sign: otherKey });
    expect(await verdict(changed)).toBe(inLine("signature-wrong", line(sealAt(20))));
  });
  it("a seal forged with another key, which it names", async () => {
    const changed = await change(log, sealAt(20), otherwise, { hash: true, sign: otherKey });
    expect(await verdict(changed)).toBe(inLine("key-changed", line(sealAt(20))));
  });
  it("the key in a seal swapped, nothing else", async () => {
    const changed = await change(log, sealAt(20), otherwise);
    expect(await verdict(changed)).toBe(inLine("key-changed", line(sealAt(20))));
  });
  it("the end signed by another key", async () => {
    const index = log.length - 1;
    const later = ({ end }: ReturnType<typeof parse>): void =>
      void Object.assign(end ?? {}, { at: 1 + (end?.at ?? 0) });
    expect(await verdict(await change(log, index, later, { hash: true, sign: otherKey }))).toBe(
      inLine("signature-wrong", log.length),
    );
    const named = ({ end }: ReturnType<typeof parse>): void =>
      void Object.assign(end ?? {}, { key: otherKey.key });
    expect(await verdict(await change(log, index, named, { hash: true, sign: otherKey }))).toBe(
      inLine("key-changed", log.length),
    );
  });
  it("the whole record made anew with another key: who noted the seat's key sees it", async () => {
    const swapped = log.map((text) => text.replaceAll(seatKey.key, otherKey.key));
    const changed = await relink(swapped, 0, log.length, { sign: otherKey });
    expect(await verdict(changed)).toBe("holds");
    const keys = new Set([await nameOfKey(seatKey.key, nodeChecking)]);
    expect(await verdict(changed, { keys })).toBe(inLine("key-changed", 1));
    expect(await verdict(log, { keys })).toBe("holds");
  });
});
