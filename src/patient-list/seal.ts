import { fewestRounds } from "../contract/sealed-list.ts";
import type { Lock, SealedHeader } from "../contract/sealed-list.ts";
import { encodeIndex } from "./index-bytes.ts";
import type { SerializedIndex } from "../engine/patients/index.ts";
import { joined, randomBytes, toBase64 } from "./bytes.ts";
import type { Bytes } from "./bytes.ts";
import { bucketOf, checksum, writeHeader } from "./header.ts";
import { importKey, keyLength, lockWithManagedKey, lockWithPassphrase } from "./locks.ts";
import { pad } from "./padding.ts";
import { passphraseFault } from "./passphrase.ts";

/** Instants in milliseconds; at least one lock. `managedKey`: 32 bytes. */
export interface Sealing {
  readonly created: number;
  readonly expires: number | null;
  readonly locks: { readonly passphrase?: string; readonly managedKey?: Uint8Array };
  /** Of PBKDF2; 600,000 where it is left out. */
  readonly rounds?: number;
}

/** A name for a list that no other has. Every sealing should have its own: storage tells lists apart by it. */
export const newListId = (): string => crypto.randomUUID();

/**
 * Seals the index under a fresh list key. The list's id is the index's. About 0.5 s for the passphrase, and 20 ms for 8 MB.
 * Throws a RangeError without a lock, and for a passphrase or key that is too weak: ask `passphraseFault` first.
 */
export async function sealList(
  index: SerializedIndex,
  { created, expires, locks, rounds = fewestRounds }: Sealing,
): Promise<{ file: Bytes; key: Bytes }> {
  const { passphrase, managedKey } = locks;
  const fault = passphrase === undefined ? undefined : passphraseFault(passphrase);
  if (fault !== undefined) throw new RangeError(fault);
  if (managedKey && managedKey.length !== keyLength) throw new RangeError("a managed key has 32 bytes");
  const key = randomBytes(keyLength);
  const made: Lock[] = [];
  if (passphrase !== undefined) made.push(await lockWithPassphrase(key, passphrase, index.id, rounds));
  if (managedKey) made.push(await lockWithManagedKey(key, managedKey, index.id));
  if (made.length === 0) throw new RangeError("a list needs a passphrase or a managed key");

  const padded = pad(encodeIndex(index));
  const iv = randomBytes(12);
  const header: SealedHeader = {
    version: 1,
    listId: index.id,
    created: new Date(created).toISOString(),
    expires: expires === null ? null : new Date(expires).toISOString(),
    people: bucketOf(index.people),
    cipher: "A256GCM",
    iv: toBase64(iv),
    bytes: padded.length + 16,
    locks: made,
  };
  const before = writeHeader(header);
  const how = { name: "AES-GCM", iv, additionalData: before };
  const ciphertext = await crypto.subtle.encrypt(how, await importKey(key, "encrypt"), padded);
  const content = joined([before, new Uint8Array(ciphertext)]);
  return { file: joined([content, await checksum(content)]), key };
}
