import { describe, expect, test } from "vitest";
import { draft, quillon, sealedList } from "./parts.ts";
import { page, worker } from "./put-together.ts";

const there = { id: "us", tab: { id: 4 }, frameId: 2, url: "https://www.facebook.com/clinic" };
const withPhoto = {
  ...draft,
  text: "A new look.",
  attachments: [{ kind: "image" as const, name: "IMG_2041.jpg" }],
};
const asked = { id: "a", draft: withPhoto, reference: "Folder B, 17", carries: ["place", "time"] as const };

describe("pictures and films", () => {
  test("get their part of the card in the very frame that asks", async () => {
    const { handlers, mediaParts } = worker();
    expect(await handlers["media.load"]({}, there)).toMatchObject({ ok: true });
    expect(mediaParts).toEqual([[4, 2]]);
    expect(await handlers["media.load"]({}, {})).toEqual({ ok: false, code: "bad-request" });
  });

  test("are on record with the reference and the kinds that were found, once for each id", async () => {
    const { handlers, attempts } = worker();
    const body = { ...asked, carries: [...asked.carries] };
    for (let time = 0; time < 2; time++)
      expect(await handlers["media.attest"](body, there)).toEqual({ ok: true, value: { problem: null } });
    const kept = await attempts();
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({
      outcome: "attested",
      reason: "Folder B, 17",
      carries: ["place", "time"],
      rules: [],
    });
    expect(JSON.stringify(kept)).not.toContain("IMG_2041");
  });

  test("are on record without a reason where no reference is given", async () => {
    const { handlers, attempts } = worker();
    const { reference: _, ...without } = asked;
    const body = { ...without, carries: [] };
    expect(await handlers["media.attest"](body, there)).toEqual({ ok: true, value: { problem: null } });
    const [kept] = await attempts();
    expect(kept).toMatchObject({ outcome: "attested", carries: [] });
    expect(kept).not.toHaveProperty("reason");
  });

  test.each([
    ["a telephone number", "call 310-555-0188"],
    ["an address", "ottilie@brandvold.example"],
    ["what the draft says", "see: A new look for our lobby"],
  ])("are not attested by %s: nothing is written", async (_, reference) => {
    const { handlers, attempts } = worker();
    const body = {
      ...asked,
      reference,
      carries: [],
      draft: { ...withPhoto, text: "A new look for our lobby." },
    };
    expect(await handlers["media.attest"](body, there)).toEqual({ ok: true, value: { problem: "named" } });
    expect(await attempts()).toEqual([]);
  });

  test.each([
    "17",
    "2026-0042",
    "#1042",
    "Auth. 2026/17",
    "Release 17, drawer 2",
    "Folder B",
    "binder 3, tab 12",
    "consent forms 2026, no. 88",
    "R-00417",
    "front desk, green folder",
    "scanned: S:\\consents\\0417.pdf",
    "DocuSign 8F2C-41",
  ])("are attested by %s", async (reference) => {
    const { handlers } = worker();
    expect(await handlers["media.attest"]({ ...asked, reference, carries: [] }, there)).toEqual({
      ok: true,
      value: { problem: null },
    });
  });

  test("are not attested where nothing is attached, or nothing can be checked", async () => {
    const { handlers, store, attempts } = worker();
    const body = { ...asked, carries: [] };
    expect(await handlers["media.attest"]({ ...body, draft }, there)).toMatchObject({ code: "bad-request" });
    const locked = worker();
    await locked.store.writeSetting("patients-in-use", 7);
    expect(await locked.handlers["media.attest"](body, there)).toEqual({ ok: false, code: "not-ready" });
    expect(await locked.handlers["media.check"]({ texts: ["a"] }, there)).toMatchObject({ ok: false });
    expect(await attempts()).toEqual([]);
    expect(store.events).toEqual([]);
  });

  test("are not attested by a name on the patient list, and their own names are looked up there", async () => {
    const { handlers, store, attempts } = worker();
    const sealed = await sealedList([quillon], "list");
    await store.addPatients(sealed);
    expect(await handlers["patients.adopt"](sealed, page)).toMatchObject({ ok: true });
    const body = { ...asked, reference: "form of Quillon Abernathy-Vance", carries: [] };
    expect(await handlers["media.attest"](body, there)).toEqual({ ok: true, value: { problem: "named" } });
    expect(await attempts()).toEqual([]);
    expect(await handlers["media.check"]({ texts: ["quillon abernathy vance before"] }, there)).toEqual({
      ok: true,
      value: { found: [expect.arrayContaining(["patient-match"])] },
    });
  });

  test("are told by name: what the check finds in each text", async () => {
    const { handlers } = worker();
    const texts = ["IMG 2041", "refund for botox, call 310-555-0188", ""];
    const answer = await handlers["media.check"]({ texts }, there);
    expect(answer).toEqual({
      ok: true,
      value: { found: [[], expect.arrayContaining(["identifier"]), []] },
    });
  });
});
