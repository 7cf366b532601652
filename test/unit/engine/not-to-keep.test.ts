import { describe, expect, test } from "vitest";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import { emptyIndex, notToKeep, prepare } from "../../../src/engine/index.ts";
import type { EnginePolicy } from "../../../src/engine/index.ts";

const kept = (text: string, policy: EnginePolicy = defaultPolicy): string[] =>
  notToKeep(text, prepare(policy, emptyPractice, emptyIndex)).map(({ start, end }) => text.slice(start, end));

describe("what is too much to be kept", () => {
  const text = "Write to zq@quillpost.example about it";
  test.each<[string, EnginePolicy]>([
    ["stops identifiers", defaultPolicy],
    ["lets them go", { ...defaultPolicy, actions: { ...defaultPolicy.actions, identifier: "allow" } }],
    ["lets them go in posts", { ...defaultPolicy, surfaceActions: { post: { identifier: "allow" } } }],
    ["only records them", { ...defaultPolicy, actions: { ...defaultPolicy.actions, identifier: "record" } }],
    ["is relaxed", { ...defaultPolicy, strictness: "relaxed" }],
  ])("is an identifier where policy %s", (_name, policy) => {
    expect(kept(text, policy)).toContain("zq@quillpost.example");
  });

  test("is nothing in harmless words, and not what only says something of somebody's health", () => {
    expect(kept("The owner has approved it")).toEqual([]);
    expect(kept("It is about Botox in general")).toEqual([]);
  });

  test("is all of a text that could not be looked at", () => {
    const knowledge = prepare(defaultPolicy, emptyPractice, emptyIndex);
    const broken = {
      ...knowledge,
      patients: {
        ...knowledge.patients,
        find: () => {
          throw new Error("broken");
        },
      },
    };
    expect(notToKeep("Harmless", broken)).toEqual([{ start: 0, end: 8 }]);
  });
});
