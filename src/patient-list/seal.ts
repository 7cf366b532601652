import { fewestRounds } from "../contract/sealed-list.ts";
import type { ListProblem, Lock, SealedHeader } from "../contract/sealed-list.ts";
import { encodeIndex } from "../engine/patients/index.ts";
import type { SerializedIndex } from "../engine/patients/index.ts";
import { joined, randomBytes, toBase64 } from "./bytes.ts";
import type { Bytes } from "./bytes.ts";
import { bucketOf, checksum, readHeader, writeHeader } from "./header.ts";
import { importKey, keyLength, lockWithManagedKey, lockWithPassphrase } from "./locks.ts";
import { openSealed } from "./open-sealed.ts";
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
 * Seals the index under a fresh list key. The list's id is the index's. Takes 0.1 to 0.5 s for the passphrase.
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
  if (passphrase !== undefined) made.push(await lockWithPassphrase(key, passphrase, rounds));
  if (managedKey) made.push(await lockWithManagedKey(key, managedKey));
  if (made.length === 0) throw new RangeError("a list needs a passphrase or a managed key");

  return { file: await write(index, key, made, { created, expires }), key };
}

/**
 * Seals what has become of an open list under the same list key and locks, so that its passphrase stays. `index` has an id
 * of its own. `key`: the list key of `file`, 32 bytes; a problem where it is not.
 */
export async function resealList(
  file: Uint8Array,
  key: Uint8Array,
  index: SerializedIndex,
  when: Pick<Sealing, "created" | "expires">,
): Promise<{ file: Bytes } | { problem: ListProblem }> {
  const opened = await openSealed(file, key, when.created);
  // A list that has expired may be replaced or get more time.
  if ("problem" in opened && opened.problem !== "expired") return opened;
  const read = readHeader(file);
  return "problem" in read ? read : { file: await write(index, key, read.header.locks, when) };
}

async function write(
  index: SerializedIndex,
  key: Uint8Array,
  locks: Lock[],
  { created, expires }: Pick<Sealing, "created" | "expires">,
): Promise<Bytes> {
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
    locks,
  };
  const before = writeHeader(header);
  const how = { name: "AES-GCM", iv, additionalData: before };
  const ciphertext = await crypto.subtle.encrypt(how, await importKey(key, "encrypt"), padded);
  const content = joined([before, new Uint8Array(ciphertext)]);
  return joined([content, await checksum(content)]);
}
