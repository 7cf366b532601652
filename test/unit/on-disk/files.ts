/** Files as browsers write them, made by hand: in each the secret is there only for one who unpacks it. */

/** A literal; shorter than 61 bytes. */
const literal = (text: string): Buffer =>
  Buffer.concat([Buffer.from([(text.length - 1) << 2]), Buffer.from(text, "latin1")]);

/** A copy of `length` bytes from `back` bytes before, with an offset of one, two or four bytes. */
export function copy(back: number, length: number, size: 1 | 2 | 4): Buffer {
  if (size === 1) return Buffer.from([1 | ((length - 4) << 2) | ((back >> 8) << 5), back & 255]);
  const bytes = Buffer.alloc(1 + size);
  bytes[0] = (size === 2 ? 2 : 3) | ((length - 1) << 2);
  bytes.writeUIntLE(back, 1, size);
  return bytes;
}

function varint(number: number): Buffer {
  const bytes: number[] = [];
  let rest = number;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Buffer.from([...bytes, rest]);
}

export const snappy = (length: number, ...elements: readonly Buffer[]): Buffer =>
  Buffer.concat([varint(length), ...elements]);

export const secret = "Quillhaven";

/** "haven and Quill" and, copied, "haven": only decompressed do the halves stand together. */
export const packed = (size: 1 | 2 | 4 = 1): Buffer =>
  snappy(20, literal("haven and Quill"), copy(15, 5, size));

/** Snappy that is nothing but literals. */
export function stored(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 60)
    parts.push(literal(bytes.subarray(at, at + 60).toString("latin1")));
  return snappy(bytes.length, ...parts);
}

/** A stream of one block. */
export function snappyStream(block: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUIntLE(block.length + 4, 1, 3);
  return Buffer.concat([Buffer.from([0xff, 6, 0, 0]), Buffer.from("sNaPpY"), head, block]);
}

/** One LZ4 block of the same text. */
export function mozLz4(): Buffer {
  const head = Buffer.alloc(12);
  head.write("mozLz40\0", "latin1");
  head.writeUInt32LE(21, 8);
  // Fifteen literals and more (none), then a match of five bytes, and one last literal.
  const first = Buffer.from([0xf1, 0, ...Buffer.from("haven and Quill"), 15, 0]);
  return Buffer.concat([head, first, Buffer.from([0x10, ...Buffer.from("!")])]);
}

/** An LZ4 block of literals alone. */
export function mozLz4Of(text: string): Buffer {
  const bytes = Buffer.from(text);
  const head = Buffer.alloc(12);
  head.write("mozLz40\0", "latin1");
  head.writeUInt32LE(bytes.length, 8);
  const more = bytes.length - 15;
  const lengths = [...Array.from({ length: Math.floor(more / 255) }, () => 255), more % 255];
  return Buffer.concat([head, Buffer.from([0xf0, ...lengths]), bytes]);
}

function tableBlock(
  entries: readonly { readonly shared: number; readonly rest: string; readonly value: Buffer }[],
): Buffer {
  const parts = entries.flatMap(({ shared, rest, value }) => [
    varint(shared),
    varint(rest.length),
    varint(value.length),
    Buffer.from(rest, "latin1"),
    value,
  ]);
  // One restart point, at the begin.
  return Buffer.concat([...parts, Buffer.from([0, 0, 0, 0, 1, 0, 0, 0])]);
}

/**
 * A LevelDB table with one compressed block. Its second key is "Quill" of the first and "haven"; the value of its first
 * is what is given.
 */
export function levelDbTable(value: Buffer): Buffer {
  const block = stored(
    tableBlock([
      { shared: 0, rest: "Quill", value },
      { shared: 5, rest: "haven", value: Buffer.from("-") },
    ]),
  );
  const index = tableBlock([
    { shared: 0, rest: "R", value: Buffer.concat([varint(0), varint(block.length)]) },
  ]);
  const trailer = (kind: number): Buffer => Buffer.from([kind, 0, 0, 0, 0]);
  const at = block.length + 5;
  const handles = Buffer.concat([varint(0), varint(0), varint(at), varint(index.length)]);
  const footer = Buffer.concat([
    handles,
    Buffer.alloc(40 - handles.length),
    Buffer.from("57fb808b247547db", "hex"),
  ]);
  return Buffer.concat([block, trailer(1), index, trailer(0), footer]);
}

/** A LevelDB log in which a record is cut in the middle of `text` by the end of the first 32 KiB. */
export function levelDbLog(text: string): Buffer {
  const record = (kind: number, data: Buffer): Buffer => {
    const head = Buffer.alloc(7);
    head.writeUInt16LE(data.length, 4);
    head[6] = kind;
    return Buffer.concat([head, data]);
  };
  const middle = text.length >> 1;
  const filler = Buffer.alloc(32_768 - 7 - middle, ".");
  return Buffer.concat([
    record(2, Buffer.concat([filler, Buffer.from(text.slice(0, middle))])),
    record(4, Buffer.from(text.slice(middle))),
  ]);
}

const pageSize = 512;

/** SQLite's numbers of variable length, below 2^14, have their high bits first. */
const highFirst = (number: number): Buffer =>
  Buffer.from(number < 128 ? [number] : [(number >> 7) | 128, number & 127]);

/** A SQLite database of three pages: a leaf with one row, whose blob goes on in the two others, the last one first. */
export function sqlite(blob: Buffer): { readonly pages: readonly Buffer[]; readonly database: Buffer } {
  const type = highFirst(12 + 2 * blob.length);
  const record = Buffer.concat([Buffer.from([1 + type.length]), type, blob]);
  const least = Math.floor(((pageSize - 12) * 32) / 255) - 23;
  const fit = least + ((record.length - least) % (pageSize - 4));
  const local = record.length <= pageSize - 35 ? record.length : fit <= pageSize - 35 ? fit : least;
  const over = record.subarray(local);
  const cell = Buffer.concat([
    highFirst(record.length),
    highFirst(1),
    record.subarray(0, local),
    Buffer.from([0, 0, 0, 3]),
  ]);
  const [first, second, third] = [Buffer.alloc(pageSize), Buffer.alloc(pageSize), Buffer.alloc(pageSize)];
  first.write("SQLite format 3\0", "latin1");
  first.writeUInt16BE(pageSize, 16);
  const at = pageSize - cell.length;
  first[100] = 13;
  first.writeUInt16BE(1, 103);
  first.writeUInt16BE(at, 108);
  cell.copy(first, at);
  third.writeUInt32BE(2, 0);
  over.copy(third, 4);
  over.subarray(pageSize - 4).copy(second, 4);
  const pages = [first, second, third];
  return { pages, database: Buffer.concat(pages) };
}

/** A log (`-wal`) in which these are the newer images of the pages. */
export function walOf(pages: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(32);
  head.writeUInt32BE(0x37_7f_06_82, 0);
  const frames = pages.flatMap((page, index) => {
    const frame = Buffer.alloc(24);
    frame.writeUInt32BE(index + 1, 0);
    return [frame, page];
  });
  return Buffer.concat([head, ...frames]);
}

/** A file of Chromium's tabs. */
export function snss(...commands: readonly Buffer[]): Buffer {
  const parts = commands.flatMap((command) => {
    const length = Buffer.alloc(2);
    length.writeUInt16LE(command.length);
    return [length, command];
  });
  return Buffer.concat([Buffer.from("SNSS\x03\0\0\0", "latin1"), ...parts]);
}
