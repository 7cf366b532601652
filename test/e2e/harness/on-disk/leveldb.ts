/** LevelDB (https://github.com/google/leveldb: doc/table_format.md and doc/log_format.md). */
import { readSnappy } from "./snappy.ts";

/** Number and place after it. */
function varint(bytes: Uint8Array, at: number): readonly [number, number] {
  let number = 0;
  for (let i = 0; i < 10; i += 1) {
    const byte = bytes[at + i] ?? 0;
    number += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) return [number, at + i + 1];
  }
  return [number, at + 10];
}

const tableEnds = Buffer.from("57fb808b247547db", "hex");
const footer = 48;

function block(table: Buffer, handle: Uint8Array, from: number): readonly [Buffer, number] {
  const [offset, next] = varint(handle, from);
  const [size, after] = varint(handle, next);
  const data = table.subarray(offset, offset + size);
  const isPacked = table[offset + size] === 1;
  const content = isPacked ? readSnappy(data)?.content : data;
  if (!content) throw new Error("a block of the table cannot be read");
  return [Buffer.from(content), after];
}

function* entries(content: Buffer): Generator<{ readonly key: Buffer; readonly value: Buffer }> {
  const end = content.length - 4 - 4 * content.readUInt32LE(content.length - 4);
  let key: Buffer = Buffer.alloc(0);
  for (let at = 0; at < end;) {
    const [shared, a] = varint(content, at);
    const [rest, b] = varint(content, a);
    const [length, c] = varint(content, b);
    // A key leaves out what it has in common with the one before.
    key = Buffer.concat([key.subarray(0, shared), content.subarray(c, c + rest)]);
    at = c + rest + length;
    yield { key, value: content.subarray(c + rest, at) };
  }
}

/** Keys and values of a table file, each in one piece; nothing, if it is none. */
export function* readTable(table: Buffer): Generator<Buffer> {
  if (!table.subarray(-8).equals(tableEnds)) return;
  const end = table.subarray(-footer);
  const [, index] = [varint(end, 0), varint(end, varint(end, 0)[1])];
  const [blocks] = block(table, end, index[1]);
  for (const { value } of entries(blocks)) {
    const [content] = block(table, value, 0);
    for (const entry of entries(content)) yield* [entry.key, entry.value];
  }
}

const logBlock = 32_768;

/** The records of a log, each in one piece: in the file they are cut at every 32 KiB. */
export function* readLog(log: Buffer): Generator<Buffer> {
  let parts: Buffer[] = [];
  for (let at = 0; at + 7 <= log.length;) {
    const left = logBlock - (at % logBlock);
    const length = log.readUInt16LE(at + 4);
    const kind = log[at + 6] ?? 0;
    if (left < 7 || kind === 0 || kind > 4) {
      at += left;
      continue;
    }
    const data = log.subarray(at + 7, at + 7 + length);
    at += 7 + length;
    if (kind === 1 || kind === 2) parts = [];
    parts.push(data);
    if (kind === 1 || kind === 4) yield Buffer.concat(parts);
  }
  yield Buffer.concat(parts);
}
