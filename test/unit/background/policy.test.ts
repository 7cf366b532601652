import { describe, expect, test } from "vitest";
import type { ChoiceValue } from "../../../src/contract/choices.ts";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import type { Policy } from "../../../src/contract/policy.ts";
import { resolvePolicy } from "../../../src/background/policy.ts";
import { managed, nothing } from "./managed.ts";

/** The default, with the parts that only a policy in force has. */
const whole: Policy = {
  ...defaultPolicy,
  surfaceActions: onEach(defaultPolicy.actions),
  levels: {
    strictness: "tighten",
    actions: "tighten",
    sites: "default",
    surfaces: "default",
    unchecked: "tighten",
    postAnyway: "tighten",
    reasonRequired: "tighten",
    reasonFreeText: "tighten",
    secondPerson: "tighten",
    language: "default",
    practice: "default",
    replies: "default",
    alwaysStop: "default",
    alwaysAllow: "default",
    publicNames: "default",
  },
};
/** What holds where there is a managed policy that names none of these settings. */
const underPolicy = { ...whole.levels, alwaysAllow: "tighten", publicNames: "tighten" } as const;

function onEach(actions: Policy["actions"]): Policy["surfaceActions"] {
  return {
    "review-reply": actions,
    comment: actions,
    post: actions,
    message: actions,
    review: actions,
  };
}

