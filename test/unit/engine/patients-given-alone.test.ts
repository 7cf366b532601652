import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/engine/patients/index.ts";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import { practice as practiceSchema } from "../../../src/contract/practice.ts";
import { toContext } from "../../../src/engine/context.ts";
import { buildIndex, openIndex, prepare } from "../../../src/engine/index.ts";
import { recognizePatients } from "../../../src/engine/patients/recognize.ts";

const practice = practiceSchema.parse({ name: "Bluewater Skin", staff: [{ name: "Tess Okoye" }] });
const people = [
  { ...nobody, given: "Zelda", family: "Quist", aliases: ["Mrs. Quist-Odom"], nicknames: ["Big Zel"] },
  { ...nobody, given: "Dallas", family: "Brandvold" },
  { ...nobody, given: "Autumn", family: "Ferreira" },
  { ...nobody, given: "Leatha", family: "Imhoff", nicknames: ["Skip"] },
  { ...nobody, given: "Martín", family: "Echeverri", aliases: ["Dr. Echeverri"], nicknames: ["Sr. Tincho"] },
  { ...nobody, given: "Florencia", family: "Aldana" },
];
const knowledge = prepare(
  defaultPolicy,
  practice,
  openIndex(
    buildIndex(
      people,
      Uint8Array.from({ length: 16 }, (_, i) => i),
      "list-1",
    ),
  ),
);

/** What is stopped at the default strictness. */
function stopped(text: string, author?: string): string[] {
  const thread = author === undefined ? null : { author, text: "Great place." };
  const surface = author === undefined ? "post" : "review-reply";
  const context = toContext({ text, site: "facebook", surface, thread }, practice);
  return recognizePatients(context, knowledge)
    .filter(({ confidence }) => confidence !== "possible")
    .map(({ start, end }) => text.slice(start, end));
}

describe("a listed given name alone", () => {
  it.each([
    ["Shout-out to Zelda after her peel!", "Zelda"],
    ["Zelda, you are a delight at every visit", "Zelda"],
    ["Congratulations Zelda on the new crown and job", "Zelda"],
    ["The lobby is still laughing about Zelda's filler joke.", "Zelda"],
    ["Shout-out to Z\u200belda!", "Z\u200belda"],
    ["Zelda's Botox looks great", "Zelda"],
    ["ZELDA'S Botox day was a joy", "ZELDA"],
    ["Dallas came in for a peel and she loves it", "Dallas"],
    ["Loving Autumn's new brows", "Autumn"],
    ["Florensia came in for a peel", "Florensia"],
    ["Mrs. Odom came in for a peel", "Mrs. Odom"],
    ["Big Zel came in for a peel", "Big Zel"],
    ["Zel came in for a peel", "Zel"],
    ["Tincho came in for a peel", "Tincho"],
    ["Martin Echeverri came by", "Martin Echeverri"],
  ])("is somebody in %j", (text, name) => {
    expect(stopped(text)).toContain(name);
  });

  it.each([
    "Shout-out to Zelda!",
    "We named the fish Zelda.",
    "Our raffle winner is Zelda!",
    "Cheers, Zelda",
    "Zelda's Bakery made the cupcakes",
    "Lunch is from Zelda & Sons",
    "Nurse Zelda explains peels on Tuesday",
    "Zelda the office cat naps all day",
    "Doors open at nine. - Zelda",
    "Free peel samples at the Dallas trade show",
    "Our laser team is in Dallas this week",
    "Autumn is when we book most peels",
    "Every Autumn we repeat the peel special",
    "Dr. Holloway teaches a peel class",
    "Sr. Holloway da una clase",
    "Mrs. Holloway from the library reads here",
    "Big savings on sunscreen",
    "Leather chairs are back in the lobby",
    "general rule after a peel: skip the gym",
  ])("is nobody in %j", (text) => {
    expect(stopped(text)).toEqual([]);
  });

  it("is somebody without words about care where a listed person is answered", () => {
    expect(stopped("Say hi to Leatha!", "Zelda Q.")).toEqual(["Leatha"]);
    expect(stopped("Say hi to Leatha!", "Orla V.")).toEqual([]);
  });

  it("may be repeated with a title where the thread shows the family name", () => {
    expect(stopped("Thank you, Mrs. Quist", "L. Quist")).toEqual([]);
    expect(stopped("Thank you, Mrs. Quist", "Lou")).toEqual(["Mrs. Quist"]);
  });
});
