import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { recordAttempt } from "../../../src/background/attempts.ts";
import type { Knowledge } from "../../../src/background/knowledge.ts";
import { outcome } from "../../../src/contract/attempt.ts";
import type { OfficerKeyFile } from "../../../src/contract/evidence.ts";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { check, emptyIndex, notToKeep, prepare } from "../../../src/engine/index.ts";
import type { Draft, Knowledge as Prepared } from "../../../src/engine/index.ts";
import { sha256Of } from "../../../src/patient-list/bytes.ts";
import { newOfficerKey, openOfficerKey } from "../../../src/record/evidence-key.ts";
import type { OfficerKey } from "../../../src/record/evidence-key.ts";
import { defaultPolicy, defaultResolved, draft, passphrase } from "./parts.ts";
import { page, worker } from "./put-together.ts";
import { faultIn, seatRecord } from "./seat-record.ts";

let file: OfficerKeyFile;
let officer: OfficerKey;
beforeAll(async () => {
  file = await newOfficerKey(passphrase, 0);
  const opened = await openOfficerKey(file, passphrase);
  if ("problem" in opened) throw new Error(opened.problem);
  officer = opened.key;
});

const asked = (evidenceKey: string | null): Knowledge<Prepared> => ({
  version: "v",
  policyVersion: "p",
  resolved: { ...defaultResolved, policy: { ...defaultPolicy, evidenceKey } },
  prepared: prepare(defaultPolicy, emptyPractice, emptyIndex),
});

function seatOf() {
  const now = () => 1_700_000_000_000;
  const secondPerson = { approverOf: async () => undefined };
  const seat = { ...seatRecord({ now }), check, notToKeep, secondPerson, engineVersion: "1", now };
  const readAll = async () => {
    const entries = await seat.entries();
    const sealed = await Promise.all(entries.map(({ seq }) => seat.store.readEvidence(seq)));
    return { entries, sealed };
  };
  return { ...seat, readAll };
}

const stopped: Draft = {
  ...draft,
  text: "Thanks for coming in, Jane! Your number is 310-555-0188.",
  thread: { author: "Jane D.", text: "Best filler ever" },
};

