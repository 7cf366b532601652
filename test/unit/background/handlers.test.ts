import { describe, expect, test, vi } from "vitest";
import { createHandlers } from "../../../src/background/handlers.ts";
import { createKnowledge } from "../../../src/background/knowledge.ts";
import { createListFetch } from "../../../src/background/list-fetch.ts";
import { createPatients } from "../../../src/background/patients.ts";
import { createPolicySource } from "../../../src/background/policy-source.ts";
import { createWarmUp } from "../../../src/background/warm-up.ts";
import { createWatch } from "../../../src/background/watch.ts";
import type { Standing } from "../../../src/background/watch.ts";
import { emptyPractice, practice } from "../../../src/contract/practice.ts";
import { check, prepare } from "../../../src/engine/index.ts";
import { hostOf } from "../../../src/platform/sender.ts";
import type { Sender } from "../../../src/platform/sender.ts";
import { draft, memoryDatabase, memoryItem, passphrase, quillon, sealedList } from "./parts.ts";

const page: Sender = { id: "guard", url: "https://www.yelp.com/biz/x", tab: { id: 3 }, frameId: 0 };
const hosts = ["facebook.com", "yelp.com"] as const;

/** The worker as it is put together, on a database in memory and with the real engine. */
function worker(store = memoryDatabase()) {
  const published: string[] = [];
  const shown: [number, Standing][] = [];
  const later: (() => void)[] = [];
  const policy = createPolicySource({
    readManaged: async () => ({ values: {}, dropsSilently: false }),
    readSetting: (key) => store.readSetting(key),
    writeSetting: (key, value) => store.writeSetting(key, value),
    started: memoryItem(0),
    now: () => 5,
  });
  const watch = createWatch({
    kept: memoryItem([]),
    show: async (tabId, standing) => void shown.push([tabId, standing]),
    openTabs: async () => [3],
  });
  const patients = createPatients({
    store,
    key: memoryItem(null),
    tries: memoryItem({ wrong: 0, until: 0 }),
    now: () => 5,
  });
  const knowledge = createKnowledge({
    readPolicy: () => policy.read(),
    async readPractice() {
      const stored = practice.safeParse(await store.readSetting("practice"));
      return stored.success ? stored.data : emptyPractice;
    },
    loadPatients: (resolved) => patients.load(resolved),
    now: () => 5,
    prepare,
    publish: async (version) => void published.push(version),
    onChange: (known) => void watch.showList(known.code),
    engineVersion: "1",
  });
  const handlers = createHandlers({
    store,
    knowledge,
    policy,
    patients,
    listFetch: createListFetch({
      readPolicy: async () => (await policy.read()).patientList,
      patients,
      kept: memoryItem(null),
      download: () => expect.unreachable(),
      alarm: { set: async () => {}, clear: async () => {} },
      onTaken: () => knowledge.reload(),
      now: () => 5,
      random: () => 0,
    }),
    watch,
    check,
    engineVersion: "1",
    now: () => 5,
    warmUp: createWarmUp(check, (task) => void later.push(task)),
    siteOf: (sender) => (hostOf(sender, hosts) === "yelp.com" ? "yelp" : "facebook"),
  });
  return { handlers, store, published, shown, later, patients };
}

