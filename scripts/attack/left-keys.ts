/** Sealed lists in what was stolen, and whether a key to them was left lying beside them. */
import { createCipheriv, createDecipheriv } from "node:crypto";
import { sealedHeader } from "../../src/contract/sealed-list.ts";
import type { Lock, SealedHeader } from "../../src/contract/sealed-list.ts";
import { z } from "../../src/contract/zod.ts";
import { readHeader } from "../../src/patient-list/header.ts";
import type { Content } from "./search.ts";

const magic = Buffer.from("RGLIST\0\0");

export interface SealedFound {
  readonly where: string;
  readonly file: Uint8Array;
  readonly header: SealedHeader;
  /** Bits a byte of the encrypted part; 8 is noise. */
  readonly entropy: number;
}

/** Sealed lists in these bytes, whole ones only. */
export function sealedIn({ file: where, bytes: buffer }: Content): SealedFound[] {
  const found: SealedFound[] = [];
  for (let at = buffer.indexOf(magic); at >= 0; at = buffer.indexOf(magic, at + 1)) {
    if (at + 12 > buffer.length) break;
    const headerEnd = at + 12 + buffer.readUInt32LE(at + 8);
    const read = z.safeParse(sealedHeader, json(buffer.subarray(at + 12, headerEnd)));
    if (!read.success) continue;
    const file = new Uint8Array(buffer.subarray(at, headerEnd + read.data.bytes + 32));
    if ("header" in readHeader(file))
      found.push({ where, file, header: read.data, entropy: entropyOf(file.subarray(headerEnd - at, -32)) });
  }
  return found;
}

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}

export function entropyOf(bytes: Uint8Array): number {
  const counts = new Float64Array(256);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  return counts.reduce(
    (sum, count) => (count === 0 ? sum : sum - (count / bytes.length) * Math.log2(count / bytes.length)),
    0,
  );
}

export interface Candidate {
  readonly key: Buffer;
  /** Bytes as they lie there, not a text that stands for them. */
  readonly raw: boolean;
}

/** Keys as text, in base64 or hex, wherever they stand; with `raw` also every 32 bytes that could be one. */
export function* keysIn(content: Content, raw: boolean): Generator<Candidate> {
  const buffer = content.bytes;
  const narrow = buffer.toString("latin1");
  // Every second byte, from the first or the second: UTF-16.
  const isWide = narrow.includes("=\0") || narrow.includes("\0=");
  for (const text of [narrow, ...(isWide ? [0, 1].map((from) => everySecond(buffer, from)) : [])]) {
    for (const [key] of text.matchAll(/[A-Za-z0-9+/_-]{43}(?==|(?![A-Za-z0-9+/_-]))/g))
      yield { key: Buffer.from(key, "base64"), raw: false };
    for (const [key] of text.matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gi))
      yield { key: Buffer.from(key, "hex"), raw: false };
  }
  if (!raw) return;
  // A list's own ciphertext is noise throughout: no key lies in it.
  const rest = Buffer.from(buffer);
  for (const { file } of sealedIn(content))
    rest.fill(0, rest.indexOf(file), rest.indexOf(file) + file.length);
  for (let at = 0; at + 32 <= rest.length; at++) {
    if (isMixed(rest, at)) yield { key: rest.subarray(at, at + 32), raw: true };
  }
}

function everySecond(buffer: Buffer, from: number): string {
  const half = Buffer.alloc((buffer.length - from) >> 1);
  for (let at = 0; at < half.length; at++) half[at] = buffer[from + 2 * at] ?? 0;
  return half.toString("latin1");
}

function isMixed(bytes: Buffer, at: number): boolean {
  let low = 0;
  let high = 0;
  for (let i = 0; i < 32; i++) {
    const byte = bytes[at + i] ?? 0;
    if (byte === 0) low++;
    if (byte >= 128) high++;
  }
  return low <= 3 && high >= 5;
}

/**
 * Does a key open the list, as its own or as the managed one? As its own, the first block tells: behind the length of the
 * content there are 8 zero bytes.
 */
export function makeKeyTest({ header, file }: SealedFound): (key: Buffer) => boolean {
  const start = file.length - 32 - header.bytes;
  const counter = Buffer.concat([Buffer.from(header.iv, "base64"), Buffer.of(0, 0, 0, 2)]);
  const block = file.subarray(start, start + 16);
  const managed = header.locks.find(({ kind }) => kind === "managed");
  return (key) => {
    const stream = createCipheriv("aes-256-ecb", key, null).setAutoPadding(false).update(counter);
    const plain = block.map((byte, i) => byte ^ (stream[i] ?? 0));
    const isOwn =
      plain.subarray(8).every((byte) => byte === 0) &&
      new DataView(plain.buffer).getBigUint64(0, true) < BigInt(header.bytes);
    return isOwn || (managed !== undefined && unwraps(managed, key));
  };
}

function unwraps({ iv, wrapped }: Lock, key: Buffer): boolean {
  const sealed = Buffer.from(wrapped, "base64");
  const cipher = createDecipheriv("aes-256-gcm", key, Buffer.from(iv, "base64"), { authTagLength: 16 });
  cipher.setAAD(Buffer.from("RGLIST 1 managed")).setAuthTag(sealed.subarray(-16));
  cipher.update(sealed.subarray(0, -16));
  try {
    cipher.final();
    return true;
  } catch {
    return false;
  }
}
