import { describe, expect, it } from "vitest";
import { nobody } from "../../../../src/engine/patients/index.ts";
import { check, prepare } from "../../../../src/engine/index.ts";
import { defaultPolicy } from "../../../../src/contract/policy.ts";
import { listOf, practice, toldIn } from "./lists.ts";

const listed = (given: string, family: string) => ({ ...nobody, given, family });
const patients = listOf(
  [
    listed("Zelda", "Quist"),
    listed("Will", "Sack"),
    listed("Mark", "Young"),
    listed("Grace", "Hall"),
    listed("Summer", "Rose"),
    listed("Sawyer", "Brown"),
    listed("Odalys", "Ferreira"),
    listed("Bluewater", "Skin"),
    listed("Maria", "Soto"),
    listed("James", "Taylor"),
    listed("Susan", "Klock"),
  ],
  2500,
);

describe("public figures that policy names", () => {
  const policy = { publicNames: ["Zelda Quist"] };

  it.each([
    "We love Zelda Quist!",
    "Zelda Quist's new album",
    "Zelda Quist’s new album",
    "ZELDA QUIST in town",
    "So many songs by @zeldaquist",
    "#ZeldaQuist forever",
    "@zeldaquistofficial",
  ])("are not meant in %j", (text) => {
    expect(toldIn(text, patients, { policy })).toEqual([]);
    expect(toldIn(text, patients)).toHaveLength(1);
  });

  it.each(["We love Zeldaa Quist", "thanks Z. Quist"])("are looked for in other forms: %j", (text) => {
    expect(toldIn(text, patients, { policy })).toHaveLength(1);
  });

  it("do not hide another person", () => {
    expect(toldIn("Zelda Quist met Maria Soto", patients, { policy })).toEqual(["Maria Soto"]);
  });
});

describe("the practice's own people", () => {
  const stopped = (text: string): string[] =>
    check(
      { text, site: "facebook", surface: "post", thread: null, attachments: [] },
      prepare(defaultPolicy, practice, patients),
    )
      .findings.filter(({ category }) => category === "patient-match")
      .map(({ start, end }) => text.slice(start, end));

  it.each([
    "Dr. Odalys Ferreira is back",
    "Odalys Ferreira's talk was lovely",
    "Say hi to @odalysferreira and #OdalysFerreira",
    "@drodalysferreira is live",
    "Bluewater Skin is open",
  ])("are not meant in %j", (text) => {
    expect(stopped(text)).toEqual([]);
  });

  it("do not hide a patient beside them", () => {
    expect(stopped("Odalys Ferreira and Zelda Quist won")).toEqual(["Zelda Quist"]);
  });
});

describe("everyday words", () => {
  it.each([
    "He will sack the groceries himself",
    "we mark young trees in spring",
    "Join us at Grace Hall on Elm Street",
    "Our Summer Rose collection is here",
    "The sale on Sawyer Brown Road begins",
    "Maria so to speak runs the bakery",
    "Thanks Taylor, James and Kim for the cookies",
    "the will to sack it all",
  ])("are no name in %j", (text) => {
    expect(toldIn(text, patients)).toEqual([]);
  });

  it.each([
    ["So proud of mark young and the team", "mark young"],
    ["thanks mark young!", "mark young"],
    ["That is what will sack said", "will sack"],
    ["We met Mark Young there", "Mark Young"],
    ["the quilt was sewn by mark young.", "mark young"],
    ["Susan Lock came by", "Susan Lock"],
    ["Mark Young Thank you for the pie", "Mark Young"],
    ["MARK YOUNG THANK YOU FOR THE PIE", "MARK YOUNG"],
    ["volunteers of the month\nmark young\nwe love you", "mark young"],
  ])("are one in %j", (text, name) => {
    expect(toldIn(text, patients)).toEqual([name]);
  });
});
