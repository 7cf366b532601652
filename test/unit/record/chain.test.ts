/** What the writer of the record does about days, clocks and keys, and what the verifier makes of it. */
import { describe, expect, it } from "vitest";
import type { EntryBody } from "../../../src/contract/record-entry.ts";
import { nameOfKey } from "../../../src/record/proof.ts";
import { dueToExpire } from "../../../src/record/retention.ts";
import { at, firstKey, heartbeat, newSeat, proof, secondKey } from "./seat.ts";
import { change, indexOfSeal, inLine, parse, remade, verdict, verify } from "./tampering.ts";

const sealsOf = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => {
    const { seal } = parse(line);
    return seal ? [`${seal.date}: ${seal.count}`] : [];
  });

describe("days", () => {
  it("are sealed one by one, also those without entries and those that were slept through", async () => {
    const seat = await newSeat("2026-02-27T10:00");
    await seat.write("2026-02-27T23:59:59.999");
    await seat.write("2026-03-03T00:00");
    const lines = await seat.exported("2026-03-04T08:00");
    expect(sealsOf(lines)).toEqual([
      "2026-02-27: 2",
      "2026-02-28: 0",
      "2026-03-01: 0",
      "2026-03-02: 0",
      "2026-03-03: 1",
    ]);
    expect(await verdict(lines)).toBe("holds");
  });

  it("are sealed again and again without an entry, and once only", async () => {
    const seat = await newSeat("2026-02-27T10:00");
    await seat.wake("2026-02-28T10:00");
    await seat.wake("2026-02-28T11:00");
    await seat.wake("2026-03-01T11:00");
    const lines = await seat.exported("2026-03-01T12:00");
    expect(sealsOf(lines)).toEqual(["2026-02-27: 1", "2026-02-28: 0"]);
    expect(await verdict(lines)).toBe("holds");
  });

  it("that have ended must be sealed before an export is made", async () => {
    const seat = await newSeat("2026-02-27T10:00");
    const lines = await seat.exported("2026-02-27T12:00");
    const late = await change(
      lines,
      lines.length - 1,
      ({ end }) => Object.assign(end ?? {}, { at: at("2026-02-28T12:00") }),
      { hash: true, sign: firstKey },
    );
    expect(await verdict(late)).toBe(inLine("seal-missing", late.length));
  });

  it("that a signed seal passes over are missed", async () => {
    const seat = await newSeat("2026-02-27T10:00");
    const lines = await seat.exported("2026-02-28T12:00");
    const skipped = await change(lines, 1, ({ seal }) => Object.assign(seal ?? {}, { date: "2026-02-28" }), {
      hash: true,
      sign: firstKey,
    });
    expect(await verdict(skipped)).toBe(inLine("seal-missing", 2));
  });
});

