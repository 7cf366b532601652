import { describe, expect, it } from "vitest";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import { check, emptyIndex, prepare } from "../../../src/engine/index.ts";
import type { Draft, Practice } from "../../../src/engine/index.ts";
import { english } from "../../../src/engine/suggest/replies-en.ts";
import { spanish } from "../../../src/engine/suggest/replies-es.ts";
import { suggest } from "../../../src/engine/suggest/suggest.ts";

const practice: Practice = {
  ...emptyPractice,
  name: "Quillfeather Skin",
  phones: ["555-010-0142", "555-010-0143"],
  emails: ["desk@quillfeather.example"],
};
const knowledge = prepare(defaultPolicy, practice, emptyIndex);

const reply = (text: string, thread: string, more: Partial<Draft> = {}): Draft => ({
  text,
  site: "yelp",
  surface: "review-reply",
  thread: { author: "Wilhelmina", text: thread },
  ...more,
});

const offered = (draft: Draft): readonly string[] =>
  check(draft, knowledge).alternatives.map(({ text }) => text);

describe("suggest", () => {
  it("keeps the harmless sentences of the draft and mends the rest", () => {
    const draft = reply(
      "Thanks for coming in for your Botox, Wilhelmina! Our coffee machine says hello.",
      "Love this place!",
    );
    const [first] = check(draft, knowledge).alternatives;
    expect(first).toEqual({
      kind: "repair",
      text: "Thank you for the kind words! Our coffee machine says hello.",
    });
  });

  it("keeps the greeting where the first sentence has to go", () => {
    const draft = reply("Hi Wilhelmina, thank you for trusting us! The team is smiling.", "Great place");
    expect(offered(draft)[0]).toBe("Hi Wilhelmina, thank you for the kind words! The team is smiling.");
  });

  it("offers no repair where nothing of the person's own is left", () => {
    const draft = reply("Your chin healed nicely.", "How long does it take?");
    expect(check(draft, knowledge).alternatives.map(({ kind }) => kind)).not.toContain("repair");
  });

  it("answers a complaint with the practice's own contact, and with the one that the draft chose", () => {
    expect(offered(reply("You arrived late.", "Terrible service.")).join(" ")).toContain("555-010-0142");
    expect(offered(reply("You arrived late, call 555-010-0143.", "Terrible service.")).at(-1)).toContain(
      "555-010-0143",
    );
    expect(
      offered(reply("You arrived late. Write to desk@quillfeather.example.", "Terrible service.")).at(-1),
    ).toContain("desk@quillfeather.example");
  });

  it("answers Spanish in Spanish", () => {
    const texts = offered(
      reply("Gracias por venir a su cita, la esperamos pronto.", "Muy buen lugar, me encantó"),
    );
    expect(texts.length).toBeGreaterThanOrEqual(2);
    for (const text of texts) expect(text).toMatch(/gracias|agradecemos|palabras|comentario/i);
  });

  it("gives the text alone when only an attachment is the matter", () => {
    const text = "Our new lobby chairs are here.";
    const draft: Draft = {
      text,
      site: "instagram",
      surface: "post",
      attachments: [{ kind: "image", name: "img-2041.jpg" }],
    };
    expect(check(draft, knowledge).alternatives[0]).toEqual({ kind: "repair", text });
  });

  it("says the same to the same draft and other words under the next review", () => {
    const one = reply("You signed the policy.", "Rude and slow.");
    expect(offered(one)).toEqual(offered({ ...one }));
    const under = ["Rude.", "Slow and rude.", "Never again.", "Awful desk.", "Terrible.", "Worst place."];
    expect(
      new Set(under.map((thread) => offered(reply("You signed the policy.", thread))[0])).size,
    ).toBeGreaterThan(2);
  });

  it("offers only what passes the check, and nothing at all if nothing does", () => {
    const draft = reply("See you soon!", "Great");
    expect(suggest(draft, [], knowledge, () => false)).toEqual([]);
    const asked: string[] = [];
    const given = suggest(draft, [], knowledge, (text) => asked.push(text) > 2);
    for (const { text } of given) expect(asked.indexOf(text)).toBeGreaterThanOrEqual(2);
  });

  it("stays within what the site takes", () => {
    const harmless = "Our coffee machine says hello to the whole street. ".repeat(40);
    const draft = reply(`Thanks for coming in! ${harmless}`, "Great", {
      site: "instagram",
      surface: "message",
    });
    for (const text of offered(draft)) expect(text.length).toBeLessThanOrEqual(1000);
    expect(offered(draft).length).toBeGreaterThanOrEqual(2);
  });

  it("stays linear on hostile text", () => {
    const heavy = [
      "Thanks for coming in! ".repeat(450),
      "See you soon".padEnd(9000, "."),
      `You signed it${", and".repeat(1800)}`,
    ];
    for (const text of heavy) {
      const start = performance.now();
      offered(reply(text, "Great"));
      // Quadratic time would take minutes here; the bound leaves room for a busy machine.
      expect(performance.now() - start).toBeLessThan(5000);
    }
  });

  it("never gates, gives or hides behind the law", () => {
    const all = [english, spanish].flatMap((library) => Object.values(library).flat());
    for (const text of all) {
      expect(text).not.toMatch(
        /hipaa|free|discount|gift|refund|gratis|descuento|regalo|reembolso|prevents us|\blaw\b/i,
      );
      expect(text).not.toMatch(/(?:leave|write) (?:us )?a review|google|yelp|5 stars|change your/i);
    }
  });
});
