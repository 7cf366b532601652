import { describe, expect, it } from "vitest";
import type { Draft, Hit } from "../../../src/engine/model.ts";
import { repairs } from "../../../src/engine/suggest/repair.ts";
import type { Setting } from "../../../src/engine/suggest/repair.ts";
import { salutationOf } from "../../../src/engine/suggest/salutation.ts";
import { situationsOf } from "../../../src/engine/suggest/situation.ts";
import type { Situation } from "../../../src/engine/suggest/situation.ts";
import { wordings } from "../../../src/engine/suggest/wordings.ts";

const hitOf = (text: string, quote: string): Hit => {
  const start = text.indexOf(quote);
  if (start < 0) throw new Error("the quote is not in the draft");
  const end = start + quote.length;
  return { rule: "r", category: "relationship", confidence: "likely", start, end, why: "", source: "" };
};

interface Case {
  /** `«»` marks what offends. */
  readonly text: string;
  readonly author?: string;
  readonly situation?: Situation;
  readonly more?: Partial<Setting>;
}

/** The best repair of a draft in which `«»` marks the findings. */
function repaired({
  text: marked,
  author = "Wilhelmina",
  situation = "praise",
  more = {},
}: Case): string | undefined {
  const text = marked.replace(/[«»]/g, "");
  const hits = Array.from(marked.matchAll(/«([^»]*)»/g), ([, quote = ""]) => hitOf(text, quote));
  const draft: Draft = { text, site: "yelp", surface: "review-reply", thread: { author, text: "x" } };
  const setting: Setting = {
    situation,
    language: "en",
    familiar: false,
    by: 0,
    salutation: salutationOf(draft, hits),
    bridge: "Thank you for writing.",
    closing: "",
    reach: "call us at 555-0142",
    ...more,
  };
  return repairs(draft, hits, setting, () => true)[0];
}

const es = { language: "es", bridge: "Gracias por escribir.", reach: "llámenos al 555-0142" } as const;

describe("a repair", () => {
  it.each([
    [
      "mends thanks and drops a compliment, with the person spoken to",
      "«Thanks for coming in», Wilhelmina! «Your skin looks great»",
      "Thanks for the kind words, Wilhelmina! This made us smile!",
    ],
    [
      "keeps the greeting, the emoji and the harmless sentences",
      "Hi Wilhelmina, «thank you for trusting us»! The team is smiling 😊",
      "Hi Wilhelmina, thank you for the kind words! The team is smiling 😊",
    ],
    [
      "keeps the harmless one of two things thanked for",
      "Wilhelmina, thanks for «coming in» and for the lovely stars! 💜",
      "Wilhelmina, thanks for the lovely stars! 💜",
    ],
    [
      "keeps how glad somebody is",
      "We're so glad «you love your lips», Wilhelmina!!",
      "We're so glad to read this, Wilhelmina!!",
    ],
    [
      "keeps the end of a sentence",
      "«It was lovely seeing you», and have a great weekend!",
      "It was lovely to read this! Have a great weekend!",
    ],
    [
      "adds thanks where only a farewell is left",
      "«See you at your next visit», Wilhelmina!",
      "Thank you for writing. Have a wonderful week, Wilhelmina!",
    ],
    [
      "does not thank twice",
      "Thank you for the kind words. «Thank you for your visit». Our team is smiling.",
      "Thank you for the kind words. Our team is smiling.",
    ],
    [
      "lets go what leans on a lost sentence",
      "«Your chart is clear.» It shows nothing at all. We read every review.",
      "We read every review.",
    ],
    [
      "does not take a staff member's short name for thanks",
      "«Ty will compare your photo» for you. We read every note here.",
      "We read every note here.",
    ],
  ])("%s", (_, text, expected) => expect(repaired({ text })).toBe(expected));

  it.each([
    [
      "mends an apology",
      {
        text: "Wilhelmina, «we apologize that your filler settled» unevenly.",
        situation: "complaint" as const,
      },
      "Wilhelmina, we are sorry to read this.",
    ],
    [
      "adds a way to talk where nothing else is left",
      {
        text: "We are so sorry «your filler» was uneven.",
        situation: "complaint" as const,
        more: { closing: "Please call us at 555-0142." },
      },
      "We are so sorry to read this. Please call us at 555-0142.",
    ],
    [
      "cuts what an invitation is for",
      {
        text: "Please call Colleen at 555-0143 so that she can «go over your bill».",
        situation: "billing" as const,
      },
      "Please call Colleen at 555-0143.",
    ],
    [
      "keeps the price and not what one person got",
      {
        text: "The cleaning is $99 for everyone, but «you got it» for half.",
        situation: "question" as const,
      },
      "The cleaning is $99 for everyone.",
    ],
    [
      "does not keep half an answer about somebody",
      { text: "Yes, we have two right now, «one is a teacher» from here.", situation: "question" as const },
      undefined,
    ],
    [
      "greets by the name that the site shows in the place of another",
      {
        text: "Hi Ms. «Quist», thank you for the honest review. We read every one.",
        author: "Wilhelmina Q.",
        situation: "complaint" as const,
      },
      "Hi Wilhelmina, thank you for the honest review. We read every one.",
    ],
    [
      "keeps Spanish and its way to speak to somebody",
      { text: "Wilhelmina, muchas gracias por «confiar en nosotros» 💛", more: { ...es, familiar: true } },
      "Wilhelmina, muchas gracias por tus palabras 💛",
    ],
    [
      "is glad in Spanish",
      { text: "¡Qué alegría «verla tan feliz con su piel»! Un abrazo de todo el equipo.", more: es },
      "¡Qué alegría leer esto! Un abrazo de todo el equipo.",
    ],
    [
      "invites in a message in the place of what is private",
      { text: "«Your retainer is ready»", situation: "message" as const },
      "Thank you for writing. Please call us at 555-0142 and somebody from the team will help.",
    ],
    [
      "is not found for a review of one's own practice",
      { text: "Great place. «I work here».", situation: "insider" as const },
      undefined,
    ],
    [
      "of a post needs its beginning",
      {
        text: "«Our girl Jordy» is here. Not a dry eye in room 3.",
        situation: "post" as const,
        more: { bridge: "" },
      },
      undefined,
    ],
  ])("%s", (_, given, expected) => expect(repaired(given)).toBe(expected));

  it("is the text alone where only an attachment is the matter", () => {
    const draft: Draft = { text: "New chairs!", site: "instagram", surface: "post" };
    const hits = [{ ...hitOf("New chairs!", "New"), start: 0, end: 0 }];
    const salutation = salutationOf(draft, hits);
    const setting: Setting = {
      situation: "post",
      language: "en",
      familiar: false,
      by: 0,
      salutation,
      bridge: "",
      closing: "",
      reach: "",
    };
    expect(repairs(draft, hits, setting, () => true)).toEqual(["New chairs!"]);
  });
});

