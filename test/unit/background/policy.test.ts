import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choices, isValueOf, rank, readChoice } from "../../../src/contract/choices.ts";
import type { Choice, ChoiceValue } from "../../../src/contract/choices.ts";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import type { Policy } from "../../../src/contract/policy.ts";
import { changeSeat } from "../../../src/background/policy-seat.ts";
import { resolvePolicy } from "../../../src/background/policy.ts";
import type { PolicySources } from "../../../src/background/policy.ts";

const nothing: PolicySources = {
  managed: { values: {}, dropsSilently: false },
  settled: true,
  lastGood: {},
  seat: {},
};

function managed(values: Record<string, unknown>, more: Partial<PolicySources> = {}): PolicySources {
  return { ...nothing, ...more, managed: { values, dropsSilently: false } };
}

function strictness(choice: Choice, policy: Policy): number {
  const value = readChoice(policy, choice);
  if (!isValueOf(choice, value)) throw new Error(`no value for ${choice.path}`);
  return rank(choice, value);
}

const byPath = fc.record(
  Object.fromEntries(choices.map((choice) => [choice.path, fc.constantFrom(...choice.values)])),
  { requiredKeys: [] },
);
const broken = fc.oneof(
  fc.anything(),
  fc.constantFrom("", "STRICT", "block ", 0, 1, "true", null, [], ["block"], { value: "block" }),
);
/** Settings as an admin may write them: right, wrong, with parts missing, with parts that do not exist. */
const managedValues = fc.record(
  {
    strictness: fc.oneof(fc.constantFrom("relaxed", "balanced", "strict"), broken),
    actions: fc.oneof(
      broken,
      fc.dictionary(
        fc.constantFrom("health", "payment", "media", "conduct", "helath", "__proto__"),
        fc.oneof(fc.constantFrom("allow", "record", "warn", "block"), broken),
      ),
    ),
    sites: fc.oneof(
      broken,
      fc.dictionary(fc.constantFrom("facebook", "yelp"), fc.oneof(fc.boolean(), broken)),
    ),
    unchecked: fc.oneof(fc.constantFrom("hold", "let-go-and-record"), broken),
    postAnyway: fc.oneof(fc.constantFrom("never", "warnings", "always"), broken),
    reasonRequired: fc.oneof(fc.boolean(), broken),
    seatMayAllow: fc.oneof(fc.boolean(), broken),
    extra: broken,
  },
  { requiredKeys: [] },
);

