/** Drafts that are sealed to the officer; docs/evidence.md is the format. */
import { passphraseLock } from "./sealed-list.ts";
import { z } from "./zod.ts";

/** Of sealed drafts, and of the officer's key file. */
export const evidenceVersion = 1;
/** Longest sealed draft in bytes. The longest draft there is, with all that it answers, has less. */
export const sealedDraftLimit = 1_048_576;
/** Longest line of an evidence file, in UTF-16 units: base64, and what is around it. */
export const evidenceLineLimit = Math.ceil(sealedDraftLimit / 3) * 4 + 512;
/** Longest key file of an officer, in bytes. One of ours has about 500. */
export const officerKeyLimit = 4096;

const token = z.string().check(z.regex(/^[0-9a-f]{16}$/, "no 16 hex digits"));

/** The attempt that a sealed draft belongs to, as its entry names it: 16 hex digits each. */
export const evidenceContext = z.strictObject({ seat: token, id: token });
export type EvidenceContext = z.infer<typeof evidenceContext>;

const base64 = z.string().check(z.regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/));

/** A line of the file that lies beside an export. `sealed`: base64. */
export const evidenceLine = z.strictObject({
  evidence: z.strictObject({
    id: token,
    seat: token,
    sealed: base64.check(z.maxLength(evidenceLineLimit - 512)),
    seq: z.int().check(z.minimum(0)),
  }),
});

/** What the officer keeps: the private key, locked with a passphrase as a sealed list's key is. */
export const officerKeyFile = z.strictObject({
  what: z.literal("ReplyGuard officer key"),
  version: z.literal(evidenceVersion),
  created: z.iso.datetime({ precision: 3 }),
  /** As policy has it under `evidenceKey`: X25519, 32 bytes in base64. */
  publicKey: z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/)),
  lock: passphraseLock,
});
export type OfficerKeyFile = z.infer<typeof officerKeyFile>;

/** Why a key file cannot be used. `not-its-key`: it opens, but to another key than the one it names. */
export type OfficerKeyProblem = "not-a-key-file" | "newer-version" | "wrong-passphrase" | "not-its-key";

/**
 * Why a sealed draft does not open. `changed`: it is not what its entry has the SHA-256 of; `another-key`: it was sealed to
 * another officer key; `moved`: it is of another entry, or was changed; `locked`: the key has been forgotten.
 */
export type EvidenceProblem =
  | "changed"
  | "newer-version"
  | "not-evidence"
  | "another-key"
  | "moved"
  | "locked";
