import fc from "fast-check";
import { openDB } from "idb";
import { describe, expect, test } from "vitest";
import { listAttempts, listPolicyEvents } from "../../../src/background/record-read.ts";
import { recordEvents } from "../../../src/background/record-bodies.ts";
import { createRecord } from "../../../src/background/record.ts";
import type { Attempt } from "../../../src/contract/attempt.ts";
import type { PolicyEvent } from "../../../src/contract/policy-event.ts";
import type { EntryBody } from "../../../src/contract/record-entry.ts";
import { createConnection } from "../../../src/platform/connection.ts";
import { createRecordStore } from "../../../src/platform/record-store.ts";
import { faultIn, seatRecord } from "./seat-record.ts";

const noon = Date.UTC(2026, 10, 26, 12);
const dayMs = 86_400_000;

function attempt(id: string): EntryBody {
  return {
    kind: "attempt",
    id: id.padStart(16, "0"),
    site: "yelp",
    surface: "comment",
    outcome: "stopped",
    categories: ["health"],
    rules: [],
    length: 10,
    policyVersion: "p",
    engineVersion: "1",
  };
}
const idsOf = (entries: { kind: string; id?: string }[]) =>
  entries.filter(({ kind }) => kind === "attempt").map(({ id }) => Number(id));

describe("the record of a seat", () => {
  test("holds what was written, once, and verifies", async () => {
    const seat = seatRecord({ now: () => noon });
    await seat.record.add(attempt("1"), "one");
    await seat.record.add(attempt("1"), "one");
    await seat.record.add(attempt("2"), "two");
    expect(idsOf(await seat.entries())).toEqual([1, 2]);
    expect(await faultIn(await seat.exported())).toBeUndefined();
  });

  test("is one chain, however many workers write at once", async () => {
    const seat = seatRecord({ now: () => noon });
    const workers = [seat.record, seat.worker(), seat.worker()] as const;
    const workerOf = (at: number) => workers[at % 3] ?? seat.record;
    await Promise.all(
      Array.from({ length: 60 }, (_, at) => workerOf(at).add(attempt(String(at % 45)), `id ${at % 45}`)),
    );
    const ids = idsOf(await seat.entries());
    expect(ids.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 45 }, (_, at) => at));
    expect(await faultIn(await seat.exported())).toBeUndefined();
  });

  test("loses nothing and forks nowhere, wherever a worker is killed", async () => {
    expect.hasAssertions();
    const fate = fc.constantFrom("lives", "dies before", "dies after");
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ fate, pauseMs: fc.constantFrom(0, 1000, dayMs, 3 * dayMs) }), { maxLength: 12 }),
        async (steps) => {
          let now = noon;
          const seat = seatRecord({ now: () => now });
          for (const [at, { fate: becomes, pauseMs }] of steps.entries()) {
            now += pauseMs;
            const doomed = createRecord({
              engineVersion: "1",
              now: () => now,
              store: {
                ...seat.store,
                async write(step) {
                  if (becomes === "dies before") throw new Error("killed");
                  const result = await seat.store.write(step);
                  if (becomes === "dies after") throw new Error("killed");
                  return result;
                },
              },
            });
            const writing = doomed.add(attempt(String(at)), `id ${at}`);
            const came = await writing.then(
              () => "lives",
              () => "dies",
            );
            expect(becomes).toContain(came);
            // Whoever was not answered asks again, and finds a worker that was started anew.
            await seat.worker().add(attempt(String(at)), `id ${at}`);
          }
          expect(idsOf(await seat.entries())).toEqual(steps.map((_, at) => at));
          expect(await faultIn(await seat.exported(seat.worker()))).toBeUndefined();
        },
      ),
      { numRuns: 25 },
    );
  });

  test("tells of a clock that was set back", async () => {
    let now = noon;
    const seat = seatRecord({ now: () => now });
    await seat.record.add(attempt("1"));
    now -= 2 * dayMs;
    await seat.record.add(attempt("2"));
    now += 3 * dayMs;
    const lines = await seat.exported();
    const clock = (await seat.entries()).find(({ kind }) => kind === "clock");
    expect(clock).toMatchObject({ was: noon, at: noon - 2 * dayMs });
    expect(await faultIn(lines)).toMatch(/^clock-back/);
    expect(await faultIn(lines, [clock.seq])).toBeUndefined();
  });

  test("knows the same draft again, at this seat and nowhere else", async () => {
    const [seat, other] = [seatRecord(), seatRecord()];
    const text = "Thanks for coming in, Jane!";
    const mark = await seat.record.fingerprint(text);
    expect(mark).toMatch(/^[0-9a-f]{16}$/);
    expect(await seat.worker().fingerprint(` ${text}\n`)).toBe(mark);
    expect(await seat.record.fingerprint(`${text}!`)).not.toBe(mark);
    expect(await other.record.fingerprint(text)).not.toBe(mark);
  });

  test("keeps its keys where they can be used and not read", async () => {
    const seat = seatRecord();
    await seat.record.head();
    const fresh = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign"]);
    const { pair } = await seat.store.sealKey({ pair: fresh, key: "another" });
    await expect(crypto.subtle.exportKey("pkcs8", pair.privateKey)).rejects.toThrow(/extractable/);
  });

  test("is listed from its end, with how many there are", async () => {
    let now = noon;
    const seat = seatRecord({ now: () => now });
    for (let at = 0; at < 600; at += 1) {
      now += 1;
      await seat.record.add(attempt(String(at)));
      if (at % 100 === 0) await seat.record.add({ kind: "unlock", what: "console", result: "opened" });
    }
    const few = await listAttempts(seat.store, 0, 3);
    expect({ ids: few.attempts.map(({ id }) => Number(id)), total: few.total }).toEqual({
      ids: [599, 598, 597],
      total: 600,
    });
    expect(await listAttempts(seat.store, now - 9, 3)).toMatchObject({ total: 10 });
    expect((await listAttempts(seat.store, 0, 10_000)).attempts).toHaveLength(600);
  });
});

