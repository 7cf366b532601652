/** Snappy (https://github.com/google/snappy: format_description.txt and framing_format.txt). */

/** The length that begins a block, and where the block's elements begin; undefined: there is none. */
function preamble(
  bytes: Uint8Array,
  at: number,
): { readonly length: number; readonly at: number } | undefined {
  let length = 0;
  for (let i = 0; i < 5; i += 1) {
    const byte = bytes[at + i];
    if (byte === undefined) return undefined;
    length += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) return { length, at: at + i + 1 };
  }
  return undefined;
}

/** More than any value that a browser compresses in one piece. */
const longest = 256 * 1024 * 1024;

/**
 * The content of a block that begins at `from`. `whole`: it is exactly as long as its preamble says; if not, what could be
 * read until the first impossible element is given, as of a block of which the end has been overwritten.
 */
export function readSnappy(
  bytes: Uint8Array,
  from = 0,
): { readonly content: Uint8Array; readonly whole: boolean } | undefined {
  const start = preamble(bytes, from);
  if (!start || start.length > longest || start.length > (bytes.length - start.at) * 64) return undefined;
  let { at } = start;
  // Only copies may follow, and there is nothing yet to copy: at most places this is where it ends.
  if (start.length > 0 && ((bytes[at] ?? 1) & 3) !== 0) return undefined;
  let out = new Uint8Array(Math.min(start.length, 4096));
  let size = 0;
  const room = (length: number): boolean => {
    if (size + length > start.length) return false;
    if (size + length <= out.length) return true;
    const larger = new Uint8Array(Math.min(start.length, Math.max(size + length, out.length * 2)));
    larger.set(out.subarray(0, size));
    out = larger;
    return true;
  };
  const end = (): { content: Uint8Array; whole: boolean } => ({
    content: out.subarray(0, size),
    whole: size === start.length,
  });
  while (size < start.length) {
    const tag = bytes[at];
    if (tag === undefined) return end();
    const kind = tag & 3;
    let length = (tag >> 2) + 1;
    let extra = kind;
    if (kind === 0) extra = length > 60 ? length - 60 : 0;
    if (kind === 3) extra = 4;
    let number = 0;
    for (let i = 0; i < extra; i += 1) number += (bytes[at + 1 + i] ?? 0) * 2 ** (8 * i);
    at += 1 + extra;
    if (kind === 0) {
      if (extra > 0) length = number + 1;
      if (at + length > bytes.length || !room(length)) return end();
      out.set(bytes.subarray(at, at + length), size);
      at += length;
    } else {
      if (kind === 1) {
        length = ((tag >> 2) & 7) + 4;
        number += (tag >> 5) * 256;
      }
      if (number === 0 || number > size || !room(length)) return end();
      for (let i = 0; i < length; i += 1) out[size + i] = out[size + i - number] ?? 0;
    }
    size += length;
  }
  return end();
}

const streamBegins = Buffer.from([0xff, 6, 0, 0, ...Buffer.from("sNaPpY")]);

/** The content of a stream of blocks, as far as it can be read; undefined: it is no such stream. */
export function readSnappyStream(bytes: Buffer): Buffer | undefined {
  if (!bytes.subarray(0, streamBegins.length).equals(streamBegins)) return undefined;
  const parts: Uint8Array[] = [];
  for (let at = 0; at + 4 <= bytes.length;) {
    const kind = bytes[at];
    const length = bytes.readUIntLE(at + 1, 3);
    // Four bytes of checksum go before the data.
    const data = bytes.subarray(at + 8, at + 4 + length);
    if (kind === 0) parts.push(readSnappy(data)?.content ?? data);
    if (kind === 1) parts.push(data);
    at += 4 + length;
  }
  return Buffer.concat(parts);
}