describe("a draft on record, where policy names the officer's key", () => {
  test("lies sealed beside its entry, which has its digest; the officer opens it", async () => {
    const seat = seatOf();
    await recordAttempt({ id: "a", draft: stopped, outcome: "stopped" }, asked(file.publicKey), seat);
    const { entries, sealed } = await seat.readAll();
    const [first, entry] = entries;
    const bytes = sealed[1] ?? new Uint8Array();
    expect([first.kind, sealed[0]]).toEqual(["first", undefined]);
    expect(entry.evidence).toBe(await sha256Of(bytes));
    expect(await officer.open(bytes, { seat: entry.seat, id: entry.id }, entry.evidence)).toEqual({
      draft: stopped,
    });
    expect(await faultIn(await seat.exported())).toBeUndefined();
  });

  test("is on disk nowhere else: not a run of more than three of its characters", async () => {
    const strange = fc.string({
      unit: fc.constantFrom("ä", "ß", "ñ", "é", "α", "β", "ж", "щ", "火", "木", "🌵"),
      minLength: 4,
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(strange, strange, async (text, said) => {
        const seat = seatOf();
        const one = { ...stopped, text: `Your Botox, ${text}`, thread: { author: "", text: said } };
        await recordAttempt({ id: "a", draft: one, outcome: "stopped" }, asked(file.publicKey), seat);
        const { entries, sealed } = await seat.readAll();
        const bytes = sealed.map((each) => new TextDecoder("latin1").decode(each)).join("");
        const utf8 = new TextDecoder().decode(sealed[1]);
        const kept = JSON.stringify(entries) + bytes + utf8;
        const units = Array.from(text + said);
        const runs = units.slice(3).map((_, at) => units.slice(at, at + 4).join(""));
        expect(sealed[1]?.length).toBeGreaterThan(57);
        expect(runs.filter((run) => kept.includes(run))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test("is sealed with each outcome but that of a box that is not watched", async () => {
    const seat = seatOf();
    for (const [number, each] of outcome.options.entries())
      await recordAttempt({ id: `${number}`, draft: stopped, outcome: each }, asked(file.publicKey), seat);
    const { entries, sealed } = await seat.readAll();
    const without = entries.filter(({ kind, seq }) => kind === "attempt" && !sealed[seq]);
    expect(without.map((entry) => entry.outcome)).toEqual(["not-watching"]);
    expect(without[0]).not.toHaveProperty("evidence");
    expect(entries).toHaveLength(1 + outcome.options.length);
  });

  test("is sealed once, however often the page asks: entry and bytes fit", async () => {
    const seat = seatOf();
    const body = { id: "a", draft: stopped, outcome: "stopped" as const };
    const knowledge = asked(file.publicKey);
    await Promise.all([1, 2, 3].map(() => recordAttempt(body, knowledge, seat)));
    await recordAttempt(body, knowledge, { ...seat, record: seat.worker() });
    const { entries, sealed } = await seat.readAll();
    expect(entries).toHaveLength(2);
    expect(await sha256Of(sealed[1] ?? new Uint8Array())).toBe(entries[1].evidence);
  });

  test("is counted like any other where the disk is full", async () => {
    const seat = seatOf();
    seat.disk.isFull = true;
    const body = { id: "a", draft: stopped, outcome: "stopped" as const };
    await expect(recordAttempt(body, asked(file.publicKey), seat)).rejects.toThrow("QuotaExceededError");
    expect(await seat.room.waiting()).toBe(1);
    seat.disk.isFull = false;
    await recordAttempt(body, asked(file.publicKey), seat);
    expect([await seat.room.waiting(), (await seat.readAll()).sealed[1]?.length]).toEqual([
      0,
      expect.any(Number),
    ]);
  });
});

describe("where policy does not ask, or asks in vain", () => {
  test("no draft is kept without a key, nor without a policy", async () => {
    const seat = seatOf();
    await recordAttempt({ id: "a", draft: stopped, outcome: "stopped" }, asked(null), seat);
    await recordAttempt({ id: "b", draft: stopped, outcome: "unchecked" }, undefined, seat);
    const { entries, sealed } = await seat.readAll();
    expect([entries.length, ...sealed]).toEqual([3, undefined, undefined, undefined]);
    expect(entries.some((entry) => "evidence" in entry)).toBe(false);
  });

  test("a key that anybody could open is not used, which is told once; the attempts are on record", async () => {
    const seat = seatOf();
    const useless = asked(`${"A".repeat(43)}=`);
    for (const id of ["a", "b"])
      await recordAttempt({ id, draft: stopped, outcome: "stopped" }, useless, seat);
    const { entries, sealed } = await seat.readAll();
    expect(entries.map(({ kind }) => kind)).toEqual(["first", "policy-fault", "attempt", "attempt"]);
    expect(entries[1]).toMatchObject({ settings: ["evidenceKey"], policyVersion: "p" });
    expect(sealed.filter((bytes) => bytes)).toEqual([]);
    expect(entries[2]).not.toHaveProperty("evidence");
  });
});

test("whoever opens a sealed draft, or tries to, is on record before they are answered", async () => {
  const { handlers, entries, disk } = worker();
  const subject = { seat: "00000000000000aa", seq: 12, hash: "0".repeat(64) };
  for (const result of ["refused", "opened"] as const) {
    expect(await handlers["record.unlock"]({ result, subject }, page)).toMatchObject({ ok: true });
    expect((await entries()).at(-1)).toMatchObject({
      kind: "unlock",
      what: "evidence",
      result,
      subject,
    });
  }
  disk.isFull = true;
  await expect(handlers["record.unlock"]({ result: "opened", subject }, page)).rejects.toThrow("Quota");
});
