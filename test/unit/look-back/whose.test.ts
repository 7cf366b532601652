import { describe, expect, test } from "vitest";
import { plainHandle, practiceIn, whoseIs } from "../../../src/content/look-back/whose.ts";

describe("whose a reply is", () => {
  const whose = whoseIs({
    names: ["Clínica Ávila & Sons", ""],
    handles: ["@glow.clinic", "https://x.com/glow/"],
  });

  test.each(["Clínica Ávila & Sons", "clinica avila  sons", "CLÍNICA ÁVILA – SONS"])(
    "%s is the practice",
    (name) => {
      expect(whose.isName(name)).toBe(true);
    },
  );

  test.each(["Clínica Ávila & Sons Fans", "Clínica Ávila", "", "🙂"])("%s is not", (name) => {
    expect(whose.isName(name)).toBe(false);
  });

  test("handles are compared whole, whatever stands around them", () => {
    expect(["glow.clinic", "@Glow.Clinic", "/glow", "glow/?hl=es"].map((one) => whose.isHandle(one))).toEqual(
      [true, true, true, true],
    );
    expect(["glow.clinic2", "", "@", "lo"].map((one) => whose.isHandle(one))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(plainHandle("https://www.instagram.com/harbor/?hl=es")).toBe("harbor");
  });

  test("an address that only a number tells apart names nobody", () => {
    const numbered = whoseIs({ names: [], handles: ["https://www.facebook.com/profile.php?id=100012345"] });
    expect(numbered.isHandle("profile.php")).toBe(false);
  });
});

describe("the site's line about an owner's reply", () => {
  test.each([
    ["Comment from Ana D. of Harbor Aesthetics", "comment from {person} of {practice}", "Harbor Aesthetics"],
    ["COMMENT FROM Ana of the North of Harbor", "comment from {person} of {practice}", "the North of Harbor"],
    ["Harbor (Aesthetics) (Owner)", "{practice} (owner)", "Harbor (Aesthetics)"],
    ["Business Owner", "business owner", ""],
  ])("%s names the practice", (line, template, practice) => {
    expect(practiceIn(line, template)).toBe(practice);
  });

  test.each([
    ["A comment from Ana D. of Harbor", "comment from {person} of {practice}"],
    ["Business Owners of America", "business owner"],
    ["", "business owner"],
  ])("%s is none", (line, template) => {
    expect(practiceIn(line, template)).toBeUndefined();
  });
});
