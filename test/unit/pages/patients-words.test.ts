import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PatientsStanding } from "../../../src/contract/patients.ts";
import { changeWords, foundWords } from "../../../src/pages/options/patients/person-words.ts";
import { whatIsMissing } from "../../../src/pages/options/patients/preview.ts";
import { viewStanding } from "../../../src/pages/options/patients/standing-words.ts";
import { guessBits, strengthOf } from "../../../src/pages/options/patients/strength.ts";
import { policyText } from "../../../src/pages/options/patients/policy-text.ts";
import { dateValue, endOfDay } from "../../../src/pages/options/patients/words.ts";
import { sha256Of } from "../../../src/patient-list/bytes.ts";
import { newPassphrase } from "../../../src/patient-list/passphrase.ts";

const now = new Date(2026, 10, 24, 12).getTime();
const day = 24 * 60 * 60 * 1000;
type List = NonNullable<PatientsStanding["list"]>;
const list: List = {
  id: "list-1",
  created: now - 30 * day,
  expires: now + 300 * day,
  bucket: "up to 1,000",
  people: 812,
  state: "open",
  source: "seat",
  locks: ["passphrase"],
};
const standing = (more: Partial<List> = {}, rest: Partial<PatientsStanding> = {}): PatientsStanding => ({
  list: { ...list, ...more },
  awaited: false,
  setAside: false,
  arrival: null,
  ...rest,
});
const noticesOf = (said: PatientsStanding | undefined): string =>
  viewStanding(said, "hold", now).notices.join(" ");

describe("the list in use", () => {
  test("is told by its size, dates and source", () => {
    const view = viewStanding(standing(), "hold", now);
    expect(view).toMatchObject({ mark: "open", title: "812 people", notices: [] });
    expect(view.facts.join(" ")).toBe(
      "Imported October 25, 2026. To be used until September 20, 2027. Imported at this browser, and used here only.",
    );
    expect([view.canLock, view.canUnlock, view.canRemove]).toEqual([true, false, true]);
  });

  test.each([
    [15, ""],
    [14, "It expires in 14 days"],
    [1, "It expires in 1 day,"],
  ])("with %i days to go warns: %j", (days, words) => {
    const notices = noticesOf(standing({ expires: now + days * day }));
    expect(notices === "").toBe(words === "");
    expect(notices).toContain(words);
  });

  test("can be unlocked with its passphrase where the key of the policy does not fit, as in the popup", () => {
    const state = "wrong-key" as const;
    const both = standing({ state, people: null, source: "managed", locks: ["passphrase", "managed"] });
    const view = viewStanding(both, "hold", now);
    expect(view).toMatchObject({ mark: "locked", canUnlock: true });
    expect(view.notices[0]).toContain("managed key does not open");
    const without = viewStanding(standing({ state, people: null, locks: ["managed"] }), "hold", now);
    expect(without).toMatchObject({ mark: "not usable", canUnlock: false });
  });

  test("says what to do where it is locked, expired, damaged or altered", () => {
    const locked = viewStanding(standing({ state: "locked", people: null }), "hold", now);
    expect(locked).toMatchObject({ mark: "locked", title: "A list of up to 1,000 people", canUnlock: true });
    expect(locked.notices[0]).toContain("drafts cannot be checked and are held");
    for (const state of ["expired", "damaged", "altered", "newer-version"] as const) {
      const view = viewStanding(standing({ state, people: null }), "hold", now);
      expect(view.mark).toBe("not usable");
      expect(view.canUnlock).toBe(false);
      expect(view.notices[0]).toContain("held");
    }
  });

  test("of the practice is fixed, and tells how its last fetch went", () => {
    const fetched = { triedAt: now, problem: null, nextAt: now + day };
    const view = viewStanding(standing({ source: "managed" }, { arrival: fetched }), "hold", now);
    expect([view.canLock, view.canRemove]).toEqual([false, false]);
    expect(view.facts.join(" ")).toMatch(/cannot be changed at this browser.*Last fetched/);
    const failed = standing(
      { source: "managed" },
      { arrival: { ...fetched, problem: "wrong-sha256" }, setAside: true },
    );
    expect(noticesOf(failed)).toMatch(
      /not the one that the policy names.*The last good one stays in use.*The next attempt is on.*can be removed/,
    );
    expect(viewStanding(failed, "hold", now).canRemove).toBe(true);
  });

  test("that is locked costs what the policy says", () => {
    const locked = standing({ state: "locked", people: null });
    expect(viewStanding(locked, "let-go-and-record", now).notices[0]).toMatch(
      /Until it is, drafts go unchecked, and that is recorded\.$/,
    );
  });

  test("that has not arrived, and none at all, and none that can be read, are three things", () => {
    const none = { list: null, awaited: false, setAside: false, arrival: null };
    expect(viewStanding(none, "hold", now)).toMatchObject({
      mark: "none",
      title: "No list is in use",
      canRemove: false,
    });
    expect(viewStanding({ ...none, awaited: true }, "hold", now).mark).toBe("awaited");
    expect(noticesOf({ ...none, awaited: true })).toContain("held");
    expect(viewStanding(undefined, "hold", now).mark).toBe("unknown");
    expect(noticesOf(undefined)).toContain("held");
  });
});

