import { Secret, TOTP } from "otpauth";
import { describe, expect, test } from "vitest";
import { closeTo } from "../../../src/background/closeness.ts";
import { withRecorded } from "../../../src/contract/with-recorded.ts";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import { draft, memoryDatabase } from "./parts.ts";
import { page, worker } from "./put-together.ts";

const ada = { name: "Dr. Ada", secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" };
const every = (action: string): Record<string, string> =>
  Object.fromEntries(Object.keys(defaultPolicy.actions).map((category) => [category, action]));

async function checked(managed: Record<string, unknown>, text = draft.text, at?: number) {
  const { handlers, attempts } = worker(memoryDatabase(), { managed, ...(at ? { now: () => at } : {}) });
  const mine = { ...draft, text };
  const answered = await handlers["draft.check"]({ draft: mine }, page);
  if (!answered.ok) throw new Error(answered.code);
  return { ...answered.value, handlers, attempts, draft: mine };
}

describe("the alternatives of a draft", () => {
  test("come with what is nearest to the person's own words first", async () => {
    const text = "Thanks for coming in! Thank you for the kind words about our office and its hours.";
    const near = "Thank you for the kind words about our office and its hours!";
    const far = "Privacy rules keep us from saying more here.";
    const { verdict } = await checked({ replies: [{ text: far }, { text: near }] }, text);
    const { alternatives } = verdict;
    expect(alternatives.length).toBeGreaterThanOrEqual(2);
    const by = closeTo(text);
    expect(alternatives.map((one) => by(one.text))).toEqual(
      alternatives.map((one) => by(one.text)).toSorted((a, b) => b - a),
    );
    expect(alternatives.map((one) => one.text)).toContain(near);
    expect(alternatives.at(-1)?.text).not.toBe(near);
  });
});

describe("what is only recorded", () => {
  test("is told to nobody, noted, and on record with what was found", async () => {
    const { verdict, note, permission, handlers, attempts } = await checked({ actions: every("record") });
    expect(verdict).toEqual({ verdict: "allow", findings: [], alternatives: [] });
    expect(note).toBe(true);
    expect(permission).toMatchObject({ postAnyway: false, reasonRequired: false, secondPerson: false });
    await handlers["attempt.record"]({ id: "a", draft, outcome: "recorded" }, page);
    expect(await attempts()).toMatchObject([{ outcome: "recorded" }]);
    expect((await attempts())[0]?.categories).toContain("relationship");
  });

  test("is nothing to record where nothing is found", async () => {
    const { handlers, attempts } = await checked({ actions: every("record") }, "Thank you!");
    const body = { id: "a", draft: { ...draft, text: "Thank you!" }, outcome: "recorded" as const };
    expect(await handlers["attempt.record"](body, page)).toMatchObject({ ok: true });
    expect(await attempts()).toEqual([]);
  });

  test("stays out of the verdict that another category gives, and on its record", async () => {
    const text = "Thanks for coming in! Our number is 310-555-0188.";
    const actions = { ...every("block"), relationship: "record" };
    const { verdict, note, handlers, attempts } = await checked({ actions }, text);
    expect(verdict.findings.map(({ category }) => category)).toEqual(["identifier"]);
    expect(verdict.verdict).toBe("warn");
    expect(note).toBe(false);
    await handlers["attempt.record"]({ id: "a", draft: { ...draft, text }, outcome: "warned" }, page);
    expect((await attempts())[0]?.categories.toSorted()).toEqual(["identifier", "relationship"]);
  });

  test("is nothing where policy lets go without a record, or there is nothing", async () => {
    expect((await checked({ actions: every("allow") })).note).toBe(false);
    expect((await checked({ actions: every("record") }, "Thank you for the kind words!")).note).toBe(false);
  });

  test("can be one surface's alone", async () => {
    const here = await checked({ surfaceActions: { "review-reply": every("record") } });
    expect([here.verdict.verdict, here.note]).toEqual(["allow", true]);
    const elsewhere = await checked({ surfaceActions: { comment: every("record") } });
    expect([elsewhere.verdict.verdict, elsewhere.note]).toEqual(["block", false]);
  });

  test("silences no phrase that the practice always stops", async () => {
    const alwaysStop = [{ text: "coming in", category: "conduct" }];
    const { verdict, note } = await checked({ actions: every("record"), alwaysStop });
    expect(verdict.verdict).toBe("warn");
    expect(verdict.findings.map(({ rule }) => rule)).toEqual(["always-stopped"]);
    expect(note).toBe(false);
  });

  test("is found as if it were warned about, and the policy itself is left as it was", () => {
    const policy = { ...defaultPolicy, actions: { ...defaultPolicy.actions, health: "record" as const } };
    const made = withRecorded({ ...policy, surfaceActions: { post: { media: "record", payment: "allow" } } });
    expect(made.actions).toEqual({ ...defaultPolicy.actions, health: "warn" });
    expect(made.surfaceActions).toEqual({ post: { media: "warn", payment: "allow" } });
    expect(policy.actions.health).toBe("record");
  });
});

describe("while the policy only watches", () => {
  const monitor = { from: "2026-11-01", until: "2026-12-01" };
  const during = new Date(2026, 10, 15).getTime();

  test("nothing is stopped, and what would have been is noted", async () => {
    const { verdict, note, permission } = await checked({ monitor }, draft.text, during);
    expect(verdict).toEqual({ verdict: "allow", findings: [], alternatives: [] });
    expect(note).toBe(true);
    expect(permission.postAnyway).toBe(false);
    expect((await checked({ monitor }, "Thank you for the kind words!", during)).note).toBe(false);
  });

  test("a phrase that is always stopped is noted as well", async () => {
    const alwaysStop = [{ text: "glow points", category: "conduct" }];
    const found = await checked({ monitor, alwaysStop }, "Glow points until Friday!", during);
    expect([found.verdict.verdict, found.note]).toEqual(["allow", true]);
  });

  test.each([
    ["before its first day", new Date(2026, 9, 31, 23, 59).getTime(), false],
    ["on its first day", new Date(2026, 10, 1).getTime(), true],
    ["on its last day", new Date(2026, 10, 30, 23, 59).getTime(), true],
    ["on the day from which it is enforced", new Date(2026, 11, 1).getTime(), false],
  ])("%s", async (_name, at, expected) => {
    const { handlers, verdict, note } = await checked({ monitor }, draft.text, at);
    expect([verdict.verdict, note]).toEqual(expected ? ["allow", true] : ["block", false]);
    expect(await handlers["knowledge.wake"]({}, page)).toMatchObject({
      ok: true,
      value: { monitoring: expected, unchecked: expected ? "let-go-and-record" : "hold" },
    });
    expect(await handlers["tab.status"]({ tabId: 3 }, page)).toMatchObject({
      ok: true,
      value: { monitoring: expected },
    });
  });
});

describe("what a person may do with it", () => {
  test("a category that warns with a reason asks for one, whatever is said in general", async () => {
    const managed = { reasonRequired: false, actions: every("warn-with-reason") };
    expect((await checked(managed)).permission).toMatchObject({ postAnyway: true, reasonRequired: true });
    const surfaceActions = { "review-reply": every("warn") };
    const here = await checked({ ...managed, surfaceActions });
    expect(here.permission).toMatchObject({ postAnyway: true, reasonRequired: false });
  });

  test("the reasons that are offered, and whether another may be written", async () => {
    const reasons = ["It is our own address", "Asked by the owner"];
    const actions = every("warn");
    expect((await checked({ actions, reasons, reasonFreeText: false })).permission).toEqual({
      postAnyway: true,
      reasonRequired: true,
      reasons,
      freeText: false,
      secondPerson: false,
    });
  });

  test.each([
    ["stopped", "warn", false],
    ["stopped", "block", true],
    ["always", "warn", true],
    ["never", "block", false],
  ])(
    "where a second person agrees to what is %s, a draft that policy would %s",
    async (secondPerson, action, asked) => {
      const managed = { actions: every(action), secondPerson, approvers: [ada], postAnyway: "always" };
      expect((await checked(managed)).permission).toMatchObject({ postAnyway: true, secondPerson: asked });
    },
  );

  test("nothing, where a code is asked for and nobody can give one, or a reason and there is none", async () => {
    const managed = { actions: every("warn"), secondPerson: "always" };
    expect((await checked(managed)).permission).toMatchObject({
      postAnyway: false,
      secondPerson: true,
      reasonRequired: false,
    });
    const wordless = { ...managed, approvers: [ada], reasonFreeText: false };
    expect((await checked(wordless)).permission).toMatchObject({
      postAnyway: false,
      secondPerson: false,
      reasonRequired: true,
    });
  });
});

describe("a colleague's code", () => {
  const at = new Date(2026, 10, 15).getTime();
  const code = new TOTP({ secret: Secret.fromBase32(ada.secret) }).generate({ timestamp: at });
  const managed = { actions: every("warn"), secondPerson: "always", approvers: [ada], reasons: ["Owner"] };

  test("lets this draft be posted anyway, and the record names whose it was", async () => {
    const { handlers, attempts, draft: mine } = await checked(managed, draft.text, at);
    const asked = { id: "one", draft: mine, code, reason: "Owner" };
    expect(await handlers["attempt.approve"](asked, page)).toEqual({
      ok: true,
      value: { problem: null, wait: 0 },
    });
    // The answer was lost, and the page asks again.
    expect(await handlers["attempt.approve"](asked, page)).toMatchObject({ ok: true });
    expect(await attempts()).toMatchObject([
      { outcome: "posted-anyway", reason: "Owner", approvedBy: "Dr. Ada" },
    ]);
  });

  test("is not even looked at where policy asks for none, or the reason may not be given", async () => {
    const free = await checked({ actions: every("warn") }, draft.text, at);
    const asked = { id: "one", draft: free.draft, code, reason: "Owner" };
    expect(await free.handlers["attempt.approve"](asked, page)).toEqual({ ok: false, code: "not-allowed" });
    const never = await checked({ ...managed, postAnyway: "never" }, draft.text, at);
    expect(await never.handlers["attempt.approve"](asked, page)).toEqual({ ok: false, code: "not-allowed" });
    const strict = await checked({ ...managed, reasonFreeText: false }, draft.text, at);
    for (const reason of [undefined, " ", "Mine"]) {
      const body = { id: "one", draft: free.draft, code, ...(reason === undefined ? {} : { reason }) };
      expect(await strict.handlers["attempt.approve"](body, page)).toEqual({
        ok: false,
        code: "bad-request",
      });
    }
    expect(await strict.handlers["attempt.approve"](asked, page)).toMatchObject({ ok: true });
  });
});

describe("a surface that is switched off", () => {
  test("is named to the page and to the popup", async () => {
    const { handlers } = await checked({ surfaces: { comment: false } });
    expect(await handlers["knowledge.wake"]({}, page)).toMatchObject({
      ok: true,
      value: {
        siteOn: true,
        surfacesOff: ["comment"],
        monitoring: false,
        messages: null,
        contact: null,
        replies: false,
      },
    });
    expect(await handlers["tab.status"]({ tabId: 3 }, page)).toMatchObject({
      ok: true,
      value: { surfacesOff: ["comment"], monitoring: false },
    });
  });

  test("the practice's own words go to the page", async () => {
    const messages = { stopped: "Ask Kira before you post this." };
    const { handlers } = await checked({ messages, contact: "Kira, ext. 12" });
    expect(await handlers["knowledge.wake"]({}, page)).toMatchObject({
      ok: true,
      value: { messages, contact: "Kira, ext. 12" },
    });
  });
});
