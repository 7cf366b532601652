/** `guard policy explain|diff|init`, as an admin runs them. */
import { existsSync, readFileSync } from "node:fs";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { ask } from "../../../../scripts/guard/policy/init.ts";
import { file, guardPolicy, pathOf } from "./run-policy.ts";

const policy = (name: string, value: unknown): string => file(name, JSON.stringify(value));

describe("guard policy explain", () => {
  it("tells value, meaning, origin and who may change it", async () => {
    const { status, out } = await guardPolicy(
      "explain",
      policy("explain.json", {
        strictness: "balanced",
        postAnyway: "never",
        sites: { yelp: false },
        alwaysAllow: ["Glow Fest"],
      }),
    );
    expect(status).toBe(0);
    expect(out).toContain(
      "Strictness (strictness): balanced\n  Stops what is certain and warns of what is likely.\n  Set by this policy; a browser may only make it stricter.",
    );
    expect(out).toContain(
      "(postAnyway): never\n  Nobody may post a draft that was warned about or stopped.\n  Set by this policy; nobody at a browser can change it.",
    );
    expect(out).toContain(
      "Sites: Yelp (sites.yelp): no\n  This site is not watched at all.\n  Set by this policy; nobody",
    );
    expect(out).toContain(
      "Sites: Facebook (sites.facebook): yes\n  Drafts on this site are checked.\n  Not in this policy: the default; each browser may choose.",
    );
    expect(out).toContain("(alwaysAllow): 1 entry\n");
    expect(out).toContain('    - "Glow Fest"\n  Set by this policy; nobody at a browser can change it.');
  });

  it("explains what is in force in spite of a fault, and ends with 1", async () => {
    const { status, out, err } = await guardPolicy("explain", policy("faulty.json", { strictness: "x" }));
    expect([status, out.includes("(strictness): balanced"), err.includes("has faults")]).toEqual([
      1,
      true,
      true,
    ]);
    expect(await guardPolicy("explain", file("no.json", "{"))).toMatchObject({ status: 1, out: "" });
  });
});

describe("guard policy diff", () => {
  const old = policy("old.json", { strictness: "balanced", alwaysStop: [{ text: "glow points" }] });

  it("ends with 3 where something is loosened", async () => {
    const { status, out } = await guardPolicy(
      "diff",
      old,
      policy("new.json", { strictness: "strict", actions: { health: "warn" } }),
    );
    expect(status).toBe(3);
    expect(out).toBe(
      'Loosens:\n  actions.health: block → warn. The person is warned before they post.\n  alwaysStop: without "glow points" (Who is a patient)\n' +
        "Tightens:\n  strictness: balanced → strict. Also stops what is only likely, and warns of what is possible.\n" +
        "Left out in the new one. Chrome and Edge take such a setting for a broken one: what is stricter stays in force, and a fault is\n" +
        "named. For those browsers write what is meant:\n  alwaysStop: []\n",
    );
  });

  it("says what Chrome has to be told in place of a setting that is left out", async () => {
    const older = policy("fuller.json", {
      strictness: "strict",
      sites: { yelp: false },
      reasons: ["No patient is meant"],
      contact: "Kira",
      retentionYears: 8,
      patientList: { address: "https://a.example/p", sha256: "a".repeat(64) },
      levels: { sites: "fixed", publicNames: "default" },
    });
    const newer = policy("leaner.json", { strictness: "strict", reasons: [] });
    const { out } = await guardPolicy("diff", older, newer);
    expect(out).toContain("Left out in the new one. Chrome and Edge take such a setting for a broken one");
    expect(out).toContain('  patientList: {"address":"none"}\n');
    expect(out).toContain("  contact: another value; it cannot be taken back alone\n");
    expect(JSON.parse((await guardPolicy("diff", older, newer, "--json")).out)).toMatchObject({
      leftOut: [
        { path: "sites.yelp", write: true },
        { path: "contact" },
        { path: "patientList", write: { address: "none" } },
        { path: "retentionYears", write: 6 },
        { path: "levels.sites", write: "default" },
        { path: "levels.publicNames", write: "tighten" },
      ],
    });
  });

  it("says nothing of it where the new one has it already", async () => {
    const older = policy("listed.json", {
      patientList: { address: "https://a.example/p", sha256: "a".repeat(64) },
    });
    const { status, out } = await guardPolicy(
      "diff",
      older,
      policy("withdrawn.json", { patientList: { address: "none" } }),
    );
    expect([status, out]).toEqual([3, "Loosens:\n  patientList: is set no more\n"]);
  });

  it("ends with 0 where nothing is, and with 1 where a file is wrong", async () => {
    expect(await guardPolicy("diff", old, old)).toMatchObject({ status: 0, out: "Nothing changes.\n" });
    const stricter = policy("stricter.json", { strictness: "strict", alwaysStop: [{ text: "glow points" }] });
    expect((await guardPolicy("diff", old, stricter)).status).toBe(0);
    const json = await guardPolicy("diff", stricter, old, "--json");
    expect(json.status).toBe(3);
    expect(JSON.parse(json.out)).toMatchObject({
      loosens: [{ path: "strictness" }],
      tightens: [],
      neutral: [],
    });
    expect(await guardPolicy("diff", old, policy("wrong.json", { strictness: "x" }))).toMatchObject({
      status: 1,
      out: "",
    });
  });
});

