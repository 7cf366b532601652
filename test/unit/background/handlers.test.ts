import { describe, expect, test, vi } from "vitest";
import { createHandlers } from "../../../src/background/handlers.ts";
import { createKnowledge } from "../../../src/background/knowledge.ts";
import { loadPatients } from "../../../src/background/patients.ts";
import { createPolicySource } from "../../../src/background/policy-source.ts";
import { createWarmUp } from "../../../src/background/warm-up.ts";
import { createWatch } from "../../../src/background/watch.ts";
import type { Standing } from "../../../src/background/watch.ts";
import { emptyPractice, practice } from "../../../src/contract/practice.ts";
import { buildIndex, check, prepare } from "../../../src/engine/index.ts";
import { hostOf } from "../../../src/platform/sender.ts";
import type { Sender } from "../../../src/platform/sender.ts";
import { draft, memoryDatabase, memoryItem } from "./parts.ts";

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
  const knowledge = createKnowledge({
    readPolicy: () => policy.read(),
    async readPractice() {
      const stored = practice.safeParse(await store.readSetting("practice"));
      return stored.success ? stored.data : emptyPractice;
    },
    readPatients: () => loadPatients(store),
    prepare,
    publish: async (version) => void published.push(version),
    engineVersion: "1",
  });
  const handlers = createHandlers({
    store,
    knowledge,
    policy,
    watch: createWatch({
      kept: memoryItem([]),
      show: async (tabId, standing) => void shown.push([tabId, standing]),
      openTabs: async () => [3],
    }),
    check,
    engineVersion: "1",
    now: () => 5,
    warmUp: createWarmUp(check, (task) => void later.push(task)),
    siteOf: (sender) => (hostOf(sender, hosts) === "yelp.com" ? "yelp" : "facebook"),
  });
  return { handlers, store, published, shown, later };
}

const post = { text: "Congratulations to Quillon Abernathy-Vance!", site: "yelp", surface: "post" } as const;
const person = {
  given: "Quillon",
  family: "Abernathy-Vance",
  nicknames: [],
  aliases: [],
  handles: [],
  phones: [],
  emails: [],
  recordNumbers: [],
  formerFamilies: [],
  birthDates: [],
};

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
    await store.writeSetting("patients-in-use", "lost");
    const notReady = { ok: false, code: "not-ready" };
    expect(await handlers["draft.check"]({ draft }, page)).toEqual(notReady);
    expect(await handlers["knowledge.wake"]({}, page)).toEqual(notReady);
    expect(await handlers["attempt.record"]({ id: "a", draft, outcome: "unchecked" }, page)).toMatchObject({
      ok: true,
    });
    expect(store.attempts).toMatchObject([{ outcome: "unchecked", rules: [] }]);
  });

  test("knows a list from the moment it is adopted until it is removed", async () => {
    const { handlers, store, published } = worker();
    const categories = async () => {
      const answer = await handlers["draft.check"]({ draft: post }, page);
      return answer.ok ? answer.value.verdict.findings.map(({ category }) => category) : [answer.code];
    };
    expect(await categories()).not.toContain("patient-match");
    const index = buildIndex([person], new Uint8Array(16).fill(7), "list");
    await store.addPatients({ id: "list", people: 1, created: 9, index });
    expect(await handlers["patients.adopt"]({ id: "list" }, page)).toMatchObject({ ok: true });
    expect(await categories()).toContain("patient-match");
    expect(await handlers["patients.read"]({}, page)).toEqual({
      ok: true,
      value: { list: { id: "list", people: 1, created: 9 } },
    });
    expect(await handlers["patients.adopt"]({ id: "other" }, page)).toEqual({
      ok: false,
      code: "bad-request",
    });
    expect(await categories()).toContain("patient-match");
    await handlers["patients.remove"]({}, page);
    expect(await categories()).not.toContain("patient-match");
    expect(new Set(published).size).toBe(2);
    expect(published).toHaveLength(3);
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
    await store.addPatients({
      id: "one",
      people: 1,
      created: 1,
      index: buildIndex([person], new Uint8Array(16), "one"),
    });
    await handlers["patients.adopt"]({ id: "one" }, page);
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
