/** Every kind of tampering with a record of 10,000 entries is found, called by its name, and found where it is. */
import { beforeAll, describe, expect, it } from "vitest";
import { nameOfKey } from "../../../src/record/proof.ts";
import { nodeChecking } from "../../../scripts/guard/log/read-file.ts";
import {
  change,
  indexOfEntry,
  indexOfSeal,
  inLine,
  otherKey,
  parse,
  relink,
  remade,
  sample,
  seatKey,
  verdict,
} from "./tampering.ts";

/** The last one is no Sunday, so that it has entries. */
const days = 58;
let log: string[] = [];
beforeAll(async () => {
  log = await sample(10_000, days);
  const from = at(middle);
  const kinds = log.map((text) => parse(text).entry?.kind);
  chosen = kinds.findIndex(
    (kind, index) =>
      index >= from && kind === "attempt" && kinds[index - 1] !== undefined && kinds[index + 1] !== undefined,
  );
});

/** An entry in the middle of the record, followed and preceded by entries of the same day. */
const middle = 5000;
const at = (seq: number): number => indexOfEntry(log, seq);
const sealAt = (number: number): number => indexOfSeal(log, number);
const without = (...indices: number[]): string[] => log.filter((_, index) => !indices.includes(index));
const range = (from: number, until: number): number[] =>
  Array.from({ length: until - from }, (_, step) => from + step);
const longer = (line: ReturnType<typeof parse>): void => {
  if (line.entry?.kind === "attempt") line.entry.length++;
};
/** Index of an attempt from the middle on, whose neighbors are of the same day. */
let chosen = 0;
const attempt = (): number => chosen;
/** Line numbers count from 1. */
const line = (index: number): number => index + 1;

it("holds as it was written", { timeout: 60_000 }, async () => {
  expect(log).toHaveLength(10_000 + days + 1);
  expect(await verdict(log)).toBe("holds");
  const empty = log.filter((text) => parse(text).seal?.count === 0);
  expect(empty.length, "days without entries").toBeGreaterThan(0);
});

