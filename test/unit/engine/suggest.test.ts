import { describe, expect, it } from "vitest";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import { check, emptyIndex, prepare } from "../../../src/engine/index.ts";
import type { Draft, Practice } from "../../../src/engine/index.ts";
import { english } from "../../../src/engine/suggest/replies-en.ts";
import { spanish } from "../../../src/engine/suggest/replies-es.ts";
import { suggest } from "../../../src/engine/suggest/suggest.ts";
import { processorTime } from "../processor-time.ts";

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

  it("says the same to the same draft, also while it is typed on", () => {
    const one = reply("You signed the policy.", "Rude and slow.");
    expect(offered(one)).toEqual(offered({ ...one }));
    expect(offered({ ...one, text: "You signed the policy, as eve" })).toEqual(offered(one));
  });

  it("says other words under every review of a page", () => {
    const used: string[] = [];
    for (let at = 0; at < 20; at++) {
      const draft = reply("See you at your next facial.", `Lovely place, ${at} stars out of five!`);
      const next = check(draft, knowledge, used).alternatives.findLast(({ kind }) => kind === "reply");
      if (next) used.push(next.text);
    }
    expect(new Set(used).size).toBe(20);
    const openings = used.slice(0, 8).map((text) => text.split(/[.!]/)[0]);
    expect(new Set(openings).size).toBe(8);
  });

  it("greets as the draft does, but not by a name that the site does not show", () => {
    const thread = { author: "Maria G.", text: "Rude and slow." };
    const texts = offered({ ...reply("Hi Maria, you signed it.", ""), thread });
    expect(texts[0]).toMatch(/^Hi Maria, \p{Ll}/u);
    expect(offered({ ...reply("Hi Zelda Quist, you signed it.", ""), thread }).join(" ")).not.toMatch(
      /Zelda/,
    );
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
      const start = processorTime();
      offered(reply(text, "Great"));
      // Quadratic time would take minutes here; the bound leaves room for a busy machine.
      expect(processorTime() - start).toBeLessThan(5000);
    }
  });

  it("never gates, gives or hides behind the law", () => {
    const all = [english, spanish]
      .flatMap((library) => Object.values(library))
      .flatMap(({ open, close }) => [...open, ...close]);
    expect(all.length).toBeGreaterThan(200);
    for (const text of all) {
      expect(text).not.toMatch(
        /hipaa|free|discount|gift|refund|gratis|descuento|regalo|reembolso|prevents us|\blaw\b/i,
      );
      expect(text).not.toMatch(/(?:leave|write) (?:us )?a review|google|yelp|5 stars|change your/i);
    }
  });
});
