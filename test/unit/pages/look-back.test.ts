import { describe, expect, test } from "vitest";
import type { LookedBack, PastReply } from "../../../src/contract/look-back.ts";
import { lookedBackWords, refusedWords } from "../../../src/pages/look-back/in-words.ts";

const reply: PastReply = {
  site: "yelp",
  surface: "review-reply",
  text: "Thank you!",
  isTooLong: false,
  isCut: false,
  author: "Glow Clinic",
  date: "",
  link: null,
  thread: null,
  place: "0".repeat(16),
  anchor: null,
  page: "1".repeat(16),
};
const found: LookedBack = {
  problem: null,
  replies: [reply, reply, reply],
  others: 4,
  isCut: false,
  unread: 0,
  gone: [],
  goneFailed: 0,
  unseen: 0,
  surfacesOff: [],
};
const done = { found, checked: 3, risky: 0, tooLong: 0, edited: 0, notOnRecord: 0 };

describe("what a look back has come to", () => {
  test("all was checked, and some are risky", () => {
    const { line, notes } = lookedBackWords({ ...done, risky: 2 });
    expect(line).toBe("3 replies of the practice were visible on the page. All were checked. 2 are risky.");
    expect(notes).toEqual([expect.stringContaining("older ones load when you scroll")]);
  });

  test("never says of one that it was checked where it was not", () => {
    const { line, notes } = lookedBackWords({ ...done, checked: 1, stopped: "gone" });
    expect(line).toBe(
      "3 replies of the practice were visible on the page. 1 of them were checked. Your practice’s rules object to none of those that were checked.",
    );
    expect(notes[0]).toContain("stopped answering");
    const none = lookedBackWords({ ...done, checked: 0, stopped: "locked" });
    expect(none.line).toBe("3 replies of the practice were visible on the page. 0 of them were checked.");
    expect(none.notes[0]).toContain("patient list is locked");
  });

  test("says all that was not looked at, is gone, or could not be written", () => {
    const { notes } = lookedBackWords({
      ...done,
      found: {
        ...found,
        replies: [reply, { ...reply, isCut: true }, { ...reply, isTooLong: true }],
        isCut: true,
        unread: 2,
        gone: [{ site: "yelp", surface: "review-reply" }],
        goneFailed: 1,
        unseen: 5,
        surfacesOff: ["post"],
      },
      checked: 2,
      tooLong: 1,
      edited: 1,
      notOnRecord: 1,
    });
    for (const words of [
      "is gone. That is on record",
      "was edited, and passes now",
      "5 risky replies that were found here before are not visible",
      "2 entries could not be put on record",
      "more than is looked at in one go",
      "too long to be checked",
      "shows the beginning only",
      "2 parts of the page could not be read",
      "not looked for: posts",
    ])
      expect(notes.join("\n")).toContain(words);
  });

  test("leads to the profile where nothing is found, or nothing can be", () => {
    const none = lookedBackWords({ ...done, found: { ...found, replies: [] }, checked: 0 });
    expect(none.line).toBe(
      "No reply of the practice is visible on the page. 4 comments or posts of others are.",
    );
    expect(none.isOfProfile).toBe(true);
    const nobody = lookedBackWords({ ...done, found: { ...found, problem: "no-practice" } });
    expect(nobody).toMatchObject({ notes: [], isOfProfile: true });
    expect(lookedBackWords({ ...done, found: { ...found, problem: "no-tab" } }).isOfProfile).toBe(false);
  });

  test.each(["locked", "expired", "awaited", "unusable", "not-ready", "gone", "failed"] as const)(
    "where the worker answers %s, nothing is said to be checked",
    (code) => {
      expect(refusedWords(code)).toMatch(/Nothing (was|is said to be) checked/);
    },
  );
});
