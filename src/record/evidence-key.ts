/** The officer's key: made once, kept in a file under a passphrase, and held open for a while. */
import { evidenceVersion, officerKeyFile, officerKeyLimit } from "../contract/evidence.ts";
import type {
  EvidenceContext,
  EvidenceProblem,
  OfficerKeyFile,
  OfficerKeyProblem,
} from "../contract/evidence.ts";
import { fewestRounds } from "../contract/sealed-list.ts";
import { z } from "../contract/zod.ts";
import { fromBase64, toBase64 } from "../patient-list/bytes.ts";
import type { Bytes } from "../patient-list/bytes.ts";
import { lockWithPassphrase, openWithPassphrase } from "../patient-list/locks.ts";
import { passphraseFault } from "../patient-list/passphrase.ts";
import { officerKeyName, openEvidence, suite } from "./evidence.ts";
import type { EvidenceDraft } from "./evidence.ts";

/** A key that can be used, and not be read. */
export interface OfficerKey {
  /** 16 hex digits, from its public half: `officerKeyName`. */
  readonly name: string;
  readonly publicKey: string;
  /** As `openEvidence`; `locked` once the key was forgotten. */
  open(
    sealed: Uint8Array,
    context: EvidenceContext,
    expected?: string,
  ): Promise<{ draft: EvidenceDraft } | { problem: EvidenceProblem }>;
  /** The same key under another passphrase. @throws {RangeError} for a weak one, and once the key was forgotten. */
  lockedWith(passphrase: string): Promise<OfficerKeyFile>;
  /** Overwrites the key in memory. */
  forget(): void;
}

/** `created`: milliseconds since 1970. @throws {RangeError} for a weak passphrase: ask `passphraseFault` first. */
export async function newOfficerKey(passphrase: string, created: number): Promise<OfficerKeyFile> {
  const pair = await suite.kem.generateKeyPair();
  const publicKey = toBase64(new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey)));
  const privateKey = new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey));
  const file = await locked(privateKey, passphrase, { publicKey, created: new Date(created).toISOString() });
  privateKey.fill(0);
  return file;
}

async function locked(
  privateKey: Bytes,
  passphrase: string,
  { publicKey, created }: Pick<OfficerKeyFile, "publicKey" | "created">,
): Promise<OfficerKeyFile> {
  const fault = passphraseFault(passphrase);
  if (fault !== undefined) throw new RangeError(fault);
  const lock = await lockWithPassphrase(privateKey, passphrase, fewestRounds);
  if (lock.kind !== "passphrase") throw new Error("the lock is of another kind");
  return { what: "ReplyGuard officer key", version: evidenceVersion, created, publicKey, lock };
}

/** As it is written to disk. */
export const officerKeyText = (file: OfficerKeyFile): string => `${JSON.stringify(file, null, 2)}\n`;

const anyVersion = z.object({ what: z.literal("ReplyGuard officer key"), version: z.int() });

/** What stands in a key file; anything may be given. */
export function readOfficerKey(text: string): { file: OfficerKeyFile } | { problem: OfficerKeyProblem } {
  if (text.length > officerKeyLimit) return { problem: "not-a-key-file" };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { problem: "not-a-key-file" };
  }
  const version = z.safeParse(anyVersion, value);
  if (version.success && version.data.version > evidenceVersion) return { problem: "newer-version" };
  const file = z.safeParse(officerKeyFile, value);
  return file.success ? { file: file.data } : { problem: "not-a-key-file" };
}

/** Takes 0.1 to 0.5 s, for the passphrase. */
export async function openOfficerKey(
  file: OfficerKeyFile,
  passphrase: string,
): Promise<{ key: OfficerKey } | { problem: OfficerKeyProblem }> {
  const privateKey = await openWithPassphrase(file.lock, passphrase);
  if (!privateKey) return { problem: "wrong-passphrase" };
  if (!(await isPair(privateKey, file.publicKey))) return { problem: "not-its-key" };
  const name = await officerKeyName(file.publicKey);
  let isHeld = true;
  return {
    key: {
      name,
      publicKey: file.publicKey,
      open: async (sealed, context, expected) =>
        isHeld ? openEvidence(sealed, { privateKey, name }, context, expected) : { problem: "locked" },
      async lockedWith(next) {
        if (!isHeld) throw new RangeError("the key has been forgotten");
        return locked(privateKey, next, file);
      },
      forget() {
        isHeld = false;
        privateKey.fill(0);
      },
    },
  };
}

/** The lock says nothing of the public key: whoever changed that in the file would have drafts sealed to themselves. */
async function isPair(privateKey: Bytes, publicKey: string): Promise<boolean> {
  const raw = fromBase64(publicKey);
  if (!raw) return false;
  try {
    const sender = await suite.createSenderContext({
      recipientPublicKey: await suite.kem.deserializePublicKey(raw),
    });
    const recipient = await suite.createRecipientContext({
      recipientKey: await suite.kem.deserializePrivateKey(privateKey),
      enc: sender.enc,
    });
    await recipient.open(await sender.seal(raw));
    return true;
  } catch {
    return false;
  }
}
