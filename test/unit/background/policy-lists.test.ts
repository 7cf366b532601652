import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Level } from "../../../src/contract/levels.ts";
import { mostPhrases } from "../../../src/contract/policy-phrases.ts";
import { changeSeat } from "../../../src/background/policy-seat.ts";
import { resolvePolicy } from "../../../src/background/policy.ts";
import type { PolicySources, ResolvedPolicy } from "../../../src/background/policy.ts";

const nothing: PolicySources = {
  managed: { values: {}, dropsSilently: false },
  settled: true,
  lastGood: {},
  seat: {},
};
const stop = (text: string, category = "relationship") => ({ text, category });

function managed(values: Record<string, unknown>, more: Partial<PolicySources> = {}): ResolvedPolicy {
  return resolvePolicy({ ...nothing, ...more, managed: { values, dropsSilently: false } });
}
const stopped = ({ policy }: ResolvedPolicy): string[] => policy.alwaysStop.map(({ text }) => text);

describe("what is always stopped", () => {
  test("is what the admin lists, and what the seat adds to it", () => {
    const both = managed(
      { alwaysStop: [{ text: " glow points " }] },
      { seat: { alwaysStop: [stop("happy hour", "conduct")] } },
    );
    expect(both.policy.alwaysStop).toEqual([stop("glow points"), stop("happy hour", "conduct")]);
    expect(both.floor.alwaysStop).toEqual([stop("glow points")]);
    expect(both.states.get("alwaysStop")).toEqual({ origin: "seat", level: "default" });
    expect(resolvePolicy({ ...nothing, seat: { alwaysStop: [stop("x1")] } }).source).toBe("seat");
  });

  test("has each phrase once under one category", () => {
    const twice = managed({ alwaysStop: [stop("Glow"), stop("glow"), stop("glow", "health")] });
    expect(twice.policy.alwaysStop).toEqual([stop("Glow"), stop("glow", "health")]);
  });

  test("keeps its good entries beside a broken one, and the last good ones too", () => {
    const lastGood = { alwaysStop: [stop("was good")] };
    const broken = { alwaysStop: [stop("is good"), { text: "x" }, 7, stop("bad", "media")] };
    const resolved = managed(broken, { lastGood });
    expect(stopped(resolved)).toEqual(["is good", "was good"]);
    expect(resolved.faults.map(({ path }) => path)).toEqual([
      "alwaysStop.1.text",
      "alwaysStop.2",
      "alwaysStop.3.category",
    ]);
    expect(resolved.faults[0]?.problem).toContain("at least 2 letters");
    expect(stopped(managed({ alwaysStop: "none" }, { lastGood }))).toEqual(["was good"]);
  });

  test("outlives a late or refused managed policy", () => {
    const lastGood = { alwaysStop: [stop("was good")] };
    expect(stopped(resolvePolicy({ ...nothing, lastGood, settled: false }))).toEqual(["was good"]);
    expect(stopped(resolvePolicy({ ...nothing, lastGood }))).toEqual([]);
    const refused = resolvePolicy({
      ...nothing,
      lastGood,
      managed: { values: { strictness: "strict" }, dropsSilently: true },
    });
    expect(stopped(refused)).toEqual(["was good"]);
    expect(refused.faults.map(({ path }) => path)).toEqual(["alwaysStop"]);
  });

  test("takes no more than its bound, and says so", () => {
    const many = Array.from({ length: mostPhrases + 1 }, (_, at) => stop(`phrase ${at}`));
    const resolved = managed({ alwaysStop: many });
    expect(resolved.policy.alwaysStop).toHaveLength(mostPhrases);
    expect(resolved.faults).toEqual([
      {
        path: "alwaysStop",
        problem: `is longer than ${mostPhrases} entries; the rest is left out`,
        instead: `the ${mostPhrases} that can be used`,
      },
    ]);
  });

  test("never loses what the seat added, whatever the admin's policy is", () => {
    const anything = fc.oneof(fc.anything(), fc.array(fc.oneof(fc.anything(), fc.constant(stop("ok")))));
    fc.assert(
      fc.property(anything, anything, fc.boolean(), (value, lastGood, dropsSilently) => {
        const resolved = resolvePolicy({
          ...nothing,
          lastGood: { alwaysStop: lastGood },
          seat: { alwaysStop: [stop("added here")] },
          managed: { values: { alwaysStop: value, alwaysAllow: value }, dropsSilently },
        });
        expect(stopped(resolved)).toContain("added here");
      }),
    );
  });
});

