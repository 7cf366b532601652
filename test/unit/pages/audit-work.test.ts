import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { sampleLines } from "../../../scripts/guard/log/sample.ts";
import { createImportedLogs } from "../../../src/platform/imported-logs.ts";
import { pageWords } from "../../../src/pages/audit/entry-words.ts";
import type { FromWorker, JobName, Jobs, ToWorker } from "../../../src/pages/audit/jobs.ts";
import { createWork } from "../../../src/pages/audit/record-work.ts";
import type { RecordsParts } from "../../../src/pages/audit/records.ts";
import { newSeat } from "../record/seat.ts";
import { toLine } from "../../../src/record/read-line.ts";

type Own = RecordsParts["record"];

async function sample(seed: number, entries = 1500, days = 6): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of sampleLines({ entries, days, seed, from: "2026-03-02", out: "" }))
    lines.push(toLine(line));
  return lines;
}

/** A seat's own record with so many of the lines of a sample. */
function ownRecord(lines: readonly string[], next: () => number, expired: () => number): Own {
  const entries = lines.filter((line) => line.startsWith('{"entry"'));
  const [, seat = ""] = /"seat":"([0-9a-f]{16})"/.exec(lines[0] ?? "") ?? [];
  return {
    head: async () => ({
      revision: 1,
      chain: {
        seat,
        key: "",
        next: next(),
        head: "",
        at: 0,
        day: "",
        first: 0,
        seals: 0,
        sealed: "",
        back: false,
      },
      expired: expired(),
      heartbeat: null,
      policyVersion: null,
    }),
    readLines: async (from, most) =>
      entries
        .map((line, seq) => ({ seq, line }))
        .slice(Math.max(from, expired()), Math.min(from + most, next())),
    readSeals: async () => [],
  };
}

const nobody: Own = { head: async () => undefined, readLines: async () => [], readSeals: async () => [] };
let ids = 0;

function workOn(record: Own) {
  const store = createImportedLogs();
  const said: FromWorker[] = [];
  const work = createWork({
    store,
    record,
    say: (message) => void said.push(message),
    now: () => 1_790_000_000_000,
    newId: () => `log ${++ids}`,
  });
  let asked = 0;
  async function tell<K extends JobName>(job: K, ask: Jobs[K]["ask"]): Promise<Jobs[K]["answer"]> {
    const id = ++asked;
    await work({ id, job, ask } as ToWorker);
    const answer = said.find((message) => message.id === id && !("progress" in message));
    if (!answer || !("answer" in answer)) throw new Error(JSON.stringify(answer));
    return answer.answer as Jobs[K]["answer"];
  }
  const bring = (lines: readonly string[], evenBroken = false, evenTurnedBack = false) => {
    const file = new File([lines.join("\n")], "log.jsonl");
    return tell("bringIn", { file, name: "Desk", evenBroken, evenTurnedBack });
  };
  return { tell, bring, store };
}

beforeEach(async () => {
  const store = createImportedLogs();
  for (const { id } of await store.logs()) await store.drop(id);
});

