/** A search of a browser's profile as it lies on disk, by somebody who knows how browsers write. */
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { gunzipSync } from "node:zlib";
import { readLog, readTable } from "./on-disk/leveldb.ts";
import { readMozLz4 } from "./on-disk/lz4.ts";
import { prepareScan } from "./on-disk/patterns.ts";
import type { Secret } from "./on-disk/patterns.ts";
import { readChromiumSession, readFirefoxSession } from "./on-disk/session-files.ts";
import type { Piece } from "./on-disk/session-files.ts";
import { readSnappy, readSnappyStream } from "./on-disk/snappy.ts";
import { carveSqlite, readSqlite } from "./on-disk/sqlite.ts";

export type { Secret } from "./on-disk/patterns.ts";

export interface Find {
  readonly secret: string;
  /** In which encoding. */
  readonly way: string;
  /** In the profile, with forward slashes. */
  readonly file: string;
  /** Where the browser keeps the state of tabs: whose state it is in. */
  readonly page: string | undefined;
}

export interface Searched {
  readonly finds: readonly Find[];
  readonly files: number;
  readonly bytes: number;
}

/**
 * Every secret in every file below `folder`, in every way it may be written, also where the browser compresses. The browser
 * must have ended, unless what it is writing is nothing to the caller.
 */
export async function searchProfile(folder: string, secrets: readonly Secret[]): Promise<Searched> {
  const scan = prepareScan(secrets);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const finds = new Map<string, Find>();
  let size = 0;
  let files = 0;
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const file = relative(folder, path).replaceAll("\\", "/");
    const note = (bytes: Buffer, page?: string): void => {
      for (const { secret, way } of scan(bytes)) {
        const find = { secret: secret.label, way, file, page };
        finds.set(Object.values(find).join("\n"), find);
      }
    };
    // A name in the name of a file is as bad as one inside.
    note(Buffer.from(entry.name));
    if (!entry.isFile()) continue;
    const bytes = await readFile(path);
    files += 1;
    size += bytes.length;
    for (const piece of await pieces(path, bytes)) note(piece.bytes, piece.page);
  }
  return { finds: [...finds.values()], files, bytes: size };
}

/** The pages of which the state, as the browser keeps it to bring tabs back, has the secret; also while it runs. */
export async function searchTabs(folder: string, secret: Secret): Promise<readonly string[]> {
  const scan = prepareScan([secret]);
  const pages: string[] = [];
  for (const within of ["Default/Sessions", ".", "sessionstore-backups"]) {
    for (const name of await readdir(join(folder, within)).catch(() => [])) {
      if (!/^(?:Session_|Tabs_)|\.(?:jsonlz4|baklz4)$/.test(name)) continue;
      // A file may be half written, or have been renamed: the next look sees it whole.
      const bytes = await readFile(join(folder, within, name)).catch(() => Buffer.alloc(0));
      for (const piece of readSession(bytes) ?? [])
        if (piece.page !== undefined && scan(piece.bytes).length > 0) pages.push(piece.page);
    }
  }
  return pages;
}

/** Small enough to look for compressed values at every single byte. */
const small = 4 * 1024 * 1024;

/** A file as it lies there, and what can be unpacked of it. */
export async function pieces(path: string, bytes: Buffer): Promise<Piece[]> {
  const session = readSession(bytes);
  if (session) return session;
  const log = await readFile(`${path}-wal`).catch(() => undefined);
  const inside = [
    ...readSqlite(bytes, log),
    ...(path.includes("moz-extension+++") && bytes.length < small ? carveSqlite(bytes, log) : []),
    ...readTable(bytes),
    ...((await isLevelDb(path)) && path.endsWith(".log") ? readLog(bytes) : []),
  ];
  return [bytes, joined(inside), ...[bytes, ...inside].flatMap((one) => unpacked(one, 0))].map((one) => ({
    bytes: one,
  }));
}

const readSession = (bytes: Buffer): Piece[] | undefined =>
  readChromiumSession(bytes) ?? readFirefoxSession(bytes);

const isLevelDb = async (path: string): Promise<boolean> =>
  (await readdir(dirname(path))).some((name) => name.startsWith("MANIFEST-"));

/** In one piece it is searched faster; the zeros keep apart what was apart. */
const joined = (parts: readonly Buffer[]): Buffer =>
  Buffer.concat(parts.flatMap((part) => [part, Buffer.alloc(8)]));

/** Blink begins a value of IndexedDB that it has compressed with these (`idb_value_wrapping.cc`). */
const blinkSnappy = Buffer.from([0xff, 0x11, 0x02]);
const gzip = Buffer.from([0x1f, 0x8b, 8]);

/** What is compressed in it, and in that again. */
function unpacked(bytes: Buffer, depth: number): Buffer[] {
  if (depth > 3) return [];
  const found: Buffer[] = [];
  const stream = readSnappyStream(bytes) ?? readMozLz4(bytes);
  if (stream) found.push(stream);
  for (const at of places(bytes, blinkSnappy)) {
    const value = readSnappy(bytes, at + blinkSnappy.length);
    if (value) found.push(Buffer.from(value.content));
  }
  for (const at of places(bytes, gzip)) {
    try {
      found.push(gunzipSync(bytes.subarray(at)));
    } catch {
      // Three bytes that look like it by chance, or an end that is not there.
    }
  }
  return found.flatMap((one) => [one, ...unpacked(one, depth + 1)]);
}

function* places(bytes: Buffer, begin: Buffer): Generator<number> {
  for (let at = bytes.indexOf(begin); at >= 0; at = bytes.indexOf(begin, at + 1)) yield at;
}
