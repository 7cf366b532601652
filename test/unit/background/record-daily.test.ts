import { describe, expect, test } from "vitest";
import { lookDaily, nextDay } from "../../../src/background/record-daily.ts";
import { givenUpMs } from "../../../src/background/record-room.ts";
import type { EntryBody } from "../../../src/contract/record-entry.ts";
import { defaultResolved } from "./parts.ts";
import { faultIn, seatRecord } from "./seat-record.ts";

const noon = Date.UTC(2026, 10, 26, 12);
const dayMs = 86_400_000;
const body: EntryBody = { kind: "unlock", what: "console", result: "opened" };

function daily(years = 6) {
  const clock = { now: noon };
  const seat = seatRecord({ now: () => clock.now });
  const alarms: number[] = [];
  const policy = { ...defaultResolved.policy, retentionYears: years };
  const look = (source: "managed" | "awaited" | "unknown" = "managed") =>
    lookDaily({
      record: seat.record,
      store: seat.store,
      readKnown: async () =>
        source === "unknown" ? undefined : { policyVersion: "p", resolved: { policy, source } },
      alarm: { set: async (when) => void alarms.push(when) },
      browser: "Firefox 140.0",
      engineVersion: "1",
      now: () => clock.now,
      random: () => 0,
    });
  const kinds = async () => (await seat.entries()).map(({ kind }) => kind);
  return { ...seat, clock, alarms, look, kinds };
}

describe("each day", () => {
  test("has one sign of life, and is sealed when it has ended, also one without entries", async () => {
    const seat = daily();
    await seat.look();
    await seat.look();
    expect(await seat.kinds()).toEqual(["first", "heartbeat"]);
    seat.clock.now += 3 * dayMs;
    await seat.look();
    expect(await seat.kinds()).toEqual(["first", "heartbeat", "heartbeat"]);
    const dates = (await seat.store.readSeals()).map((line) => JSON.parse(line).seal.date);
    expect(dates).toEqual(["2026-11-26", "2026-11-27", "2026-11-28"]);
    expect(await faultIn(await seat.exported())).toBeUndefined();
  });

  test("begins with an alarm a little after midnight", async () => {
    const seat = daily();
    await seat.look();
    expect(seat.alarms).toEqual([Date.UTC(2026, 10, 27, 0, 1)]);
    expect(nextDay(Date.UTC(2026, 11, 31, 23, 59), 1)).toBe(Date.UTC(2027, 0, 1, 0, 5));
  });

  test("is sealed while nobody knows the policy, and the sign of life comes when somebody does", async () => {
    const seat = daily();
    await seat.record.add(body);
    seat.clock.now += dayMs;
    await seat.look("unknown");
    await seat.look("awaited");
    expect(await seat.kinds()).toEqual(["first", "unlock"]);
    expect(await seat.store.readSeals()).toHaveLength(1);
    await seat.look();
    expect((await seat.entries()).at(-1)).toMatchObject({ kind: "heartbeat", browser: "Firefox 140.0" });
  });

  test("rejects nothing where the disk is full, and makes up for it later", async () => {
    const seat = daily();
    await seat.record.head();
    seat.disk.isFull = true;
    await seat.look();
    seat.disk.isFull = false;
    await seat.look();
    expect(await seat.kinds()).toEqual(["first", "heartbeat"]);
  });
});

describe("what is older than the policy lets be kept", () => {
  test("goes by whole sealed days, and the record still verifies", async () => {
    const seat = daily(1);
    for (let day = 0; day < 4; day += 1) {
      await seat.record.add(body, `day ${day}`);
      seat.clock.now += dayMs;
    }
    for (let week = 0; week < 51; week += 1) {
      await seat.record.add(body, `week ${week}`);
      seat.clock.now += 7 * dayMs;
    }
    seat.clock.now = Date.UTC(2027, 10, 28, 12);
    await seat.look();
    const entries = await seat.entries();
    expect(entries.at(-1)).toMatchObject({ kind: "expiry", through: "2026-11-27", before: 3, years: 1 });
    expect(entries[0].seq).toBe(3);
    expect((await seat.record.head()).expired).toBe(3);
    expect(await faultIn(await seat.exported())).toBeUndefined();
    await seat.look();
    expect((await seat.kinds()).filter((kind) => kind === "expiry")).toHaveLength(1);
  });

  test("stays where only the clock says that it is old, and tells of the clock when it was set right", async () => {
    const seat = daily(1);
    await seat.record.add(body);
    seat.clock.now += 800 * dayMs;
    await seat.look();
    seat.clock.now -= 799 * dayMs;
    await seat.look();
    expect(await seat.kinds()).toEqual(["first", "unlock", "heartbeat", "clock", "heartbeat"]);
  });

  test("stays where nobody knows how long it is to be kept", async () => {
    const seat = daily(1);
    await seat.record.add(body);
    seat.clock.now += 800 * dayMs;
    await seat.look("awaited");
    expect(await seat.kinds()).toEqual(["first", "unlock"]);
  });

  test("and so do ids that nobody asks for again", async () => {
    const seat = daily();
    await seat.record.add(body, "early");
    seat.clock.now += 3 * dayMs;
    await seat.record.add(body, "late");
    await seat.look();
    const ids = await (await seat.connection()).getAllKeys("delivered");
    expect(ids).toEqual(["late"]);
  });
});

