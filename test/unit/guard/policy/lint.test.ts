/** `guard policy lint`, as an admin runs it. */
import { describe, expect, it } from "vitest";
import { file, guardPolicy, pathOf } from "./run-policy.ts";
import type { Run } from "./run-policy.ts";

const lint = (content: string | Uint8Array, ...more: string[]): Promise<Run> =>
  guardPolicy("lint", file("lint.json", content), ...more);
const utf16 = (text: string): Uint8Array => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, "utf16le")]);
const rubbish = Uint8Array.from({ length: 10_000_000 }, (_, at) => (at * 7919 + (at >> 8)) % 256);

describe("guard policy lint", () => {
  it.each<[string, string | Uint8Array, string | RegExp, string]>([
    [
      "a key twice",
      '{ "strictness": "strict",\n  "strictness": "strict" }',
      ':2:3: error: "strictness" stands here a second time',
      "one of the two",
    ],
    [
      "a comma at the end",
      '{ "strictness": "strict", }',
      ":1:25: error: a comma too many: nothing follows it",
      "nothing of this file",
    ],
    [
      "two commas",
      '{ "strictness": "strict",, "sites": {} }',
      ":1:26: error: a comma too many",
      "nothing of this file",
    ],
    [
      "no comma",
      '{ "strictness": "strict"\n "sites": {} }',
      ":1:25: error: a comma is missing",
      "nothing of this file",
    ],
    [
      "a line of comment",
      '{\n // why\n "strictness": "strict" }',
      ":2:2: error: JSON takes no comments",
      "nothing of this file",
    ],
    [
      "a comment in the middle",
      '{ /* why */ "strictness": "strict" }',
      ":1:3: error: JSON takes no comments",
      "nothing of this file",
    ],
    [
      "curly quotation marks",
      "{ “strictness”: “strict” }",
      ":1:3: error: here should be a key in straight quotation marks",
      "nothing of this file",
    ],
    [
      "single quotation marks",
      "{ \"strictness\": 'strict' }",
      ":1:17: error: JSON takes only straight quotation marks",
      "nothing of this file",
    ],
    [
      "a large True",
      '{ "reasonRequired": True }',
      ":1:21: error: true, false and null are written in small letters. Write: true",
      "nothing of this file",
    ],
    ["a leading zero", '{ "reasonRequired": 01 }', ":1:21: error: this is no number", "nothing of this file"],
    ["nothing at all", "", ":1:1: error: the file is empty", "nothing of this file"],
    ["a list", "[]", ":1:1: error: a policy is an object, and this is a list", "nothing of this file"],
    ["a text", '"strict"', ":1:1: error: a policy is an object, and this is a text", "nothing of this file"],
    [
      "UTF-16",
      utf16('{ "strictness": "strict" }'),
      ":1:1: error: the file is text in UTF-16. Save it as UTF-8",
      "nothing of this file",
    ],
    [
      "a picture",
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a),
      ":1:1: error: the file is no text in UTF-8",
      "nothing of this file",
    ],
    [
      "an unknown setting",
      '{ "strictnes": "strict" }',
      ':1:3: error: strictnes: there is no such setting in this version. Did you mean "strictness"?',
      "it is passed over",
    ],
    [
      "letters swapped",
      '{ "actions": { "paymnet": "warn" } }',
      'Did you mean "payment"?',
      "it is passed over",
    ],
    ["a part in the wrong place", '{ "health": "warn" }', 'It belongs under "actions"', "it is passed over"],
    [
      "a setting like no other",
      '{ "colorOfLogo": 1 }',
      "Delete it. There are: version, contact",
      "it is passed over",
    ],
    [
      "a value in capitals",
      '{ "strictness": "Strict" }',
      'is "Strict", and must be one of: "relaxed", "balanced", "strict". Did you mean "strict"?',
      "instead: balanced; a browser that had a stricter",
    ],
    [
      "a word for yes",
      '{ "reasonRequired": "true" }',
      "is a text, and must be true or false. Write true without quotation marks",
      "instead: true;",
    ],
    [
      "a list for parts",
      '{ "surfaces": ["comment"] }',
      ":1:3: error: surfaces: is a list, and must be settings between braces",
      "instead: true for each of its parts",
    ],
    ["null", '{ "strictness": null }', "is null, and must be one of", "instead: balanced;"],
    [
      "no such day",
      '{ "monitor": { "from": "2027-02-30", "until": "2027-03-04" } }',
      "monitor.from: must be a day, written as 2027-01-31",
      "the default: as if the policy said nothing",
    ],
    [
      "a month too many",
      '{ "monitor": { "from": "2027-01-01", "until": "2027-12-31" } }',
      "monitor.until: must not last longer than 92 days",
      "the default",
    ],
    [
      "no level",
      '{ "levels": { "strictness": "locked" } }',
      'levels.strictness: is "locked", and must be one of: "default", "fixed", "tighten"',
      "instead: tighten",
    ],
    [
      "a level that a setting has not",
      '{ "levels": { "language": "tighten" } }',
      'levels.language: is "tighten", and must be one of: "default", "fixed"',
      "instead: fixed",
    ],
    [
      "an action in one kind of box",
      '{ "surfaceActions": { "post": { "health": "Warn" } } }',
      'surfaceActions.post.health: is "Warn"',
      "instead: block; a browser that had a stricter",
    ],
    [
      "a broken selector",
      '{ "selectorOverrides": [{ "site": "yelp", "surface": "comment", "box": "div[" }] }',
      "selectorOverrides[0].box: This is no CSS selector that can be used",
      "the entries that can be used",
    ],
    [
      "everybody’s host",
      '{ "extraSites": [{ "host": "com", "surface": "comment" }] }',
      "extraSites[0].host: Anybody can have a site under this name",
      "the entries that can be used",
    ],
    [
      "a short secret",
      '{ "approvers": [{ "name": "Ada", "secret": "ABC" }] }',
      "approvers[0].secret: must be at least 16 bytes in base32; guard policy approver makes one",
      "this one lets nothing go",
    ],
    [
      "too many years",
      '{ "retentionYears": 21 }',
      "retentionYears: must be at most 20",
      "what the browser had before; where it had nothing, the default",
    ],
    [
      "a part that is missing",
      '{ "patientList": { "address": "https://a.example/p" } }',
      "patientList.sha256: is missing",
      "every draft is held unchecked",
    ],
    [
      "a part of the practice that nobody knows",
      '{ "practice": { "name": "Bluewater Skin", "stafff": [] } }',
      ':1:43: error: practice.stafff: there is no such setting in this version. Did you mean "staff"?',
      "instead: nothing: it is passed over",
    ],
    [
      "a part of the practice that cannot be used",
      '{ "practice": { "name": "Bluewater Skin", "phones": [5] } }',
      "practice.phones[0]: is a number",
      "instead: those of its parts that can be used",
    ],
    [
      "a practice without a name",
      '{ "practice": { "phones": ["555-0100"] } }',
      "practice.name: is missing",
      "what the browser had before; where it had nothing, the default",
    ],
    [
      "a weak phrase",
      '{ "alwaysAllow": [\n"ab"] }',
      ":2:1: error: alwaysAllow[0]: One short word would switch off whole rules",
      "this one lets nothing go",
    ],
    [
      "too many phrases",
      JSON.stringify({ alwaysStop: Array.from({ length: 201 }, (_, at) => ({ text: `glow ${at}` })) }),
      "has 201 entries; a policy may list 200",
      "stops nothing",
    ],
  ])("names the place and the remedy of %s", async (_, content, words, instead) => {
    const { status, out } = await lint(content);
    expect(status).toBe(1);
    expect(out).toContain(words);
    expect(out.split("\n").find((line) => line.startsWith("  in force instead: "))).toContain(instead);
  });

  it("refuses ten megabytes of rubbish, and a file of rubbish that is shorter, at once", async () => {
    expect(await lint(rubbish)).toMatchObject({
      status: 1,
      err: expect.stringMatching(/lint\.json: the file has more than 1000000 bytes/) as string,
    });
    expect((await lint(rubbish.slice(0, 900_000))).out).toContain("no text in UTF-8");
    const { status, out } = await lint("[".repeat(900_000));
    expect([status, out.split("\n").length]).toEqual([1, 4]);
    expect((await lint(`{${'"a":1,'.repeat(140_000)}`)).out).toContain("there are more faults than these");
    const unknown = Object.fromEntries(Array.from({ length: 50_000 }, (__, at) => [`setting${at}`, 1]));
    expect((await lint(JSON.stringify(unknown))).out).toContain("there may be more faults than these");
  });

  it("names all faults of one file", async () => {
    const { out } = await lint(
      '{ // a\n "strictness": "x",\n "sites": { "yelp": 1, },\n "more": 2 "unchecked": "hold" }',
    );
    expect([...out.matchAll(/:(\d+:\d+): error/g)].map(([, place]) => place)).toEqual([
      "1:3",
      "2:2",
      "3:13",
      "3:22",
      "4:2",
      "4:11",
    ]);
  });

  it("lets no key of the file move the cursor", async () => {
    const { out } = await lint('{ "\\u001b[2J\u202e": 1, "strictness": "\\u001b[31m" }');
    expect(out).toMatch(/strictness: is "\\u001b\[31m"/);
    expect(out).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
  });

  it("has nothing to say about a sound policy, also in JSON", async () => {
    expect((await lint('{ "strictness": "strict" }', "--strict")).out).toMatch(
      /lint\.json: nothing to mend\n$/,
    );
    const { status, out } = await lint('{\n "strictness": "x", "unchecked": "let-go-and-record" }', "--json");
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      errors: [
        {
          line: 2,
          column: 2,
          path: "strictness",
          values: { strictness: "balanced" },
          instead: expect.stringContaining("balanced") as string,
        },
      ],
      warnings: [{ line: 2, column: 21, path: "unchecked" }],
    });
  });

  it("wants one file that is there", async () => {
    expect((await guardPolicy("lint")).err).toContain("one policy file is needed, and 0 named");
    expect((await guardPolicy("lint", pathOf("none.json"))).err).toContain(
      "none.json: the file cannot be read",
    );
    expect((await guardPolicy("lint", pathOf("."))).err).toContain("the file cannot be read");
  });
});
