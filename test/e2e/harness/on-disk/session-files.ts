/** What browsers keep to bring tabs back: each piece with the address of the page that it is of. */
import { readMozLz4 } from "./lz4.ts";

export interface Piece {
  readonly bytes: Buffer;
  /** Undefined: it is of no page. */
  readonly page?: string | undefined;
}

const address = /(?:https?|chrome-extension|moz-extension|chrome|about):[!-~]+/;

/**
 * Chromium's `Session_*` and `Tabs_*`: commands, each a length, a kind, and a pickle in which the address goes before the
 * state of the page. Undefined, if it is none or has anything else in it.
 */
export function readChromiumSession(file: Buffer): Piece[] | undefined {
  if (file.subarray(0, 4).toString("latin1") !== "SNSS") return undefined;
  const pieces: Piece[] = [];
  let at = 8;
  while (at + 2 <= file.length) {
    const length = file.readUInt16LE(at);
    const bytes = file.subarray(at + 2, at + 2 + length);
    pieces.push({ bytes, page: address.exec(bytes.toString("latin1"))?.[0] });
    at += 2 + length;
  }
  return at === file.length ? pieces : undefined;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
const isRecord = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Firefox's `sessionstore.jsonlz4` and the files beside it; undefined, if it is none. */
export function readFirefoxSession(file: Buffer): Piece[] | undefined {
  const content = readMozLz4(file);
  if (!content) return undefined;
  const root = parsed(content);
  if (!isRecord(root) || !Array.isArray(root["windows"])) return undefined;
  const pieces: Piece[] = [];
  const walk = (value: Json, page: string | undefined): void => {
    if (isRecord(value)) {
      const own = pageOf(value) ?? page;
      for (const [key, inner] of Object.entries(value)) {
        pieces.push({ bytes: Buffer.from(key), page: own });
        walk(inner, own);
      }
    } else if (Array.isArray(value)) for (const inner of value) walk(inner, page);
    else pieces.push({ bytes: Buffer.from(typeof value === "string" ? value : JSON.stringify(value)), page });
  };
  walk(root, undefined);
  return pieces;
}

/** Undefined: it is not JSON, or only the begin of it. */
function parsed(content: Buffer): Json | undefined {
  try {
    const value: Json = JSON.parse(content.toString("utf8"));
    return value;
  } catch {
    return undefined;
  }
}

function pageOf(value: { readonly [key: string]: Json }): string | undefined {
  if (typeof value["url"] === "string") return value["url"];
  const entries = value["entries"];
  const last = Array.isArray(entries) ? entries.at(-1) : undefined;
  return isRecord(last) && typeof last["url"] === "string" ? last["url"] : undefined;
}
