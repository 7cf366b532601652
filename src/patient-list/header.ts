/** The sealed list's outside: what can be read and refused without a key. */
import { headerLimit, peopleBuckets, sealedHeader, sealedVersion } from "../contract/sealed-list.ts";
import type { ListProblem, PeopleBucket, SealedHeader } from "../contract/sealed-list.ts";
import { z } from "../contract/zod.ts";
import { joined, jsonOf, plain, toHex, utf8 } from "./bytes.ts";
import type { Bytes } from "./bytes.ts";

/** "RGLIST" and two zero bytes; the length of the header as u32 LE follows. */
const magic = Uint8Array.of(0x52, 0x47, 0x4c, 0x49, 0x53, 0x54, 0, 0);
const headerAt = magic.length + 4;
/** SHA-256 of all before it, at the end. */
const checksumLength = 32;

/** Where the parts of a sound-looking file lie. `before`: all that is authenticated with the ciphertext. */
export interface Parts {
  readonly header: SealedHeader;
  readonly before: Bytes;
  readonly ciphertext: Bytes;
}

const anyVersion = z.object({ version: z.int().check(z.minimum(1)) });

/** Needs no key and proves nothing: whoever can write the file can write its header. */
export function readHeader(file: Uint8Array): { header: SealedHeader } | { problem: ListProblem } {
  const parts = partsOf(file);
  return "problem" in parts ? parts : { header: parts.header };
}

export function partsOf(file: Uint8Array): Parts | { problem: ListProblem } {
  const start = file.subarray(0, magic.length);
  if (start.length === 0 || start.some((byte, at) => byte !== magic[at])) return { problem: "not-a-list" };
  if (file.length < headerAt) return { problem: "damaged" };
  const length = new DataView(file.buffer, file.byteOffset).getUint32(magic.length, true);
  if (length > headerLimit || headerAt + length > file.length) return { problem: "damaged" };
  const value = jsonOf(file.subarray(headerAt, headerAt + length));
  // Before the rest: a newer header may look different, and a newer file may be longer.
  const version = z.safeParse(anyVersion, value);
  if (version.success && version.data.version > sealedVersion) return { problem: "newer-version" };
  const header = z.safeParse(sealedHeader, value);
  if (!header.success) return { problem: "damaged" };
  if (file.length !== headerAt + length + header.data.bytes + checksumLength) return { problem: "damaged" };
  const bytes = plain(file);
  return {
    header: header.data,
    before: bytes.subarray(0, headerAt + length),
    ciphertext: bytes.subarray(headerAt + length, bytes.length - checksumLength),
  };
}

/** All of a file that stands before the ciphertext. */
export function writeHeader(header: SealedHeader): Bytes {
  const text = utf8(JSON.stringify(header));
  if (text.length > headerLimit) throw new RangeError("the header is too long");
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, text.length, true);
  return joined([magic, length, text]);
}

export async function checksum(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

/** Is the file as it was written, as far as can be told without a key? About 20 ms for 8 MB. */
export async function verifyFile(file: Uint8Array): Promise<ListProblem | undefined> {
  const parts = partsOf(file);
  if ("problem" in parts) return parts.problem;
  const bytes = plain(file);
  const written = bytes.subarray(bytes.length - checksumLength);
  const found = await checksum(bytes.subarray(0, bytes.length - checksumLength));
  return toHex(found) === toHex(written) ? undefined : "damaged";
}

export function bucketOf(people: number): PeopleBucket {
  const place = [100, 1000, 10_000, 100_000, 1_000_000].findIndex((limit) => people <= limit);
  return peopleBuckets.at(place) ?? "more than 1,000,000";
}
