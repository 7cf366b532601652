/** The entries of a zip archive, unpacked piece by piece by the platform, never more than is allowed. */
import type { Pace } from "./pace.ts";

export interface Entry {
  readonly name: string;
  /** Place of the entry's own head in the file. */
  readonly at: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly checksum: number;
  readonly isDeflated: boolean;
  readonly isEncrypted: boolean;
}

export type ZipFault = "truncated" | "too-large";

/** Thrown while an entry is unpacked. */
export class ZipError extends Error {
  readonly fault: ZipFault;
  constructor(fault: ZipFault) {
    super(`the archive is ${fault}`);
    this.fault = fault;
  }
}

const most = 0xffffffff;

/** Entries by name, from the directory at the end of the file; undefined: there is none, the file is cut. */
export function entriesOf(bytes: Uint8Array): ReadonlyMap<string, Entry> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const first = Math.max(0, end - 0xffff);
  while (end >= first && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < first || end < 0) return undefined;
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const method = view.getUint16(at + 10, true);
    const sizes = {
      unpacked: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    };
    if (Object.values(sizes).includes(most)) readLongSizes(bytes, at + 46 + nameLength, extraLength, sizes);
    entries.set(name.replace(/^\//, "").toLowerCase(), {
      name,
      ...sizes,
      checksum: view.getUint32(at + 16, true),
      isDeflated: method === 8,
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1 || (method !== 0 && method !== 8),
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Zip64: some programs write long sizes for short entries. */
function readLongSizes(
  bytes: Uint8Array,
  start: number,
  length: number,
  sizes: { unpacked: number; packed: number; at: number },
): void {
  if (start + length > bytes.length) return;
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, length);
  for (let at = 0; at + 4 <= length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let from = at + 4;
    for (const key of ["unpacked", "packed", "at"] as const) {
      if (sizes[key] !== most || from + 8 > length) continue;
      sizes[key] = Number(view.getBigUint64(from, true));
      from += 8;
    }
  }
}

const slice = 1 << 16; // bytes

/** Text of an entry in pieces. `allowed`: how many bytes it may have unpacked, whatever the directory claims. */
export async function* unpack(
  bytes: Uint8Array,
  entry: Entry,
  allowed: number,
  pace: Pace,
): AsyncGenerator<{ readonly text: string; readonly done: number }> {
  const { at, packed, unpacked, checksum, isDeflated } = entry;
  if (unpacked > allowed) throw new ZipError("too-large");
  if (at + 30 > bytes.length) throw new ZipError("truncated");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packed > bytes.length) throw new ZipError("truncated");
  const source = slicesOf(bytes.subarray(start, start + packed));
  const reader = (isDeflated ? source.pipeThrough(inflate()) : source).getReader();
  const decoder = new TextDecoder();
  let read = 0;
  let sum = 0xffffffff;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new ZipError("truncated");
      });
      if (done) break;
      read += value.length;
      // More than the directory says: it lies, as in archives that are made to fill the memory.
      if (read > unpacked) throw new ZipError("truncated");
      sum = addToSum(sum, value);
      yield { text: decoder.decode(value, { stream: true }), done: unpacked === 0 ? 1 : read / unpacked };
      const rest = pace.rest(unpacked === 0 ? 1 : read / unpacked);
      if (rest) await rest;
    }
  } finally {
    // Where the reading was stopped early, the rest is never unpacked.
    void reader.cancel().catch(() => undefined);
  }
  if (read !== unpacked || ~sum >>> 0 !== checksum) throw new ZipError("truncated");
}

/** CRC-32: a bit that fell over on the way would otherwise be another name. */
const sums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

function addToSum(sum: number, bytes: Uint8Array): number {
  let next = sum;
  for (let at = 0; at < bytes.length; at++)
    next = (sums[(next ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (next >>> 8);
  return next;
}

function slicesOf(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(new Uint8Array(bytes.subarray(at, (at += slice))));
    },
  });
}

function inflate(): DecompressionStream {
  return new DecompressionStream("deflate-raw");
}
