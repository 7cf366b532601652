import { describe, expect, test } from "vitest";
import { practice as practiceSchema } from "../../../src/contract/practice.ts";
import { draft, memoryDatabase, passphrase, quillon, sealedList } from "./parts.ts";
import { page, worker } from "./put-together.ts";

const post = { text: "Congratulations to Quillon Abernathy-Vance!", site: "yelp", surface: "post" } as const;
describe("the worker, and the patient list", () => {
  test("does not take a list that has been lost for none", async () => {
    const { handlers, store } = worker();
    await store.writeSetting("patients-in-use", "lost");
    const unusable = { ok: false, code: "unusable" };
    expect(await handlers["draft.check"]({ draft }, page)).toEqual(unusable);
    expect(await handlers["patients.read"]({}, page)).toMatchObject({
      ok: true,
      value: { list: { id: "lost", state: "damaged", created: null, people: null, locks: [] } },
    });
    const sealed = await sealedList([quillon], "new");
    await store.addPatients(sealed);
    expect(await handlers["patients.adopt"](sealed, page)).toMatchObject({ ok: true });
    expect(await handlers["draft.check"]({ draft }, page)).toMatchObject({ ok: true });
  });

  test("knows a list from the moment it is adopted until it is removed", async () => {
    const { handlers, store, published } = worker();
    const categories = async () => {
      const answer = await handlers["draft.check"]({ draft: post }, page);
      return answer.ok ? answer.value.verdict.findings.map(({ category }) => category) : [answer.code];
    };
    expect(await categories()).not.toContain("patient-match");
    const sealed = await sealedList([quillon], "list");
    await store.addPatients(sealed);
    expect(await handlers["patients.adopt"](sealed, page)).toMatchObject({ ok: true });
    expect(await categories()).toContain("patient-match");
    expect(await handlers["patients.read"]({}, page)).toEqual({
      ok: true,
      value: {
        list: {
          id: "list",
          people: 1,
          created: 1_000,
          expires: null,
          bucket: "up to 100",
          state: "open",
          source: "seat",
          locks: ["managed"],
        },
        awaited: false,
        setAside: false,
        arrival: null,
      },
    });
    const refused = { ok: false, code: "bad-request" };
    expect(await handlers["patients.adopt"]({ ...sealed, id: "other" }, page)).toEqual(refused);
    expect(await categories()).toContain("patient-match");
    await handlers["patients.remove"]({}, page);
    expect(await categories()).not.toContain("patient-match");
    expect(await handlers["patients.remove"]({}, page)).toEqual({ ok: false, code: "not-allowed" });
    expect(new Set(published).size).toBe(2);
    expect(published).toHaveLength(3);
  });

  test("holds everything while the list is locked, and nothing of it once it is open", async () => {
    const { handlers, store, attempts, published, shown, patients } = worker();
    const sealed = await sealedList([quillon], "list", { locks: { passphrase } });
    await store.addPatients(sealed);
    await handlers["patients.adopt"](sealed, page);
    await handlers["watch.report"](
      { state: "clear", watching: ["post"], notWatching: [], active: true },
      page,
    );
    const checkIt = () => handlers["draft.check"]({ draft: post }, page);
    expect(await checkIt()).toMatchObject({ ok: true });
    expect(await handlers["patients.lock"]({}, page)).toMatchObject({ ok: true });
    expect(await checkIt()).toEqual({ ok: false, code: "locked" });
    expect(await handlers["knowledge.wake"]({}, page)).toMatchObject({
      ok: true,
      value: { knowledge: published.at(-1), siteOn: true, unchecked: "hold" },
    });
    expect(shown.at(-1)?.[1]).toMatchObject({ badge: "list-closed" });
    expect(patients.inForce()).not.toHaveProperty("index");

    await handlers["attempt.record"](
      { id: "a", draft: post, outcome: "posted-anyway", reason: "Quillon Abernathy-Vance agreed" },
      page,
    );
    expect(await attempts()).toMatchObject([
      { rules: [], policyVersion: expect.not.stringMatching("unknown") },
    ]);
    expect(JSON.stringify(await attempts())).not.toContain("Quillon");

    const wrong = await handlers["patients.unlock"]({ passphrase: "not this one at all" }, page);
    expect(wrong).toEqual({ ok: true, value: { problem: "wrong-passphrase", wait: 1_000 } });
    const early = await handlers["patients.unlock"]({ passphrase }, page);
    expect(early).toEqual({ ok: true, value: { problem: "locked", wait: 1_000 } });
    expect(await checkIt()).toEqual({ ok: false, code: "locked" });
  });

  test("keeps what can be kept without the list while it is locked: all but new phrases", async () => {
    const { handlers, store } = worker();
    const change = (policy: Parameters<(typeof handlers)["policy.change"]>[0]["policy"]) =>
      handlers["policy.change"]({ policy }, page);
    const sealed = await sealedList([quillon], "list");
    await store.addPatients(sealed);
    await handlers["patients.adopt"](sealed, page);
    await change({ alwaysAllow: ["Summer Gala", "Glow Week"] });
    await handlers["patients.lock"]({}, page);
    const refused = { ok: false, code: "unusable" };
    expect(await change({ alwaysAllow: ["Summer Gala", "Quillon Abernathy-Vance"] })).toEqual(refused);
    expect(await change({ alwaysAllow: ["Summer Gala"] })).toMatchObject({ ok: true });
    expect(await change({ strictness: "strict", publicNames: ["Quillon Abernathy-Vance"] })).toMatchObject({
      ok: true,
    });
    expect(await handlers["policy.read"]({}, page)).toMatchObject({
      ok: true,
      value: {
        policy: {
          strictness: "strict",
          alwaysAllow: ["Summer Gala"],
          publicNames: ["Quillon Abernathy-Vance"],
        },
      },
    });
  });

  test("refuses no public name because somebody on the list has it", async () => {
    const { handlers, store } = worker();
    const sealed = await sealedList([quillon], "list");
    await store.addPatients(sealed);
    await handlers["patients.adopt"](sealed, page);
    const policy = { publicNames: ["Quillon Abernathy-Vance"] };
    expect(await handlers["policy.change"]({ policy }, page)).toMatchObject({ ok: true });
    const managed = { patientList: { address: "https://lists.example/x", sha256: "0".repeat(64) } };
    expect(await handlers["policy.change"]({ policy: managed }, page)).toEqual({
      ok: false,
      code: "not-allowed",
    });
  });

  test("keeps phrases, which then count, but none that names somebody on the list", async () => {
    const { handlers, store } = worker();
    const sealed = await sealedList([quillon], "one");
    await store.addPatients(sealed);
    await handlers["patients.adopt"](sealed, page);
    const change = (text: string, reason?: string) =>
      handlers["policy.change"](
        { policy: { alwaysStop: [{ text, category: "conduct", ...(reason && { reason }) }] } },
        page,
      );
    const refused = { ok: false, code: "bad-request" };
    expect(await change("Quillon Abernathy-Vance")).toEqual(refused);
    expect(await change("glow points", "Quillon Abernathy-Vance asked for it")).toEqual(refused);
    expect(
      await handlers["policy.change"]({ policy: { alwaysAllow: ["Quillon Abernathy-Vance"] } }, page),
    ).toEqual(refused);
    const replies = [{ text: "Thank you, Quillon Abernathy-Vance!" }];
    expect(await handlers["policy.change"]({ policy: { replies } }, page)).toEqual(refused);
    // All of it or nothing: neither the practice beside it.
    const practice = practiceSchema.parse({ name: "Glow Clinic" });
    expect(await handlers["policy.change"]({ policy: { replies }, practice }, page)).toEqual(refused);
    expect(await store.readSetting("practice")).toBeUndefined();
    expect(await store.readSetting("seat-policy")).toBeUndefined();
    expect(await change("glow points")).toMatchObject({ ok: true });
    const draft = { ...post, text: "Ask about glow points!" };
    expect(await handlers["draft.check"]({ draft }, page)).toMatchObject({
      value: { verdict: { verdict: "block", findings: [{ rule: "always-stopped", start: 10, end: 21 }] } },
    });
  });

  test.each([
    ["everywhere", { actions: { "patient-match": "allow" } }],
    ["in posts", { surfaceActions: { post: { "patient-match": "allow" } } }],
  ])(
    "keeps no phrase that names somebody on the list, also where policy lets them be named %s",
    async (_where, managed) => {
      const { handlers, store } = worker(memoryDatabase(), { managed });
      const sealed = await sealedList([quillon], "one");
      await store.addPatients(sealed);
      await handlers["patients.adopt"](sealed, page);
      const replies = [{ text: "Thank you, Quillon Abernathy-Vance!" }];
      const refused = { ok: false, code: "bad-request" };
      expect(await handlers["policy.change"]({ policy: { replies } }, page)).toEqual(refused);
      const ours = [{ text: "Thank you! Please call our office." }];
      expect(await handlers["policy.change"]({ policy: { replies: ours } }, page)).toMatchObject({
        ok: true,
      });
    },
  );
});