describe("logs that are brought in", () => {
  it("are all there again line by line", async () => {
    const { tell, bring } = workOn(nobody);
    const lines = await sample(1);
    expect(await bring(lines)).toMatchObject({ problem: undefined, log: { count: 1500, days: 6 } });
    expect(await tell("open", pageWords())).toMatchObject({ entries: 1500, own: undefined });
    expect(await tell("find", { filter: {} })).toEqual({ total: 1500 });
    for (const { row, seq } of await tell("rows", { from: 990, count: 30 })) {
      const detail = await tell("detail", { row });
      expect(toLine(detail.line)).toBe(lines.filter((line) => line.startsWith('{"entry"'))[seq]);
      expect(detail.hashHolds).toBe(true);
    }
  });

  it("give way to a younger export of the same record, and to nothing else", async () => {
    const { bring, store } = workOn(nobody);
    const younger = await sample(1);
    expect((await bring(younger)).problem).toBeUndefined();
    // Another chain of the same seat: the same seed with other entries.
    const other = await sample(1, 1600);
    const refused = await bring(other);
    expect(refused.log).toBeUndefined();
    expect(refused.problem).toContain("forked");
    expect((await bring(await sample(1, 900))).problem).toContain("reaches further");
    expect((await bring(younger)).problem).toBeUndefined();
    expect(await store.logs()).toHaveLength(1);
  });

  it("never stand there twice, wherever the change from one to the other ends", async () => {
    const { bring, store, tell } = workOn(nobody);
    const { log } = await bring(await sample(1));
    if (!log) throw new Error("it was not brought in");
    const columns = await store.columns(log.id);
    await store.addBlock("younger", 0, { first: 0, count: 0, gz: new Uint8Array() });
    // The page is closed as soon as the younger one is there.
    await store.putLog({ ...log, id: "younger" }, columns);
    expect((await store.logs()).map(({ id }) => id)).toEqual(["younger"]);
    expect(await store.blockOf(log.id, 0)).toBeUndefined();
    expect(await store.columns(log.id)).toBeUndefined();
    expect(await tell("open", pageWords())).toMatchObject({ entries: 1500 });
  });

  it("are refused with the first fault, or kept up to it", async () => {
    const { tell, bring, store } = workOn(nobody);
    const lines = await sample(2);
    const cut = [...lines.slice(0, 700), ...lines.slice(701)];
    const refused = await bring(cut);
    expect(refused).toMatchObject({ log: undefined });
    expect(refused.problem).toMatch(/^Line \d+: /);
    expect(await store.logs()).toHaveLength(0);
    const kept = await bring(cut, true);
    expect(kept.log?.fault).toBe(refused.problem);
    expect(kept.log?.count).toBe(lines.slice(0, 700).filter((line) => line.startsWith('{"entry"')).length);
    expect((await tell("open", pageWords())).entries).toBe(kept.log?.count);
    // One that holds takes the place of the broken one.
    expect((await bring(lines)).problem).toBeUndefined();
    expect(await store.logs()).toHaveLength(1);
  });

  it("are whole also where a clock was set back, if the officer takes what the record tells of it", async () => {
    const { tell, bring, store } = workOn(nobody);
    const seat = await newSeat("2026-03-02T10:00");
    await seat.write("2026-03-02T09:00");
    await seat.write("2026-03-02T09:30");
    await seat.write("2026-03-01T09:30");
    const lines = await seat.exported("2026-03-02T10:00");
    const refused = await bring(lines);
    expect(refused.log).toBeUndefined();
    expect(refused.problem).toContain("clock turned back");
    const taken = await bring(lines, false, true);
    expect(taken).toMatchObject({ problem: undefined, log: { count: 6, fault: undefined, clocks: [1, 4] } });
    expect(await tell("coverage", null)).toMatchObject([{ entries: 6, clocks: 2 }]);
    await store.drop(taken.log?.id ?? "");
    // What a record does not tell itself is a fault all the same.
    const untold = lines.filter((line) => !line.includes('"kind":"clock"'));
    expect((await bring(untold, false, true)).log).toBeUndefined();
    const whole = await bring(await sample(4), false, true);
    expect(whole.log && "clocks" in whole.log).toBe(false);
  });

  it("say nothing about the cases of others where their own chain is broken", async () => {
    const { tell, bring } = workOn(nobody);
    await bring(await sample(5));
    await tell("open", pageWords());
    await tell("find", { filter: { what: "attempts", state: "new" } });
    const [one] = await tell("rows", { from: 0, count: 1 });
    if (!one) throw new Error("there is no new case");
    const { line } = await tell("detail", { row: one.row });
    const subject = { seat: one.seat, seq: one.seq, hash: line.hash };
    const seat = await newSeat("2026-03-02T10:00");
    await seat.write("2026-03-02T11:00", { kind: "review", subject, state: "reported" });
    const lines = await seat.exported("2026-03-02T12:00");
    const reported = async (): Promise<number> => {
      await tell("open", pageWords());
      const { row } = await tell("look", subject);
      return (await tell("detail", { row: row ?? -1 })).history.length;
    };
    // Without its end nothing of it is signed: anybody can have written it.
    expect((await bring(lines.slice(0, -1), true)).log).toMatchObject({ count: 2 });
    expect(await reported()).toBe(0);
    expect(await tell("find", { filter: { what: "review", text: "reported" } })).toEqual({ total: 1 });
    expect((await bring(lines)).problem).toBeUndefined();
    expect(await reported()).toBe(1);
  });

  it("leave nothing behind when they were broken off or are removed", async () => {
    const { tell, bring, store } = workOn(nobody);
    await store.addBlock("stray", 0, { first: 0, count: 1, gz: new Uint8Array(3) });
    const { log } = await bring(await sample(3));
    await tell("open", pageWords());
    expect(await store.blockOf("stray", 0)).toBeUndefined();
    const id = log?.id ?? "";
    expect(await store.blockOf(id, 0)).toBeDefined();
    await tell("drop", { id });
    expect([await store.blockOf(id, 0), await store.columns(id)]).toEqual([undefined, undefined]);
    expect((await tell("open", pageWords())).entries).toBe(0);
  });

  it("of this browser itself are refused", async () => {
    const lines = await sample(4);
    const { bring } = workOn(
      ownRecord(
        lines,
        () => 10,
        () => 0,
      ),
    );
    expect((await bring(lines)).problem).toContain("this browser");
  });
});

describe("this browser's own record", () => {
  it("is followed as it grows and expires, whether or not it was looked at before", async () => {
    const lines = await sample(5, 2500);
    let next = 1200;
    let expired = 0;
    const record = ownRecord(
      lines,
      () => next,
      () => expired,
    );
    const { tell } = workOn(record);
    expect((await tell("open", pageWords())).entries).toBe(1200);
    next = 2100;
    expect((await tell("open", pageWords())).entries).toBe(2100);
    expired = 1500;
    expect((await tell("open", pageWords())).entries).toBe(600);
    const all = await tell("find", { filter: {} });
    const rows = await tell("rows", { from: 0, count: all.total });
    expect([rows[0]?.seq, rows.at(-1)?.seq]).toEqual([2099, 1500]);
    for (const row of [rows[0], rows.at(-1)]) {
      const { line } = await tell("detail", { row: row?.row ?? 0 });
      expect(line.entry.seq).toBe(row?.seq);
    }
    const { file, entries } = await tell("export", { format: "csv", version: "test" });
    expect(entries).toBe(600);
    expect((await file.text()).trimEnd().split("\r\n")).toHaveLength(601);
  });
});
