import { describe, expect, it } from "vitest";
import { nobody } from "../../../../src/engine/patients/index.ts";
import { openIndex, buildIndex } from "../../../../src/engine/index.ts";
import type { Person } from "../../../../src/engine/patients/index.ts";
import { key } from "./invented.ts";
import { hitsIn, listOf, strangers, toldIn } from "./lists.ts";

const jane = { ...nobody, given: "Jane", family: "Doerfler", handles: ["@velvet.otter_92"] };
const zelda = { ...nobody, given: "Zelda", family: "Quist", birthDates: ["1985-03-04"] };
const called = (given: string, family: string, count: number): Person[] =>
  Array.from({ length: count }, () => ({ ...nobody, given, family }));
/** The same row twice is one person: each has another record number. */
const several = (given: string, family: string, count: number): Person[] =>
  called(given, family, count).map((person, at) => ({ ...person, recordNumbers: [`RN-${50000 + at}`] }));

describe("initials", () => {
  const crowd = openIndex(buildIndex([...several("Jane", "Doerfler", 40), ...strangers(2500)], key, "list"));

  it.each(["We met Jane D. there", "We met J. Doerfler there", "thanks @jdoerfler"])(
    "mean somebody where few share them, and nobody where many do: %s",
    (text) => {
      expect(toldIn(text, listOf([jane]))).toHaveLength(1);
      expect(toldIn(text, listOf([jane], 2500))).toHaveLength(1);
      expect(toldIn(text, crowd)).toEqual([]);
      expect(hitsIn(text, crowd).map(({ confidence }) => confidence)).toEqual(["possible"]);
    },
  );

  it("do not weaken a whole name that many have", () => {
    expect(toldIn("We met Jane Doerfler there", crowd)).toEqual(["Jane Doerfler"]);
    expect(toldIn("thanks @jane_doerfler", crowd)).toEqual(["@jane_doerfler"]);
  });
});

describe("a given name on a long list", () => {
  const long = listOf([jane, zelda], 2500);
  const common = openIndex(buildIndex([...several("Zelda", "Quist", 40), ...strangers(2500)], key, "list"));

  it("means nobody alone", () => {
    expect(toldIn("Shout-out to Zelda!", listOf([zelda]))).toEqual([]);
    expect(toldIn("Shout-out to Zelda!", long)).toEqual([]);
    expect(toldIn("Zelda painted the fence", long)).toEqual([]);
  });

  it.each(["Zelda came in for a peel", "Zelda's Botox looks great", "Congrats to Zelda on her new veneers"])(
    "means somebody as the one who is cared for, where few have it: %s",
    (text) => {
      expect(toldIn(text, long)).toEqual(["Zelda"]);
      expect(hitsIn(text, long)[0]?.why).toContain("given name beside words about care");
      expect(toldIn(text, common)).toEqual([]);
    },
  );

  it.each([
    "Zelda explains peels on Tuesdays",
    "Ask Zelda about our peels",
    "Peels near New Zelda and Quist Park",
  ])("means nobody where somebody else gives the care: %s", (text) => {
    expect(toldIn(text, long)).toEqual([]);
  });

  it("means somebody who is answered and listed, by a name that the thread does not show", () => {
    const text = "Thanks so much, Zelda!";
    expect(toldIn(text, long, { author: "velvet.otter_92" })).toEqual(["Zelda"]);
    expect(hitsIn(text, long, { author: "velvet.otter_92" })[0]?.why).toContain(
      "while a listed patient is answered",
    );
    expect(toldIn(text, long, { author: "somebody_else" })).toEqual([]);
    expect(toldIn("Thanks so much, Jane!", long, { author: "Jane Doerfler" })).toEqual([]);
  });
});

describe("who is answered", () => {
  const people = [
    jane,
    { ...nobody, given: "Margaret", family: "Oyelaran-Feinstein", formerFamilies: ["Brandvold"] },
    { ...nobody, given: "José", family: "Núñez" },
  ];

  it.each([0, 900, 12_000])("is known by each form that a site shows, among %i others", (others) => {
    const patients = listOf(people, others);
    const shown = [
      "Jane Doerfler",
      "JANE DOERFLER",
      "jane doerfler",
      "Doerfler, Jane",
      "Jane D.",
      "Jane D",
      "J. Doerfler",
      "@velvet.otter_92",
      "velvet.otter_92",
      "janedoerfler",
      "jane.doerfler.9",
      "Janie Doerfler",
      "Peggy Oyelaran",
      "Margaret Brandvold",
      "Jose Nunez",
      "jdoerfler",
      " Jane Doerfler ",
    ];
    expect(shown.filter((author) => !patients.isListed(author))).toEqual([]);
    const others_ = ["Jane", "Jane K.", "", " ", "A very kind neighbor", "Doerfler", "margaret", "otter_92x"];
    expect(others_.filter((author) => patients.isListed(author))).toEqual([]);
  });
});

describe("numbers", () => {
  const bare = {
    ...nobody,
    given: "Zelda",
    family: "Quist",
    birthDates: ["1985-03-04"],
    recordNumbers: ["448812"],
  };

  it("of a birth are somebody's on a short list, or beside words about birth", () => {
    expect(toldIn("We opened on March 4, 1985", listOf([bare]))).toEqual(["March 4, 1985"]);
    expect(toldIn("We opened on March 4, 1985", listOf([bare], 2500))).toEqual([]);
    expect(toldIn("birthday: March 4, 1985", listOf([bare], 2500))).toEqual(["March 4, 1985"]);
    expect(toldIn("Zelda, March 4, 1985", listOf([bare], 2500))).toEqual(["March 4, 1985"]);
  });

  it("of a record are somebody's on a short list, or where a word says so", () => {
    expect(toldIn("We baked 448812 cookies", listOf([bare]))).toEqual(["448812"]);
    expect(toldIn("We baked 448812 cookies", listOf([bare], 2500))).toEqual([]);
    expect(toldIn("see chart #448812", listOf([bare], 2500))).toEqual(["448812"]);
    expect(toldIn("MRN 448812", listOf([bare], 2500))).toEqual(["448812"]);
  });
});
