/** Whatever is changed, removed or inserted in a record of 10,000 entries is found, called by its name, and found where it is. */
import { describe, expect, it } from "vitest";
import { at, chosen, days, line, log, longer, middle, openDay, range, sealAt, without } from "./long-log.ts";
import { change, inLine, parse, relink, remade, verdict } from "./tampering.ts";

it("holds as it was written", async () => {
  expect(log).toHaveLength(10_000 + days + 1);
  expect(await verdict(log)).toBe("holds");
  const empty = log.filter((text) => parse(text).seal?.count === 0);
  expect(empty.length, "days without entries").toBeGreaterThan(0);
});

describe("changed", () => {
  it("a field", async () => {
    const index = chosen;
    expect(await verdict(await change(log, index, longer))).toBe(inLine("changed", line(index)));
  });
  it("a field, its hash made anew", async () => {
    const index = chosen;
    expect(await verdict(await change(log, index, longer, { hash: true }))).toBe(
      inLine("changed", line(index)),
    );
  });
  it("the link to the entry before, its hash made anew", async () => {
    const index = chosen;
    const changed = await change(
      log,
      index,
      ({ entry }) => Object.assign(entry ?? {}, { previous: "f".repeat(64) }),
      { hash: true },
    );
    expect(await verdict(changed)).toBe(inLine("changed", line(index)));
  });
  it("a field, and every hash up to the seal made anew", async () => {
    const index = chosen;
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
    const index = chosen;
    const changed = log.with(index, how(log[index] ?? ""));
    expect(changed[index]).not.toBe(log[index]);
    expect(await verdict(changed)).toBe(inLine("changed", line(index)));
  });
});

describe("removed", () => {
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
    const index = chosen;
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

describe("inserted", () => {
  const forged = async (index: number): Promise<string> => {
    const stray = parse(log[index]);
    longer(stray);
    return remade(stray, { hash: true });
  };
  it("an entry before another one, with its number", async () => {
    const index = chosen;
    expect(await verdict(log.toSpliced(index, 0, await forged(index)))).toBe(inLine("inserted", line(index)));
  });
  it("an entry after another one, with its number", async () => {
    const index = chosen;
    expect(await verdict(log.toSpliced(index + 1, 0, await forged(index)))).toBe(
      inLine("inserted", line(index + 1)),
    );
  });
  it("an entry with a number that there is nowhere else", async () => {
    const index = chosen;
    const stray = parse(log[index]);
    Object.assign(stray.entry ?? {}, { seq: 20_000 });
    const changed = log.toSpliced(index, 0, await remade(stray, { hash: true }));
    expect(await verdict(changed)).toBe(inLine("inserted", line(index)));
  });
  it("an entry, the rest of the day numbered and linked anew", async () => {
    const index = chosen;
    const seal = log.findIndex((text, place) => place > index && parse(text).seal);
    const changed = await relink(log.toSpliced(index, 0, await forged(index)), index, seal + 1, {});
    const restored = changed.with(seal + 1, log[seal] ?? "");
    expect(await verdict(restored)).toBe(inLine("inserted", line(seal + 1)));
  });
  it("an entry of another seat", async () => {
    const index = chosen;
    const stray = parse(log[index]);
    Object.assign(stray.entry ?? {}, { seat: "0123456789abcdef" });
    const changed = log.with(index, await remade(stray, { hash: true }));
    expect(await verdict(changed)).toBe(inLine("inserted", line(index)));
  });
  it("a second first entry", async () => {
    const index = chosen;
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
  it.each(["", " ", "[]", '{"entry":', "not JSON"])("%o after the end", async (text) => {
    expect(await verdict([...log, text])).toBe(inLine("inserted", line(log.length)));
    expect(await verdict([...log, text, ""])).toBe(inLine("inserted", line(log.length)));
  });
  it("a second export behind the first", async () => {
    expect(await verdict([...log, ...log])).toBe(inLine("inserted", line(log.length)));
  });
});
