/** `guard score` and the scorer that came with the labelled sets count the same. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "../../../src/contract/zod.ts";

const share = z.object({ hit: z.number(), of: z.number() });
const printed = z.object({
  strictness: z.string(),
  drafts: z.number(),
  totals: z.record(z.string(), share),
  under: z.record(z.string(), z.object({ stopped: share, passed: share })),
  rows: z.array(z.object({ group: z.string(), name: z.string(), stopped: share })),
});

const folder = mkdtempSync(join(tmpdir(), "score-"));
const set = "test/corpus/train-2";
const files = ["--practice", `${set}/practice.json`, "--patients", `${set}/patients.csv`];

const run = (args: string[], input?: string): { out: string; err: string; status: number | null } => {
  const done = spawnSync("node_modules/.bin/tsx", ["scripts/guard.ts", ...args], {
    encoding: "utf8",
    maxBuffer: 1e8,
    ...(input === undefined ? {} : { stdio: [openSync(input, "r"), "pipe", "pipe"] }),
  });
  return { out: done.stdout, err: done.stderr, status: done.status };
};

describe("guard score", () => {
  it("has the totals that test/corpus/score.mjs counts from the answers of guard check", () => {
    const drafts = `${set}/drafts.jsonl`;
    const verdicts = join(folder, "verdicts.jsonl");
    writeFileSync(verdicts, run(["check", ...files], drafts).out);
    const counted = spawnSync("node", ["test/corpus/score.mjs", drafts, verdicts, "--json"], {
      encoding: "utf8",
    });
    const theirs = z.record(z.string(), share).parse(JSON.parse(counted.stdout));
    delete theirs["answered"];
    const ours = printed.parse(JSON.parse(run(["score", "--set", set, "--json"]).out));
    expect(ours.totals).toEqual(theirs);
    expect(ours.totals["recall"]?.of).toBeGreaterThan(100);
    expect(ours.drafts).toBe(readFileSync(drafts, "utf8").trim().split("\n").length);
    const { relaxed, balanced, strict } = ours.under;
    expect(balanced?.stopped).toEqual(ours.totals["recall"]);
    expect(relaxed?.stopped.hit).toBeLessThan(balanced?.stopped.hit ?? 0);
    expect(strict?.passed.hit).toBeLessThan(balanced?.passed.hit ?? 0);
    expect(ours.rows.map(({ group }) => group)).toEqual(
      expect.arrayContaining(["set", "surface", "category", "language", "hidden writing"]),
    );
  });

  it("prints a table and the wrong verdicts", () => {
    writeFileSync(join(folder, "practice.json"), JSON.stringify({ name: "Quillfeather Skin" }));
    writeFileSync(join(folder, "patients.csv"), "given,family\n");
    const line = { site: "yelp", surface: "review-reply", thread: null };
    const drafts = [
      {
        ...line,
        id: "one",
        draft: "Thank you for coming in for your facial!",
        expect: "flag",
        categories: ["relationship"],
      },
      { ...line, id: "two", draft: "Thank you!", expect: "flag", categories: ["conduct"], note: "a test" },
    ];
    writeFileSync(
      join(folder, "drafts.jsonl"),
      drafts.map((one) => JSON.stringify({ spans: [], ...one })).join("\n"),
    );
    const { out, status } = run(["score", "--set", folder, "--misses", "5"]);
    expect(status).toBe(0);
    expect(out).toMatch(/stopped %.*\n.*relaxed +50\.0 +2 /);
    expect(out).toMatch(/SURFACE\n +review-reply +50\.0 +2 /);
    expect(out).toMatch(
      /two \[review-reply\] let through \(conduct\)\n {2}draft: Thank you!\n {2}note: {2}a test/,
    );
  });

  it("names what is wrong with a set, with its line", () => {
    writeFileSync(join(folder, "drafts.jsonl"), '\n{"id":"x","site":"yelp"}\n');
    expect(run(["score", "--set", folder])).toMatchObject({ status: 1, out: "" });
    expect(run(["score", "--set", folder]).err).toMatch(/drafts\.jsonl:2: .*surface/);
    const wrong = { id: "x", site: "yelp", surface: "post", draft: "Hi", expect: "maybe" };
    writeFileSync(join(folder, "drafts.jsonl"), JSON.stringify(wrong));
    expect(run(["score", "--set", folder]).err).toMatch(/drafts\.jsonl:1: expect/);
    expect(run(["score", "--set", join(folder, "none")]).err).toMatch(/none.*cannot be read/);
    expect(run(["score", "--set", folder, "--misses", "many"]).err).toMatch(/--misses is not a number/);
    expect(run(["score"]).err).toMatch(/--set is needed[^]*usage:/);
  });
});
