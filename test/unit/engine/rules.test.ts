/// <reference types="vite/client" />
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { toContext } from "../../../src/engine/context.ts";
import type { Example, Examples, Rule } from "../../../src/engine/rule.ts";
import { rules } from "../../../src/engine/rules/index.ts";
import { processorTime } from "../processor-time.ts";

const modules = import.meta.glob<{ default: Rule; examples: Examples }>("../../../src/engine/rules/*.ts", {
  eager: true,
});
const files = Object.entries(modules).filter(([path]) => !path.endsWith("/index.ts"));

/** The marked text with the marks where the rule puts them. */
function marked(rule: Rule, example: Example): string {
  const {
    text,
    surface = "review-reply",
    thread,
  } = typeof example === "string" ? { text: example } : example;
  const plain = text.replace(/[«»]/g, "");
  const context = toContext({ text: plain, site: "yelp", surface, thread: thread ?? null }, emptyPractice);
  let result = "";
  let at = 0;
  for (const span of rule.find(context)) {
    const { start, end } = context.folded.toOriginal(span);
    result += `${plain.slice(at, start)}«${plain.slice(start, end)}»`;
    at = end;
  }
  return result + plain.slice(at);
}

const text = (example: Example): string => (typeof example === "string" ? example : example.text);

describe("the language rules", () => {
  it("are listed in the index, every file once", () => {
    const names = readdirSync("src/engine/rules").filter((name) => name !== "index.ts");
    expect(rules.map(({ id }) => `${id}.ts`).toSorted()).toEqual(names.toSorted());
    expect(files.map(([, { default: rule }]) => rule).toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
      rules.toSorted((a, b) => a.id.localeCompare(b.id)),
    );
  });

  it("say why and on what ground, in one sentence that quotes nothing", () => {
    for (const { why, source } of rules) {
      expect(why).toMatch(/^[A-Z][^"«»]{20,160}\.$/);
      expect(source.length).toBeGreaterThan(5);
    }
  });

  it("stay linear on hostile text", () => {
    const hostile = [
      "you ".repeat(2500),
      "your left ".repeat(1000),
      "we sent it to the ".repeat(550),
      "thanks, ".repeat(1250),
      "a".repeat(10_000),
      "she came in, ".repeat(750),
      " ".repeat(10_000),
      `you${" ".repeat(4000)}thanks for${" ,".repeat(3000)}your`,
      `glad ${"so ".repeat(3000)}`,
      "1 ".repeat(5000),
      "$1,000".repeat(1600),
    ];
    for (const text of hostile) {
      const context = toContext({ text, site: "yelp", surface: "review-reply", thread: null }, emptyPractice);
      for (const rule of rules) {
        rule.find(context);
        const start = processorTime();
        rule.find(context);
        // Quadratic time would take minutes here; the bound leaves room for a busy machine.
        expect(processorTime() - start, `${rule.id} on ${text.slice(0, 20)}`).toBeLessThan(400);
      }
    }
  });
});

describe.each(files.map(([path, module]) => [path.split("/").at(-1) ?? path, module] as const))(
  "%s",
  (file, { default: rule, examples }) => {
    it("has its name for its id and at least two examples a side", () => {
      expect(`${rule.id}.ts`).toBe(file);
      expect(examples.flags.length).toBeGreaterThanOrEqual(2);
      expect(examples.allows.length).toBeGreaterThanOrEqual(2);
    });

    it.each(examples.flags.map((example) => [text(example), example] as const))(
      "finds %s",
      (expected, example) => {
        expect(expected).toContain("«");
        expect(marked(rule, example)).toBe(expected);
      },
    );

    it.each(examples.allows.map((example) => [text(example), example] as const))(
      "lets %s",
      (expected, example) => {
        expect(marked(rule, example)).toBe(expected);
      },
    );
  },
);