describe("the situation", () => {
  const under = (said: string, more: Partial<Draft> = {}): Situation | undefined =>
    situationsOf(
      {
        text: "See you!",
        site: "yelp",
        surface: "review-reply",
        thread: { author: "W", text: said },
        ...more,
      },
      [],
    )[0];

  it.each<[string, Situation]>([
    ["Lovely place and kind people", "praise"],
    ["Easy, friendly, no complaints, didn't hurt", "praise"],
    ["Rude and slow, never again", "complaint"],
    ["My arm hurts", "complaint"],
    ["Waited an hour", "wait"],
    ["They billed me twice", "billing"],
    ["Do you open on Sundays?", "question"],
    ["does it hurt? asking for a friend", "question"],
    ["Three of us were there on Monday", "neutral"],
    ["Me encantó, muy amables", "praise"],
    ["My husband died in May.", "grief"],
    ["They pay for reviews here, all five stars", "threat"],
  ])("under %j is %s", (said, situation) => expect(under(said)).toBe(situation));

  it("is friendly talk under a comment that says nothing hard", () => {
    expect(under("look at us go!!", { surface: "comment", site: "instagram" })).toBe("chat");
    expect(under("three of us on monday", { surface: "comment", site: "instagram" })).toBe("neutral");
    expect(under("awful place", { surface: "comment", site: "instagram" })).toBe("complaint");
  });
});

describe("wordings", () => {
  const parts = { open: ["a.", "b.", "c."], close: ["x {reach}.", "y.", "z.", "w."] };
  const text = ({ open, close }: { open: string; close: string }): string => `${open} ${close}`;

  it("has every pairing once, wherever it begins", () => {
    for (const by of [0, 1, 7, 4_000_000_000])
      expect(new Set(wordings(parts, by, []).map(text)).size).toBe(12);
  });

  it("puts what was used behind what was not, parts too", () => {
    const [first, ...rest] = wordings(parts, 0, ["a. x 555-0142."]);
    expect(first && text(first)).not.toMatch(/a\.|x/);
    expect(text(rest.at(-1) ?? { open: "", close: "" })).toBe("a. x {reach}.");
  });
});
