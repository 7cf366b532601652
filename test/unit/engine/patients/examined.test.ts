import { describe, expect, it } from "vitest";
import { nobody } from "../../../../src/engine/patients/index.ts";
import type { Person } from "../../../../src/engine/patients/index.ts";
import { listOf, toldIn } from "./lists.ts";

const person = (given: string, family: string): Person => ({ ...nobody, given, family });
const list = listOf(
  [
    person("Mark", "Woodman"),
    person("Dale", "Hunter"),
    person("Lance", "Brooks"),
    person("Daisy", "Potter"),
    person("Tomas", "Quillon"),
    person("Sue", "Ellen"),
    person("Mary", "Ellyn"),
    person("Ivo", "Thomas"),
    person("Nell", "Jackson"),
    person("Kendra", "Love"),
    person("Kelly", "Best"),
    person("Melody", "Cheers"),
    person("Eve", "Christmas"),
    person("Debra", "Akbar"),
    person("Ansel", "Smithers"),
    person("Mason", "Stone"),
    person("Dolly", "Wood"),
    person("Hannah", "Ille"),
  ],
  2500,
);

describe("two names that are words as well", () => {
  it.each([
    ["So proud of Mark Woodman and the whole team.", "Mark Woodman"],
    ["Congrats Dale Hunter!", "Dale Hunter"],
    ["Kudos Dale Hunter and friends", "Dale Hunter"],
    ["Lance Brooks Jr. baked the pie", "Lance Brooks"],
    ["Yesterday Lance Brooks dropped by with a pie", "Lance Brooks"],
    ["Our quiz champion is daisy potter this week.", "daisy potter"],
    ["Look who won the quiz: mark woodman 😍", "mark woodman"],
    ["Guess who it is, mark woodman!", "mark woodman"],
    ["And the pie goes to. dale hunter.", "dale hunter"],
  ])("are a name in %j", (text, name) => {
    expect(toldIn(text, list)).toEqual([name]);
  });

  it.each([
    "Every Lance Brooks Candle is half off",
    "Visit us on Dale Hunter Road",
    "the Mark Woodman Collection",
  ])("are a heading or a place in %j", (text) => {
    expect(toldIn(text, list)).toEqual([]);
  });
});

describe("the name that the author shows", () => {
  it.each([
    ["Tomasz", "Hi Tomasz, thank you for the feedback."],
    ["Sue Ellen P.", "Sue Ellen, thank you for the stars!"],
    ["Mary Ellen", "Mary Ellen, thank you for the stars!"],
    ["Jackson Oakes", "Jackson, Nell says thank you for the stars."],
  ])("may be repeated to %j: %s", (author, text) => {
    expect(toldIn(text, list, { author })).toEqual([]);
  });

  it("may not be repeated with the family name", () => {
    expect(toldIn("Hi Ivo Thomas, thank you for the stars!", list, { author: "Ivo Thomas" })).toEqual([
      "Ivo Thomas",
    ]);
    expect(toldIn("Thank you, Thomas, Ivo", list, { author: "Thomas, Ivo" })).toEqual(["Thomas, Ivo"]);
    expect(toldIn("Hi Mary Ellen!", list, { author: "Mary" })).toEqual(["Mary Ellen"]);
  });
});

describe("a family name first", () => {
  it.each([
    "Thanks for reading. Best, Kelly",
    "Love, Kendra and the team",
    "Cheers, Melody",
    "See you at the fair!\nCheers, Melody 🎈",
    "Christmas Eve hours: 9 to noon.",
  ])("is no signature and no holiday: %s", (text) => {
    expect(toldIn(text, list)).toEqual([]);
  });

  it.each(["Best, Kelly brought a pie", "The prize goes to Love, Kendra."])("is a name in %j", (text) => {
    expect(toldIn(text, list)).toHaveLength(1);
  });
});

describe("between given and family name", () => {
  it.each([
    "Debra A.B. Akbar",
    "Debra A. B. Akbar",
    "Debra Q R Akbar",
    "Debra and Rob Akbar",
    "Debra and Zyx Akbar",
    "Debra & Rob Akbar",
    "Debra/Akbar",
    "Debra\u2014Akbar",
    "Debra\u2013Akbar",
    "Debraaa Akbar",
    "Anselll Smithers",
    "Ansel Smitherss",
  ])("stands what does not hide them: %s", (text) => {
    expect(toldIn(`We met ${text} there`, list)).toEqual([text]);
  });

  it("stands no other statement, and no contraction is a family name", () => {
    expect(toldIn("We thank Debra and The Akbar quartet", list)).toEqual([]);
    expect(toldIn("Ask for Hannah I'll be there", list)).toEqual([]);
  });
});

describe("a word made of two names", () => {
  it.each(["A stonemason built our steps", "We sang dollywood songs"])("is a word: %s", (text) => {
    expect(toldIn(text, list)).toEqual([]);
  });

  it.each(["@stonemason", "#dollywood", "dolly_wood", "dollywood92", "DollyWood", "debraakbar"])(
    "is a handle where it is written as one: %s",
    (handle) => {
      expect(toldIn(`A pie by ${handle} today`, list)).toEqual([handle]);
    },
  );

  it("is a name where its letters are set apart", () => {
    expect(toldIn("A pie by M a s o n S t o n e today", list)).toEqual(["M a s o n S t o n e"]);
  });
});
