/** Wraps the list key: once with a passphrase, once with the key of the managed policy. */
import type { Lock } from "../contract/sealed-list.ts";
import { fromBase64, plain, randomBytes, toBase64, utf8 } from "./bytes.ts";
import type { Bytes } from "./bytes.ts";

const cipher = "AES-GCM";
export const keyLength = 32;

export const importKey = (raw: Uint8Array, use: "encrypt" | "decrypt"): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", plain(raw), cipher, false, [use]);

/**
 * A wrapped key is good for one kind of lock only. It is not bound to a list's name: when a list is changed its locks are
 * carried over to the next one, and a lock of a foreign list gives a key that opens nothing here.
 */
const boundTo = (kind: Lock["kind"]): Bytes => utf8(`RGLIST 1 ${kind}`);

async function wrap(key: Bytes, by: CryptoKey, bound: Bytes): Promise<{ iv: string; wrapped: string }> {
  const iv = randomBytes(12);
  const sealed = await crypto.subtle.encrypt({ name: cipher, iv, additionalData: bound }, by, key);
  return { iv: toBase64(iv), wrapped: toBase64(new Uint8Array(sealed)) };
}

/** The list key, or nothing where `by` is another key than the one that wrapped it. */
async function unwrap(lock: Lock, by: CryptoKey): Promise<Bytes | undefined> {
  const iv = fromBase64(lock.iv);
  const wrapped = fromBase64(lock.wrapped);
  if (!iv || !wrapped) return undefined;
  const additionalData = boundTo(lock.kind);
  return crypto.subtle.decrypt({ name: cipher, iv, additionalData }, by, wrapped).then(
    (key) => new Uint8Array(key),
    () => undefined,
  );
}

async function stretch(
  passphrase: string,
  salt: Bytes,
  iterations: number,
  use: "encrypt" | "decrypt",
): Promise<CryptoKey> {
  const given = await crypto.subtle.importKey("raw", utf8(passphrase.normalize("NFC")), "PBKDF2", false, [
    "deriveKey",
  ]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return crypto.subtle.deriveKey(how, given, { name: cipher, length: 8 * keyLength }, false, [use]);
}

export async function lockWithPassphrase(key: Bytes, passphrase: string, iterations: number): Promise<Lock> {
  const salt = randomBytes(16);
  const by = await stretch(passphrase, salt, iterations, "encrypt");
  const bound = boundTo("passphrase");
  const stretched = { kdf: "PBKDF2-SHA-256", iterations, salt: toBase64(salt) } as const;
  return { kind: "passphrase", ...stretched, ...(await wrap(key, by, bound)) };
}

export async function lockWithManagedKey(key: Bytes, managedKey: Uint8Array): Promise<Lock> {
  const by = await importKey(managedKey, "encrypt");
  return { kind: "managed", ...(await wrap(key, by, boundTo("managed"))) };
}

/** Undefined: the wrong passphrase. */
export async function openWithPassphrase(
  lock: Extract<Lock, { kind: "passphrase" }>,
  passphrase: string,
): Promise<Bytes | undefined> {
  const salt = fromBase64(lock.salt);
  // Some browsers refuse to import a key of no bytes.
  if (!salt || passphrase === "") return undefined;
  return unwrap(lock, await stretch(passphrase, salt, lock.iterations, "decrypt"));
}

/** Undefined: the wrong key. */
export async function openWithManagedKey(
  lock: Extract<Lock, { kind: "managed" }>,
  managedKey: Uint8Array,
): Promise<Bytes | undefined> {
  if (managedKey.length !== keyLength) return undefined;
  return unwrap(lock, await importKey(managedKey, "decrypt"));
}
