import { describe, expect, test } from "vitest";
import {
  allowedPhrase,
  allowedPhrases,
  mostPhrases,
  phraseLimit,
  stoppedPhrase,
} from "../../../src/contract/policy-phrases.ts";
import { z } from "../../../src/contract/zod.ts";

function problemOf(schema: z.ZodMiniType, value: unknown): string | undefined {
  const parsed = z.safeParse(schema, value);
  return parsed.success ? undefined : parsed.error.issues.map(({ message }) => message).join(" ");
}

describe("a phrase that is always stopped", () => {
  test("is trimmed, and says who is a patient unless it names another category", () => {
    expect(stoppedPhrase.parse({ text: "  glow points " })).toEqual({
      text: "glow points",
      category: "relationship",
    });
    expect(stoppedPhrase.parse({ text: "gotox", category: "health", reason: " Ask Kira. " })).toEqual({
      text: "gotox",
      category: "health",
      reason: "Ask Kira.",
    });
  });

  test.each<[unknown, RegExp]>([
    [{ text: " x! " }, /at least 2 letters/],
    [{ text: "💉💉" }, /at least 2 letters/],
    [{ text: "a".repeat(phraseLimit + 1) }, /at most 100 characters; this has 101/],
    [{ text: "a ".repeat(13) }, /at most 12 words; this has 13/],
    [{ text: "gotox", category: "patient-match" }, /./],
    [{ text: "gotox", category: "media" }, /./],
    [{ text: "gotox", reason: "" }, /leave it out/],
    [{ text: "gotox", reason: "a".repeat(201) }, /at most 200/],
    [{ text: "gotox", level: "warn" }, /./],
  ])("is not %j", (value, problem) => {
    expect(problemOf(stoppedPhrase, value)).toMatch(problem);
  });
});

describe("a phrase that is always allowed", () => {
  test.each(["GentleMax", "Glow Week", "Love Your Skin Day", "310-555-0188", "Peeling Días"])(
    "may be %s",
    (text) => {
      expect(problemOf(allowedPhrase, text)).toBeUndefined();
    },
  );

  test.each<[unknown, RegExp]>([
    ["you", /One short word/],
    ["B12", /One short word/],
    ["your visit", /speak to somebody/],
    ["su cita", /speak to somebody/],
    ["", /at least 2/],
    [7, /./],
  ])("is not %j", (value, problem) => {
    expect(problemOf(allowedPhrase, value)).toMatch(problem);
  });

  test("is one of a bounded list", () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `phrase ${at}`);
    expect(problemOf(allowedPhrases, many(2 * mostPhrases))).toBeUndefined();
    expect(problemOf(allowedPhrases, many(2 * mostPhrases + 1))).toMatch(/at most 200 entries/);
  });
});
