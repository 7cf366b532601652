/** A small sealed list, its keys, and how a forger mends what a change breaks. */
import { createHash } from "node:crypto";
import { buildIndex } from "../../../src/engine/patients/index.ts";
import type { Person, SerializedIndex } from "../../../src/engine/patients/index.ts";
import { randomBytes } from "../../../src/patient-list/bytes.ts";
import { sealList } from "../../../src/patient-list/seal.ts";

const none: readonly string[] = [];
const nobody = {
  given: "",
  family: "",
  nicknames: none,
  aliases: none,
  formerFamilies: none,
  handles: none,
  phones: none,
  emails: none,
  recordNumbers: none,
  birthDates: none,
};
export const person = (known: Partial<Person>): Person => ({ ...nobody, ...known });

export const jane = person({
  given: "Jane",
  family: "Doerfler",
  nicknames: ["Janey"],
  handles: ["@jdoe_glow"],
  phones: ["310-555-0142"],
  emails: ["jane.doerfler@post.example"],
  recordNumbers: ["MRN-4417290"],
});

export const passphrase = "four quiet herons nest";
export const managedKey = new Uint8Array(32).map((_, at) => at * 7);
export const created = Date.UTC(2026, 10, 2, 8);
export const expires = Date.UTC(2027, 1, 1);

export const indexOf = (people: readonly Person[], id = "list-1"): SerializedIndex =>
  buildIndex(people, randomBytes(16), id);

export const sealed = (
  index = indexOf([jane]),
  locks: Parameters<typeof sealList>[1]["locks"] = { passphrase, managedKey },
): ReturnType<typeof sealList> => sealList(index, { created, expires, locks });

/** The file with a header of the forger's and a checksum that is right again. */
export function withHeader(
  file: Uint8Array,
  change: (header: Record<string, unknown>) => unknown,
): Uint8Array {
  const length = new DataView(file.buffer, file.byteOffset).getUint32(8, true);
  const header: unknown = JSON.parse(Buffer.from(file.subarray(12, 12 + length)).toString("utf8"));
  const changed = change(header as Record<string, unknown>);
  return withRawHeader(file, typeof changed === "string" ? changed : JSON.stringify(changed));
}

export function withRawHeader(file: Uint8Array, header: string | Uint8Array): Uint8Array {
  const length = new DataView(file.buffer, file.byteOffset).getUint32(8, true);
  const text = Buffer.from(header);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(text.length);
  return mended(
    Buffer.concat([
      file.subarray(0, 8),
      size,
      text,
      file.subarray(12 + length, file.length - 32),
      Buffer.alloc(32),
    ]),
  );
}

/** With the checksum that belongs to what stands before it. */
export function mended(file: Uint8Array): Uint8Array {
  const content = file.subarray(0, file.length - 32);
  return new Uint8Array(Buffer.concat([content, createHash("sha256").update(content).digest()]));
}

export function flipped(file: Uint8Array, bit: number): Uint8Array {
  const copy = new Uint8Array(file);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}
