/** What `guard policy lint` warns of. */
import { describe, expect, it } from "vitest";
import { lintOf } from "../../../../scripts/guard/policy/lint.ts";
import { surface } from "../../../../src/contract/draft.ts";
import { categories } from "../../../../src/engine/model.ts";
import { lookAtPolicy } from "../../../../src/policy-file/look-at-policy.ts";
import { file, guardPolicy } from "./run-policy.ts";
import type { Run } from "./run-policy.ts";

const lint = (content: string, ...more: string[]): Promise<Run> =>
  guardPolicy("lint", file("weak.json", content), ...more);

const silent = JSON.stringify({
  strictness: "strict",
  actions: Object.fromEntries(categories.map((one) => [one, "record"])),
});

const list = { address: "https://a.example/p", sha256: "a".repeat(64) };
const approver = { name: "Ada", secret: "JBSWY3DPEHPK3PXPJBSWY3DPEH" };
const noSurface = Object.fromEntries(surface.options.map((one) => [one, false]));

describe("guard policy lint", () => {
  it.each([
    ["a mark at the beginning", '\uFEFF{ "strictness": "strict" }', "begins with a byte-order mark"],
    [
      "a looser value",
      '{ "unchecked": "let-go-and-record" }',
      "unchecked: let-go-and-record is looser than the default, hold",
    ],
    ["a looser part", '{ "actions": {\n "media": "allow" } }', "actions.media: allow is looser"],
    [
      "a kind of box that is looser than the rest",
      '{ "surfaceActions": { "post": {\n "health": "record" } } }',
      "surfaceActions.post.health: record is looser than actions.health says, block",
    ],
    [
      "a level that lets anybody loosen",
      '{ "strictness": "strict", "levels": { "strictness": "default" } }',
      "levels.strictness: anybody at a browser may loosen it",
    ],
    [
      "a level that lets anybody allow",
      '{ "alwaysAllow": ["Glow Fest"], "levels": { "alwaysAllow": "default" } }',
      "levels.alwaysAllow: anybody at a browser may add what is then no finding",
    ],
    [
      "a level that is another one in disguise",
      '{ "publicNames": ["Ada Lovelace"], "levels": { "publicNames": "tighten" } }',
      "levels.publicNames: there is nothing stricter to add",
    ],
    [
      "a level of what is not set",
      '{ "levels": { "unchecked": "fixed" } }',
      "levels.unchecked: the policy does not set unchecked: the default is fixed",
    ],
    [
      "a record that is kept too short",
      '{ "retentionYears": 5 }',
      "retentionYears: a record that serves as documentation is kept for 6 years (45 CFR 164.316(b)(2)(i))",
    ],
    [
      "reasons that are neither offered nor written",
      '{ "reasonFreeText": false }',
      "reasonFreeText: a reason is asked for, may not be written, and none is offered: nobody can post anyway",
    ],
    [
      "reasons that nobody is asked for",
      '{ "reasonRequired": false, "reasons": ["No patient is meant"] }',
      "reasons: no reason is asked for",
    ],
    [
      "a code that nobody can give",
      '{ "secondPerson": "always" }',
      "secondPerson: a colleague’s code is needed, and nobody is there who could give one",
    ],
    [
      "a code that is never asked for",
      '{ "secondPerson": "stopped" }',
      "secondPerson: a draft that was stopped cannot be posted anyway, so that no code is ever asked for",
    ],
    [
      "approvers whom nobody asks",
      JSON.stringify({ approvers: [approver] }),
      "approvers: no code is ever asked for",
    ],
    [
      "the secret of an approver",
      JSON.stringify({ secondPerson: "always", approvers: [approver] }),
      "approvers[0].secret: whoever can read this file can use what this opens",
    ],
    ["no kind of box", JSON.stringify({ surfaces: noSurface }), "surfaces: no kind of box is watched"],
    [
      "an override where nobody looks",
      JSON.stringify({
        sites: { yelp: false },
        selectorOverrides: [{ site: "yelp", surface: "comment", box: "textarea" }],
      }),
      "selectorOverrides[0]: has no effect: yelp is switched off",
    ],
    [
      "a further site where nobody looks",
      JSON.stringify({
        surfaces: { comment: false },
        extraSites: [{ host: "forum.example", surface: "comment" }],
      }),
      "extraSites[0]: has no effect: comment is switched off",
    ],
    [
      "an own reply that says who is a patient",
      JSON.stringify({
        replies: [
          { text: "Thank you for your kind words." },
          { text: "We loved seeing you for your Botox appointment!", surfaces: ["comment"] },
        ],
      }),
      "replies[1].text: this reply does not pass the check itself",
    ],
    ["an empty policy", "{}", "the file sets nothing"],
    ["categories that are all silent", silent, "actions: no category warns or blocks"],
    [
      "strictness without effect",
      silent,
      "strictness: strict has no effect while no category warns or blocks",
    ],
    [
      "a phrase that warns although its category is let go",
      '{ "actions": { "conduct": "allow" }, "alwaysStop": [{ "text": "glow", "category": "conduct" }] }',
      "alwaysStop[0].category: this phrase warns, although its category is set to allow",
    ],
    [
      "no site",
      '{ "sites": { "facebook": false, "instagram": false, "yelp": false } }',
      "no site is watched",
    ],
    [
      "an entry twice",
      '{ "publicNames": ["Ada Lovelace", "ada lovelace"] }',
      "publicNames[1]: is on the list already",
    ],
    [
      "a phrase on both lists",
      '{ "alwaysStop": [{ "text": "Glow Fest" }], "alwaysAllow": ["glow fest"] }',
      "alwaysAllow[0]: this phrase is always stopped too",
    ],
    [
      "a reason that nobody gives",
      '{ "postAnyway": "never", "reasonRequired": true }',
      "nobody is ever asked for a reason",
    ],
    ["everything posted anyway", '{ "postAnyway": "always", "reasonRequired": false }', "without a reason"],
    [
      "a character that not every way carries",
      '{ "alwaysAllow": ["Glow\\u0007 Fest"] }',
      "alwaysAllow[0]: holds a character",
    ],
    [
      "a key of the list",
      JSON.stringify({
        patientList: { address: "https://a.example/p", sha256: "a".repeat(64), key: `${"A".repeat(43)}=` },
      }),
      "patientList.key: whoever can read this file can use",
    ],
  ])("warns of %s, and with --strict ends with 1", async (_, content, words) => {
    expect(await lint(content)).toMatchObject({ status: 0, out: expect.stringContaining(words) as string });
    expect(await lint(content, "--strict")).toMatchObject({
      status: 1,
      out: expect.stringContaining(words) as string,
    });
  });

  it.each([
    [
      "is over",
      { monitor: { from: "2026-12-20", until: "2027-01-10" } },
      ["monitor: this is over since January 10, 2027: everything is enforced"],
    ],
    [
      "lasts long",
      { monitor: { from: "2027-01-11", until: "2027-02-11" } },
      ["monitor: nothing is held for 31 days"],
    ],
    [
      "began already",
      { monitor: { from: "2027-01-09", until: "2027-01-11" } },
      [
        "monitor.from: this day is past, so that nothing is held from the moment at which the policy arrives until January 11, 2027",
      ],
    ],
    ["begins today, for a month", { monitor: { from: "2027-01-10", until: "2027-02-09" } }, []],
    [
      "has a list that ended",
      { patientList: { ...list, expires: "2027-01-10" } },
      ["patientList.expires: the list is not used since January 10, 2027, and every draft is unchecked"],
    ],
    ["has a list that ends tomorrow", { patientList: { ...list, expires: "2027-01-11" } }, []],
  ])("on January 10, 2027, knows a policy that %s", (_, policy, expected) => {
    const seen = lookAtPolicy(new TextEncoder().encode(JSON.stringify(policy)));
    const { errors, warnings } = lintOf(seen, new Date(2027, 0, 10, 12).getTime());
    expect([errors, warnings.map(({ path, what }) => `${path}: ${what}`)]).toEqual([[], expected]);
  });
});
