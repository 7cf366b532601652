import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recordAttempt } from "../../../src/background/attempts.ts";
import type { AttemptParts } from "../../../src/background/attempts.ts";
import type { Knowledge } from "../../../src/background/knowledge.ts";
import { cleanReason } from "../../../src/background/reason.ts";
import { attempt as attemptSchema } from "../../../src/contract/attempt.ts";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { buildIndex, check, emptyIndex, notToKeep, openIndex, prepare } from "../../../src/engine/index.ts";
import type { Knowledge as Prepared } from "../../../src/engine/index.ts";
import { defaultPolicy, defaultResolved, draft } from "./parts.ts";
import { seatRecord } from "./seat-record.ts";

const knowledge: Knowledge<Prepared> = {
  version: "v",
  policyVersion: "p",
  resolved: defaultResolved,
  prepared: prepare(defaultPolicy, emptyPractice, emptyIndex),
};

function parts(): AttemptParts<Prepared> & ReturnType<typeof seatRecord> {
  const secondPerson = { approverOf: async (id: string) => (id === "agreed" ? "Dr. Ada" : undefined) };
  const now = () => 1_700_000_000_000;
  return { ...seatRecord({ now }), check, notToKeep, secondPerson, engineVersion: "1", now };
}

const jane = {
  given: "Zephrina",
  family: "Quillhaven",
  nicknames: ["Zephykins"],
  aliases: [],
  formerFamilies: [],
  handles: [],
  phones: [],
  emails: ["zq@quillpost.example"],
  birthDates: [],
  recordNumbers: [],
};

const phone = { ...draft, text: "Thanks for coming in, Jane! Your number is 310-555-0188." };

