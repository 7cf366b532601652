// @vitest-environment happy-dom
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choices } from "../../../src/contract/choices.ts";
import { settings } from "../../../src/contract/policy.ts";
import { browserRows } from "../../../src/pages/policy/browser-rows.ts";
import { drawFaults, drawSummary, drawValues } from "../../../src/pages/policy/draw-report.ts";
import type { Facts } from "../../../src/pages/policy/facts.ts";
import { knownPath, reportText } from "../../../src/pages/policy/report-text.ts";
import { stateLine } from "../../../src/pages/policy/summary.ts";
import { valueRows } from "../../../src/pages/policy/value-rows.ts";
import { policyNotices } from "../../../src/pages/shared/policy-notices.ts";
import { partialPolicies } from "../guard/policy/policies.ts";
import { policySeat } from "./policy-seat.ts";

const chrome: Facts["browser"] = { name: "Chrome", version: "140.0", installType: "admin", inPrivate: false };

async function factsOf(values: Readonly<Record<string, unknown>> = {}, seat = {}): Promise<Facts> {
  const { view, ask } = await policySeat(values, seat);
  const [patients, events] = [await ask("patients.read", {}), await ask("policy.events", { limit: 50 })];
  return {
    report: view.now(),
    patients: patients.ok ? patients.value : undefined,
    events: events.ok ? events.value.events : [],
    totalEvents: events.ok ? events.value.total : 0,
    browser: chrome,
    missingSites: [],
    version: "0.1.0",
    at: Date.UTC(2026, 10, 26),
  };
}

const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
/** Whatever must not be read by whoever gets the report. */
const planted = {
  contact: "Kira Plantedname, ext. 12",
  practice: {
    name: "Plantedname Clinic",
    staff: [{ name: "Bree Plantedname" }],
    phones: ["310-555-0142"],
    emails: ["desk@plantedname.example"],
  },
  approvers: [{ name: "Dr. Ada Plantedname", secret }],
  messages: { stopped: "Ask Plantedname first." },
  reasons: ["Plantedname agreed"],
  replies: [{ text: "Thanks from Plantedname!" }],
  alwaysStop: [{ text: "plantedname points", category: "conduct", reason: "Plantedname said so" }],
  publicNames: ["Ada Plantedname"],
  patientList: {
    address: "https://lists.example/plantedpath?sig=plantedtoken",
    sha256: "ab".repeat(32),
    key: `${"P".repeat(42)}E=`,
  },
  forwarding: { address: "https://log.example/plantedpath", token: "plantedtoken" },
  evidenceKey: `${"Q".repeat(42)}E=`,
};

