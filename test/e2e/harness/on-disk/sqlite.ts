/** Pages of SQLite (its documentation: "Database File Format"), also those that no table has any more. */
import { readSnappy } from "./snappy.ts";

const magic = Buffer.from("SQLite format 3\0", "latin1");
const logMagic: ReadonlySet<number> = new Set([0x37_7f_06_82, 0x37_7f_06_83]);

interface Pages {
  /** Every image of a page, older ones as well. */
  readonly images: readonly { readonly number: number; readonly bytes: Buffer }[];
  readonly latest: ReadonlyMap<number, Buffer>;
}

function collect(database: Buffer, log: Buffer | undefined): Pages | undefined {
  if (!database.subarray(0, magic.length).equals(magic)) return undefined;
  const stated = database.readUInt16BE(16);
  const size = stated === 1 ? 65_536 : stated;
  if (size < 512) return undefined;
  const images: { number: number; bytes: Buffer }[] = [];
  for (let at = 0; at < database.length; at += size)
    images.push({ number: at / size + 1, bytes: database.subarray(at, at + size) });
  if (log && log.length > 32 && logMagic.has(log.readUInt32BE(0))) {
    for (let at = 32; at + 24 + size <= log.length; at += 24 + size)
      images.push({ number: log.readUInt32BE(at), bytes: log.subarray(at + 24, at + 24 + size) });
  }
  return { images, latest: new Map(images.map(({ number, bytes }) => [number, bytes])) };
}

function varint(bytes: Buffer, at: number): readonly [number, number] {
  let number = 0;
  for (let i = 0; i < 9; i += 1) {
    const byte = bytes[at + i] ?? 0;
    number = i === 8 ? number * 256 + byte : number * 128 + (byte & 0x7f);
    if (byte < 0x80) return [number, at + i + 1];
  }
  return [number, at + 9];
}

const tableLeaf = 13;
const indexKinds: ReadonlySet<number> = new Set([2, 10]);

/** The payload of a cell, put together from its page and the pages it overflows to. */
function payload(pages: Pages, page: Buffer, cell: number, kind: number): Buffer | undefined {
  const usable = page.length;
  let at = kind === 2 ? cell + 4 : cell;
  let length: number;
  [length, at] = varint(page, at);
  if (kind === tableLeaf) [, at] = varint(page, at);
  if (length <= 0 || length > 256 * 1024 * 1024) return undefined;
  const most = kind === tableLeaf ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (length <= most) return page.subarray(at, at + length);
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fit = least + ((length - least) % (usable - 4));
  const local = fit <= most ? fit : least;
  const parts = [page.subarray(at, at + local)];
  let missing = length - local;
  let next = at + local + 4 <= page.length ? page.readUInt32BE(at + local) : 0;
  for (let hops = 0; missing > 0 && next !== 0 && hops < 100_000; hops += 1) {
    const more = pages.latest.get(next);
    if (!more || more.length < 4) break;
    const part = more.subarray(4, 4 + missing);
    parts.push(part);
    missing -= part.length;
    next = more.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

/** The columns of a record that have bytes of their own: text and blobs. */
function* columns(record: Buffer): Generator<Buffer> {
  const [header, first] = varint(record, 0);
  let body = header;
  for (let at = first; at < header && at < record.length;) {
    let type: number;
    [type, at] = varint(record, at);
    const sizes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];
    const length = type < 12 ? (sizes[type] ?? 0) : Math.floor((type - 12) / 2);
    if (type >= 12) yield record.subarray(body, body + length);
    body += length;
  }
}

/**
 * What the cells of every page hold, each record in one piece; then its columns decompressed, where they are Snappy (as
 * Firefox stores the values of IndexedDB). Pages on the free list and in the log (`-wal`) count like all others.
 */
export function* readSqlite(database: Buffer, log: Buffer | undefined): Generator<Buffer> {
  const pages = collect(database, log);
  if (!pages) return;
  for (const { number, bytes: page } of pages.images) {
    const start = number === 1 ? 100 : 0;
    const kind = page[start] ?? 0;
    if (kind !== tableLeaf && !indexKinds.has(kind)) continue;
    const cells = page.readUInt16BE(start + 3);
    const pointers = start + (kind === 2 ? 12 : 8);
    for (let i = 0; i < cells && pointers + 2 * i + 2 <= page.length; i += 1) {
      const cell = page.readUInt16BE(pointers + 2 * i);
      const record = cell < page.length ? payload(pages, page, cell, kind) : undefined;
      if (!record) continue;
      yield record;
      for (const column of columns(record)) {
        const unpacked = readSnappy(column);
        if (unpacked && unpacked.content.length > 4) yield Buffer.from(unpacked.content);
      }
    }
  }
}

/**
 * What is left of compressed values in places that no cell points to any more: at every byte, whatever reads as Snappy
 * from there. For the small databases of one origin; it takes about a microsecond a byte.
 */
export function* carveSqlite(database: Buffer, log: Buffer | undefined): Generator<Buffer> {
  for (const { bytes } of collect(database, log)?.images ?? []) {
    for (let at = 0; at < bytes.length; at += 1) {
      const found = readSnappy(bytes, at);
      if (found && found.content.length >= 12) yield Buffer.from(found.content);
    }
  }
}
