import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { check, emptyIndex, prepare } from "../../../src/engine/index.ts";
import { judge, write } from "../../../src/pages/practice/questions.ts";
import { roomSites, scenes } from "../../../src/pages/practice/scenes.ts";

const knowledge = prepare(defaultPolicy, emptyPractice, emptyIndex);
const languages = ["en", "es"] as const;

describe.each(languages)("the test's drafts in %s", (language) => {
  test.each(judge)("$id is judged by the engine as the test counts it", (question) => {
    const { author, text, draft } = question[language];
    const { surface } = question;
    const { verdict, findings } = check(
      { text: draft, site: "facebook", surface, thread: { author, text } },
      knowledge,
    );
    expect(verdict !== "allow").toBe(question.stopped);
    const found = [...new Set(findings.map(({ category }) => category))];
    // Whatever the engine says of it must count as right, or a person would be told so after a wrong mark.
    expect(question.categories).toEqual(expect.arrayContaining(found));
    expect(found.length > 0).toBe(question.stopped);
  });

  test.each(write)("to what is written in $id there is a reply that passes", (question) => {
    const { author, text } = question[language];
    const thread = { author, text };
    const given = check(
      { text: "Thanks for coming in!", site: "yelp", surface: question.surface, thread },
      knowledge,
    );
    expect(given.verdict).not.toBe("allow");
    for (const { text } of given.alternatives)
      expect(check({ text, site: "yelp", surface: question.surface, thread }, knowledge).verdict).toBe(
        "allow",
      );
    expect(given.alternatives.length).toBeGreaterThan(0);
  });
});

test("there are ten drafts and two replies, some to be stopped and some not", () => {
  expect(judge).toHaveLength(10);
  expect(write).toHaveLength(2);
  expect(judge.filter(({ stopped }) => stopped)).toHaveLength(6);
  expect(new Set([...judge, ...write].map(({ id }) => id)).size).toBe(12);
});

test("the room has two dozen, on three sites", () => {
  expect(scenes).toHaveLength(24);
  expect(new Set(scenes.map(({ id }) => id)).size).toBe(24);
  for (const wanted of roomSites) expect(scenes.filter(({ site }) => site === wanted)).toHaveLength(8);
});

test.each(scenes)(
  "the engine has a safe reply to what is written in $id",
  ({ site, surface, author, text }) => {
    const thread = { author, text };
    const given = check({ text: "See you at your next appointment!", site, surface, thread }, knowledge);
    expect(given.verdict).not.toBe("allow");
    expect(given.alternatives.length).toBeGreaterThan(0);
  },
);