describe("the report to copy", () => {
  test("has nothing that was planted in the policy, and all that it is about", async () => {
    const facts = await factsOf(
      {
        ...planted,
        version: "2026-11",
        strictness: "strict",
        retentionYears: 99,
        plantedname: "plantedname",
      },
      { postAnyway: "never" },
    );
    const text = reportText(facts);
    for (const part of [
      "plantedname",
      "plantedpath",
      "plantedtoken",
      secret,
      "PPPP",
      "QQQQ",
      "555-0142",
      "abab",
    ])
      expect(text.toLowerCase()).not.toContain(part.toLowerCase());
    for (const line of [
      "Version: 2026-11;",
      "- strictness: Strict [administrator’s policy, since ",
      "- postAnyway: Never [this browser, since ",
      "- alwaysStop: 1 entry [",
      "- patientList: address at lists.example, sha256 set [",
      "- retentionYears: must be at most 20",
      "- a setting that there is not: is no setting of this version",
      "ReplyGuard: 0.1.0, engine 1, Chrome 140.0",
      "Patient list: The practice’s list has not arrived yet.",
      "- Switching ReplyGuard off: enforced.",
      "- Developer tools, with which a page can be changed: cannot be seen.",
    ])
      expect(text).toContain(line);
  });

  test("is made of any policy", async () => {
    await fc.assert(
      fc.asyncProperty(partialPolicies, async (given) => {
        const facts = await factsOf(given);
        const text = reportText(facts);
        for (const name of Object.keys(settings)) expect(text).toContain(`\n- ${name}`);
        document.body.replaceChildren(drawValues(facts.report), drawFaults(facts.report), drawSummary(facts));
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    ["", "the policy as a whole"],
    ["actions.health", "actions.health"],
    ["surfaceActions.post.health", "surfaceActions.post.health"],
    ["alwaysStop.3.text", "alwaysStop.3.text"],
    ["practice.Dr. Ada Moss", "practice.…"],
    ["Ada Moss", "a setting that there is not"],
  ])("names the path “%s” as far as it is one of this version", (path, shown) => {
    expect(knownPath(path)).toBe(shown);
  });
});

describe("every setting in the report", () => {
  test("has a row with its value, whence it is, since when, and who may change it", async () => {
    const { report } = await factsOf(
      { strictness: "strict", actions: { health: "warn" }, levels: { strictness: "fixed" } },
      { postAnyway: "never" },
    );
    const rows = new Map(valueRows(report).map((row) => [row.path, row]));
    expect(new Set([...rows.values()].map(({ name }) => name))).toEqual(new Set(Object.keys(settings)));
    expect(rows.get("strictness")).toMatchObject({
      value: "Strict",
      origin: "managed",
      since: 5,
      who: "Nobody here",
    });
    expect(rows.get("postAnyway")).toMatchObject({ value: "Never", origin: "seat" });
    expect(rows.get("actions.health")).toMatchObject({ value: "Warn", origin: "managed" });
    expect(rows.get("actions.media")).toMatchObject({ value: "Block", origin: "default", since: null });
    expect(rows.get("surfaceActions")).toMatchObject({ value: "Everywhere as in general" });
    expect(rows.get("surfaces")).toMatchObject({ title: "Kinds of boxes: all", value: "On" });
    expect(rows.get("version")?.who).toBe("Administrator only");
    const lists = ["alwaysStop", "alwaysAllow", "replies", "approvers"];
    expect(lists.map((list) => rows.get(list)?.who)).toEqual([
      "May be added to here",
      "Nobody here",
      "May be added to here",
      "Administrator only",
    ]);
  });

  test("has a row for each part that is not like the others", async () => {
    const { report } = await factsOf({
      actions: { health: "warn" },
      surfaceActions: { post: { health: "block" } },
      sites: { yelp: false },
    });
    const paths = valueRows(report).map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith("surfaceActions"))).toEqual(["surfaceActions.post.health"]);
    expect(paths.filter((path) => path.startsWith("sites"))).toHaveLength(
      choices.filter(({ setting }) => setting === "sites").length,
    );
  });
});

describe("what a browser enforces", () => {
  const told = async (
    browser: Partial<Facts["browser"]>,
    values = {},
    missing: Facts["missingSites"] = [],
  ) => {
    const facts = await factsOf(values);
    return browserRows({ ...facts, browser: { ...chrome, ...browser }, missingSites: missing });
  };
  const stateOf = (rows: Awaited<ReturnType<typeof told>>, what: RegExp) =>
    rows.find((row) => what.test(row.what));

  test.each([
    ["admin", "good"],
    ["normal", "gap"],
    ["development", "gap"],
    [undefined, "unseen"],
  ])("of an extension that was installed as %s", async (installType, state) => {
    const row = stateOf(await told({ installType }), /Switching/);
    expect(row?.state).toBe(state);
    expect(row?.line === undefined).toBe(state === "good");
  });

  test.each([
    [true, "good"],
    [false, "gap"],
    [undefined, "unseen"],
  ])("of private windows: %s", async (inPrivate, state) => {
    expect(stateOf(await told({ inPrivate }), /Private/)?.state).toBe(state);
  });

  test("names the policy of the browser at hand for what no extension sees", async () => {
    // The worker of these tests says that it is Firefox's.
    const rows = await told({});
    expect(stateOf(rows, /Developer tools/)?.line).toContain("DisableDeveloperTools");
    expect(stateOf(rows, /Troubleshoot/)?.line).toContain("DisableSafeMode");
    expect(stateOf(rows, /Guest/)).toBeUndefined();
    expect(stateOf(rows, /changed policy/)).toMatchObject({ state: "gap" });
  });

  test("counts the sites that nobody has allowed", async () => {
    const site = { host: "reviews.example", surface: "comment" as const };
    const rows = await told({}, { extraSites: [site] }, [site]);
    expect(stateOf(rows, /More sites/)).toMatchObject({
      state: "gap",
      here: expect.stringContaining("1 of 1"),
    });
  });
});

describe("how the policy stands, in a line", () => {
  const whole = {
    source: "managed" as const,
    faults: [],
    monitoring: null,
    goneUntil: null,
    managedSeen: true,
  };
  test.each([
    ["all is well", {}, [], false],
    ["a fault", { faults: [{ path: "x", problem: "", instead: "" }] }, [/has 1 fault\./], true],
    [
      "waiting",
      { source: "awaited" as const, managedSeen: false },
      [/^Waiting for the administrator’s policy/],
      false,
    ],
    ["late", { source: "last-good" as const, managedSeen: false }, [/has not handed out/], false],
    [
      "gone, which is a fault by itself",
      { goneUntil: Date.UTC(2026, 11, 3, 12), faults: [{ path: "", problem: "", instead: "" }] },
      [/policy has a fault: .* until December 3, 2026\.$/],
      true,
    ],
    [
      "only recording",
      { monitoring: { from: "2026-11-01", until: "2026-12-15", now: true } },
      [/^Only recording until 2026-12-15/],
      false,
    ],
    [
      "to be recorded only later",
      { monitoring: { from: "2027-01-01", until: "2027-01-15", now: false } },
      [],
      false,
    ],
  ])("of the popup: %s", (_name, part, words, hasMore) => {
    const told = policyNotices({ ...whole, ...part });
    expect(told.notices).toHaveLength(words.length);
    for (const [at, one] of words.entries()) expect(told.notices[at]).toMatch(one);
    expect(told.hasMore).toBe(hasMore);
  });

  test("of the report", async () => {
    const { report } = await factsOf();
    expect(stateLine(report)).toBe("Enforced.");
    expect(
      stateLine({ ...report, monitoring: { from: "2026-11-01", until: "2026-12-15", now: true } }),
    ).toContain("nothing is said or held before that day");
    expect(stateLine({ ...report, goneUntil: Date.UTC(2026, 11, 3, 12) })).toContain(
      "until December 3, 2026",
    );
  });
});
