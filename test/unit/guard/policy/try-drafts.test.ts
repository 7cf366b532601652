/** `guard policy test`, as an admin runs it. */
import { describe, expect, it } from "vitest";
import { file, guardPolicy, pathOf } from "./run-policy.ts";
import type { Run } from "./run-policy.ts";

const policy = (name: string, value: unknown): string => file(name, JSON.stringify(value));

describe("guard policy test", () => {
  const practice = file("practice.json", JSON.stringify({ name: "Bluewater Skin" }));
  const patients = file("patients.csv", "given,family\nJane,Doerfler\n");
  const draft = (id: string, site: string, text: string): string =>
    JSON.stringify({ id, site, surface: "post", thread: null, draft: text });
  const secret = "Shout-out to Jane Doerfler!";
  const drafts = file(
    "drafts.jsonl",
    [
      draft("listed", "instagram", secret),
      draft("points", "instagram", "Double glow points all week"),
      draft("hours", "yelp", "We open at nine."),
      draft("yelped", "yelp", secret),
    ].join("\n"),
  );
  const run = (value: unknown, ...more: string[]): Promise<Run> =>
    guardPolicy(
      "test",
      "--in",
      policy("try.json", value),
      "--drafts",
      drafts,
      "--practice",
      practice,
      "--patients",
      patients,
      ...more,
    );

  it("counts what would be stopped, and what changes from the default", async () => {
    const value = {
      alwaysStop: [{ text: "glow points", category: "conduct" }],
      actions: { "patient-match": "warn" },
      sites: { yelp: false },
    };
    const { status, out } = await run(value, "--json", "--list");
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      drafts: 4,
      verdicts: { block: 1, warn: 1, recorded: 0, allow: 0, "not-watched": 2 },
      mayGoOn: 1,
      withCode: 0,
      categories: {
        "patient-match": { block: 0, warn: 1, record: 0 },
        conduct: { block: 1, warn: 0, record: 0 },
        health: { block: 0, warn: 0, record: 0 },
      },
      comparedWith: "default",
      changes: {
        stopped: { count: 1, ids: ["points"] },
        blocked: { count: 0 },
        letGo: { count: 1, ids: ["yelped"] },
        warned: { count: 1, ids: ["listed"] },
      },
    });
  });

  it("compares with another policy, and shows ids only where asked", async () => {
    const against = policy("against.json", { actions: { "patient-match": "allow", identifier: "allow" } });
    const plain = await run({ postAnyway: "never" }, "--compare", against);
    expect(plain.out).toContain("2 newly stopped (were let go)");
    expect(plain.out).toContain("A person may post 0 of those stopped anyway.");
    expect(plain.out).not.toContain("yelped");
    expect((await run({ postAnyway: "never" }, "--compare", against, "--list")).out).toContain(
      '    "listed"\n    "yelped"',
    );
    expect((await run({ strictness: "balanced" })).out).toContain(
      "Compared with the default:\n  no draft is judged otherwise",
    );
  });

  it("counts what is only recorded, and what needs a colleague’s code, in each kind of box", async () => {
    const value = {
      practice: { name: "Bluewater Skin" },
      surfaceActions: { post: { "patient-match": "record", identifier: "record" } },
      alwaysStop: [{ text: "glow points", category: "conduct" }],
      postAnyway: "always",
      secondPerson: "stopped",
      approvers: [{ name: "Ada", secret: "JBSWY3DPEHPK3PXPJBSWY3DPEH" }],
    };
    const { out } = await run(value, "--json", "--list");
    expect(JSON.parse(out)).toMatchObject({
      verdicts: { block: 1, warn: 0, recorded: 2, allow: 1, "not-watched": 0 },
      mayGoOn: 1,
      withCode: 1,
      categories: { "patient-match": { block: 0, warn: 0, record: 2 } },
      changes: { letGo: { ids: ["listed", "yelped"] }, stopped: { ids: ["points"] } },
    });
    expect((await run(value)).out).toContain(
      "1 of those stopped anyway (1 of them with a colleague’s code).",
    );
  });

  it("says what a policy that only watches at first would record, and stop from its last day on", async () => {
    const value = { surfaces: { comment: false }, monitor: { from: "2027-01-04", until: "2027-01-18" } };
    const watching = await run(value, "--on", "2027-01-17");
    expect(watching.out).toContain("2 let go and recorded");
    expect(watching.out).toContain("On that day the policy only watches");
    expect((await run(value, "--on", "2027-01-18")).out).toContain("2 blocked");
    expect((await run(value, "--on", "soon")).err).toContain("--on is no day");
  });

  it("needs neither practice nor patient list, and says what that leaves out", async () => {
    const value = { practice: { name: "Bluewater Skin" }, alwaysStop: [{ text: "glow points" }] };
    const bare = await guardPolicy("test", "--in", policy("bare.json", value), "--drafts", drafts, "--json");
    expect(bare).toMatchObject({
      status: 0,
      err: "no patient list is named (--patients): nobody is looked for in the drafts\n",
    });
    expect(JSON.parse(bare.out)).toMatchObject({
      drafts: 4,
      categories: { "patient-match": { block: 0, warn: 0, record: 0 } },
    });
    const nameless = await guardPolicy("test", "--in", policy("bare.json", {}), "--drafts", drafts);
    expect(nameless.status).toBe(0);
    expect(nameless.err).toContain(
      "no practice is named, here (--practice) or by the policy: what it says of itself may be found",
    );
    const lacking = ["--drafts", drafts, "--passphrase-file", patients];
    expect((await guardPolicy("test", "--in", policy("bare.json", {}), ...lacking)).err).toContain(
      "--passphrase-file opens a patient list, and none is named",
    );
  });

  it("names a bad line, counts the rest, and never prints a draft", async () => {
    const some = file("some.jsonl", `{"id":"x"}\n${draft("listed", "instagram", secret)}\n${secret}\n`);
    const done = await guardPolicy(
      "test",
      "--in",
      policy("try.json", { strictness: "strict" }),
      "--drafts",
      some,
      "--practice",
      practice,
      "--patients",
      patients,
      "--list",
    );
    expect(done.status).toBe(1);
    expect(done.err).toMatch(/some\.jsonl:1: site: [\s\S]*some\.jsonl:3: this is not JSON/);
    expect(done.out).toContain("1 drafts under this policy");
    expect(done.out + done.err).not.toMatch(/Doerfler|Shout/);
    const none = await guardPolicy(
      "test",
      "--in",
      policy("try.json", {}),
      "--drafts",
      pathOf("none"),
      "--practice",
      practice,
      "--patients",
      patients,
    );
    expect(none).toMatchObject({
      status: 1,
      err: expect.stringContaining("none: the drafts cannot be read") as string,
    });
  });
});
