import type { ListProblem, SealedHeader } from "../contract/sealed-list.ts";
import { decodeIndex } from "../engine/patients/index.ts";
import type { SerializedIndex } from "../engine/patients/index.ts";
import { fromBase64 } from "./bytes.ts";
import type { Bytes } from "./bytes.ts";
import { bucketOf, partsOf, verifyFile } from "./header.ts";
import { importKey, keyLength, openWithManagedKey, openWithPassphrase } from "./locks.ts";
import { unpad } from "./padding.ts";

/** What a person or a policy has to open a list with. A managed key has 32 bytes. */
export type Unlocking = { readonly passphrase: string } | { readonly managedKey: Uint8Array };

/**
 * The list key (32 bytes). With a passphrase it takes as long as the header's rounds: 0.1 to 0.5 s for 600,000, at most 17 times that.
 * The checksum is looked at first, so that a damaged file is not taken for a wrong passphrase.
 */
export async function unlockList(
  file: Uint8Array,
  given: Unlocking,
): Promise<{ key: Bytes } | { problem: ListProblem }> {
  const parts = partsOf(file);
  if ("problem" in parts) return parts;
  const damage = await verifyFile(file);
  if (damage) return { problem: damage };
  const { locks } = parts.header;
  if ("passphrase" in given) {
    const lock = locks.find((one) => one.kind === "passphrase");
    if (!lock) return { problem: "no-such-lock" };
    const key = await openWithPassphrase(lock, given.passphrase);
    return key ? { key } : { problem: "wrong-passphrase" };
  }
  const lock = locks.find((one) => one.kind === "managed");
  if (!lock) return { problem: "no-such-lock" };
  const key = await openWithManagedKey(lock, given.managedKey);
  return key ? { key } : { problem: "wrong-key" };
}

/**
 * Opens the list, 8 MB in about 30 ms. `key`: from `unlockList` or `sealList`; `now`: milliseconds. The arrays of the index are views of one
 * buffer of its own. A key of another list and an altered file cannot be told apart: both are `altered`.
 * The checksum is not looked at: the cipher proves more, in less time.
 */
export async function openSealed(
  file: Uint8Array,
  key: Uint8Array,
  now: number,
): Promise<{ index: SerializedIndex; header: SealedHeader } | { problem: ListProblem }> {
  const parts = partsOf(file);
  if ("problem" in parts) return parts;
  const { header, before, ciphertext } = parts;
  const iv = fromBase64(header.iv);
  if (!iv || key.length !== keyLength) return { problem: "altered" };
  const padded = await crypto.subtle
    .decrypt({ name: "AES-GCM", iv, additionalData: before }, await importKey(key, "decrypt"), ciphertext)
    .catch(() => undefined);
  if (!padded) return { problem: "altered" };
  // Only now is the header proven.
  if (header.expires !== null && now >= Date.parse(header.expires)) return { problem: "expired" };
  const content = unpad(new Uint8Array(padded));
  if (!content) return { problem: "altered" };
  const index = decodeIndex(content);
  if (!index) return { problem: "newer-version" };
  if (index.id !== header.listId || bucketOf(index.people) !== header.people) return { problem: "altered" };
  return { index, header };
}