const post = { text: "Congratulations to Quillon Abernathy-Vance!", site: "yelp", surface: "post" } as const;
describe("the worker", () => {
  test("stops what tells who is a patient, and lets the rest go, under one version of its knowledge", async () => {
    const { handlers, published } = worker();
    const stopped = await handlers["draft.check"]({ draft }, page);
    const clear = await handlers["draft.check"](
      { draft: { ...draft, text: "Thank you for the kind words!" } },
      page,
    );
    expect(stopped).toMatchObject({ ok: true, value: { verdict: { verdict: "block" } } });
    expect(clear).toMatchObject({
      ok: true,
      value: { verdict: { verdict: "allow" }, knowledge: published[0] },
    });
    expect(published).toHaveLength(1);
  });

  test("offers other words where the page has taken some already", async () => {
    const { handlers } = worker();
    const offered = async (used: string[]): Promise<string[]> => {
      const answered = await handlers["draft.check"]({ draft, used }, page);
      if (!answered.ok) throw new Error(answered.code);
      return answered.value.verdict.alternatives
        .filter(({ kind }) => kind === "reply")
        .map(({ text }) => text);
    };
    const first = await offered([]);
    expect(first.length).toBeGreaterThan(0);
    const second = await offered(first);
    expect(second.length).toBeGreaterThan(0);
    for (const text of second) expect(first).not.toContain(text);
  });

  test("gives no verdict at all when its knowledge cannot be read, and records that it had none", async () => {
    const { handlers, store } = worker();
    await store.writeSetting("patients-in-use", 7);
    const notReady = { ok: false, code: "not-ready" };
    expect(await handlers["draft.check"]({ draft }, page)).toEqual(notReady);
    expect(await handlers["knowledge.wake"]({}, page)).toEqual(notReady);
    expect(await handlers["attempt.record"]({ id: "a", draft, outcome: "unchecked" }, page)).toMatchObject({
      ok: true,
    });
    expect(store.attempts).toMatchObject([{ outcome: "unchecked", rules: [] }]);
  });

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
        fetch: null,
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
    const { handlers, store, published, shown, patients } = worker();
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
    expect(store.attempts).toMatchObject([
      { rules: [], policyVersion: expect.not.stringMatching("unknown") },
    ]);
    expect(JSON.stringify(store.attempts)).not.toContain("Quillon");

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

  test("keeps practice and policy, and tells the pages of each change before it answers", async () => {
    const { handlers, published } = worker();
    await handlers["knowledge.wake"]({}, page);
    await vi.waitFor(() => expect(published).toHaveLength(1));
    const own = { ...practice.parse(emptyPractice), name: "Harborview" };
    expect(await handlers["practice.change"]({ practice: own }, page)).toMatchObject({ ok: true });
    expect(published).toHaveLength(2);
    expect(await handlers["practice.read"]({}, page)).toEqual({ ok: true, value: { practice: own } });
    expect(await handlers["policy.change"]({ policy: { strictness: "strict" } }, page)).toMatchObject({
      ok: true,
    });
    expect(published).toHaveLength(3);
    expect(await handlers["policy.change"]({ policy: { strictness: "relaxed" } }, page)).toEqual({
      ok: false,
      code: "not-allowed",
    });
    expect(await handlers["policy.read"]({}, page)).toMatchObject({
      ok: true,
      value: { policy: { strictness: "strict" }, floor: { strictness: "balanced" }, source: "seat" },
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
    expect(await store.readSetting("seat-policy")).toBeUndefined();
    expect(await change("glow points")).toMatchObject({ ok: true });
    const draft = { ...post, text: "Ask about glow points!" };
    expect(await handlers["draft.check"]({ draft }, page)).toMatchObject({
      value: { verdict: { verdict: "block", findings: [{ rule: "always-stopped", start: 10, end: 21 }] } },
    });
  });

  test("says where a site is switched off, on the badge too", async () => {
    const { handlers, shown } = worker();
    const sites = { facebook: true, instagram: true, yelp: false };
    await handlers["policy.change"]({ policy: { sites } }, page);
    expect(await handlers["knowledge.wake"]({}, page)).toMatchObject({ ok: true, value: { siteOn: false } });
    expect(shown.map(([tabId, { badge }]) => [tabId, badge])).toEqual([[3, "not-watching"]]);
    const facebook = { ...page, url: "https://m.facebook.com/" };
    expect(await handlers["knowledge.wake"]({}, facebook)).toMatchObject({
      ok: true,
      value: { siteOn: true },
    });
  });

  test("warms up once a life, after it has answered", async () => {
    const { handlers, later } = worker();
    await handlers["knowledge.wake"]({}, page);
    await handlers["knowledge.wake"]({}, page);
    expect(later).toHaveLength(1);
    expect(later[0]).not.toThrow();
  });

  test("lists what it has recorded, newest first", async () => {
    const { handlers } = worker();
    for (const id of ["a", "b", "c"]) {
      await handlers["attempt.record"]({ id, draft, outcome: id === "c" ? "mended" : "stopped" }, page);
    }
    const listed = await handlers["attempt.list"]({ since: 0, limit: 2 }, page);
    expect(listed.ok && listed.value.total).toBe(3);
    expect(listed.ok && listed.value.attempts.map(({ outcome }) => outcome)).toEqual(["mended", "stopped"]);
  });

  test("takes the watch of a frame from what the browser stamped", async () => {
    const { handlers, shown } = worker();
    const report = { state: "warn" as const, watching: ["comment" as const], notWatching: [], active: true };
    expect(await handlers["watch.report"](report, page)).toMatchObject({ ok: true });
    expect(await handlers["watch.report"](report, { id: "guard" })).toEqual({
      ok: false,
      code: "bad-request",
    });
    expect(await handlers["tab.status"]({ tabId: 3 }, page)).toEqual({
      ok: true,
      value: { reports: [{ frameId: 0, report }] },
    });
    expect(shown).toHaveLength(1);
  });
});