describe("guard policy init", () => {
  it("writes what the flags say, explains it, and never writes over a file", async () => {
    const out = pathOf("policy-of-init.json");
    const done = await guardPolicy(
      "init",
      "--out",
      out,
      ...[
        "strictness=strict",
        "actions.health=warn",
        "actions.media=block",
        "sites.yelp=true",
        "surfaceActions.post.payment=warn-with-reason",
        "levels.sites=tighten",
        "contact=Kira, 555-0142",
        "practice.name=Bluewater",
        "practice.phones=555-0100",
        "practice.phones=555-0101",
        "retentionYears=7",
        'practice.staff={ "name": "Ada Okafor" }',
      ].flatMap((flag) => ["--set", flag]),
    );
    expect(done.status).toBe(0);
    expect(JSON.parse(readFileSync(out, "utf8"))).toEqual({
      strictness: "strict",
      actions: { health: "warn", media: "block" },
      sites: { yelp: true },
      surfaceActions: { post: { payment: "warn-with-reason" } },
      levels: { sites: "tighten" },
      contact: "Kira, 555-0142",
      practice: { name: "Bluewater", phones: ["555-0100", "555-0101"], staff: [{ name: "Ada Okafor" }] },
      retentionYears: 7,
    });
    expect(done.out).toContain("Strictness (strictness): strict");
    const again = await guardPolicy("init", "--out", out, "--set", "strictness=relaxed");
    expect(again).toMatchObject({
      status: 1,
      err: expect.stringContaining("there is a file already") as string,
    });
    expect(readFileSync(out, "utf8")).toContain('"strict"');
  });

  it.each([
    ["strictnes=strict", "Did you mean strictness?"],
    ["helth=warn", "--set names no setting"],
    ["surfaceActions.post=block", "has parts"],
    ["surfaceActions.post.helth=block", "Did you mean surfaceActions.post.health?"],
    ["levels.language=tighten", "levels.language=default, levels.language=fixed"],
    ["retentionYears=six", "no whole number"],
    ["retentionYears=40", "--set: retentionYears: must be at most 20"],
    ["approvers={}", "guard policy approver writes the entry"],
    ["patientList.key=AAAA", "would show a secret"],
    ["replies=Thank you.", "takes an entry as JSON"],
    ["monitor.from=2027-01-04", "--set: monitor.until: is missing"],
    ["strictness=mild", "strictness=relaxed, strictness=balanced, strictness=strict"],
    ["strictness", "--set strictness has no such value"],
  ])("refuses --set %s", async (flag, words) => {
    const out = pathOf("refused.json");
    expect((await guardPolicy("init", "--out", out, "--set", flag)).err).toContain(words);
    expect(existsSync(out)).toBe(false);
  });

  it("asks, again where an answer is none, and takes Enter for the default", async () => {
    const input = new PassThrough();
    const answers = ask(input, new PassThrough());
    input.end("2027-01\n\n Bluewater Skin \nstrict\nhowever\n1\n\nno\n");
    expect(await answers).toEqual({
      version: "2027-01",
      practice: { name: "Bluewater Skin" },
      strictness: "strict",
      unchecked: "let-go-and-record",
      postAnyway: "warnings",
      reasonRequired: false,
    });
  });

  it("writes nothing where the answers end too early", async () => {
    const input = new PassThrough();
    const answers = ask(input, new PassThrough());
    input.end("strict\n");
    await expect(answers).rejects.toThrow("the questions were not answered");
  });
});
