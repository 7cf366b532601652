import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/engine/patients/index.ts";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import { practice as practiceSchema } from "../../../src/contract/practice.ts";
import { toContext } from "../../../src/engine/context.ts";
import { decide } from "../../../src/engine/decide.ts";
import { buildIndex, check, emptyIndex, openIndex, prepare } from "../../../src/engine/index.ts";
import type { Draft, Practice, Verdict } from "../../../src/engine/index.ts";
import { categories } from "../../../src/engine/model.ts";
import type { Hit } from "../../../src/engine/model.ts";
import { recognize, recognizers } from "../../../src/engine/recognize.ts";

const practice: Practice = practiceSchema.parse({
  name: "Bluewater Skin",
  addresses: ["88 Pier Road, Suite 4, Oakport, CA 90299"],
  phones: ["310-555-0110"],
  emails: ["hello@bluewaterskin.example"],
  websites: ["bluewaterskin.example"],
  handles: ["@bluewaterskin"],
  staff: [{ name: "Dr. Kira Holloway, MD" }, { name: "Tess Okoye" }],
});
const patients = openIndex(
  buildIndex(
    [
      { ...nobody, given: "Jane", family: "Doerfler" },
      { ...nobody, given: "Kira", family: "Vandermeer" },
      { ...nobody, given: "Rose", family: "Hill" },
    ],
    new Uint8Array(16),
    "list",
  ),
);
const knowledge = prepare(defaultPolicy, practice, patients);
const post = (text: string): Draft => ({ text, site: "instagram", surface: "post" });
const reply = (text: string, author = "Maria G."): Draft => ({
  text,
  site: "yelp",
  surface: "review-reply",
  thread: { author, text: "Great place." },
});
const found = ({ findings }: Verdict): string[] => findings.map(({ category }) => category);

describe("check", () => {
  it.each([
    [post("Shout-out to Jane Doerfler!"), "patient-match"],
    [post("Rose Hill is our star today"), "patient-match"],
    [post("Kira Vandermeer, you rock"), "patient-match"],
    [reply("We will text you at 310-555-0188."), "identifier"],
    [reply("Thank you, Maria Gutierrez!"), "identifier"],
    [reply("Thank you Mr. Dunleavy!", "K. N."), "identifier"],
    [reply("Thanks for coming in for your Botox, Maria!"), "relationship"],
    [{ ...post("New look!"), attachments: [{ kind: "image", name: "IMG_1.jpg" }] }, "media"],
  ] as [Draft, string][])("stops %j", (draft, category) => {
    const verdict = check(draft, knowledge);
    expect(verdict.verdict).not.toBe("allow");
    expect(found(verdict)).toContain(category);
  });

  it.each([
    reply("Thank you for the kind words!"),
    reply("Hi Maria, thank you for the feedback."),
    reply("Please call us at (310) 555-0110."),
    post("Dr. Holloway and Kira are at the fair. Find us at 88 Pier Road, Suite 4!"),
    post("Write to hello@bluewaterskin.example or visit bluewaterskin.example"),
    post("Rose Hill Farmers Market, Sunday 9 to 1"),
    { ...post("Hello"), attachments: [{ kind: "image", name: "IMG_1.jpg", attested: true }] } as Draft,
  ])("lets pass %j", (draft) => {
    expect(check(draft, knowledge)).toEqual({ verdict: "allow", findings: [], alternatives: [] });
  });

  it("gives any string a verdict whose spans lie inside it", () => {
    const surface = fc.constantFrom<Draft["surface"]>("review-reply", "comment", "post", "message", "review");
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc
        .array(
          fc.constantFrom(
            "Jane ",
            "Doerfler ",
            "your ",
            "visit ",
            "310-555-0188 ",
            "\u200b",
            "@",
            "!",
            "é",
            "on Monday ",
          ),
        )
        .map((words) => words.join("")),
    );
    fc.assert(
      fc.property(text, surface, text, (typed, where, author) => {
        const draft: Draft = { text: typed, site: "yelp", surface: where, thread: { author, text: typed } };
        const verdict = check(draft, knowledge);
        expect(verdict.verdict === "allow").toBe(verdict.findings.length === 0);
        for (const { start, end } of verdict.findings) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(typed.length);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("offers only what passes the same check", () => {
    const draft = reply("Thank you for the kind words! Loved seeing you on Monday.");
    for (const { text } of check(draft, knowledge).alternatives) {
      expect(check({ ...draft, text }, knowledge).verdict).toBe("allow");
    }
    expect(check(draft, knowledge).alternatives.length).toBeGreaterThan(0);
  });

  it("answers the same draft the same way", () => {
    const draft = post("Shout-out to Jane Doerfler and her new lips!");
    expect(check(draft, knowledge)).toEqual(check(draft, knowledge));
  });

  it("stops the draft when a recognizer breaks, and says nothing of its text", () => {
    const broken = () => {
      throw new Error("Jane Doerfler");
    };
    const hits = recognize(toContext(post("Hello"), practice), knowledge, [broken, ...recognizers]);
    expect(hits.map(({ rule, confidence }) => [rule, confidence])).toEqual([["engine-fault", "certain"]]);
    expect(JSON.stringify(hits)).not.toContain("Jane");
    expect(decide(hits, defaultPolicy, false).map(({ level }) => level)).toEqual(["block"]);
  });

  it("stops the draft when the patient list breaks", () => {
    const fail = () => {
      throw new Error("x");
    };
    const verdict = check(
      post("Hello"),
      prepare(defaultPolicy, practice, { ...emptyIndex, find: fail, isListed: fail }),
    );
    expect(verdict.verdict).toBe("block");
  });

  it("says one thing once", () => {
    const verdict = check(post("Shout-out to Jane Doerfler, our patient!"), knowledge);
    const spans = verdict.findings.map(({ category, start }) => `${category}:${start}`);
    expect(new Set(spans).size).toBe(spans.length);
    expect(found(verdict).filter((category) => category === "patient-match")).toHaveLength(1);
  });
});

describe("decide", () => {
  const hit = (confidence: Hit["confidence"], category: Hit["category"] = "health"): Hit => ({
    rule: "r",
    start: 0,
    end: 1,
    why: "w",
    source: "s",
    confidence,
    category,
  });
  const levels = (hits: Hit[], strictness: "relaxed" | "balanced" | "strict", listed = false): string[] =>
    decide(hits, { ...defaultPolicy, strictness }, listed).map(({ level }) => level);

  it.each([
    ["strict", ["block", "block", "warn"]],
    ["balanced", ["block", "warn"]],
    ["relaxed", ["block"]],
  ] as const)("is %s", (strictness, expected) => {
    const each = (["certain", "likely", "possible"] as const).flatMap((sure) =>
      levels([hit(sure)], strictness),
    );
    expect(each).toEqual(expected);
  });

  it("hears two likely hits together when relaxed", () => {
    expect(levels([hit("likely"), hit("likely", "payment")], "relaxed")).toEqual(["warn", "warn"]);
  });

  it("warns of what is only possible where the person answered is listed", () => {
    expect(levels([hit("possible")], "balanced", true)).toEqual(["warn"]);
    expect(levels([hit("possible")], "relaxed", true)).toEqual(["warn"]);
  });

  it("never goes above what policy says of a category", () => {
    for (const category of categories) {
      for (const action of ["allow", "record", "warn"] as const) {
        const policy = { ...defaultPolicy, actions: { ...defaultPolicy.actions, [category]: action } };
        const got = decide([hit("certain", category)], policy, true).map(({ level }) => level);
        expect(got).toEqual(action === "warn" ? ["warn"] : []);
      }
    }
  });
});
