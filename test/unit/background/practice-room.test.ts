import { describe, expect, test } from "vitest";
import { inForce } from "../../../src/contract/policy-file.ts";
import { draft, passphrase, quillon, sealedList } from "./parts.ts";
import { page, worker } from "./put-together.ts";

const test12 = { questions: "1", score: 11, of: 12, passed: true };
const visit = { ...draft, text: "Thanks for coming in for your Botox!", surface: "comment" as const };

describe("the practice room, as the worker answers it", () => {
  test("checks a draft as a page's is, and leaves no trace of it", async () => {
    const { handlers, entries } = worker();
    const before = (await entries()).length;
    const told = await handlers["practice-room.check"]({ draft: visit }, page);
    expect(told).toEqual(await handlers["draft.check"]({ draft: visit }, page));
    expect(told).toMatchObject({ ok: true, value: { verdict: { verdict: "block" } } });
    expect((await entries()).length).toBe(before);
  });

  test("judges also while the policy only watches, when pages are told nothing", async () => {
    const monitor = { from: "1970-01-01", until: "1970-01-09" };
    const { handlers } = worker(undefined, { managed: { monitor } });
    expect(await handlers["draft.check"]({ draft: visit }, page)).toMatchObject({
      value: { verdict: { verdict: "allow" } },
    });
    expect(await handlers["practice-room.check"]({ draft: visit }, page)).toMatchObject({
      value: { verdict: { verdict: "block" } },
    });
  });

  test("judges under a policy that is tried out, and takes it not into force", async () => {
    const { handlers } = worker();
    const actions = { relationship: "record", health: "record" };
    const under = inForce({ actions, contact: "Kira Thompson" }).policy;
    const tried = await handlers["practice-room.check"]({ draft: visit, under }, page);
    expect(tried).toMatchObject({ ok: true, value: { verdict: { verdict: "allow" }, note: true } });
    const woken = await handlers["practice-room.wake"]({ under }, page);
    const now = await handlers["practice-room.wake"]({}, page);
    expect(woken).toMatchObject({ ok: true, value: { contact: "Kira Thompson" } });
    expect(now).toMatchObject({ ok: true, value: { contact: null } });
    // A verdict of the one counts for nothing under the other.
    expect(tried.ok && woken.ok && now.ok && tried.value.knowledge === woken.value.knowledge).toBe(true);
    expect(woken.ok && now.ok && woken.value.knowledge !== now.value.knowledge).toBe(true);
    expect(await handlers["draft.check"]({ draft: visit }, page)).toMatchObject({
      value: { verdict: { verdict: "block" } },
    });
  });

  test("finds the practice's own replies, and those of a policy that is tried", async () => {
    const { handlers } = worker();
    const text = "Thank you, we read every word that is written here.";
    const body = { query: "every", draft: { ...visit, text: "" } };
    const under = inForce({ replies: [{ text }] }).policy;
    expect(await handlers["practice-room.wake"]({}, page)).toMatchObject({ value: { replies: false } });
    expect(await handlers["practice-room.wake"]({ under }, page)).toMatchObject({ value: { replies: true } });
    expect(await handlers["practice-room.replies"](body, page)).toMatchObject({ value: { replies: [] } });
    expect(await handlers["practice-room.replies"]({ ...body, under }, page)).toMatchObject({
      value: { replies: [text] },
    });
  });

  test("takes what the practice says of itself from a policy that is tried, where it does", async () => {
    const { handlers } = worker();
    const call = { ...draft, text: "Please call Dr. Ada Moss at 310-555-0188.", surface: "comment" as const };
    const plain = await handlers["practice-room.check"]({ draft: call }, page);
    expect(plain).toMatchObject({ value: { verdict: { verdict: "warn" } } });
    const practice = { name: "Glow Clinic", phones: ["310-555-0188"], staff: [{ name: "Dr. Ada Moss" }] };
    const under = inForce({ practice }).policy;
    expect(await handlers["practice-room.check"]({ draft: call, under }, page)).toMatchObject({
      value: { verdict: { verdict: "allow" } },
    });
  });

  test("puts a test on record once, without the name of anybody on the patient list", async () => {
    const { handlers, store, entries } = worker();
    const sealed = await sealedList([quillon], "list", { locks: { passphrase } });
    await store.addPatients(sealed);
    await handlers["patients.adopt"](sealed, page);
    const result = { id: "one", who: "Kira T., not Quillon Abernathy-Vance", test: test12 };
    for (let times = 0; times < 2; times += 1)
      expect(await handlers["practice-room.result"](result, page)).toMatchObject({ ok: true });
    const told = (await entries()).filter(({ kind }) => kind === "training");
    expect(told).toMatchObject([
      { topic: "Practice room test", count: 1, who: "Kira T., not [removed]", test: test12 },
    ]);
    await handlers["patients.lock"]({}, page);
    const refused = await handlers["practice-room.result"]({ ...result, id: "two" }, page);
    expect(refused).toEqual({ ok: false, code: "locked" });
    expect(await handlers["practice-room.result"]({ id: "two", test: test12 }, page)).toMatchObject({
      ok: true,
    });
    expect((await entries()).filter(({ kind }) => kind === "training")).toHaveLength(2);
  });
});
