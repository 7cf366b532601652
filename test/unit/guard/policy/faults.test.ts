import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlacedJson } from "../../../../scripts/guard/policy/whole-json.ts";
import { targets } from "../../../../scripts/guard/policy/targets.ts";
import { file, guardPolicy, pathOf, samplePolicy } from "./run-policy.ts";

const emit = (text: string, name = "bad.json"): ReturnType<typeof guardPolicy> =>
  guardPolicy("emit", "--in", file(name, text), "--target", "chrome-linux", "--out", pathOf("nothing"));

describe("a policy that is wrong", () => {
  it.each([
    ["a comma too many", '{\n  "strictness": "strict",\n}', "2:25"],
    ["a bare word", '{ "strictness": strict }', "1:17"],
    ["a text without an end", '{ "strictness": "strict }\n', "1:17"],
    ["something after it", "{} {}", "1:4"],
    ["the same key twice", '{\n "sites": {},\n "sites": {}\n}', "3:2"],
    ["a list in place of an object", "[1]", "1:1"],
    ["an unknown setting", '{\n  "strictnes": "strict" }', "2:3: strictnes"],
    ["an unknown part", '{ "sites": {\n "facebok": true } }', "2:2: sites.facebok"],
    ["a value that is none", '{ "actions": { "health":\n"stop" } }', "1:16: actions.health"],
    ["a wrong entry of a list", '{ "alwaysAllow": ["Glow Fest",\n  "ab"] }', "2:3: alwaysAllow[1]"],
    ["null in a list", '{ "publicNames": [null] }', "1:19: publicNames[0]"],
    ["a control character", '{ "alwaysAllow": ["Glow\\u0007 Fest"] }', "1:19: alwaysAllow[0]"],
    ["half a character", '{ "alwaysAllow": ["Glow\\ud83d Fest"] }', "1:19: alwaysAllow[0]"],
    ["a number without end", '{ "strictness": 1e999 }', "1:17"],
  ])("is refused with its place: %s", async (_, text, place) => {
    const run = await emit(text);
    expect(run).toMatchObject({ status: 1, out: "" });
    expect(run.err).toContain(`bad.json:${place}: `);
    expect(existsSync(pathOf("nothing"))).toBe(false);
  });

  it("has every fault named at once", async () => {
    const run = await emit('{ "strictness": "x",\n "sites": { "yelp": 1 },\n "more": 2 }');
    expect(run.err).toMatch(/:1:3: strictness: .*\n.*:2:13: sites\.yelp: .*\n.*:3:2: more: /);
  });

  it("never has its values repeated", async () => {
    const run = await emit(
      '{ "patientList": { "address": "secret-address", "sha256": "secret-hash", "key": "secret-key" } }',
    );
    expect(run.status).toBe(1);
    expect(run.err).not.toContain("secret");
  });

  it("null says the same as nothing", async () => {
    const out = pathOf("nulls");
    const policy = file("null.json", '{ "patientList": null, "reasonRequired": true }');
    const run = await guardPolicy("emit", "--in", policy, "--target", "firefox-native", "--out", out);
    expect(run).toMatchObject({ status: 0 });
    expect(JSON.parse(readFileSync(`${out}/guard@replyguard.example.json`, "utf8"))).toMatchObject({
      data: { reasonRequired: true },
    });
    expect(readFileSync(`${out}/guard@replyguard.example.json`, "utf8")).not.toContain("null");
  });
});

