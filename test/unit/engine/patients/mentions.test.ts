import { describe, expect, it } from "vitest";
import { nobody } from "../../../../src/engine/patients/index.ts";
import { defaultPolicy } from "../../background/parts.ts";
import { emptyPractice } from "../../../../src/contract/practice.ts";
import { buildIndex, openIndex, prepare } from "../../../../src/engine/index.ts";
import { listedIn } from "../../../../src/engine/patients/mentions.ts";
import type { Person } from "../../../../src/engine/index.ts";

const person = (given: string, family: string, more: Partial<Person> = {}): Person => ({
  ...nobody,
  given,
  family,
  ...more,
});
const list = [
  person("Zephrina", "Quillhaven", { formerFamilies: ["Oxtabrook"], handles: ["quill_zeph"] }),
  person("Grace", "Church"),
];
const knowledge = prepare(
  { ...defaultPolicy, publicNames: ["Zephrina Quillhaven"] },
  { ...emptyPractice, staff: [{ name: "Zephrina Moss" }] },
  openIndex(buildIndex(list, new Uint8Array(16).fill(3), "list")),
);
const open = prepare(defaultPolicy, emptyPractice, knowledge.patients);
const found = (text: string, within = open): string[] =>
  listedIn(text, within).map(({ start, end }) => text.slice(start, end));

describe("what of a text is on the list", () => {
  it.each([
    ["Zephrina told me so", ["Zephrina"]],
    ["ZEPHRINA told me so", ["ZEPHRINA"]],
    ["Zeph\u200brina told me so", ["Zeph\u200brina"]],
    ["Quillhaven agreed", ["Quillhaven"]],
    ["She was born Oxtabrook.", ["Oxtabrook"]],
    ["Zephrina Quillhaven agreed", ["Zephrina Quillhaven"]],
    ["@quill_zeph agreed", ["@quill_zeph"]],
    ["By the grace of our church", []],
    ["Grace Church agreed", ["Grace Church"]],
    ["Zephyra agreed", []],
    ["", []],
  ])("%s", (text, wanted) => {
    expect(found(text)).toEqual(wanted);
  });

  it("is not who the practice or the policy names as no patient", () => {
    expect(found("Zephrina Quillhaven opened the new park", knowledge)).toEqual([]);
    expect(found("Zephrina Moss has approved it", knowledge)).toEqual([]);
  });
});
