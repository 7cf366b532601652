/** `guard policy test --record`, as an admin runs it on what the console exported. */
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../../src/contract/policy.ts";
import { parseLine, toDraft } from "../../../../scripts/guard/check-lines.ts";
import { judgeCase } from "../../../../scripts/guard/policy/judge-case.ts";
import { file, guardPolicy } from "./run-policy.ts";
import type { Run } from "./run-policy.ts";

const one = (seq: number, more: object = {}): object => ({
  seat: "00000000000000aa",
  seq,
  at: 1_790_000_000_000,
  site: "facebook",
  surface: "comment",
  outcome: "stopped",
  categories: ["health"],
  rules: ["visit-date"],
  tries: 1,
  policyVersion: "p",
  engineVersion: "e",
  ...more,
});
const lines = (...cases: object[]): string =>
  cases.map((falseAlarm) => JSON.stringify({ falseAlarm })).join("\n");
const cases = file(
  "false-alarms.jsonl",
  lines(
    one(1),
    one(2, {
      surface: "review-reply",
      categories: ["health", "relationship"],
      rules: ["visit-date", "your-visit"],
    }),
    one(3, { site: "yelp" }),
    one(4, { categories: ["conduct"], rules: ["always-stopped"] }),
  ),
);
const policy = (name: string, value: unknown): string => file(name, JSON.stringify(value));
const run = (value: unknown, ...more: string[]): Promise<Run> =>
  guardPolicy("test", "--in", policy("try-record.json", value), "--record", cases, ...more);

describe("guard policy test --record", () => {
  it("says by outcome and by rule what becomes of cases whose text nobody has", async () => {
    const value = {
      actions: { health: "record" },
      surfaceActions: { "review-reply": { relationship: "warn" } },
      sites: { yelp: false },
    };
    const { status, out } = await run(value, "--json", "--list");
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      cases: 4,
      outcomes: {
        stopped: { count: 1, ids: ["00000000000000aa:4"] },
        warned: { count: 1, ids: ["00000000000000aa:2"] },
        recorded: { count: 1, ids: ["00000000000000aa:1"] },
        allow: { count: 0 },
        "not-watched": { count: 1, ids: ["00000000000000aa:3"] },
      },
      rules: [
        { rule: "visit-date", cases: 3, stillStopped: 1 },
        { rule: "always-stopped", cases: 1, stillStopped: 1 },
        { rule: "your-visit", cases: 1, stillStopped: 1 },
      ],
      changed: { count: 3 },
      untold: [],
    });
  });

  it("names what it cannot tell", async () => {
    const { out } = await run({ strictness: "relaxed", alwaysAllow: ["Glow Fest"] });
    expect(out).toContain("4 still stopped");
    expect(out).toContain("not told above: strictness, alwaysAllow.");
    expect(out).toContain("guard officer open");
    expect((await run({})).out).not.toContain("not told above");
  });

  it("holds nothing on days of watching only", async () => {
    const watching = { monitor: { from: "2027-01-04", until: "2027-01-18" } };
    const { out } = await run(watching, "--on", "2027-01-05", "--json");
    expect(JSON.parse(out)).toMatchObject({ outcomes: { recorded: { count: 4 }, stopped: { count: 0 } } });
    const after = await run(watching, "--on", "2027-01-18", "--json");
    expect(JSON.parse(after.out)).toMatchObject({ outcomes: { stopped: { count: 4 } } });
  });

  it("names a line that is none, and counts the rest", async () => {
    const bad = file("bad.jsonl", `${lines(one(1), one(1))}\n{"falseAlarm":{}}\nno JSON\n`);
    const { status, out, err } = await guardPolicy("test", "--in", policy("p.json", {}), "--record", bad);
    expect(status).toBe(1);
    expect(out).toContain("1 false alarms under this policy");
    expect(err).toContain(`${bad}:2: this case stands in the file already`);
    for (const line of [3, 4]) expect(err).toContain(`${bad}:${line}: this is no case of a false alarm`);
  });

  it("takes no drafts beside it", async () => {
    const { status, err } = await run({}, "--drafts", cases);
    expect(status).toBe(1);
    expect(err).toContain("--record goes with no --drafts");
  });

  it("lets a phrase of the practice's own go once the list of them is empty", () => {
    const known = {
      site: "facebook",
      surface: "post",
      categories: ["conduct"],
      rules: ["always-stopped"],
    } as const;
    const actions = { ...defaultPolicy.actions, conduct: "allow" } as const;
    const judge = (alwaysStop: typeof defaultPolicy.alwaysStop) =>
      judgeCase(
        { ...defaultPolicy, actions, alwaysStop },
        { ...known, categories: [...known.categories], rules: [...known.rules] },
        0,
      );
    expect(judge([{ text: "glow points", category: "conduct" }])).toBe("warned");
    expect(judge([])).toBe("allow");
  });
});

describe("a draft that the officer has opened", () => {
  it("is a draft to test", () => {
    const draft = { text: "We open at nine.", site: "yelp", surface: "post" };
    const opened = {
      seat: "00000000000000aa",
      seq: 7,
      at: "2026-11-26T00:00:00.000Z",
      outcome: "stopped",
      draft,
    };
    const parsed = parseLine(JSON.stringify(opened));
    if ("fault" in parsed) throw new Error(parsed.fault);
    expect(parsed.line.id).toBe("00000000000000aa:7");
    expect(toDraft(parsed.line)).toMatchObject(draft);
    const broken = { ...opened, draft: { ...draft, site: "nowhere" } };
    expect(parseLine(JSON.stringify(broken))).toHaveProperty("fault");
  });
});
