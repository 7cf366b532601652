/** What hashes and signs the record. */
import { sha256Of, toBase64, utf8 } from "../patient-list/bytes.ts";

export interface Hashing {
  /** SHA-256 of the text in UTF-8, in hex. */
  sha256(text: string): string | Promise<string>;
}

export interface Signing {
  /** ECDSA over P-256 with SHA-256 of the text in UTF-8, r and s in base64url, by the private half of `key`. */
  sign(text: string, key: string): Promise<string>;
}

export interface Checking extends Hashing {
  /** False also where `key` is no point of the curve. */
  isSigned(text: string, signature: string, key: string): Promise<boolean>;
}

export function toBase64Url(data: Uint8Array): string {
  return toBase64(data)
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/={1,2}$/, "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

const curve = { name: "ECDSA", namedCurve: "P-256" } as const;
const scheme = { name: "ECDSA", hash: "SHA-256" } as const;

/**
 * With the Web Cryptography API. P-256 because Chromium has Ed25519 only from version 137 on, and the extension runs from 120 on
 * (https://github.com/mdn/browser-compat-data/pull/27089).
 */
export const webChecking: Checking = {
  sha256: (text) => sha256Of(utf8(text)),
  async isSigned(text, signature, key) {
    const known = await crypto.subtle
      .importKey("raw", fromBase64Url(key), curve, false, ["verify"])
      .catch(() => undefined);
    if (known === undefined) return false;
    return crypto.subtle.verify(scheme, known, fromBase64Url(signature), utf8(text));
  },
};

/** A new key, and its public half as the record names it. The private half can be used and stored, never read. */
export async function newSeatKey(): Promise<{ pair: CryptoKeyPair; key: string }> {
  const pair = await crypto.subtle.generateKey(curve, false, ["sign", "verify"]);
  return { pair, key: toBase64Url(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey))) };
}

export async function signWith(privateKey: CryptoKey, text: string): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.sign(scheme, privateKey, utf8(text))));
}

/** What people compare: the first 16 hex digits of the SHA-256 of the key as the record writes it. */
export async function nameOfKey(key: string, proof: Hashing): Promise<string> {
  return (await proof.sha256(key)).slice(0, 16);
}
