import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { authorLimit, draftLimit, threadLimit } from "../../../src/contract/limits.ts";
import { sealedDraftLimit } from "../../../src/contract/evidence.ts";
import { surface, site } from "../../../src/contract/draft.ts";
import { sha256Of, toBase64 } from "../../../src/patient-list/bytes.ts";
import type { Bytes } from "../../../src/patient-list/bytes.ts";
import { officerKeyName, openEvidence, sealedTo, sealEvidence, suite } from "../../../src/record/evidence.ts";
import type { EvidenceDraft } from "../../../src/record/evidence.ts";
import { hpkeOpen, nameOf, openSealed } from "./evidence-independent.ts";
import { vector } from "./evidence-vectors.ts";

const hex = (text: string): Bytes => new Uint8Array(Buffer.from(text, "hex"));
const asText = (bytes: ArrayBuffer | Uint8Array): string =>
  Buffer.from(new Uint8Array(bytes)).toString("hex");

const here = { seat: "00000000000000aa", id: "0123456789abcdef" };
const draft: EvidenceDraft = {
  text: "Thank you, Zephrina! Your filler \u{1F600} looks \ud83d great.\n",
  site: "facebook",
  surface: "comment",
  thread: { author: "Zephrina Quillhaven", text: "Loved it" },
  attachments: [{ kind: "image", name: "zephrina-before.jpg" }],
};

interface Pair {
  readonly publicKey: string;
  readonly key: { readonly privateKey: Bytes; readonly name: string };
}
async function newPair(): Promise<Pair> {
  const pair = await suite.kem.generateKeyPair();
  const publicKey = toBase64(new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey)));
  const privateKey = new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey));
  return { publicKey, key: { privateKey, name: await officerKeyName(publicKey) } };
}

let officer: Pair;
let sealed: Bytes;
beforeAll(async () => {
  officer = await newPair();
  sealed = await sealEvidence(draft, officer.publicKey, here);
});

describe("HPKE as it is used here", () => {
  it("seals as the test vectors of RFC 9180 do", async () => {
    const ekm = {
      privateKey: await suite.kem.deserializePrivateKey(hex(vector.skEm)),
      publicKey: await suite.kem.deserializePublicKey(hex(vector.pkEm)),
    };
    const recipientPublicKey = await suite.kem.deserializePublicKey(hex(vector.pkRm));
    const sender = await suite.createSenderContext({ recipientPublicKey, info: hex(vector.info), ekm });
    expect(asText(sender.enc)).toBe(vector.pkEm);
    expect(asText(await sender.seal(hex(vector.pt), hex(vector.aad)))).toBe(vector.ct);
  });

  it("opens what the test vectors of RFC 9180 sealed", async () => {
    const recipient = await suite.createRecipientContext({
      recipientKey: await suite.kem.deserializePrivateKey(hex(vector.skRm)),
      enc: hex(vector.pkEm),
      info: hex(vector.info),
    });
    expect(asText(await recipient.open(hex(vector.ct), hex(vector.aad)))).toBe(vector.pt);
  });

  it("is held against another program, which opens the test vectors too", () => {
    const of = (name: keyof typeof vector): Buffer => Buffer.from(vector[name], "hex");
    const opened = hpkeOpen({
      privateKey: of("skRm"),
      enc: of("pkEm"),
      info: of("info"),
      aad: of("aad"),
      ciphertext: of("ct"),
    });
    expect(opened.toString("hex")).toBe(vector.pt);
  });
});

const drafts = fc.record<EvidenceDraft>(
  {
    text: fc.string({ unit: "binary", maxLength: 400 }),
    site: fc.constantFrom(...site.options),
    surface: fc.constantFrom(...surface.options),
    thread: fc.record({ author: fc.string({ maxLength: 20 }), text: fc.string({ unit: "binary" }) }),
  },
  { requiredKeys: ["text", "site", "surface"] },
);
const token = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 16, maxLength: 16 });

describe("a draft that is sealed to the officer", () => {
  it("comes out as it went in, by this program and by another", async () => {
    await fc.assert(
      fc.asyncProperty(drafts, token, token, async (one, seat, id) => {
        const bytes = await sealEvidence(one, officer.publicKey, { seat, id });
        const opened = await openEvidence(bytes, officer.key, { seat, id }, await sha256Of(bytes));
        expect(opened).toEqual({ draft: one });
        const other = openSealed(bytes, Buffer.from(officer.key.privateKey), seat, id);
        expect(JSON.parse(other)).toEqual(one);
        expect(sealedTo(bytes)).toBe(nameOf(officer.publicKey));
      }),
      { numRuns: 40 },
    );
  });

  it("has nothing of the draft in its bytes", async () => {
    const bytes = Buffer.from(sealed).toString("latin1");
    for (const word of ["Zephrina", "filler", "Loved", "facebook", "text", "thread"])
      expect(bytes).not.toContain(word);
  });

  it("has room for the longest draft, with the longest thread, of the characters that take most", async () => {
    const longest: EvidenceDraft = {
      text: "\u0001".repeat(draftLimit),
      site: "instagram",
      surface: "review-reply",
      thread: { author: "\u0001".repeat(authorLimit), text: "\ud800".repeat(threadLimit) },
      attachments: Array.from({ length: 100 }, () => ({
        kind: "video" as const,
        name: "\u0001".repeat(500),
        attested: false,
      })),
    };
    const bytes = await sealEvidence(longest, officer.publicKey, here);
    expect(bytes.length).toBeLessThanOrEqual(sealedDraftLimit);
    expect(await openEvidence(bytes, officer.key, here)).toEqual({ draft: longest });
  });

  it("is of few lengths", async () => {
    const lengths = new Set<number>();
    for (let length = 300; length < 400; length++) {
      const one: EvidenceDraft = { text: "x".repeat(length), site: "yelp", surface: "post" };
      lengths.add((await sealEvidence(one, officer.publicKey, here)).length);
    }
    expect(lengths.size).toBeLessThan(10);
  });

  it("is never the same twice", async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, () => sealEvidence(draft, officer.publicKey, here)),
    );
    expect(new Set(all.map((bytes) => asText(bytes.subarray(9, 41)))).size).toBe(20);
  });
});