describe("a passphrase", () => {
  test.each([
    ["", "refused"],
    ["short", "refused"],
    ["aaaaaaaaaaaaaaaaaaaa", "refused"],
    ["123456789012345", "fair"],
    ["qwertyuiop1234", "fair"],
    ["Glow Clinic 2026", "fair"],
    ["patients patients patients patients", "fair"],
    ["four quiet herons nest", "strong"],
    ["x7!Kp93_wQz2#v", "strong"],
  ])("%j is %s", (passphrase, level) => {
    expect(strengthOf(passphrase).level).toBe(level);
  });

  test("that was made here is strong", () => {
    for (let i = 0; i < 200; i++) expect(strengthOf(newPassphrase()).level).toBe("strong");
  });

  test("gets no weaker by a word more, and is never repeated", () => {
    const word = fc.stringMatching(/^[a-z]{3,9}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), word, (words, more) => {
        const passphrase = words.join(" ");
        expect(guessBits(`${passphrase} ${more}`)).toBeGreaterThanOrEqual(guessBits(passphrase));
      }),
    );
  });
});

describe("one person", () => {
  test("is told way by way, and nothing typed is repeated", () => {
    expect(
      foundWords([
        { way: "name", isListed: true, people: 2 },
        { way: "nickname", isListed: true, people: 255 },
        { way: "handle", isListed: true, people: undefined },
        { way: "phone", isListed: false, people: undefined },
        { way: "phone", isListed: true, people: undefined },
      ]),
    ).toEqual([
      "The full name: 2 people.",
      "The nickname with the family name: 255 people or more.",
      "The handle: yes.",
      "The phone, number 1: no.",
      "The phone, number 2: yes.",
    ]);
  });

  test.each([
    [{ how: "add", isSame: false, people: 3, found: 0, missing: 0 }, "Added. 3 people are on the list."],
    [{ how: "add", isSame: true, people: 1, found: 0, missing: 0 }, "This person is on the list already"],
    [{ how: "remove", isSame: false, people: 2, found: 3, missing: 0 }, "Removed. 2 people are on the list."],
    [
      { how: "remove", isSame: false, people: 2, found: 2, missing: 1 },
      "Of 3 ways that were typed, 1 was not on the list.",
    ],
    [
      { how: "remove", isSame: true, people: 2, found: 0, missing: 3 },
      "Nothing of what was typed is on the list.",
    ],
  ] as const)("changed: %j", (outcome, words) => {
    expect(changeWords(outcome)).toContain(words);
  });
});

describe("the preview", () => {
  test.each([
    [["name"], ""],
    [["family", "given"], ""],
    [["given", "phones"], "which column is the family name"],
    [["family"], "which column is the given name"],
    [["phones", undefined], "which is the full name"],
  ] as const)("with the columns %j misses %s", (columns, words) => {
    const missing = whatIsMissing(columns);
    expect(missing === undefined).toBe(words === "");
    expect(missing ?? "").toContain(words);
  });
});

test("a day in a date field ends at midnight, in local time", () => {
  expect(endOfDay("")).toBeNull();
  expect(endOfDay("never")).toBeUndefined();
  expect(endOfDay("2027-11-24")).toBe(new Date(2027, 10, 25).getTime() - 1);
  expect(dateValue(now, 365)).toBe("2027-11-24");
  expect(dateValue(now, 7)).toBe("2026-12-01");
});

test("what a policy needs is JSON with the digest of the whole file", async () => {
  const digest = await sha256Of(new Uint8Array([97, 98, 99]));
  expect(digest).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(JSON.parse(policyText(digest, "a2V5"))).toEqual({
    patientList: { address: expect.stringMatching(/^https:/), sha256: digest, key: "a2V5" },
  });
  expect(policyText(digest, undefined)).not.toContain("key");
});