describe("JSON with places", () => {
  const parsed = (text: string): unknown => {
    try {
      return { value: JSON.parse(text) as unknown };
    } catch {
      return "refused";
    }
  };
  const placed = (text: string): unknown => {
    try {
      return { value: readPlacedJson("a", text).value };
    } catch {
      return "refused";
    }
  };

  it("reads what JSON.parse reads", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(0, 1, 2), (text, indent) => {
        fc.pre(!text.includes("__proto__"));
        const value = JSON.parse(text) as unknown;
        expect(readPlacedJson("a", JSON.stringify(value, null, indent)).value).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }),
    );
  });

  it("refuses what JSON.parse refuses", () => {
    const edited = fc
      .tuple(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.nat(2),
        fc.constantFrom("", ",", "}", "]", '"', "0", "-", ".", "\\", "\n", "e", ":"),
      )
      .map(
        ([text, at, cut, put]) =>
          text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + cut),
      );
    fc.assert(
      fc.property(edited, (text) => {
        fc.pre(!text.includes("__proto__"));
        const [ours, theirs] = [placed(text), parsed(text)];
        // Stricter in two things: no key twice, no number beyond what is finite.
        if (ours === "refused" && theirs !== "refused") fc.pre(false);
        expect(ours).toEqual(JSON.parse(JSON.stringify(theirs)));
      }),
      { numRuns: 500 },
    );
  });
});

describe("what is asked for wrongly", () => {
  const sample = ["--in", samplePolicy, "--out", pathOf("unwritten")];
  it.each([
    [["emit", ...sample], "--target is needed"],
    [["emit", ...sample, "--target", "chrome"], "Choose from chrome-linux, edge-linux, "],
    [["emit", "--target", "chrome-linux", "--in", samplePolicy], "--out is needed"],
    [["emit", ...sample, "--target", "chrome-linux", "--hardening", "guests"], '"guests" is not known'],
    [
      ["emit", ...sample, "--target", "chrome-linux", "--hardening", "incognito,incognito-extension"],
      "contradict each other",
    ],
    [
      ["emit", ...sample, "--target", "chrome-linux", "--force-install", "http://a.example/x"],
      "--force-install is no address",
    ],
    [["emit", ...sample, "--target", "firefox-native", "--hardening", "all"], "emit firefox-policies"],
    [
      [
        "emit",
        ...sample,
        "--target",
        "windows-admx",
        "--force-install",
        `https://a.example/${"x".repeat(240)}`,
      ],
      "longer than a template can hold",
    ],
    [["emit", ...sample, "--target", "chrome-linux", "--extension-id", "abc"], "is no id of an extension"],
    [
      ["emit", ...sample, "--target", "firefox-native", "--extension-id", "a".repeat(32)],
      "has no meaning for",
    ],
    [["parse", "--target", "chrome-linux"], "--in is needed"],
    [
      ["parse", "--target", "chrome-linux", "--in", pathOf("nowhere.json")],
      "nowhere.json: the file cannot be read",
    ],
    [["lint-not"], "no such command after policy"],
    [[], "no command after policy"],
  ])("%j", async (args, words) => {
    const run = await guardPolicy(...args);
    expect(run).toMatchObject({ status: 1, out: "" });
    expect(run.err).toContain(words);
    expect(existsSync(pathOf("unwritten"))).toBe(false);
  });

  it("the policy itself is never written over", async () => {
    const policy = file("policies.json", '{ "strictness": "strict" }');
    const run = await guardPolicy(
      "emit",
      "--in",
      policy,
      "--target",
      "firefox-policies",
      "--out",
      pathOf("."),
    );
    expect(run).toMatchObject({ status: 1, err: expect.stringContaining("named twice") });
    expect(readFileSync(policy, "utf8")).toBe('{ "strictness": "strict" }');
  });

  it.each(
    targets.flatMap(({ name }) =>
      ["", "{}", "<a>", "<a><b></a>", "<plist/>", "Windows Registry Editor Version 5.00\r\n\r\nx"].map(
        (text) => [name, text] as const,
      ),
    ),
  )("%s refuses a file with %j, and names it", async (name, text) => {
    // An extension's policy in the Google console may well say nothing.
    if (name === "google-admin" && text === "{}") return;
    const run = await guardPolicy("parse", "--target", name, "--in", file("other.file", text));
    expect(run).toMatchObject({ status: 1, out: "", err: expect.stringContaining("other.file") });
  });
});