describe("nobody but the officer", () => {
  it("opens it: not with another key, be it called the same", async () => {
    const other = await newPair();
    expect(await openEvidence(sealed, other.key, here)).toEqual({ problem: "another-key" });
    const disguised = { privateKey: other.key.privateKey, name: officer.key.name };
    expect(await openEvidence(sealed, disguised, here)).toEqual({ problem: "moved" });
  });

  it("opens it at the seat, with anything the seat has: the policy's key, the sealed bytes, what is in the entry", async () => {
    const atSeat = [
      Buffer.from(officer.publicKey, "base64"),
      ...Array.from({ length: sealed.length - 31 }, (_, from) => sealed.subarray(from, from + 32)),
      Buffer.from(await sha256Of(sealed), "hex"),
      Buffer.from(here.seat.repeat(4), "hex"),
      Buffer.from(here.id.repeat(4), "hex"),
    ];
    for (const raw of atSeat) {
      const key = { privateKey: new Uint8Array(raw), name: officer.key.name };
      expect(await openEvidence(sealed, key, here)).toEqual({ problem: "moved" });
    }
  });

  it("is let seal to a key that everybody could open: the points of small order", async () => {
    const small = [
      "0".repeat(64),
      `01${"0".repeat(62)}`,
      "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
      "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
      `ec${"f".repeat(60)}7f`,
      `ed${"f".repeat(60)}7f`,
      `ee${"f".repeat(60)}7f`,
    ];
    for (const point of small) {
      const publicKey = Buffer.from(point, "hex").toString("base64");
      await expect(sealEvidence(draft, publicKey, here)).rejects.toThrow(RangeError);
    }
  });

  it.each(["", "AAAA", "no base64 at all", toBase64(new Uint8Array(33))])(
    "seals to what is no key: %s",
    async (key) => {
      const said = await sealEvidence(draft, key, here).catch((error: unknown) => String(error));
      expect(said).toBe("RangeError: the officer's public key is not 32 bytes in base64");
    },
  );

  it.each([
    { seat: "", id: here.id },
    { seat: here.seat, id: `${here.id}0` },
    { seat: here.seat.toUpperCase(), id: here.id },
  ])("seals to what is no entry: $seat $id", async (context) => {
    await expect(sealEvidence(draft, officer.publicKey, context)).rejects.toThrow("no seat and id");
  });
});

describe("a sealed draft that was tampered with", () => {
  it("does not open as the evidence of another entry or another seat", async () => {
    const elsewhere = [
      { ...here, id: "0123456789abcdee" },
      { ...here, seat: "00000000000000ab" },
      { seat: here.id, id: here.seat },
    ];
    for (const context of elsewhere)
      expect(await openEvidence(sealed, officer.key, context)).toEqual({ problem: "moved" });
  });

  it("does not open with any of its bytes changed, cut or lengthened", async () => {
    const hash = await sha256Of(sealed);
    for (let at = 0; at < sealed.length; at += at < 45 ? 1 : 7) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 + (at % 255));
      // X25519 takes no notice of the highest bit, but the bytes as a whole are bound.
      expect(await openEvidence(changed, officer.key, here)).toHaveProperty("problem");
      expect(await openEvidence(changed, officer.key, here, hash)).toEqual({ problem: "changed" });
    }
    const highest = sealed.slice();
    highest[40] = (highest[40] ?? 0) ^ 128;
    expect(await openEvidence(highest, officer.key, here)).toEqual({ problem: "moved" });
    for (const length of [0, 1, 9, 41, 56, sealed.length - 1])
      expect(await openEvidence(sealed.slice(0, length), officer.key, here)).toHaveProperty("problem");
  });

  it("is named: not evidence, or of a newer version", async () => {
    const newer = sealed.slice();
    newer[0] = 2;
    expect(await openEvidence(newer, officer.key, here)).toEqual({ problem: "newer-version" });
    expect(await openEvidence(new Uint8Array(0), officer.key, here)).toEqual({ problem: "not-evidence" });
    const huge = new Uint8Array(sealedDraftLimit + 1);
    huge.set(sealed);
    expect(await openEvidence(huge, officer.key, here)).toEqual({ problem: "not-evidence" });
  });

  it("is no draft where somebody sealed anything else to the officer", async () => {
    const recipientPublicKey = await suite.kem.deserializePublicKey(Buffer.from(officer.publicKey, "base64"));
    const info = Buffer.from(`ReplyGuard evidence 1 ${here.seat} ${here.id}`);
    const header = sealed.slice(0, 9);
    for (const content of [new Uint8Array(0), randomBytes(64), Buffer.from('{"text":"a"}')]) {
      const sender = await suite.createSenderContext({ recipientPublicKey, info });
      const ct = new Uint8Array(await sender.seal(content, header));
      const bytes = Uint8Array.from([...header, ...new Uint8Array(sender.enc), ...ct]);
      expect(await openEvidence(bytes, officer.key, here)).toEqual({ problem: "not-evidence" });
    }
  });
});