describe("a clock that is set back", () => {
  it("by a moment makes time stand still", async () => {
    const seat = await newSeat("2026-02-27T10:00:30");
    await seat.write("2026-02-27T10:00:00");
    const lines = await seat.exported("2026-02-27T10:00:10");
    expect(parse(lines[1]).entry).toMatchObject({ kind: "heartbeat", at: at("2026-02-27T10:00:30") });
    expect(await verdict(lines)).toBe("holds");
  });

  it("within a day is told, and named until it is accepted", async () => {
    const seat = await newSeat("2026-02-27T10:00");
    await seat.write("2026-02-27T09:00");
    const lines = await seat.exported("2026-02-28T12:00");
    expect(parse(lines[1]).entry).toMatchObject({
      kind: "clock",
      was: at("2026-02-27T10:00"),
      at: at("2026-02-27T09:00"),
    });
    expect(await verdict(lines)).toBe(inLine("clock-back", 2));
    expect(await verdict(lines, { acceptedClocks: new Set([1]) })).toBe("holds");
    expect(await verdict(lines, { acceptedClocks: new Set([0, 2]) })).toBe(inLine("clock-back", 2));
  });

  it("by years goes on with days that have been, each sealed anew", async () => {
    const seat = await newSeat("2030-02-27T10:00");
    await seat.wake("2030-03-01T10:00");
    await seat.write("2026-02-27T10:00");
    await seat.write("2026-03-01T10:00");
    const lines = await seat.exported("2026-03-02T10:00");
    expect(sealsOf(lines)).toEqual([
      "2030-02-27: 1",
      "2030-02-28: 0",
      "2030-03-01: 0",
      "2026-02-27: 2",
      "2026-02-28: 0",
      "2026-03-01: 1",
    ]);
    expect(await verdict(lines)).toBe(inLine("clock-back", 5));
    expect(await verdict(lines, { acceptedClocks: new Set([1]) })).toBe("holds");
    // When those days are gone, their seals tell that the clock was set back.
    const later = await seat.exported("2026-03-02T11:00", { from: parse(lines.at(-1)).end?.next ?? 0 });
    expect(await verdict(later)).toBe("holds");
  });

  const back: EntryBody = { kind: "clock", was: at("2026-02-27T10:00") };
  it.each([
    ["an entry", heartbeat],
    ["an entry that tells of another time", { ...back, was: at("2026-02-27T11:00") }],
  ] as const)("and is not told is named, whatever is accepted: %s", async (_, body) => {
    const seat = await newSeat("2026-02-27T10:00");
    await seat.write("2026-02-27T10:30", body);
    const lines = await seat.exported("2026-02-27T12:00");
    const early = await change(
      lines,
      1,
      ({ entry }) => Object.assign(entry ?? {}, { at: at("2026-02-27T09:00") }),
      { hash: true },
    );
    const end = parse(early.at(-1));
    Object.assign(end.end ?? {}, { head: parse(early[1]).hash });
    const signed = early.with(early.length - 1, await remade(end, { hash: true, sign: firstKey }));
    expect(await verdict(signed, { acceptedClocks: new Set([1]) })).toBe(inLine("clock-back", 2));
  });

  it("shows in a seal that was closed before its entries, and in an early end", async () => {
    const seat = await newSeat("2026-02-27T10:00");
    const lines = await seat.exported("2026-02-28T12:00");
    const tools = { hash: true, sign: firstKey };
    const early = await change(
      lines,
      1,
      ({ seal }) => Object.assign(seal ?? {}, { closed: at("2026-02-27T09:00") }),
      tools,
    );
    expect(await verdict(early)).toBe(inLine("clock-back", 2));
    const end = await change(
      lines,
      2,
      ({ end }) => Object.assign(end ?? {}, { at: at("2026-02-28T11:00") }),
      tools,
    );
    expect(await verdict(end)).toBe(inLine("clock-back", 3));
    const told = await change(lines, 1, ({ seal }) => Object.assign(seal ?? {}, { back: true }), tools);
    expect(await verdict(told)).toBe(inLine("clock-back", 2));
    const before = await change(
      lines,
      1,
      ({ seal }) => Object.assign(seal ?? {}, { date: "2026-02-26" }),
      tools,
    );
    expect(await verdict(before)).toBe(inLine("clock-back", 2));
  });
});

describe("a key", () => {
  const changed = async (): Promise<string[]> => {
    const seat = await newSeat("2026-02-27T10:00");
    await seat.write("2026-02-27T11:00", { kind: "key-change", key: secondKey.key });
    await seat.write("2026-02-28T11:00");
    return seat.exported("2026-03-01T12:00");
  };

  it("is changed by the seal of the day that announces it", async () => {
    const lines = await changed();
    expect(parse(lines[indexOfSeal(lines, 0)]).seal).toMatchObject({
      key: firstKey.key,
      next: secondKey.key,
    });
    expect(parse(lines[indexOfSeal(lines, 1)]).seal).toMatchObject({ key: secondKey.key });
    const verified = await verify(lines);
    const names = await Promise.all([firstKey, secondKey].map(({ key }) => nameOfKey(key, proof)));
    expect(verified).toMatchObject({ held: { keys: names } });
    for (const name of names) expect(await verdict(lines, { keys: new Set([name]) })).toBe("holds");
  });

  it("that the entries do not announce, or another than they do, is named", async () => {
    const lines = await changed();
    const index = indexOfSeal(lines, 0);
    const unsaid = await change(lines, index, ({ seal }) => delete seal?.next, {
      hash: true,
      sign: firstKey,
    });
    expect(await verdict(unsaid)).toBe(inLine("key-changed", index + 1));
    const seat = await newSeat("2026-02-27T10:00");
    const plain = await seat.exported("2026-02-28T12:00");
    const taken = await change(plain, 1, ({ seal }) => Object.assign(seal ?? {}, { next: secondKey.key }), {
      hash: true,
      sign: firstKey,
    });
    expect(await verdict(taken)).toBe(inLine("key-changed", 2));
  });
});

