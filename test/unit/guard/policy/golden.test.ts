/**
 * The files that are handed out, byte for byte. After a change that is meant, make them anew:
 * `npx tsx scripts/guard.ts policy emit --in test/unit/guard/policy/policy.json --out test/unit/guard/policy/golden/TARGET
 * --target TARGET --hardening all --force-install https://updates.practice.example/replyguard.xml` (firefox-native: without
 * the last two).
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { targets } from "../../../../scripts/guard/policy/targets.ts";
import { guardPolicy, here, pathOf, samplePolicy } from "./run-policy.ts";

const update = "https://updates.practice.example/replyguard.xml";
const golden = join(here, "golden");

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();

describe("guard policy emit writes the files it always wrote", () => {
  it("has a folder for each target, and for nothing else", () => {
    expect(readdirSync(golden).toSorted()).toEqual(targets.map(({ name }) => name).toSorted());
  });

  it.each(targets.map(({ name }) => name))("%s", async (name) => {
    const out = pathOf(name);
    const lines = name === "firefox-native" ? [] : ["--hardening", "all", "--force-install", update];
    const run = await guardPolicy("emit", "--in", samplePolicy, "--target", name, "--out", out, ...lines);
    expect(run).toMatchObject({
      status: 0,
      err: expect.stringContaining("the policy holds secrets (approvers[0].secret"),
    });
    expect(filesIn(out)).toEqual(filesIn(join(golden, name)));
    const bytes = (folder: string): Record<string, string> =>
      Object.fromEntries(
        filesIn(folder).map((path) => [path, readFileSync(join(folder, path)).toString("latin1")]),
      );
    expect(bytes(out)).toEqual(bytes(join(golden, name)));
  });

  it.each(targets.map(({ name }) => name))("%s is read back as the policy it was made of", async (name) => {
    const policy = JSON.parse(readFileSync(samplePolicy, "utf8")) as unknown;
    const carriers = filesIn(join(golden, name)).filter((path) => !/\.(?:txt|admx)$/.test(path));
    expect(carriers.length).toBeGreaterThan(0);
    for (const path of carriers) {
      const run = await guardPolicy("parse", "--target", name, "--in", join(golden, name, path));
      expect({ path, ...run }).toMatchObject({ path, status: 0, err: "" });
      expect({ path, policy: JSON.parse(run.out) as unknown }).toEqual({ path, policy });
    }
  });
});
