const magic = Buffer.from("mozLz40\0", "latin1");

/** The content of a file as Firefox compresses it (`mozLz40`, the length, one LZ4 block); undefined: it is none. */
export function readMozLz4(bytes: Buffer): Buffer | undefined {
  if (!bytes.subarray(0, magic.length).equals(magic)) return undefined;
  const out = Buffer.alloc(bytes.readUInt32LE(magic.length));
  let at = magic.length + 4;
  let size = 0;
  const longer = (length: number): number => {
    if (length < 15) return length;
    for (let byte = 255; byte === 255; at += 1) {
      byte = bytes[at] ?? 0;
      length += byte;
    }
    return length;
  };
  while (at < bytes.length && size < out.length) {
    const token = bytes[at] ?? 0;
    at += 1;
    const literals = longer(token >> 4);
    size += bytes.copy(out, size, at, at + literals);
    at += literals;
    if (at + 2 > bytes.length) break;
    const back = bytes.readUInt16LE(at);
    at += 2;
    const length = longer(token & 15) + 4;
    for (let i = 0; i < length && size < out.length; i += 1, size += 1) out[size] = out[size - back] ?? 0;
  }
  return out.subarray(0, size);
}
