/**
 * Seals drafts to the officer's public key, and opens them with the private one: HPKE (RFC 9180), base mode,
 * DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. Who seals makes a key pair for this one draft and keeps nothing of it:
 * what is left at the seat opens nothing.
 */
import { Aes256Gcm, CipherSuite, HkdfSha256 } from "@hpke/core";
import { DhkemX25519HkdfSha256 } from "@hpke/dhkem-x25519";
import { draft as draftSchema } from "../contract/draft.ts";
import { evidenceContext, evidenceVersion, sealedDraftLimit } from "../contract/evidence.ts";
import type { EvidenceContext, EvidenceProblem } from "../contract/evidence.ts";
import { z } from "../contract/zod.ts";
import { fromBase64, joined, jsonOf, plain, sha256Of, toHex, utf8 } from "../patient-list/bytes.ts";
import type { Bytes } from "../patient-list/bytes.ts";
import { pad, unpad } from "../patient-list/padding.ts";

export type EvidenceDraft = z.infer<typeof draftSchema>;

/**
 * X25519 in JavaScript, not the browser's: Chromium has that only from version 133 on
 * (chromestatus, feature 6291245926973440), and the extension runs from 120 on.
 */
export const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

const keyLength = 32;
const nameLength = 8;
const tagLength = 16;
/** Version, name of the officer's key. */
const headerLength = 1 + nameLength;
const contentAt = headerLength + suite.kem.encSize;

/** Another entry, or another version, gives another key. */
const infoOf = ({ seat, id }: EvidenceContext): Bytes =>
  utf8(`ReplyGuard evidence ${evidenceVersion} ${seat} ${id}`);

/** What people compare: the first 16 hex digits of the SHA-256 of the public key as policy writes it, in base64. */
export const officerKeyName = async (publicKey: string): Promise<string> =>
  (await sha256Of(utf8(publicKey))).slice(0, 2 * nameLength);

/** Undefined: this is no 32 bytes in base64. */
function keyBytes(publicKey: string): Bytes | undefined {
  const bytes = fromBase64(publicKey);
  return bytes?.length === keyLength ? bytes : undefined;
}

const fromHex = (hex: string): Bytes =>
  Uint8Array.from(hex.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));

/**
 * The draft with what it answers, sealed: at most `sealedDraftLimit` bytes. Only the private half of `publicKey` (X25519, 32
 * bytes in base64) opens it, and only as the evidence of this entry. Its length tells that of the draft to within 12 %.
 * @throws {RangeError} where `publicKey` is none, or one to which anybody could open, or `context` names no entry. No message
 * has anything of the draft.
 */
export async function sealEvidence(
  draft: EvidenceDraft,
  publicKey: string,
  context: EvidenceContext,
): Promise<Bytes> {
  const raw = keyBytes(publicKey);
  if (!raw) throw new RangeError("the officer's public key is not 32 bytes in base64");
  if (!z.safeParse(evidenceContext, context).success) throw new RangeError("no seat and id of an entry");
  const header = joined([Uint8Array.of(evidenceVersion), fromHex(await officerKeyName(publicKey))]);
  const recipientPublicKey = await suite.kem.deserializePublicKey(raw);
  const sender = await suite.createSenderContext({ recipientPublicKey, info: infoOf(context) }).catch(() => {
    // A point of small order: the shared secret would be known to everybody.
    throw new RangeError("the officer's public key is none that can be sealed to");
  });
  const content = pad(utf8(JSON.stringify(draft)));
  const sealed = await sender.seal(content, header);
  return joined([header, new Uint8Array(sender.enc), new Uint8Array(sealed)]);
}

/** Name of the officer key that this was sealed to; undefined: it is no sealed draft of this version. */
export function sealedTo(sealed: Uint8Array): string | undefined {
  if (sealed.length < contentAt + tagLength || sealed[0] !== evidenceVersion) return undefined;
  return toHex(sealed.subarray(1, headerLength));
}

/**
 * Opens what `sealEvidence` gave for this entry. `privateKey`: 32 bytes; `name`: that of its public half. `expected`: the
 * SHA-256 that the entry has, in hex; left out where there is no entry at hand, and then nothing tells who sealed it.
 */
export async function openEvidence(
  sealed: Uint8Array,
  { privateKey, name }: { readonly privateKey: Bytes; readonly name: string },
  context: EvidenceContext,
  expected?: string,
): Promise<{ draft: EvidenceDraft } | { problem: EvidenceProblem }> {
  if (expected !== undefined && (await sha256Of(sealed)) !== expected) return { problem: "changed" };
  const to = sealedTo(sealed);
  if (to === undefined || sealed.length > sealedDraftLimit) {
    return { problem: (sealed[0] ?? 0) > evidenceVersion ? "newer-version" : "not-evidence" };
  }
  if (to !== name) return { problem: "another-key" };
  const content = await open(plain(sealed), privateKey, context);
  const unpadded = content && unpad(content);
  const draft = unpadded && z.safeParse(draftSchema, jsonOf(unpadded));
  return draft?.success ? { draft: draft.data } : { problem: content ? "not-evidence" : "moved" };
}

async function open(sealed: Bytes, privateKey: Bytes, context: EvidenceContext): Promise<Bytes | undefined> {
  try {
    const recipient = await suite.createRecipientContext({
      recipientKey: await suite.kem.deserializePrivateKey(privateKey),
      enc: sealed.slice(headerLength, contentAt),
      info: infoOf(context),
    });
    return new Uint8Array(await recipient.open(sealed.slice(contentAt), sealed.slice(0, headerLength)));
  } catch {
    return undefined;
  }
}
