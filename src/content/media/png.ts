/** PNG: chunks to the end of the file (PNG 3rd edition, 5 and 11.3), and WebP, whose chunks are RIFF's. */
import type { MediaKind } from "../../contract/media-kind.ts";
import { latin, startsWith, text, upToZero, viewOf } from "./encoded.ts";
import type { Finds } from "./finds.ts";
import { inflate } from "./inflate.ts";
import { readIptc, readPhotoshop } from "./iptc.ts";
import type { Source } from "./source.ts";
import { readTiff } from "./tiff.ts";
import { readXmp } from "./xmp.ts";

/** Longest chunk that is read; of one that is longer nothing is known. */
const longest = 300_000;

const profile = "raw-profile-type-";

const keywords: Readonly<Record<string, MediaKind>> = {
  author: "person",
  copyright: "person",
  artist: "person",
  "creation-time": "time",
  source: "device",
};

export async function readPng(source: Source, finds: Finds): Promise<void> {
  for (let at = 8; at < source.size;) {
    const head = await source.read(at, 8);
    const length = viewOf(head).getUint32(0);
    const type = latin(head.subarray(4));
    if (type === "IEND") return;
    if (/^(?:tEXt|zTXt|iTXt|eXIf|tIME)$/.test(type)) {
      if (length > longest) finds.miss();
      else {
        const body = await source.read(at + 8, length);
        finds.later(() => readChunk(type, body, finds));
      }
    }
    at += 12 + length;
  }
  finds.miss();
}

function readChunk(type: string, body: Uint8Array, finds: Finds): void {
  finds.spend(body.length);
  if (type === "eXIf") return readTiff(body, finds);
  if (type === "tIME") return finds.add("time");
  const { part, next } = upToZero(body, 0);
  const keyword = latin(part);
  if (type === "tEXt") return readText(keyword, body.subarray(next), latin(body.subarray(next)), finds);
  let from = next + 1;
  let isPacked = true;
  if (type === "iTXt") {
    isPacked = body[next] === 1;
    from = upToZero(body, upToZero(body, next + 2).next).next;
  }
  const rest = body.subarray(from);
  const bytes = isPacked ? inflate(rest, finds) : rest;
  if (bytes) readText(keyword, bytes, text(bytes), finds);
}

function readText(keyword: string, bytes: Uint8Array, value: string, finds: Finds): void {
  const name = keyword.toLowerCase().replaceAll(" ", "-");
  if (name === "xml:com.adobe.xmp") return readXmp(bytes, finds);
  if (name.startsWith(profile)) return readProfile(name.slice(profile.length), value, finds);
  const kind = keywords[name] ?? (name.startsWith("date:") ? "time" : "caption");
  if (kind === "time" || kind === "device") finds.add(kind);
  else finds.say(kind, value);
}

/** As ImageMagick writes it: a name, a length, and the bytes in hex. */
function readProfile(name: string, value: string, finds: Finds): void {
  const hex = /^\s*\S+\s+\d+\s([0-9a-f\s]+)$/i.exec(value)?.[1]?.replaceAll(/\s/g, "");
  if (hex === undefined) return finds.miss();
  const bytes = new Uint8Array(hex.length >> 1);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16);
  if (name === "exif" || name === "app1") {
    if (startsWith(bytes, "Exif\0\0")) readTiff(bytes.subarray(6), finds);
    else readXmp(bytes, finds);
  } else if (name === "xmp") readXmp(bytes, finds);
  else if (name === "iptc" && startsWith(bytes, "8BIM")) readPhotoshop(bytes, finds);
  else if (name === "iptc") readIptc(bytes, finds);
}

export async function readWebp(source: Source, finds: Finds): Promise<void> {
  const end = Math.min(source.size, 8 + viewOf(await source.read(0, 8)).getUint32(4, true));
  for (let at = 12; at + 8 <= end;) {
    const head = await source.read(at, 8);
    const length = viewOf(head).getUint32(4, true);
    const type = latin(head.subarray(0, 4));
    if (type === "EXIF" || type === "XMP ") {
      if (length > longest) finds.miss();
      else {
        const body = await source.read(at + 8, length);
        if (type === "XMP ") readXmp(body, finds);
        else readTiff(startsWith(body, "Exif\0\0") ? body.subarray(6) : body, finds);
      }
    }
    at += 8 + length + (length & 1);
  }
}
