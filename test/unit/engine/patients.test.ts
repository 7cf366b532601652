import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../../src/engine/normalize.ts";
import { buildIndex, encodeIndex, openIndex, nobody } from "../../../src/engine/patients/index.ts";
import type { PatientIndex, Person } from "../../../src/engine/patients/index.ts";
import { sipHash } from "../../../src/engine/patients/siphash.ts";
import { processorTime } from "../processor-time.ts";

const key = Uint8Array.from({ length: 16 }, (_, i) => i);
const people: Person[] = [
  {
    ...nobody,
    given: "Jane",
    family: "Doerfler",
    nicknames: ["Janie"],
    aliases: ["Jane Vasquez"],
    handles: ["@jdoerf_92"],
    phones: ["310-555-0171"],
    emails: ["jane.d@mailbox.example"],
    recordNumbers: ["HV-50017"],
  },
  { ...nobody, given: "Hope", family: "Winters" },
  { ...nobody, given: "Mark", family: "Price" },
  { ...nobody, given: "Will", family: "May" },
  { ...nobody, given: "Summer", family: "Day" },
  { ...nobody, given: "José", family: "Núñez" },
  { ...nobody, given: "Siobhán", family: "O'Neil" },
  { ...nobody, given: "Nicole", family: "Van Buren" },
  { ...nobody, given: "Margaret", family: "Oyelaran-Quist" },
  { ...nobody, given: "Thuy-Linh", family: "Nguyen" },
  { ...nobody, given: "Deborah", family: "Feinstein" },
];

const index = openIndex(buildIndex(people, key, "list-1"));
const found = (text: string, list: PatientIndex = index): string[] => {
  const folded = fold(text);
  return list.find(folded).map((match) => {
    const { start, end } = folded.toOriginal(match);
    return `${match.form}: ${text.slice(start, end)}`;
  });
};

describe("sipHash", () => {
  // Test vectors of the reference implementation: key 00…0f, message 00…(length − 1).
  it.each([
    [0, "726fdb47dd0e0e31"],
    [1, "74f839c593dc67fd"],
    [8, "93f5f5799a932462"],
    [15, "a129ca6149be45e5"],
  ])("hashes %i bytes as the reference does", (length, hash) => {
    const out = new Uint32Array(2);
    sipHash(
      key,
      Uint8Array.from({ length: 64 }, (_, i) => i),
      length,
      out,
    );
    expect([...out].map((half) => half.toString(16).padStart(8, "0")).join("")).toBe(hash);
  });
});

