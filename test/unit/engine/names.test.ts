import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import { practice as practiceSchema } from "../../../src/contract/practice.ts";
import { toContext } from "../../../src/engine/context.ts";
import { emptyIndex, prepare } from "../../../src/engine/index.ts";
import type { Draft } from "../../../src/engine/index.ts";
import { recognizeNames } from "../../../src/engine/patients/names.ts";

const practice = practiceSchema.parse({
  name: "Bluewater Skin",
  addresses: ["88 Pier Road, Oakport, CA 90299"],
  staff: [{ name: "Dr. Kira Holloway, MD" }, { name: "Tess Okoye" }],
});
const knowledge = prepare(defaultPolicy, practice, emptyIndex);

/** What is stopped at the default strictness. */
function named(text: string, author = "Sam T.", surface: Draft["surface"] = "review-reply"): string[] {
  const thread = author === "" ? null : { author, text: "Great place, Marco at the desk was kind." };
  const context = toContext({ text, site: "yelp", surface, thread }, practice);
  return recognizeNames(context, knowledge)
    .filter(({ confidence }) => confidence !== "possible")
    .map(({ start, end }) => text.slice(start, end));
}

describe("names that the thread does not show", () => {
  it.each([
    ["Hi Zelda Quist, thank you", "Zelda Quist"],
    ["Hi Sam Tillman, thank you for the feedback.", "Sam Tillman"],
    ["hi sam tillman, thank you for the feedback", "sam tillman"],
    ["HI ZELDA, THANK YOU", "ZELDA"],
    ["hey zelda, thank you for the note", "zelda"],
    ["Hi Grace, thank you for the note", "Grace"],
    ["Hello Hope! Thank you for the note", "Hope"],
    ["Hi Oluwaseun, thank you for the note", "Oluwaseun"],
    ["Zelda Quist, thank you for the note.", "Zelda Quist"],
    ["Thank you for the note, Zelda!", "Zelda"],
    ["Thank you for the kind words, Zelda Quist.", "Zelda Quist"],
    ["Gracias, Zelda Quiñones, por tus palabras", "Zelda Quiñones"],
    ["Thank you, Mr. Tillman.", "Mr. Tillman"],
  ])("stops %s", (text, name) => {
    expect([...new Set(named(text))]).toContain(name);
  });

  it.each([
    ["Hi Zelda, thank you", "Sam"],
    ["Hi Zelda, thank you", "glowgetter"],
    ["Hi Zelda, thank you", "sunny_day88"],
  ])("stops %s under %s", (text, author) => {
    expect(named(text, author)).toEqual(["Zelda"]);
  });

  it.each([
    "Hi Sam, thank you for the feedback",
    "Hi Sam T., thank you for the feedback",
    "Hi Samuel, thank you for the feedback",
    "hi sam thank you for the feedback",
    "hi sam, thanks a lot",
    "Hi there, thank you",
    "Hello Sunshine! Thank you",
    "Hello Oakport! Thank you",
    "Hola Linda, gracias por tus palabras",
    "Hi, Hope you have a lovely weekend!",
    "Thank you! Will do. May we suggest the form on our site?",
    "Happy Mother's Day, and thank you.",
    "Saint Patrick's Day hours are on our page.",
    "Dear reviewer, thank you for the feedback.",
    "Hi Sam, Tess will pass this on.",
    "Thank you, we told Marco what you wrote.",
    "Thank you for the kind words about Kira Holloway!",
    "Hi Sam! We are on Henry Street, off Jordan Lane.",
    "Thank you for the note.\nWarmly, Zelda Quist",
  ])("lets pass %s", (text) => {
    expect(named(text)).toEqual([]);
  });

  it("lets a message greet, and a handle be repeated", () => {
    expect(named("Hi Zelda, how can we help?", "zq_1988", "message")).toEqual([]);
    expect(named("Hi sunnysam_88, thank you", "sunnysam_88")).toEqual([]);
    expect(named("Hi Sam, thank you", "sunnysam_88")).toEqual([]);
  });
});

describe("full names in a post", () => {
  it("stops them beside words about care", () => {
    expect(named("Zelda Quist had her retainer checked today", "", "post")).toEqual(["Zelda Quist"]);
    expect(named("Zelda Quist painted the mural in our lobby", "", "post")).toEqual([]);
  });

  it.each([
    "Closed Monday for Martin Luther King Jr. Day. Botox appointments are back Tuesday.",
    "Happy Saint Patrick's Day! Fillers are 10% off.",
    "Find us at the corner of Henry Street. Botox specials all week.",
    "Facials and a Taylor Swift playlist all day.",
    "Our fundraiser for Susan G. Komen is Friday, facials half off.",
    "Dr. Kira Holloway has botox appointments open.",
  ])("lets pass %s", (text) => {
    expect(named(text, "", "post")).toEqual([]);
  });
});