describe("what is always allowed", () => {
  const seat = { alwaysAllow: ["Glow Week"] };

  test("may be added to at the seat where there is no admin", () => {
    expect(resolvePolicy({ ...nothing, seat }).policy).toMatchObject({
      alwaysAllow: ["Glow Week"],
      levels: { alwaysAllow: "default", publicNames: "default" },
    });
  });

  test.each<[string, Record<string, unknown>, string[], Level]>([
    ["a policy that says nothing about it", { strictness: "strict" }, [], "tighten"],
    ["a policy that forbids it", { levels: { alwaysAllow: "fixed" } }, [], "fixed"],
    ["a policy that is unclear about it", { levels: { alwaysAllow: "yes" } }, [], "tighten"],
    ["a policy with unclear levels", { levels: "default" }, [], "tighten"],
    ["a policy that lists its own", { alwaysAllow: ["Summer Gala"] }, ["Summer Gala"], "tighten"],
    [
      "a policy that lets it",
      { alwaysAllow: ["Summer Gala"], levels: { alwaysAllow: "default" } },
      ["Summer Gala", "Glow Week"],
      "default",
    ],
  ])("under %s", (_name, values, alwaysAllow, level) => {
    const resolved = managed(values, { seat });
    expect(resolved.policy).toMatchObject({ alwaysAllow, levels: { alwaysAllow: level } });
    expect(resolved.states.get("alwaysAllow")?.level).toBe(level);
  });

  test("loses what is broken or was refused, and keeps the rest", () => {
    const lastGood = { alwaysAllow: ["Old Gala"] };
    const resolved = managed({ alwaysAllow: ["Summer Gala", "you", { text: "x" }] }, { lastGood });
    expect(resolved.policy.alwaysAllow).toEqual(["Summer Gala"]);
    expect(resolved.faults.map(({ path }) => path)).toEqual(["alwaysAllow.1", "alwaysAllow.2"]);
    const refused = resolvePolicy({
      ...nothing,
      lastGood,
      managed: { values: { strictness: "strict" }, dropsSilently: true },
    });
    expect(refused.policy.alwaysAllow).toEqual([]);
    expect(refused.faults.map(({ path }) => path)).toEqual(["alwaysAllow"]);
  });
});

describe("the names that are never meant as patients", () => {
  const seat = { publicNames: ["Ada Lovelace"] };

  test("are the admin's, and the seat's where it may allow", () => {
    expect(resolvePolicy({ ...nothing, seat }).policy.publicNames).toEqual(["Ada Lovelace"]);
    const values = { publicNames: ["Grace Hopper", "Al", 7, "x ".repeat(60)] };
    const closed = managed(values, { seat });
    expect(closed.policy.publicNames).toEqual(["Grace Hopper"]);
    expect(closed.faults.map(({ path }) => path)).toEqual([
      "publicNames.1",
      "publicNames.2",
      "publicNames.3",
    ]);
    const open = managed({ publicNames: ["Grace Hopper"], levels: { publicNames: "default" } }, { seat });
    expect(open.policy.publicNames).toEqual(["Grace Hopper", "Ada Lovelace"]);
  });

  test("are changed at the seat as what is always allowed is", () => {
    const admin = managed({ publicNames: ["Grace Hopper"], levels: { publicNames: "default" } });
    const both = { publicNames: ["Grace Hopper", "Ada Lovelace"] };
    expect(changeSeat({}, admin, both)).toEqual(seat);
    expect(changeSeat({}, admin, seat)).toBeUndefined();
    const closed = managed({ publicNames: ["Grace Hopper"] });
    expect(changeSeat({}, closed, both)).toBeUndefined();
    expect(changeSeat(seat, closed, { publicNames: ["Grace Hopper"] })).toEqual(seat);
    expect(changeSeat(seat, closed, { strictness: "strict" })).toEqual({ ...seat, strictness: "strict" });
  });
});

describe("a change of the lists at the seat", () => {
  const admin = managed({
    alwaysStop: [stop("glow points")],
    alwaysAllow: ["Summer Gala"],
    levels: { alwaysAllow: "default" },
  });
  const lists = (alwaysStop: unknown[], alwaysAllow: unknown[]) => ({ alwaysStop, alwaysAllow });

  test("keeps what is added, without what the admin has listed", () => {
    const wanted = lists([stop("glow points"), stop("happy hour")], ["Summer Gala", "Glow Week"]);
    expect(changeSeat({}, admin, wanted)).toEqual(lists([stop("happy hour")], ["Glow Week"]));
  });

  test.each<[string, Record<string, unknown>]>([
    ["leaves out what the admin stops", { alwaysStop: [stop("happy hour")] }],
    ["leaves out what the admin allows", { alwaysAllow: ["Glow Week"] }],
    ["has an entry that cannot be used", { alwaysStop: [stop("glow points"), { text: "x" }] }],
    ["is no list", { alwaysStop: "glow points" }],
    [
      "is too long",
      {
        alwaysStop: [
          stop("glow points"),
          ...Array.from({ length: mostPhrases + 1 }, (_, at) => stop(`phrase ${at}`)),
        ],
      },
    ],
  ])("is refused where it %s", (_name, wanted) => {
    expect(changeSeat({ strictness: "strict" }, admin, wanted)).toBeUndefined();
  });

  test("does not allow what only the admin may, and forgets nothing meanwhile", () => {
    const closed = managed({ alwaysAllow: ["Summer Gala"] });
    const before = { alwaysAllow: ["Glow Week"] };
    expect(changeSeat(before, closed, { alwaysAllow: ["Summer Gala", "Glow Week"] })).toBeUndefined();
    expect(changeSeat(before, closed, { alwaysAllow: ["Summer Gala"] })).toEqual(before);
  });

  test("leaves the lists that it does not mention", () => {
    const before = lists([stop("happy hour")], ["Glow Week"]);
    expect(changeSeat(before, admin, { strictness: "strict" })).toEqual({ ...before, strictness: "strict" });
    expect(changeSeat(before, admin, { alwaysStop: [stop("glow points")] })).toEqual({
      alwaysAllow: ["Glow Week"],
    });
  });
});
