import { describe, expect, test, vi } from "vitest";
import { emptyPractice, practice } from "../../../src/contract/practice.ts";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import { draft } from "./parts.ts";
import { page, worker } from "./put-together.ts";

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
    const { handlers, store, attempts } = worker();
    await store.writeSetting("patients-in-use", 7);
    const notReady = { ok: false, code: "not-ready" };
    expect(await handlers["draft.check"]({ draft }, page)).toEqual(notReady);
    expect(await handlers["knowledge.wake"]({}, page)).toEqual(notReady);
    expect(await handlers["attempt.record"]({ id: "a", draft, outcome: "unchecked" }, page)).toMatchObject({
      ok: true,
    });
    expect(await attempts()).toMatchObject([{ outcome: "unchecked", rules: [] }]);
  });

  test("keeps practice and policy, and tells the pages of each change before it answers", async () => {
    const { handlers, published } = worker();
    await handlers["knowledge.wake"]({}, page);
    await vi.waitFor(() => expect(published).toHaveLength(1));
    const own = { ...practice.parse(emptyPractice), name: "Harborview" };
    expect(await handlers["practice.change"]({ practice: own }, page)).toMatchObject({ ok: true });
    expect(published).toHaveLength(2);
    expect(await handlers["practice.read"]({}, page)).toEqual({
      ok: true,
      value: { practice: own, own, origin: "seat", level: "default" },
    });
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

  test("says where a site is switched off, on the badge too", async () => {
    const { handlers, shown } = worker();
    const sites = { ...defaultPolicy.sites, yelp: false };
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
      value: {
        reports: [{ frameId: 0, report }],
        surfacesOff: [],
        monitoring: false,
        recordFull: false,
        recordShort: true,
      },
    });
    expect(shown).toHaveLength(1);
  });
});
