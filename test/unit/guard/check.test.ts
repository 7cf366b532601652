/** Runs the command line as an admin does. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "../../../src/contract/zod.ts";

const answerLine = z.object({
  id: z.string(),
  verdict: z.string(),
  findings: z.array(z.record(z.string(), z.unknown())),
  micros: z.number(),
});

const folder = mkdtempSync(join(tmpdir(), "guard-"));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const practice = file("practice.json", JSON.stringify({ name: "Bluewater Skin", phones: ["310-555-0110"] }));
const patients = file(
  "patients.csv",
  "given,family,nicknames,aliases,handles,phone,email,dob,mrn\nJane,Doerfler,Janie;Jay,,@jdoerf,,,1980-01-01,\n",
);

function guard(args: string[], input = ""): { status: number | null; out: string; err: string } {
  const run = spawnSync("npm", ["run", "--silent", "guard", "--", ...args], { input, encoding: "utf8" });
  return { status: run.status, out: run.stdout, err: run.stderr };
}
const checkArgs = ["check", "--practice", practice, "--patients", patients];
const post = {
  id: "a",
  site: "instagram",
  surface: "post",
  thread: null,
  draft: "Shout-out to Jane Doerfler!",
  extra: 1,
};

describe("guard check", () => {
  it("answers each good line, names a bad one, and ends with 1", () => {
    const lines = [
      JSON.stringify(post),
      "{nonsense",
      '{"id":"b","draft":"x"}',
      JSON.stringify({ ...post, id: "c", draft: "Hello" }),
    ];
    const { status, out, err } = guard(checkArgs, lines.join("\n"));
    const answers = out
      .trim()
      .split("\n")
      .map((line) => answerLine.parse(JSON.parse(line)));
    expect(answers.map(({ id, verdict }) => [id, verdict])).toEqual([
      ["a", "block"],
      ["c", "allow"],
    ]);
    const [first = ""] = out.split("\n");
    expect(Object.keys(z.record(z.string(), z.unknown()).parse(JSON.parse(first)))).toEqual([
      "id",
      "verdict",
      "findings",
      "alternatives",
      "micros",
    ]);
    const finding = answers[0]?.findings[0];
    expect(Object.keys(finding ?? {}).sort()).toEqual(
      ["rule", "category", "level", "start", "end", "quote", "why"].sort(),
    );
    expect(finding).toMatchObject({
      rule: "patient-list",
      category: "patient-match",
      level: "block",
      start: 13,
      end: 26,
      quote: "Jane Doerfler",
    });
    expect(typeof finding?.["why"]).toBe("string");
    expect(answers[0]?.micros).toBeGreaterThan(0);
    expect(err).toMatch(/line 2: this is not JSON\n.*line 3: .*site/s);
    expect(status).toBe(1);
  });

  it("ends with 0 when every line was good, also a pass", () => {
    expect(guard(checkArgs, JSON.stringify(post))).toMatchObject({ status: 0, err: "" });
  });

  it("reads a file that begins with a byte order mark", () => {
    const marked = file("marked.json", `\uFEFF${JSON.stringify({ name: "Bluewater Skin" })}`);
    const run = guard([...checkArgs, "--practice", marked], `\uFEFF${JSON.stringify(post)}`);
    expect(run).toMatchObject({ status: 0, err: "" });
  });

  it("takes a policy that says only one thing", () => {
    const policy = file("part.json", JSON.stringify({ actions: { "patient-match": "warn" } }));
    const { out } = guard([...checkArgs, "--policy", policy], JSON.stringify(post));
    expect(answerLine.parse(JSON.parse(out)).verdict).toBe("warn");
  });

  it("obeys the policy", () => {
    const policy = file(
      "policy.json",
      JSON.stringify({
        actions: Object.fromEntries(
          ["patient-match", "identifier", "health", "payment", "relationship", "media", "conduct"].map(
            (c) => [c, "warn"],
          ),
        ),
      }),
    );
    const { out } = guard([...checkArgs, "--policy", policy], JSON.stringify(post));
    expect(answerLine.parse(JSON.parse(out)).verdict).toBe("warn");
  });

  it("answers where a row of the list is repeated, and says so", () => {
    const twice = file("twice.csv", "given,family\nJane,Doerfler\nAda,Roe\nJane,Doerfler\n");
    const { status, out, err } = guard([...checkArgs, "--patients", twice], JSON.stringify(post));
    expect(answerLine.parse(JSON.parse(out)).verdict).toBe("block");
    expect(status).toBe(0);
    expect(err).toMatch(/^1 row is the same as an earlier one and counts once: .*twice\.csv:4\n$/);
  });

  it("answers where the file itself says that a row is no patient", () => {
    const report = file("report.csv", "given,family\nJane,Doerfler\nTotal patients: 1,\n");
    const { status, out, err } = guard([...checkArgs, "--patients", report], JSON.stringify(post));
    expect(answerLine.parse(JSON.parse(out)).verdict).toBe("block");
    expect(status).toBe(0);
    expect(err).toMatch(/^1 row is no patient and is left out: .*report\.csv:3\n$/);
  });

  it("answers, and says what is odd about the list as a whole", () => {
    const lost = file("lost.csv", "given,family\nRen\uFFFD,Doerfler\n");
    const broken = guard([...checkArgs, "--patients", lost], JSON.stringify(post));
    expect(broken).toMatchObject({
      status: 0,
      err: expect.stringMatching(/lost\.csv: 1 characters .* broken/),
    });
    const nobody = file("nobody.csv", "given,family\n");
    const empty = guard([...checkArgs, "--patients", nobody], JSON.stringify(post));
    expect(empty).toMatchObject({
      status: 0,
      err: expect.stringMatching(/nobody\.csv: the list has nobody on it/),
    });
    expect(answerLine.parse(JSON.parse(empty.out)).id).toBe("a");
  });

  it("refuses a list with a row that cannot be used, and says that no draft was checked", () => {
    const bad = file("bad.csv", "given,family,mrn\nJane,Doerfler,1\n,,2\n");
    const { status, out, err } = guard([...checkArgs, "--patients", bad], JSON.stringify(post));
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toMatch(
      /bad\.csv: 1 row cannot be used, and no draft was checked: nobody would look for the people in it\n.*bad\.csv:3: this line has no name\nCorrect or delete/,
    );
  });

  it.each([
    [
      "a list without columns",
      ["--patients", file("a.csv", "visits,phone\n2,310-555-0101\n3,310-555-0102\n")],
      /a\.csv:1: .*\n.*"given" and "family"/,
    ],
    [
      "a line with too few fields",
      ["--patients", file("b.csv", "given,family,mrn\nJane,Doerfler,1\nJim\n")],
      /b\.csv:3: .*too few/,
    ],
    [
      "a quote left open",
      ["--patients", file("c.csv", 'given,family\n"Jane,Doerfler\n')],
      /c\.csv:2: .*quoted/,
    ],
    [
      "a line without a name",
      ["--patients", file("d.csv", "given,family,mrn\nJane,Doerfler,1\n,,2\n")],
      /d\.csv:3: .*no name/,
    ],
    ["a list that is not there", ["--patients", join(folder, "none.csv")], /none\.csv: .*cannot be read/],
    ["a broken practice", ["--practice", file("e.json", '{\n"name": "x",\n')], /e\.json:\d: .*not JSON/],
    [
      "a wrong practice",
      ["--practice", file("f.json", '{\n"name": "x",\n"phones": "1"\n}')],
      /f\.json:3: phones/,
    ],
    ["a wrong policy", ["--policy", file("g.json", '{\n"strictness": "mild"\n}')], /g\.json:2:1: strictness/],
    ["an unknown option", ["--nonsense"], /option/],
    ["a stray word", ["drafts.jsonl"], /usage:/],
  ])("says what is wrong with %s, and quotes no person", (_, args, message) => {
    const { status, out, err } = guard([...checkArgs, ...args], JSON.stringify(post));
    expect(err).toMatch(message);
    expect(err).not.toMatch(/Jane|Doerfler/);
    expect(out).toBe("");
    expect(status).toBe(1);
  });

  it("explains itself, asked or without a command", () => {
    expect(guard([])).toMatchObject({
      status: 1,
      out: "",
      err: expect.stringMatching(/usage:.*exit status/s),
    });
    for (const group of ["patients", "policy", "log"])
      expect(guard([group, "x", "--help"])).toMatchObject({
        status: 0,
        err: "",
        out: expect.stringContaining(`usage:\n  guard ${group} `),
      });
    expect(guard(["--help"])).toMatchObject({ status: 0, err: "", out: expect.stringMatching(/usage:/) });
  });
});
