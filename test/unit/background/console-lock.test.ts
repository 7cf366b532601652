/** The officer's passphrase, as the worker asks for it: who is told of the record, and what of it is on record itself. */
import { beforeAll, describe, expect, test } from "vitest";
import type { ConsoleLock } from "../../../src/contract/console-lock.ts";
import { newConsoleLock, opensConsole } from "../../../src/record/console-lock.ts";
import { draft } from "./parts.ts";
import { page, worker } from "./put-together.ts";

const passphrase = "amber-fennel-quartz-meadow";
let lock: ConsoleLock;
beforeAll(async () => {
  lock = await newConsoleLock(passphrase);
});

const subject = { seat: "00000000000000aa", seq: 1, hash: "0".repeat(64) };
/** Every channel that tells of the record, or lets an officer write into it. */
const asked = {
  "attempt.list": { since: 0, limit: 9 },
  "record.standing": {},
  "record.review": { subject, state: "closed" },
  "record.take-down": { result: "removed", site: "yelp", surface: "review-reply" },
  "record.training": { topic: "Replies to reviews", count: 4 },
  "record.unlock": { result: "opened", subject },
  "record.export": { format: "jsonl", from: 0 },
} as const;

function seat(managed: Record<string, unknown>) {
  let at = 1_700_000_000_000;
  const parts = worker(undefined, { managed, now: () => at });
  const tellAll = async (session?: string) => {
    const named = session === undefined ? {} : { session };
    const { handlers } = parts;
    const answers = [
      await handlers["attempt.list"]({ ...asked["attempt.list"], ...named }, page),
      await handlers["record.standing"]({ ...named }, page),
      await handlers["record.review"]({ ...asked["record.review"], ...named }, page),
      await handlers["record.take-down"]({ ...asked["record.take-down"], ...named }, page),
      await handlers["record.training"]({ ...asked["record.training"], ...named }, page),
      await handlers["record.unlock"]({ ...asked["record.unlock"], ...named }, page),
      await handlers["record.export"]({ ...asked["record.export"], ...named }, page),
    ];
    return answers.map((one) => (one.ok ? "told" : one.code));
  };
  const unlock = async (given: string) => {
    const answer = await parts.handlers["console.unlock"]({ passphrase: given }, page);
    if (!answer.ok) throw new Error(answer.code);
    return answer.value;
  };
  const unlocks = async () =>
    (await parts.entries()).flatMap((entry) =>
      entry.kind === "unlock" && entry.what === "console" ? [entry.result] : [],
    );
  return { ...parts, tellAll, unlock, unlocks, wait: (ms: number) => void (at += ms) };
}
const all = (what: string): string[] => Object.keys(asked).map(() => what);
const minutes = 60_000;

describe("what policy carries", () => {
  test("opens with the passphrase and with no other, and is another each time", async () => {
    expect(await opensConsole(lock, passphrase)).toBe(true);
    for (const wrong of ["", passphrase.toUpperCase(), `${passphrase} `, "amber"])
      expect(await opensConsole(lock, wrong)).toBe(false);
    const again = await newConsoleLock(passphrase);
    expect([again.salt, again.verifier]).not.toEqual([lock.salt, lock.verifier]);
    expect(JSON.stringify(lock)).not.toContain(passphrase);
    await expect(newConsoleLock("too short")).rejects.toThrow(RangeError);
  });
});

