import { describe, expect, it } from "vitest";
import { hiding } from "../../../scripts/guard/hidden-writing.ts";
import { fold } from "../../../src/engine/normalize.ts";

const of = (text: string): readonly string[] => hiding(fold(text));

describe("hiding", () => {
  it.each([
    ["your bo\u200btox", "zero-width"],
    ["your bоtоx", "look-alikes"],
    ["ｙｏｕｒ botox", "full-width and styled"],
    ["your 𝓫𝓸𝓽𝓸𝔁", "full-width and styled"],
    ["your b0t0x", "leetspeak"],
    ["your b o t o x", "spaced letters"],
    ["your b-o-t-o-x", "spaced letters"],
    ["how was your 💉", "emoji for words"],
    ["cómo van tus 🦷🦷", "emoji for words"],
  ])("finds %j: %s", (text, kind) => expect(of(text)).toEqual([kind]));

  it.each([
    "Gracias por la reseña, señora Muñoz. ¿Cómo está?",
    "“Great—thanks,” she said… it’s 50% off!",
    "So happy for you 👩‍⚕️🙏🏽 see the menu 💉",
    "Open 9-5 on the 3rd, $14 a unit, suite B2.",
    "U.S. made. I am a R.N.",
    "Straße, æther, naïve ﬁne",
  ])("finds nothing in %j", (text) => expect(of(text)).toEqual([]));

  it("names every kind at once, in the order of the list", () => {
    expect(of("ｙｏｕｒ b0t0x and f\u200biller")).toEqual([
      "zero-width",
      "full-width and styled",
      "leetspeak",
    ]);
  });
});