describe("a full disk", () => {
  test("is told, keeps the page asking, and forgotten when there is room", async () => {
    const seat = daily();
    seat.disk.isFull = true;
    await expect(seat.room.add(body, "one")).rejects.toThrow("QuotaExceededError");
    await expect(seat.room.add(body, "one")).rejects.toThrow("QuotaExceededError");
    expect([seat.told, await seat.room.waiting()]).toEqual([[true], 1]);
    seat.disk.isFull = false;
    await seat.room.add(body, "one");
    expect([seat.told, await seat.room.waiting()]).toEqual([[true, false], 0]);
    expect(await seat.kinds()).toEqual(["first", "unlock"]);
  });

  test("leaves on record how many entries were given up", async () => {
    const seat = daily();
    seat.disk.isFull = true;
    const since = seat.clock.now;
    await expect(seat.room.add(body, "one")).rejects.toThrow("QuotaExceededError");
    await seat.room.note(body);
    seat.clock.now += givenUpMs - 1;
    await expect(seat.room.add(body, "two")).rejects.toThrow("QuotaExceededError");
    seat.clock.now += 1;
    seat.disk.isFull = false;
    await seat.room.settle();
    expect((await seat.entries()).at(-1)).toMatchObject({ kind: "lost", count: 2, from: since });
    expect(await seat.room.waiting()).toBe(1);
    await seat.room.add(body, "two");
    expect(await seat.kinds()).toEqual(["first", "lost", "unlock"]);
    expect(seat.told.at(-1)).toBe(false);
  });

  test("leaves on record how many entries waited when the browser ended", async () => {
    const seat = daily();
    const since = seat.clock.now;
    seat.disk.isFull = true;
    await expect(seat.room.add(body, "one")).rejects.toThrow("QuotaExceededError");
    seat.clock.now += 1000;
    await expect(seat.room.add(body, "two")).rejects.toThrow("QuotaExceededError");
    seat.disk.isFull = false;
    await seat.room.add(body, "two");
    const room = seat.startAgain();
    await room.settle();
    await room.settle();
    expect(await seat.kinds()).toEqual(["first", "unlock", "lost"]);
    expect((await seat.entries()).at(-1)).toMatchObject({ count: 1, from: since });
    await seat.startAgain().settle();
    expect(await seat.kinds()).toEqual(["first", "unlock", "lost"]);
  });

  test("that is still full when the browser starts again loses no count", async () => {
    const seat = daily();
    seat.disk.isFull = true;
    await expect(seat.room.add(body, "one")).rejects.toThrow("QuotaExceededError");
    const room = seat.startAgain();
    await room.settle();
    expect([seat.told.at(-1), await room.waiting()]).toEqual([true, 1]);
    await expect(room.add(body, "two")).rejects.toThrow("QuotaExceededError");
    seat.disk.isFull = false;
    const last = seat.startAgain();
    await last.settle();
    expect((await seat.entries()).at(-1)).toMatchObject({ kind: "lost", count: 2 });
    expect([await last.waiting(), seat.left.value]).toEqual([0, null]);
  });

  test("on which nothing at all can be written is remembered as long as the browser runs", async () => {
    const seat = daily();
    seat.disk.isFull = true;
    seat.left.write = () => Promise.reject(new Error("no byte left"));
    await expect(seat.room.add(body, "one")).rejects.toThrow("QuotaExceededError");
    expect(await seat.room.waiting()).toBe(1);
  });
});