describe("the policy in force", () => {
  test("is the default where nobody says anything", () => {
    const { policy, states, faults, source } = resolvePolicy(nothing);
    expect(policy).toEqual(whole);
    expect({ faults, source }).toEqual({ faults: [], source: "default" });
    expect(new Set([...states.values()].map(({ origin }) => origin))).toEqual(new Set(["default"]));
  });

  test("is what the admin says, looser or stricter", () => {
    const values = { strictness: "relaxed", actions: { conduct: "record" }, sites: { yelp: false } };
    const { policy, states, source } = resolvePolicy(managed(values));
    const actions = { ...whole.actions, conduct: "record" as const };
    expect(policy).toEqual({
      ...whole,
      strictness: "relaxed",
      actions,
      surfaceActions: onEach(actions),
      sites: { ...whole.sites, yelp: false },
      levels: { ...underPolicy, sites: "fixed" },
    });
    expect(states.get("strictness")).toEqual({ origin: "managed", level: "tighten" });
    expect(states.get("sites.yelp")).toEqual({ origin: "managed", level: "fixed" });
    expect(states.get("sites.facebook")).toEqual({ origin: "default", level: "default" });
    expect(source).toBe("managed");
  });

  test.each<[string, Record<string, unknown>, Record<string, ChoiceValue>, Partial<Policy>]>([
    ["tightens the default", {}, { strictness: "strict" }, { strictness: "strict" }],
    ["does not loosen the default", {}, { strictness: "relaxed" }, { strictness: "balanced" }],
    [
      "tightens what the admin set",
      { postAnyway: "always" },
      { postAnyway: "never" },
      { postAnyway: "never" },
    ],
    [
      "does not loosen what the admin set",
      { strictness: "strict" },
      { strictness: "balanced" },
      { strictness: "strict" },
    ],
    ["switches a site off", {}, { "sites.yelp": false }, { sites: { ...defaultPolicy.sites, yelp: false } }],
    [
      "does not switch off a site that the admin watches",
      { sites: { yelp: true } },
      { "sites.yelp": false },
      { sites: defaultPolicy.sites },
    ],
  ])("the seat %s", (_name, values, seat, expected) => {
    expect(resolvePolicy(managed(values, { seat })).policy).toMatchObject(expected);
  });

  test("a broken value stays broken: the strictest known value does not wear off", () => {
    const first = resolvePolicy(managed({ postAnyway: "never" }));
    let lastGood = first.managedValues;
    for (const wrong of ["nver", 0, null, {}]) {
      const next = resolvePolicy(managed({ postAnyway: wrong }, { lastGood }));
      expect(next.policy.postAnyway).toBe("never");
      expect(next.faults).toEqual([
        { path: "postAnyway", problem: "is not one of: always, warnings, never", instead: "never" },
      ]);
      lastGood = next.managedValues;
    }
    expect(resolvePolicy(managed({ postAnyway: "always" }, { lastGood })).policy.postAnyway).toBe("always");
  });

  test("parts that are no object are broken, each of them", () => {
    const { policy, faults } = resolvePolicy(managed({ actions: "allow", sites: [] }));
    expect(policy).toEqual({ ...whole, levels: { ...underPolicy, sites: "fixed" } });
    expect(faults.map(({ path }) => path)).toEqual([
      ...Object.keys(defaultPolicy.actions).map((part) => `actions.${part}`),
      ...Object.keys(defaultPolicy.sites).map((part) => `sites.${part}`),
    ]);
  });

  test("names a setting that does not exist", () => {
    const { faults } = resolvePolicy(managed({ strictnes: "relaxed", actions: { helath: "allow" } }));
    expect(faults.map(({ path }) => path)).toEqual(["strictnes", "actions.helath"]);
  });

  test("a setting that is broken may be tightened at the seat, and nothing else, whatever its level", () => {
    const values = {
      strictness: "strct",
      postAnyway: "nver",
      levels: { strictness: "default", postAnyway: "fixed" },
    };
    const seat = { strictness: "relaxed", postAnyway: "never" };
    const { policy, states, managedValues } = resolvePolicy(managed(values, { seat }));
    expect(policy).toMatchObject({ strictness: "balanced", postAnyway: "never" });
    expect(states.get("strictness")).toEqual({ origin: "default", level: "tighten" });
    expect(states.get("postAnyway")).toEqual({ origin: "seat", level: "tighten" });
    // Nor while the file is not to be seen, at the next start of the browser.
    const early = resolvePolicy({ ...nothing, seat, lastGood: managedValues, settled: false });
    expect(early.policy).toMatchObject({ strictness: "balanced", postAnyway: "never" });
  });

  test("for one surface follows what is said in general, where nothing is said of it", () => {
    const values = {
      actions: { health: "warn", payment: "warn" },
      surfaceActions: { post: { health: "record" }, comment: { payment: "wrn" } },
      levels: { actions: "default" },
    };
    const one = resolvePolicy(managed(values)).policy.surfaceActions;
    expect(one.post).toMatchObject({ health: "record", payment: "warn", media: "block" });
    expect(one.comment).toMatchObject({ health: "warn", payment: "block" });
    // What the seat says in general does not undo what the admin says of one.
    const seat = { "actions.health": "allow", "surfaceActions.message.health": "block" };
    const both = resolvePolicy(managed(values, { seat })).policy.surfaceActions;
    expect([both.post?.health, both.comment?.health, both.message?.health]).toEqual([
      "record",
      "allow",
      "block",
    ]);
  });

  test("salvages of a value what can be used, and names the rest", () => {
    const values = {
      practice: {
        name: "Harborview",
        phones: ["555-0100", 7],
        emails: "x",
        staff: [{ name: "Ada" }, {}],
        fax: [],
      },
      messages: { stopped: "Please ask Ada.", warned: "" },
    };
    const { policy, faults, states } = resolvePolicy(managed(values));
    expect(policy.practice).toMatchObject({
      name: "Harborview",
      phones: ["555-0100"],
      emails: [],
      staff: [{ name: "Ada" }],
    });
    expect(policy.messages).toEqual({ stopped: "Please ask Ada." });
    expect(faults.map(({ path }) => path).toSorted()).toEqual([
      "messages.warned",
      "practice.emails",
      "practice.fax",
      "practice.phones.1",
      "practice.staff.1.name",
    ]);
    expect(states.get("practice")).toEqual({ origin: "managed", level: "fixed" });
    const lastGood = { practice: { name: "Harborview" } };
    const worse = resolvePolicy(managed({ practice: { name: 7 } }, { lastGood }));
    expect(worse.policy.practice?.name).toBe("Harborview");
    expect(worse.faults.map(({ instead }) => instead)).toEqual(["what was set before"]);
  });

  test("keeps no secret of it, and does without", () => {
    const secret = "A".repeat(32);
    const values = {
      secondPerson: "stopped",
      approvers: [{ name: "Dr. Ada", secret }],
      forwarding: { address: "https://log.example/", token: "hidden-token" },
    };
    const now = resolvePolicy(managed(values));
    expect(now.policy.approvers).toHaveLength(1);
    expect(JSON.stringify(now.managedValues)).not.toMatch(/AAAA|hidden/);
    const early = resolvePolicy({ ...nothing, lastGood: now.managedValues, settled: false });
    expect(early.policy).toMatchObject({ secondPerson: "stopped", approvers: [] });
  });

  test("is the strictest there is until the browser has said whether there is a managed one", () => {
    const awaited = resolvePolicy({ ...nothing, lastGood: undefined, settled: false });
    expect(awaited).toMatchObject({ source: "awaited", isSeen: false, managedValues: undefined });
    expect(awaited.policy).toMatchObject({
      strictness: "strict",
      unchecked: "hold",
      postAnyway: "never",
      reasonRequired: true,
      reasonFreeText: false,
      secondPerson: "always",
    });
    expect(awaited.states.get("strictness")).toEqual({ origin: "awaited", level: "tighten" });
    // Where it had said before that there is none, nobody has to wait.
    expect(resolvePolicy({ ...nothing, settled: false }).source).toBe("default");
    expect(resolvePolicy({ ...nothing, lastGood: undefined }).source).toBe("default");
  });

  test("watches only, from the first day to the last, by the clock of the browser", () => {
    const at = (day: number, hour = 0): number => new Date(2026, 11, day, hour).getTime();
    const monitored = (now: number) =>
      resolvePolicy(managed({ monitor: { from: "2026-12-01", until: "2026-12-15" } }, { now }));
    expect([at(1) - 1, at(1), at(14, 23), at(15)].map((now) => monitored(now).monitoring)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([at(1) - 1, at(1), at(15)].map((now) => monitored(now).nextChange)).toEqual([at(1), at(15), null]);
    const broken = managed({ monitor: { from: "2026-12-01", until: "2027-12-15" } }, { now: at(2) });
    expect(resolvePolicy(broken)).toMatchObject({ monitoring: false, policy: { monitor: null } });
  });

  test("an empty managed policy early on is not believed; later it is", () => {
    const lastGood = { postAnyway: "never", strictness: "relaxed" };
    const early = resolvePolicy({ ...nothing, lastGood, settled: false });
    expect(early.policy).toMatchObject({ postAnyway: "never", strictness: "relaxed" });
    expect(early.source).toBe("last-good");
    expect(early.managedValues).toEqual(lastGood);
    expect(resolvePolicy({ ...nothing, lastGood, settled: true })).toMatchObject({
      policy: whole,
      source: "default",
      managedValues: {},
    });
  });

  test("a value that vanishes where the browser drops broken ones does not loosen, and is reported", () => {
    const lastGood = { postAnyway: "never", strictness: "strict" };
    const values = { strictness: "strict" };
    const chrome = { ...nothing, lastGood, managed: { values, dropsSilently: true } };
    expect(resolvePolicy(chrome).policy.postAnyway).toBe("never");
    expect(resolvePolicy(chrome).faults.map(({ path }) => path)).toEqual(["postAnyway"]);
    expect(resolvePolicy(managed(values, { lastGood })).policy.postAnyway).toBe("warnings");
  });
});
