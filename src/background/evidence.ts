import { sha256Of } from "../patient-list/bytes.ts";
import { sealEvidence } from "../record/evidence.ts";
import type { EvidenceDraft } from "../record/evidence.ts";
import { digest } from "./digest.ts";
import type { Recorder } from "./record.ts";

/** `hash`: SHA-256 of the bytes, for the entry. */
export interface SealedDraft {
  readonly bytes: Uint8Array;
  readonly hash: string;
}

export interface ToSeal {
  readonly draft: EvidenceDraft;
  /** Of the entry that it will belong to. */
  readonly id: string;
  /** The officer's public key, as policy has it. */
  readonly publicKey: string;
  readonly policyVersion: string;
}

/**
 * Seals the draft to the officer. Undefined: that key cannot be sealed to, which goes on record once; the entry must be written
 * all the same. Rejects where the record cannot be read or written.
 */
export async function sealDraft(
  { draft, id, publicKey, policyVersion }: ToSeal,
  record: Pick<Recorder, "head" | "add">,
): Promise<SealedDraft | undefined> {
  const { chain } = await record.head();
  try {
    const bytes = await sealEvidence(draft, publicKey, { seat: chain.seat, id });
    return { bytes, hash: await sha256Of(bytes) };
  } catch {
    const named = await digest(`evidenceKey ${publicKey}`);
    await record.add(
      { kind: "policy-fault", result: "found", policyVersion, settings: ["evidenceKey"] },
      named,
    );
    return undefined;
  }
}