describe("the record", () => {
  test("keeps what was found, not what was written", async () => {
    const own = parts();
    await recordAttempt({ id: "a", draft: phone, outcome: "stopped" }, knowledge, own);
    expect(await own.attempts()).toHaveLength(1);
    expect((await own.attempts())[0]).toMatchObject({
      at: 1_700_000_000_000,
      site: "yelp",
      surface: "review-reply",
      outcome: "stopped",
      length: phone.text.length,
      policyVersion: "p",
      engineVersion: "1",
    });
    expect((await own.attempts())[0]?.categories).toContain("identifier");
    expect(attemptSchema.safeParse((await own.attempts())[0]).success).toBe(true);
  });

  test("has what a person called no problem only where something was found", async () => {
    const own = parts();
    await recordAttempt({ id: "a", draft: phone, outcome: "disputed" }, knowledge, own);
    await recordAttempt(
      { id: "b", draft: { ...draft, text: "Thank you!" }, outcome: "disputed" },
      knowledge,
      own,
    );
    expect((await own.attempts()).map(({ outcome, rules }) => [outcome, rules.length > 0])).toEqual([
      ["disputed", true],
    ]);
  });

  test("is written once, however often the page asks", async () => {
    const own = parts();
    const body = { id: "a", draft, outcome: "stopped" as const };
    await Promise.all([recordAttempt(body, knowledge, own), recordAttempt(body, knowledge, own)]);
    await recordAttempt({ ...body, outcome: "posted-anyway" }, knowledge, own);
    expect((await own.attempts()).map(({ outcome }) => outcome)).toEqual(["stopped"]);
    await recordAttempt({ ...body, id: "b" }, knowledge, own);
    expect(await own.attempts()).toHaveLength(2);
  });

  test("is not acknowledged when it could not be written", async () => {
    const own = parts();
    own.disk.isFull = true;
    await expect(recordAttempt({ id: "a", draft, outcome: "stopped" }, knowledge, own)).rejects.toThrow(
      "QuotaExceededError",
    );
    expect(await own.attempts()).toEqual([]);
  });

  test("is kept also when nothing could be checked", async () => {
    const own = parts();
    await recordAttempt({ id: "a", draft, outcome: "unchecked" }, undefined, own);
    expect(await own.attempts()).toMatchObject([
      { outcome: "unchecked", categories: [], rules: [], policyVersion: "unknown" },
    ]);
  });

  test("holds no run of more than three characters of the draft, the thread, or a file's name", async () => {
    // Letters that occur in none of the product's own words, so that no match is by chance.
    const strange = fc.string({
      unit: fc.constantFrom("ä", "ß", "ñ", "é", "α", "β", "ж", "щ", "火", "木", "🌵"),
      minLength: 4,
      maxLength: 60,
    });
    const texts = fc.oneof(
      strange,
      strange.map((text) => `Thanks for coming in, ${text}! Call me at 310-555-0188 about your Botox`),
    );
    expect.hasAssertions();
    await fc.assert(
      fc.asyncProperty(texts, strange, strange, strange, async (text, author, said, file) => {
        const own = parts();
        await recordAttempt(
          {
            id: text.slice(0, 64),
            draft: {
              ...draft,
              text,
              thread: { author, text: said },
              attachments: [{ kind: "image", name: file }],
            },
            outcome: "posted-anyway",
            reason: `${text.slice(0, 100)} ${author}`.slice(0, 300),
          },
          knowledge,
          own,
        );
        const { reason: _given, ...kept } = (await own.attempts())[0] ?? {};
        const line = JSON.stringify(kept);
        const leaked = [text, author, said, file].flatMap(runsOfFour).filter((run) => line.includes(run));
        expect(leaked).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** Every four characters in a row of which one is a strange letter. */
function runsOfFour(secret: string): string[] {
  return Array.from({ length: Math.max(0, secret.length - 3) }, (_, at) => secret.slice(at, at + 4)).filter(
    (run) => /[^\x20-\x7e]/.test(run),
  );
}

describe("who agreed", () => {
  const body = { id: "a", draft, outcome: "posted-anyway" as const };
  test.each([
    ["is recorded by name", { ...body, approval: "agreed" }, "Dr. Ada"],
    ["is nobody where no code was taken under that id", { ...body, approval: "forged" }, undefined],
    ["is nobody without an id", body, undefined],
    [
      "is nobody where nothing was posted anyway",
      { ...body, outcome: "stopped" as const, approval: "agreed" },
      undefined,
    ],
  ])("%s", async (_name, request, approvedBy) => {
    const own = parts();
    await recordAttempt(request, knowledge, own);
    expect(await own.attempts()).toHaveLength(1);
    expect((await own.attempts())[0]?.approvedBy).toBe(approvedBy);
    expect(attemptSchema.safeParse((await own.attempts())[0]).success).toBe(true);
  });
});

describe("a reason", () => {
  const span = (reason: string, words: string) => ({
    rule: "patient",
    category: "patient-match" as const,
    level: "block" as const,
    start: reason.indexOf(words),
    end: reason.indexOf(words) + words.length,
    why: "",
    source: "",
  });

  test.each<[string, string, string, string]>([
    ["stays as it was given", "The owner approved it", "Thanks for coming in!", "The owner approved it"],
    [
      "loses a passage of the draft",
      "Because thanks for coming in, Jane fits",
      "Sure, thanks for coming in, Jane!",
      "Because[removed] fits",
    ],
    ["may share some words with the draft", "thanks for his", "thanks for his time", "thanks for his"],
    ["is empty", "", "Hello", ""],
  ])("%s", (_name, reason, text, kept) => {
    expect(cleanReason(reason, { text }, [], [])).toBe(kept);
  });

  test("loses the names and identifiers that the check finds in it", () => {
    const reason = "Jane Doe signed a release on paper";
    expect(cleanReason(reason, { text: "Hello" }, [span(reason, "Jane Doe")], [])).toBe(
      "[removed] signed a release on paper",
    );
  });

  test("loses a given or family name that is on the list, also where it would stop no draft", async () => {
    const listed = buildIndex([jane], new Uint8Array(16).fill(7), "list");
    const practice = { ...emptyPractice, staff: [{ name: "Ottilvane Marsh" }] };
    const open = { ...knowledge, prepared: prepare(defaultPolicy, practice, openIndex(listed)) };
    const kept = async (reason: string): Promise<string | undefined> => {
      const own = parts();
      await recordAttempt({ id: "a", draft, outcome: "posted-anyway", reason }, open, own);
      return (await own.attempts())[0]?.reason;
    };
    expect(await kept("ZEPHRINA told me so")).toBe("[removed] told me so");
    expect(await kept("It is Quillhaven's own wish")).toMatch(/^It is \[removed\](?:'s)? own wish$/);
    expect(await kept("Zephykins wrote to zq@quillpost.example")).toBe("[removed] wrote to [removed]");
    expect(await kept("Everybody may know of the new parking")).toBe("Everybody may know of the new parking");
    expect(await kept("Ottilvane Marsh has approved it")).toBe("Ottilvane Marsh has approved it");
  });

  test("has to be one of those offered where the policy says so, and is then kept as the policy has it", async () => {
    const offered = "Thanks for coming in, Jane! is our slogan";
    const policy = { ...defaultPolicy, reasons: [offered], reasonFreeText: false };
    const strict = { ...knowledge, resolved: { ...defaultResolved, policy } };
    const kept = async (reason: string, outcome: "posted-anyway" | "attested" = "posted-anyway") => {
      const own = parts();
      await recordAttempt({ id: "a", draft, outcome, reason }, strict, own);
      return (await own.attempts())[0]?.reason;
    };
    expect(await kept(offered)).toBe(offered);
    expect(await kept("The owner said so")).toBe("[not one of the reasons that are offered]");
    expect(await kept("Release 7, in the drawer", "attested")).toBe("Release 7, in the drawer");
  });

  test("loses identifiers whatever policy does about them in a draft", async () => {
    const lets = { identifier: "allow", "patient-match": "allow" } as const;
    const kept = async (changed: Partial<typeof defaultPolicy>): Promise<string | undefined> => {
      const policy = { ...defaultPolicy, ...changed };
      const prepared = prepare(policy, emptyPractice, emptyIndex);
      const own = parts();
      const reason = "She gave us 310-555-0188";
      const open = { ...knowledge, prepared, resolved: { ...defaultResolved, policy } };
      await recordAttempt({ id: "a", draft, outcome: "posted-anyway", reason }, open, own);
      return (await own.attempts())[0]?.reason;
    };
    const removed = "She gave us [removed]";
    expect(await kept({ actions: { ...defaultPolicy.actions, ...lets } })).toBe(removed);
    expect(await kept({ surfaceActions: { ...defaultPolicy.surfaceActions, post: lets } })).toBe(removed);
    expect(await kept({ alwaysAllow: ["310-555-0188"] })).toBe("She gave us 310-555-0188");
  });

  test("loses the name of whoever is answered, and longer passages of what they wrote", async () => {
    const own = parts();
    const thread = { author: "Ozias Wetherbloom", text: "My knee was never the same after that day" };
    const reason = "ozias  wetherbloom said: never the same after that day";
    await recordAttempt(
      { id: "a", draft: { ...draft, thread }, outcome: "posted-anyway", reason },
      knowledge,
      own,
    );
    expect((await own.attempts())[0]?.reason).toBe("[removed] said:[removed]");
  });

  test("is cleaned before it is stored", async () => {
    const own = parts();
    const body = {
      id: "a",
      draft: phone,
      outcome: "posted-anyway" as const,
      reason: "She asked us: 310-555-0188",
    };
    await recordAttempt(body, knowledge, own);
    expect((await own.attempts())[0]?.reason).toBe("She asked us: [removed]");
  });
});
