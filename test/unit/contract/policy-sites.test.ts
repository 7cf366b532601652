import { check } from "recheck";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extraSite, selectorOverride } from "../../../src/contract/policy-sites.ts";
import { hostProblem } from "../../../src/contract/host-problem.ts";
import { addressLooked, pathLimit, pathProblem } from "../../../src/contract/path-problem.ts";
import { selectorLimit, selectorProblem } from "../../../src/contract/selector-problem.ts";
import { processorTime } from "../processor-time.ts";

describe("a selector", () => {
  test.each([
    '[role="textbox"][contenteditable]:not([contenteditable="false" i])',
    "form > div.box textarea, #reply",
    "li:nth-child(2n + 1) button:has(svg)",
    ":is(article, [role=article]) [data-x^='a']",
  ])("%s can be used", (text) => {
    expect(selectorProblem(text)).toBeUndefined();
  });

  test.each([
    ["", "Write a CSS selector."],
    ["a >", "no CSS selector"],
    ["[role=textbox", "no CSS selector"],
    [":hover", 'Unknown pseudo-class: "hover"'],
    ["div::before", "no CSS selector"],
    ["button:contains('x')", 'Unknown pseudo-class: "contains" (at character'],
    ["a".repeat(selectorLimit + 1), `at most ${selectorLimit} characters`],
  ])("%s is refused, with the reason", (text, reason) => {
    expect(selectorProblem(text)).toContain(reason);
  });
});

describe("an expression over addresses", () => {
  test.each([
    "^/reviews/?([?#]|$)|[?&]sk=reviews",
    "^/latest/inbox/[^/]+/threads/[0-9]+$",
    "thread_type=[A-Z_]{0,40}(COMMENT|POST)",
    "^/p/(a|b)?$",
    "^/(?:groups|pages|events|watch|reel|photo|marketplace)/(?:[0-9]+|me)/?",
    "[*+{(]",
  ])("%s can be used", (text) => {
    expect(pathProblem(text)).toBeUndefined();
  });

  test.each([
    ["", "or leave it out"],
    ["[", "This is no regular expression"],
    ["(a+)+$", "Repeat single characters only"],
    ["(?:ab){2,}", "Repeat single characters only"],
    ["a*b*", "Use at most one of"],
    ["^a*b*c*", "Use at most 2 of"],
    ["^a*|b*c", "Use at most one of"],
    ["a?b?c?d?e?f?g?", "there are 128 ways through them"],
    ["(a|a)".repeat(39) + "b", "Use fewer of ? and |"],
    ["(?:a|b|c|d|e)(?:a|(?:b|c)?|d)(?:e|f)?", "there are 240 ways through them"],
    ["(?=a)", "without looking ahead"],
    ["(?<!a)b", "without looking ahead"],
    ["(a)\\1", "without references back"],
    ["(?<n>a)\\k<n>", "without references back"],
    ["a".repeat(pathLimit + 1), `at most ${pathLimit} characters`],
  ])("%s is refused, with the reason", (text, reason) => {
    expect(pathProblem(text)).toContain(reason);
  });

  const quantified = (atom: fc.Arbitrary<string>, most: number): fc.Arbitrary<string> =>
    fc
      .array(fc.tuple(atom, fc.constantFrom("", "", "*", "+", "?", "{2,}", "+?", "{0,9}")), {
        maxLength: most,
      })
      .map((parts) => parts.flat().join(""));
  const character = fc.constantFrom("a", "[ab]", ".", "[^/]");
  const group = fc
    .tuple(fc.constantFrom("(", "(?:"), quantified(character, 2), fc.constantFrom("", "|a", "|b*"))
    .map(([open, inside, other]) => `${open}${inside}${other})`);
  /** Nothing matches the end, so that every way before it is tried. */
  const expression = fc
    .tuple(fc.constantFrom("", "^"), quantified(fc.oneof(character, character, group), 4))
    .map(([start, middle]) => `${start}${middle}!`);

  test("none that is taken takes more than square time", async () => {
    const taken = new Set<string>();
    await fc.assert(
      fc.asyncProperty(expression, async (text) => {
        if (pathProblem(text) !== undefined) return;
        taken.add(text);
        const judged = await check(text, "", { checker: "automaton", timeout: 5000 });
        const complexity = "complexity" in judged ? judged.complexity : undefined;
        expect(complexity?.type).toMatch(/^(safe|linear|polynomial)$/);
        expect(complexity?.type === "polynomial" ? complexity.degree : 1).toBeLessThan(3);
      }),
      { numRuns: 500 },
    );
    expect(taken.size).toBeGreaterThan(50);
  });
});