const event = (kind: PolicyEvent["kind"], paths: string[], at = noon): PolicyEvent => ({
  id: `${kind} ${paths.join(" ")}`,
  at,
  kind,
  paths,
  policyVersion: "00000000000000aa",
  version: "2026-11",
});

describe("what happens to the policy", () => {
  test("comes out of the record as it was told, once", async () => {
    const seat = seatRecord({ now: () => noon });
    const told = [
      event("changed", ["strictness", "actions.health"]),
      event("fault", ["contct", "an unknown key, with signs"]),
      event("gone", []),
    ];
    for (const one of told) await recordEvents(seat.record, [one]);
    for (const one of told) await recordEvents(seat.record, [one]);
    await recordEvents(seat.record, [event("mended", []), event("seat", ["sites.yelp"])]);
    const { events, total } = await listPolicyEvents(seat.store, 10);
    expect(events.map(({ kind, paths }) => ({ kind, paths }))).toEqual([
      { kind: "seat", paths: ["sites.yelp"] },
      { kind: "mended", paths: [] },
      { kind: "gone", paths: [] },
      { kind: "fault", paths: ["contct", "an-unknown-key--with-signs"] },
      { kind: "changed", paths: ["strictness", "actions.health"] },
    ]);
    expect(total).toBe(5);
    expect(events[0]).toMatchObject({ version: "2026-11", policyVersion: "00000000000000aa", at: noon });
    expect(await faultIn(await seat.exported())).toBeUndefined();
  });
});

const old = (id: string, at: number): Attempt => ({
  id,
  at,
  site: "yelp",
  surface: "comment",
  outcome: "posted-anyway",
  categories: [],
  rules: [],
  length: 1,
  reason: "two\nlines",
  policyVersion: "old",
  engineVersion: "0",
});

describe("a store of before", () => {
  test("is put into the chain in the order of its time, and is gone with the first step", async () => {
    const before = await openDB("old", 3, {
      upgrade(database) {
        database.createObjectStore("attempts", { keyPath: "id" }).createIndex("at", "at");
        database.createObjectStore("settings");
        database.createObjectStore("patients", { keyPath: "id" });
        database.createObjectStore("policy-events", { keyPath: "id" }).createIndex("at", "at");
      },
    });
    const dates = [noon - 900 * dayMs, noon - dayMs, noon + 5 * dayMs];
    for (const [at, when] of dates.entries())
      await before.put("attempts", old(at === 0 ? "no-token" : `00000000000000a${at}`, when));
    await before.put("policy-events", event("seat", ["strictness"], noon - 30 * dayMs));
    before.close();
    const store = createRecordStore(createConnection("old"));
    const workers = Array.from({ length: 2 }, () =>
      createRecord({ store, engineVersion: "1", now: () => noon }),
    );
    await Promise.all(workers.map((one) => one.add(attempt("7"), "seven")));
    const entries = (await store.readLines(0, 100)).map(({ line }) => JSON.parse(line).entry);
    expect(entries.map(({ kind, at, kept }) => [kind, at, kept])).toEqual([
      ["first", noon - 900 * dayMs, undefined],
      ["attempt", noon - 900 * dayMs, "unchained"],
      ["policy-change", noon - 30 * dayMs, "unchained"],
      ["attempt", noon - dayMs, "unchained"],
      // Its clock ran ahead.
      ["attempt", noon, "unchained"],
      ["attempt", noon, undefined],
    ]);
    expect(entries[1].reason).toBe("two lines");
    expect(await store.readOld()).toEqual({ attempts: [], events: [] });
    expect(await store.readSeals()).toHaveLength(900);
  });
});