describe("the worker", () => {
  test("tells everybody where policy names no passphrase", async () => {
    const { tellAll, handlers } = seat({});
    expect(await tellAll()).toEqual(all("told"));
    expect(await handlers["console.read"]({}, page)).toEqual({
      ok: true,
      value: { lock: "none", idleMinutes: 15 },
    });
  });

  test("tells nobody without the passphrase, and writes nothing for them but that they tried", async () => {
    const { tellAll, unlock, unlocks, entries, handlers } = seat({ consoleLock: lock });
    await handlers["attempt.record"]({ id: "a", draft, outcome: "stopped" }, page);
    const before = (await entries()).length;
    expect(await tellAll()).toEqual(all("not-allowed"));
    expect(await tellAll("0".repeat(32))).toEqual(all("not-allowed"));
    expect((await entries()).length).toBe(before);
    expect(await unlock("not this one")).toEqual({ problem: "wrong", wait: 1000 });
    expect(await unlocks()).toEqual(["refused"]);
  });

  test("does not try a passphrase before its time, and less and less often", async () => {
    const { unlock, unlocks, wait } = seat({ consoleLock: lock });
    await unlock("not this one");
    expect(await unlock(passphrase)).toEqual({ problem: "wait", wait: 1000 });
    wait(1000);
    expect(await unlock("nor this one")).toEqual({ problem: "wrong", wait: 2000 });
    wait(2000);
    expect(await unlock(passphrase)).toMatchObject({ problem: null });
    expect(await unlocks()).toEqual(["refused", "refused", "opened"]);
  });

  test("tells the page that has given it, and no other one", async () => {
    const { tellAll, unlock, handlers, unlocks } = seat({ consoleLock: lock });
    const { session } = await unlock(passphrase);
    const other = await unlock(passphrase);
    expect(other.session).not.toBe(session);
    expect(await tellAll(session)).toEqual(all("told"));
    await handlers["console.lock"]({ session: session ?? "" }, page);
    expect(await tellAll(session)).toEqual(all("not-allowed"));
    expect(await tellAll(other.session)).toEqual(all("told"));
    expect(await unlocks()).toEqual(["opened", "opened", "locked"]);
  });

  test("locks after the minutes without use that policy says, and says so in the record", async () => {
    const { tellAll, unlock, handlers, unlocks, wait } = seat({ consoleLock: { ...lock, idleMinutes: 2 } });
    const { session = "" } = await unlock(passphrase);
    for (let minute = 0; minute < 5; minute++) {
      wait(1.9 * minutes);
      expect(await handlers["console.stay"]({ session }, page)).toMatchObject({ ok: true });
    }
    wait(2 * minutes);
    expect(await handlers["console.stay"]({ session }, page)).toEqual({ ok: false, code: "not-allowed" });
    expect(await tellAll(session)).toEqual(all("not-allowed"));
    expect(await unlocks()).toEqual(["opened", "locked"]);
  });

  test("keeps nothing open when the clock is set back, or another passphrase is named", async () => {
    const managed: Record<string, unknown> = { consoleLock: lock };
    const { tellAll, unlock, wait, handlers } = seat(managed);
    const first = await unlock(passphrase);
    wait(-10 * minutes);
    expect(await tellAll(first.session)).toEqual(all("not-allowed"));
    const second = await unlock(passphrase);
    managed["consoleLock"] = await newConsoleLock("another-passphrase-altogether");
    expect(await handlers["console.stay"]({ session: second.session ?? "" }, page)).toMatchObject({
      ok: false,
    });
    expect((await unlock(passphrase)).problem).toBe("wrong");
  });

  test("stays locked where what policy says of it cannot be used", async () => {
    const { tellAll, unlock, handlers } = seat({ consoleLock: { ...lock, rounds: 1000 } });
    expect(await handlers["console.read"]({}, page)).toMatchObject({ value: { lock: "broken" } });
    expect(await tellAll()).toEqual(all("not-allowed"));
    expect(await unlock(passphrase)).toEqual({ problem: "broken", wait: 0 });
  });

  test("names no session that is not on record", async () => {
    const { unlock, disk, unlocks } = seat({ consoleLock: lock });
    await unlocks();
    disk.isFull = true;
    await expect(unlock(passphrase)).rejects.toThrow("Quota");
  });
});

describe("the practice's rules", () => {
  test("are confirmed once for each version of the policy, with a name where policy wants one", async () => {
    const managed: Record<string, unknown> = { version: "2026-11", acknowledgment: { name: true } };
    const { handlers, entries } = seat(managed);
    expect(await handlers["rules.read"]({}, page)).toMatchObject({ value: { asked: true, withName: true } });
    expect(await handlers["rules.confirm"]({}, page)).toEqual({ ok: false, code: "bad-request" });
    expect(await handlers["rules.confirm"]({ who: "K. Petrov" }, page)).toMatchObject({ ok: true });
    expect((await entries()).at(-1)).toMatchObject({
      kind: "acknowledgment",
      policyName: "2026-11",
      who: "K. Petrov",
    });
    expect(await handlers["rules.read"]({}, page)).toMatchObject({
      value: { asked: false, confirmedAt: 1_700_000_000_000 },
    });
  });

  test("are not asked for where policy says nothing of them", async () => {
    const { handlers } = seat({});
    expect(await handlers["rules.read"]({}, page)).toMatchObject({ value: { asked: false } });
    expect(await handlers["rules.confirm"]({ who: "K." }, page)).toEqual({ ok: false, code: "bad-request" });
  });
});