test("no expression that is taken takes long, however many choices it has", () => {
  const part = fc.constantFrom(
    "a",
    ".",
    "a?",
    "a*",
    ".*?",
    "(a|a)",
    "(?:a|.|a?)",
    "(a|(a|a)?)",
    "|",
    "[ab]+",
  );
  const address = `/${"a".repeat(addressLooked - 1)}`;
  fc.assert(
    fc.property(fc.boolean(), fc.array(part, { maxLength: 40 }), (isAnchored, parts) => {
      const text = `${isAnchored ? "^" : ""}${parts.join("")}!`;
      fc.pre(pathProblem(text) === undefined);
      const started = processorTime();
      new RegExp(text).test(address);
      expect(processorTime() - started).toBeLessThan(1000);
    }),
    { numRuns: 300 },
  );
});

describe("the host of a further site", () => {
  test.each([
    "reviews.example",
    "healthgrades.com",
    "a.b.co.uk",
    "practice.co.uk",
    "team.abc.de",
    "abc.com",
    "xn--mnchen-3ya.example",
  ])("%s can be named", (host) => {
    expect(hostProblem(host)).toBeUndefined();
  });

  test.each([
    ["", "Write the name of a host"],
    ["https://reviews.example", "the host alone"],
    ["reviews.example/x", "the host alone"],
    ["*.reviews.example", "the host alone"],
    ["reviews.example:8443", "the host alone"],
    ["a@reviews.example", "the host alone"],
    ["com", "Anybody can have a site"],
    ["co.uk", "Anybody can have a site"],
    ["com.au", "such as www"],
    ["gov.br", "Anybody can have a site"],
    ["ca.us", "Anybody can have a site"],
    ["gouv.fr", "Anybody can have a site"],
    ["localhost", "Anybody can have a site"],
    ["127.0.0.1", "a number address"],
    ["0x7f.1", "127.0.0.1"],
    ["Reviews.Example", "Write it as browsers do: reviews.example"],
    ["münchen.example", "xn--mnchen-3ya.example"],
    ["a..b", "no name of a host"],
    ["-a.example", "no name of a host"],
    ["m.facebook.com", "selectorOverrides"],
    ["yelp.com", "selectorOverrides"],
    [`${"a".repeat(250)}.example`, "at most 253"],
  ])("%s is refused, with the reason", (host, reason) => {
    expect(hostProblem(host)).toContain(reason);
  });

  test("whatever is taken is a name by which a browser finds one site, over https", () => {
    fc.assert(
      fc.property(fc.oneof(fc.domain(), fc.string(), fc.webAuthority({ withPort: true })), (host) => {
        if (hostProblem(host) !== undefined) return;
        expect(new URL(`https://${host}/x`).hostname).toBe(host);
        expect(host).toMatch(/^[^.]+(\.[^.]+)+$/);
      }),
      { numRuns: 500 },
    );
  });
});

test("entries say by their path what is wrong", () => {
  const issues = (schema: typeof selectorOverride | typeof extraSite, value: unknown) =>
    schema.safeParse(value).error?.issues.map(({ path }) => path.join(".")) ?? [];
  expect(issues(selectorOverride, { site: "yelp", surface: "comment", box: "textarea" })).toEqual([]);
  expect(
    issues(selectorOverride, { site: "yelp", surface: "comment", box: "a >", sendControls: ["b", ""] }),
  ).toEqual(["box", "sendControls.1"]);
  expect(issues(extraSite, { host: "reviews.example", surface: "review-reply" })).toEqual([]);
  expect(issues(extraSite, { host: "com", name: " ", surface: "wall" })).toEqual(["host", "name", "surface"]);
});