describe("changed", { timeout: 60_000 }, () => {
  it("a field", async () => {
    const index = attempt();
    expect(await verdict(await change(log, index, longer))).toBe(inLine("changed", line(index)));
  });
  it("a field, its hash made anew", async () => {
    const index = attempt();
    expect(await verdict(await change(log, index, longer, { hash: true }))).toBe(
      inLine("changed", line(index)),
    );
  });
  it("the link to the entry before, its hash made anew", async () => {
    const index = attempt();
    const changed = await change(
      log,
      index,
      ({ entry }) => Object.assign(entry ?? {}, { previous: "f".repeat(64) }),
      { hash: true },
    );
    expect(await verdict(changed)).toBe(inLine("changed", line(index)));
  });
  it("a field, and every hash up to the seal made anew", async () => {
    const index = attempt();
    const seal = log.findIndex((text, place) => place > index && parse(text).seal);
    const changed = await relink(await change(log, index, longer), index, seal, {});
    expect(await verdict(changed)).toBe(inLine("changed", line(seal)));
  });
  it("the first entry", async () => {
    const changed = await change(log, 0, ({ entry }) => Object.assign(entry ?? {}, { engineVersion: "9" }), {
      hash: true,
    });
    expect(await verdict(changed)).toBe(inLine("changed", 1));
  });
  it("the count of a seal", async () => {
    const changed = await change(log, sealAt(20), ({ seal }) => Object.assign(seal ?? {}, { count: 1 }));
    expect(await verdict(changed)).toBe(inLine("changed", line(sealAt(20))));
  });
  it("the end", async () => {
    const changed = await change(log, log.length - 1, ({ end }) => Object.assign(end ?? {}, { next: 1 }));
    expect(await verdict(changed)).toBe(inLine("changed", log.length));
  });
  it("the last entry of all, with its hash, where no seal has closed its day yet", async () => {
    const open = await openDay();
    const last = open.length - 2;
    const changed = await change(
      open,
      last,
      ({ entry }) =>
        Object.assign(entry ?? {}, { seat: parse(open[0]).entry?.seat, at: 1 + (entry?.at ?? 0) }),
      { hash: true },
    );
    expect(await verdict(changed)).toBe(inLine("changed", line(last)));
  });
  it.each([
    ["a space", (text: string) => text.replace(",", ", ")],
    [
      "the order of two fields",
      (text: string) => text.replace(/("at":\d+),("[a-zA-Z]+":(?:"[^"]*"|\[[^\]]*\]|\d+))/, "$2,$1"),
    ],
    ["a field twice", (text: string) => text.replace(/"at":\d+/, "$&,$&")],
    ["a letter as an escape", (text: string) => text.replace('"attempt"', '"\\u0061ttempt"')],
    ["what is no JSON", () => "{"],
    ["a line that is empty", () => ""],
  ])("%s", async (_, how) => {
    const index = attempt();
    const changed = log.with(index, how(log[index] ?? ""));
    expect(changed[index]).not.toBe(log[index]);
    expect(await verdict(changed)).toBe(inLine("changed", line(index)));
  });
});

/** The record with its last day still open: as an export looks that was made during the day. */
async function openDay(): Promise<string[]> {
  const last = sealAt(days - 1);
  const sealed = parse(log[sealAt(days - 2)]);
  const [end, before] = [parse(log.at(-1)), parse(log[last - 1])];
  Object.assign(end.end ?? {}, { seals: days - 1, sealed: sealed.hash, at: before.entry?.at });
  return [...log.slice(0, last), await remade(end, { hash: true, sign: seatKey })];
}

describe("removed", { timeout: 60_000 }, () => {
  it("an entry", async () => {
    expect(await verdict(without(at(middle)))).toBe(inLine("removed", line(at(middle))));
  });
  it("the first entry", async () => {
    expect(await verdict(without(0))).toBe(inLine("removed", 1));
  });
  it("a run of entries over days and seals", async () => {
    const run = range(at(middle), at(middle + 700));
    expect(await verdict(without(...run))).toBe(inLine("removed", line(at(middle))));
  });
  it("the last entry of a day", async () => {
    const last = sealAt(20) - 1;
    expect(parse(log[last]).entry).toBeDefined();
    expect(await verdict(without(last))).toBe(inLine("removed", line(last)));
  });
  it("an entry, the rest of the day numbered and linked anew", async () => {
    const index = attempt();
    const seal = log.findIndex((text, place) => place > index && parse(text).seal);
    const changed = await relink(without(index), index, seal - 1, {});
    expect(await verdict(changed)).toBe(inLine("removed", line(seal - 1)));
  });
  it("the entries of a day, its seal left", async () => {
    const [from, until] = [sealAt(19) + 1, sealAt(20)];
    expect(until).toBeGreaterThan(from);
    expect(await verdict(without(...range(from, until)))).toBe(inLine("removed", line(from)));
  });
  it("the entries of the first day, its seal left", async () => {
    expect(await verdict(without(...range(0, sealAt(0))))).toBe(inLine("removed", 1));
  });
  it("a whole day", async () => {
    const [from, until] = [sealAt(19) + 1, sealAt(20) + 1];
    expect(await verdict(without(...range(from, until)))).toBe(inLine("removed", line(from)));
  });
  it("every entry, the seals left", async () => {
    const seals = log.filter((text) => !parse(text).entry);
    expect(await verdict(seals)).toBe(inLine("removed", 1));
  });
});

describe("inserted", { timeout: 60_000 }, () => {
  const forged = async (index: number): Promise<string> => {
    const stray = parse(log[index]);
    longer(stray);
    return remade(stray, { hash: true });
  };
  it("an entry before another one, with its number", async () => {
    const index = attempt();
    expect(await verdict(log.toSpliced(index, 0, await forged(index)))).toBe(inLine("inserted", line(index)));
  });
  it("an entry after another one, with its number", async () => {
    const index = attempt();
    expect(await verdict(log.toSpliced(index + 1, 0, await forged(index)))).toBe(
      inLine("inserted", line(index + 1)),
    );
  });
  it("an entry with a number that there is nowhere else", async () => {
    const index = attempt();
    const stray = parse(log[index]);
    Object.assign(stray.entry ?? {}, { seq: 20_000 });
    const changed = log.toSpliced(index, 0, await remade(stray, { hash: true }));
    expect(await verdict(changed)).toBe(inLine("inserted", line(index)));
  });
  it("an entry, the rest of the day numbered and linked anew", async () => {
    const index = attempt();
    const seal = log.findIndex((text, place) => place > index && parse(text).seal);
    const changed = await relink(log.toSpliced(index, 0, await forged(index)), index, seal + 1, {});
    const restored = changed.with(seal + 1, log[seal] ?? "");
    expect(await verdict(restored)).toBe(inLine("inserted", line(seal + 1)));
  });
  it("an entry of another seat", async () => {
    const index = attempt();
    const stray = parse(log[index]);
    Object.assign(stray.entry ?? {}, { seat: "0123456789abcdef" });
    const changed = log.with(index, await remade(stray, { hash: true }));
    expect(await verdict(changed)).toBe(inLine("inserted", line(index)));
  });
  it("a second first entry", async () => {
    const index = attempt();
    const stray = parse(log[0]);
    Object.assign(stray.entry ?? {}, {
      seq: parse(log[index]).entry?.seq,
      previous: parse(log[index]).entry?.previous,
      at: parse(log[index]).entry?.at,
    });
    const changed = log.with(index, await remade(stray, { hash: true }));
    expect(await verdict(changed)).toBe(inLine("inserted", line(index)));
  });
  it("entries after the last one, the end left", async () => {
    const open = await openDay();
    const last = parse(open.at(-2));
    Object.assign(last.entry ?? {}, { seq: 10_000, previous: last.hash });
    const changed = open.toSpliced(-1, 0, await remade(last, { hash: true }));
    expect(await verdict(changed)).toBe(inLine("inserted", changed.length));
  });
  it("a second export behind the first", async () => {
    expect(await verdict([...log, ...log])).toBe(inLine("inserted", line(log.length)));
  });
});

describe("reordered", { timeout: 60_000 }, () => {
  const swapped = (one: number, other: number): string[] =>
    log.with(one, log[other] ?? "").with(other, log[one] ?? "");
  const moved = (from: number, to: number): string[] =>
    log.toSpliced(from, 1).toSpliced(to, 0, log[from] ?? "");

  it("two entries side by side", async () => {
    expect(await verdict(swapped(attempt(), attempt() + 1))).toBe(inLine("reordered", line(attempt())));
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
    const [from, between, until] = [sealAt(18) + 1, sealAt(19) + 1, sealAt(20) + 1];
    const changed = [
      ...log.slice(0, from),
      ...log.slice(between, until),
      ...log.slice(from, between),
      ...log.slice(until),
    ];
    expect(await verdict(changed)).toBe(inLine("reordered", line(from)));
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

describe("repeated", { timeout: 60_000 }, () => {
  const again = (index: number, to: number): string[] => log.toSpliced(to, 0, log[index] ?? "");

  it("an entry, at once, further on and before", async () => {
    const index = attempt();
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

describe("cut off at the end", { timeout: 60_000 }, () => {
  it("within a day", async () => {
    expect(await verdict(log.slice(0, at(middle)))).toBe(inLine("cut-off", line(at(middle))));
  });
  it("behind a seal", async () => {
    expect(await verdict(log.slice(0, sealAt(40) + 1))).toBe(inLine("cut-off", line(sealAt(40) + 1)));
  });
  it("within a line", async () => {
    const index = attempt();
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

describe("seal missing", { timeout: 60_000 }, () => {
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

describe("signature wrong and key changed", { timeout: 60_000 }, () => {
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