describe("entries that are not there", () => {
  async function years() {
    const seat = await newSeat("2026-02-27T10:00");
    await seat.write("2026-02-27T11:00", { kind: "key-change", key: secondKey.key });
    await seat.write("2026-02-28T11:00");
    await seat.write("2026-03-01T11:00");
    return seat;
  }

  it("may be left out of an export by whole days from the beginning, never otherwise", async () => {
    const seat = await years();
    for (const from of [2, 3, 4]) {
      const lines = await seat.exported("2026-03-02T12:00", { from });
      expect(lines.filter((line) => parse(line).entry)).toHaveLength(4 - from);
      expect(await verdict(lines)).toBe("holds");
    }
    const torn = await seat.exported("2026-03-02T12:00", { from: 1 });
    expect(await verdict(torn)).toBe(inLine("removed", 1));
  });

  it("are missed where the end does not say so", async () => {
    const lines = await (await years()).exported("2026-03-02T12:00");
    const gone = lines.filter((line) => (parse(line).entry?.seq ?? 9) >= 2);
    expect(await verdict(gone)).toBe(inLine("removed", 1));
    const end = parse(gone.at(-1));
    Object.assign(end.end ?? {}, { from: 2 });
    const forged = gone.with(gone.length - 1, await remade(end, { hash: true }));
    expect(await verdict(forged)).toBe(inLine("signature-wrong", gone.length));
  });

  it("may have expired where an entry tells so, and their seals stay", async () => {
    const seat = await years();
    for (let day = 10; day < 365; day += 10)
      await seat.write(new Date(Date.UTC(2026, 2, 1 + day, 9)).toISOString().slice(0, 16));
    await seat.wake("2027-03-01T00:00");
    const seals = (await seat.exported("2027-03-01T00:00")).flatMap((line) => parse(line).seal ?? []);
    const due = dueToExpire(seals, 0, "2027-03-01", 1);
    expect(due).toEqual({ before: 3, through: "2026-02-28" });
    const silent = await seat.exported("2027-03-01T00:01", { from: 3, expired: 3 });
    expect(await verdict(silent)).toBe(inLine("removed", 1));
    await seat.write("2027-03-01T00:02", { kind: "expiry", before: 3, through: "2026-02-28", years: 1 });
    const told = await seat.exported("2027-03-01T00:03", { from: 3, expired: 3 });
    expect(told.filter((line) => parse(line).seal)).toHaveLength(seals.length);
    expect(await verdict(told)).toBe("holds");
    // The notice is written first: a crash between it and the removal leaves more than is due.
    expect(await verdict(await seat.exported("2027-03-01T00:04"))).toBe("holds");
  });

  it("expire by whole days, after their years and not before", () => {
    const every = (days: number, until: string) =>
      Array.from({ length: days }, (_, first) => ({
        date: new Date(Date.UTC(2024, 1, 28 + first)).toISOString().slice(0, 10),
        first,
        count: 1,
      })).filter(({ date }) => date < until);
    const due = (today: string, expired = 0) => dueToExpire(every(3000, today), expired, today, 6);
    expect(due("2030-02-28")).toBeUndefined();
    // The leap day has no day of its own in that year.
    expect(due("2030-03-01")).toEqual({ before: 1, through: "2024-02-28" });
    expect(due("2030-03-02")).toEqual({ before: 3, through: "2024-03-01" });
    expect(due("2030-03-02", 3)).toBeUndefined();
    expect(dueToExpire([], 0, "2030-03-02", 6)).toBeUndefined();
  });
});