describe("the policy in force", () => {
  test("is the default where nobody says anything", () => {
    expect(resolvePolicy(nothing)).toMatchObject({
      policy: defaultPolicy,
      fixed: [],
      faults: [],
      source: "default",
    });
  });

  test("is what the admin says, looser or stricter", () => {
    const values = { strictness: "relaxed", actions: { conduct: "record" }, sites: { yelp: false } };
    const { policy, fixed, source } = resolvePolicy(managed(values));
    expect(policy).toEqual({
      ...defaultPolicy,
      strictness: "relaxed",
      actions: { ...defaultPolicy.actions, conduct: "record" },
      sites: { ...defaultPolicy.sites, yelp: false },
      seatMayAllow: false,
    });
    expect(fixed).toEqual(["strictness", "actions.conduct", "sites.yelp"]);
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
    [
      "switches a site off",
      {},
      { "sites.yelp": false },
      { sites: { facebook: true, instagram: true, yelp: false } },
    ],
    [
      "does not switch off a site that the admin watches",
      { sites: { yelp: true } },
      { "sites.yelp": false },
      { sites: defaultPolicy.sites },
    ],
  ])("the seat %s", (_name, values, seat, expected) => {
    expect(resolvePolicy(managed(values, { seat })).policy).toMatchObject(expected);
  });

  test("no managed value, however broken, loosens", () => {
    fc.assert(
      fc.property(managedValues, byPath, byPath, fc.boolean(), (values, lastGood, seat, dropsSilently) => {
        const sources = { ...nothing, lastGood, seat, managed: { values, dropsSilently } };
        const { policy, faults } = resolvePolicy(sources);
        const without = resolvePolicy({ ...nothing, seat }).policy;
        for (const choice of choices) {
          if (isValueOf(choice, readChoice(values, choice))) continue;
          const is = strictness(choice, policy);
          expect(is).toBeGreaterThanOrEqual(strictness(choice, without));
          const good = lastGood[choice.path];
          const isFaulty = faults.some(({ path }) => path === choice.path);
          const floor = isFaulty && good !== undefined ? rank(choice, good) : 0;
          expect(is).toBeGreaterThanOrEqual(floor);
          const mustBeFaulty = choice.part === undefined && values[choice.setting] !== undefined;
          expect(isFaulty || !mustBeFaulty).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("a right value stands, whatever is broken beside it", () => {
    fc.assert(
      fc.property(managedValues, (values) => {
        const { policy, faults } = resolvePolicy(managed({ ...values, strictness: "strict" }));
        expect(policy.strictness).toBe("strict");
        for (const { problem } of faults) expect(problem).toMatch(/^(is|was) /);
      }),
    );
  });

  test("a broken value stays broken: the strictest known value does not wear off", () => {
    const first = resolvePolicy(managed({ postAnyway: "never" }));
    let lastGood: Record<string, unknown> = first.managedValues;
    for (const wrong of ["nver", 0, null, {}]) {
      const next = resolvePolicy(managed({ postAnyway: wrong }, { lastGood }));
      expect(next.policy.postAnyway).toBe("never");
      expect(next.faults).toEqual([
        { path: "postAnyway", problem: "is not one of: always, warnings, never" },
      ]);
      lastGood = next.managedValues;
    }
    expect(resolvePolicy(managed({ postAnyway: "always" }, { lastGood })).policy.postAnyway).toBe("always");
  });

  test("parts that are no object are broken, each of them", () => {
    const { policy, faults } = resolvePolicy(managed({ actions: "allow", sites: [] }));
    expect(policy).toEqual({ ...defaultPolicy, seatMayAllow: false });
    expect(faults.map(({ path }) => path)).toEqual([
      ...Object.keys(defaultPolicy.actions).map((part) => `actions.${part}`),
      ...Object.keys(defaultPolicy.sites).map((part) => `sites.${part}`),
    ]);
  });

  test("names a setting that does not exist", () => {
    const { faults } = resolvePolicy(managed({ strictnes: "relaxed", actions: { helath: "allow" } }));
    expect(faults.map(({ path }) => path)).toEqual(["strictnes", "actions.helath"]);
  });

  test("an empty managed policy early on is not believed; later it is", () => {
    const lastGood = { postAnyway: "never", strictness: "relaxed" };
    const early = resolvePolicy({ ...nothing, lastGood, settled: false });
    expect(early.policy).toMatchObject({ postAnyway: "never", strictness: "relaxed" });
    expect(early.source).toBe("last-good");
    expect(early.managedValues).toEqual(lastGood);
    expect(resolvePolicy({ ...nothing, lastGood, settled: true })).toMatchObject({
      policy: defaultPolicy,
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

describe("a change at the seat", () => {
  const plain = resolvePolicy(nothing);

  test.each<[string, Record<string, unknown>, Record<string, ChoiceValue> | undefined]>([
    ["keeps what is stricter", { strictness: "strict" }, { strictness: "strict" }],
    ["keeps nothing that only repeats what is in force", { strictness: "balanced" }, {}],
    ["refuses what is looser", { strictness: "relaxed" }, undefined],
    [
      "refuses the whole where a part is looser",
      { actions: { health: "warn" }, strictness: "strict" },
      undefined,
    ],
    ["refuses what is no value", { strictness: "none" }, undefined],
    [
      "keeps a site that is switched off",
      { sites: { yelp: false, facebook: true } },
      { "sites.yelp": false },
    ],
  ])("%s", (_name, wanted, kept) => {
    expect(changeSeat({}, plain, wanted)).toEqual(kept);
  });

  test("leaves what it does not mention", () => {
    expect(changeSeat({ strictness: "strict" }, plain, { postAnyway: "never" })).toEqual({
      strictness: "strict",
      postAnyway: "never",
    });
  });

  test("does not touch a site that the admin has set", () => {
    const fixed = resolvePolicy(managed({ sites: { yelp: true } }));
    expect(changeSeat({}, fixed, { sites: { yelp: false } })).toBeUndefined();
    expect(changeSeat({}, fixed, { sites: { yelp: true, facebook: false } })).toEqual({
      "sites.facebook": false,
    });
  });

  test("once accepted, is what the policy becomes", () => {
    expect.hasAssertions();
    const one = fc.tuple(fc.constantFrom(...choices), fc.nat(3));
    fc.assert(
      fc.property(byPath, byPath, one, (lastGood, kept, [choice, nth]) => {
        const value = choice.values[nth % choice.values.length];
        const before = resolvePolicy({ ...nothing, lastGood, seat: kept, settled: false });
        const { setting, part } = choice;
        const seat = changeSeat(kept, before, { [setting]: part === undefined ? value : { [part]: value } });
        if (!seat) return;
        const after = resolvePolicy({ ...nothing, lastGood, settled: false, seat }).policy;
        expect(readChoice(after, choice)).toBe(value);
        for (const other of choices.filter((known) => known !== choice)) {
          expect(readChoice(after, other)).toBe(readChoice(before.policy, other));
        }
      }),
    );
  });
});