describe("the patient index", () => {
  it.each([
    ["Shout-out to Jane Doerfler!", "full: Jane Doerfler"],
    ["JANE DOERFLER rocks", "full: JANE DOERFLER"],
    ["we love jane doerfler", "full: jane doerfler"],
    ["Jane Doerfler's new look", "full: Jane Doerfler"],
    ["file: Doerfler, Jane", "reversed: Doerfler, Jane"],
    ["Jane M. Doerfler was in", "full: Jane M. Doerfler"],
    ["Jane Marie Doerfler was in", "full: Jane Marie Doerfler"],
    ["Janie Doerfler was in", "full: Janie Doerfler"],
    ["Jane Vasquez was in", "full: Jane Vasquez"],
    ["Debbie Feinstein was in", "nickname: Debbie Feinstein"],
    ["Jane D. was in", "given-initial: Jane D."],
    ["J. Doerfler was in", "initial-family: J. Doerfler"],
    ["Ms. Doerfler was in", "titled-family: Ms. Doerfler"],
    ["Jnae Doerfler was in", "misspelled: Jnae Doerfler"],
    ["Jane Doerffler was in", "misspelled: Jane Doerffler"],
    ["Jane Dorfler was in", "misspelled: Jane Dorfler"],
    ["Jane Doerflar was in", "misspelled: Jane Doerflar"],
    ["thanks @jdoerf_92", "handle: @jdoerf_92"],
    ["thanks @janedoerfler", "handle-of-names: @janedoerfler"],
    ["thanks @jane_doerfler81", "handle-of-names: @jane_doerfler81"],
    ["#janedoerfler", "handle-of-names: #janedoerfler"],
    ["call 310.555.0171", "phone: 310.555.0171"],
    ["write to Jane.D@mailbox.example", "email: Jane.D@mailbox.example"],
    ["file HV 50017", "record-number: HV 50017"],
    ["J a n e  D o e r f l e r", "full: J a n e  D o e r f l e r"],
    ["Jаne Dоerfler was in", "full: Jаne Dоerfler"],
    ["Ja\u200bne Doer\u200bfler was in", "full: Ja\u200bne Doer\u200bfler"],
    ["ｊａｎｅ ｄｏｅｒｆｌｅｒ", "full: ｊａｎｅ ｄｏｅｒｆｌｅｒ"],
    ["j4ne do3rfler", "full: j4ne do3rfler"],
    ["Jose Nunez was in", "full: Jose Nunez"],
    ["Siobhan ONeil and", "full: Siobhan ONeil"],
    ["Siobhán O’Neil and", "full: Siobhán O’Neil"],
    ["Nicole van Buren and", "full: Nicole van Buren"],
    ["Nicole Vanburen and", "full: Nicole Vanburen"],
    ["Margaret Quist and", "full: Margaret Quist"],
    ["Peggy Oyelaran and", "nickname: Peggy Oyelaran"],
    ["Linh Nguyen and", "full: Linh Nguyen"],
    ["Thuy Linh Nguyen and", "full: Thuy Linh Nguyen"],
  ])("finds the person in %j", (text, match) => {
    expect(found(text)).toContain(match);
  });

  it.each([
    "Hope to see more of the winters here",
    "We hope winter is kind",
    "a price to mark down",
    "will you? you may",
    "days of summer",
    "Jane from the bakery says thanks to Feinstein Hall",
    "an ordinary sentence about sunscreen",
  ])("does not take ordinary words for a full name: %j", (text) => {
    expect(found(text).filter((match) => !/^(?:given|family):/.test(match))).toEqual([]);
  });

  it("counts how many are written alike", () => {
    const twins = openIndex(
      buildIndex(
        [
          { ...nobody, given: "Ana", family: "Ruiz" },
          { ...nobody, given: "Ana", family: "Rosales" },
        ],
        key,
        "list-2",
      ),
    );
    expect(twins.find(fold("Ana R. was in")).map(({ form, people }) => [form, people])).toEqual([
      ["given-initial", 2],
    ]);
  });

  it("knows the author of a thread by more than a given name", () => {
    expect(
      ["Jane Doerfler", "Jane D.", "jdoerf_92", "@jdoerf_92", "janedoerfler"].map((author) =>
        index.isListed(author),
      ),
    ).toEqual(Array(5).fill(true));
    expect(["Jane", "Jane K.", "", "A very kind neighbor"].map((author) => index.isListed(author))).toEqual(
      Array(4).fill(false),
    );
  });

  it("keeps no name, handle or number in the clear", () => {
    const serialized = buildIndex(people, key, "list-1");
    const bytes = Buffer.from(encodeIndex(serialized)).toString("latin1");
    const wide = bytes.replaceAll("\0", "");
    for (const word of ["jane", "Jane", "doerfler", "Doerfler", "jdoerf", "3105550171", "HV-50017"]) {
      expect(bytes.includes(word) || wide.includes(word)).toBe(false);
    }
    expect(JSON.stringify({ id: serialized.id, people: serialized.people })).toBe(
      '{"id":"list-1","people":11}',
    );
  });

  it("answers differently under another key only in its bytes", () => {
    const other = buildIndex(
      people,
      Uint8Array.from({ length: 16 }, () => 7),
      "list-1",
    );
    expect(other.forms.lows).not.toEqual(buildIndex(people, key, "list-1").forms.lows);
    expect(found("Jane Doerfler", openIndex(other))).toEqual(found("Jane Doerfler"));
  });

  it("survives structured cloning", () => {
    expect(found("Jane Doerfler", openIndex(structuredClone(buildIndex(people, key, "x"))))).toEqual([
      "full: Jane Doerfler",
    ]);
  });

  it("finds what was put in, and answers any text", () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{3,9}$/);
    fc.assert(
      fc.property(name, name, fc.string({ unit: "binary", maxLength: 80 }), (given, family, noise) => {
        const list = openIndex(buildIndex([{ ...nobody, given, family }], key, "x"));
        expect(list.find(fold(`We met ${given} ${family} today`)).map(({ form }) => form)).toContain("full");
        const folded = fold(noise);
        for (const { start, end } of list.find(folded)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(folded.text.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each(["jane doerfler ", "Jane ", "jane", "@jane", "J. ", "o'", "1", "Jane D", "Anna-Maria-"])(
    "takes time in proportion to the length of %j repeated",
    (unit) => {
      const least = (length: number): number => {
        const folded = fold(unit.repeat(length / unit.length));
        const spent = Array.from({ length: 5 }, () => {
          const started = processorTime();
          index.find(folded);
          return processorTime() - started;
        });
        return Math.min(...spent);
      };
      const once = least(4000);
      // Eight times the length; work that grows with its square would take 64 times as long.
      expect(least(32_000)).toBeLessThan(Math.max(24 * once, 20));
    },
  );
});
