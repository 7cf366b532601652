import { describe, expect, test } from "vitest";
import type { ChoiceValue } from "../../../src/contract/choices.ts";
import { changeSeat } from "../../../src/background/policy-seat.ts";
import { resolvePolicy } from "../../../src/background/policy.ts";
import { managed, nothing } from "./managed.ts";

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
});
