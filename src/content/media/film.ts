/**
 * Films: MP4, QuickTime, 3GPP. What they say of themselves stands in `moov`, at either end of the file: times, user data
 * (`udta`), lists of keys (`meta`), XMP. Tracks are looked at only for whether one tells the way that was taken.
 */
import type { MediaKind } from "../../contract/media-kind.ts";
import { boxesIn } from "./boxes.ts";
import type { Box } from "./boxes.ts";
import { latin, text, utf16, viewOf } from "./encoded.ts";
import type { Finds } from "./finds.ts";
import type { Source } from "./source.ts";
import { readXmp } from "./xmp.ts";

/** Longest value that is read, in bytes. */
const longest = 300_000;

/** By the four letters of a box of user data, or of a list; `\u00A9` begins those of QuickTime. */
const fields: Readonly<Record<string, MediaKind>> = {
  "\u00A9xyz": "place",
  loci: "place",
  "\u00A9day": "time",
  "\u00A9mak": "device",
  "\u00A9mod": "device",
  "\u00A9swr": "device",
  "\u00A9ART": "person",
  "\u00A9aut": "person",
  "\u00A9wrt": "person",
  "\u00A9dir": "person",
  "\u00A9prd": "person",
  "\u00A9prf": "person",
  "\u00A9cpy": "person",
  aART: "person",
  auth: "person",
  perf: "person",
  cprt: "person",
  "\u00A9nam": "caption",
  "\u00A9cmt": "caption",
  "\u00A9des": "caption",
  "\u00A9inf": "caption",
  "\u00A9alb": "caption",
  desc: "caption",
  ldes: "caption",
  titl: "caption",
  dscp: "caption",
  "\u00A9key": "keywords",
  keyw: "keywords",
  kywd: "keywords",
  thmb: "preview",
};

/** Of QuickTime's keys (`com.apple.quicktime.location.ISO6709`, `com.android.…`) the words tell. */
const words: readonly (readonly [RegExp, MediaKind])[] = [
  [/location/, "place"],
  [/date|time$/, "time"],
  [/make|model|software|camera|lens|version|device|manufacturer/, "device"],
  [/author|artist|director|producer|owner|copyright|publisher|performer/, "person"],
  [/keyword/, "keywords"],
  [/title|description|comment|information|displayname|album/, "caption"],
];

/** Sample entries of tracks in which cameras write where they are: GoPro, Google's, Sony's. */
const ways = new Set(["gpmd", "camm", "rtmd"]);

const xmpId = "\xBE\x7A\xCF\xCB\x97\xA9\x42\xE8\x9C\x71\x99\x94\x91\xE3\xAF\xAC";

export async function readFilm(source: Source, finds: Finds): Promise<void> {
  const boxes = await boxesIn(source, 0, source.size);
  for (const box of boxes) {
    if (box.type === "moov") await readMovie(box);
    else if (box.type === "uuid") await readUuid(box);
    else if (box.type === "meta") await readMeta(box);
  }
  if (!boxes.some(({ type }) => type === "moov")) finds.miss();

  async function bodyOf({ from, to }: Box): Promise<Uint8Array> {
    if (to - from > longest) throw new Error("enough was read");
    return source.read(from, to - from);
  }

  async function readMovie(movie: Box): Promise<void> {
    for (const box of await boxesIn(source, movie.from, movie.to)) {
      if (box.type === "mvhd") readHead(await bodyOf(box));
      else if (box.type === "udta") await readUserData(box);
      else if (box.type === "meta") await readMeta(box);
      else if (box.type === "uuid") await readUuid(box);
      else if (box.type === "trak") await readTrack(box, ["mdia", "minf", "stbl", "stsd"]);
    }
  }

  /** Made at, in seconds since 1904; 0 is never. */
  function readHead(body: Uint8Array): void {
    if (body.subarray(4, body[0] === 1 ? 12 : 8).some((byte) => byte !== 0)) finds.add("time");
  }

  async function readTrack(track: Box, [wanted, ...rest]: readonly string[]): Promise<void> {
    for (const box of await boxesIn(source, track.from, track.to)) {
      if (box.type === "udta" && wanted === "mdia") await readUserData(box);
      else if (box.type === "meta" && wanted === "mdia") await readMeta(box);
      else if (box.type === wanted && rest.length > 0) await readTrack(box, rest);
      else if (box.type === wanted) {
        const body = await source.read(box.from, Math.min(16, box.to - box.from));
        if (ways.has(latin(body.subarray(12, 16)))) finds.add("place");
      }
    }
  }

  async function readUserData(data: Box): Promise<void> {
    for (const box of await boxesIn(source, data.from, data.to)) {
      if (box.type === "meta") await readMeta(box);
      else if (box.type === "XMP_") readXmp(await bodyOf(box), finds);
      else if (box.type === "uuid") await readUuid(box);
      else {
        const kind = fields[box.type];
        if (kind) take(kind, valueOf(box.type, await bodyOf(box)));
      }
    }
  }

  /** QuickTime's texts have their length and language in front, those of 3GPP a version and a language. */
  function valueOf(type: string, body: Uint8Array): string {
    if (type.startsWith("\u00A9")) {
      const length = body.length >= 4 ? viewOf(body).getUint16(0) : 0;
      return text(body.subarray(4, 4 + length));
    }
    const rest = body.subarray(6);
    if (rest[0] === 0xfe && rest[1] === 0xff) return utf16(rest.subarray(0, rest.length & ~1), false);
    return text(rest);
  }

  function take(kind: MediaKind, value: string): void {
    if (kind === "place" || kind === "device" || kind === "time" || kind === "preview") {
      if (/[1-9A-Za-z]/.test(value)) finds.add(kind);
    } else finds.say(kind, value);
  }

  async function readUuid(box: Box): Promise<void> {
    if (box.to - box.from < 16) return;
    if (latin(await source.read(box.from, 16)) !== xmpId) return;
    readXmp((await bodyOf(box)).subarray(16), finds);
  }

  /** `keys` has names, `ilst` the values, in QuickTime by the number of their name, in MP4 by four letters. */
  async function readMeta(meta: Box): Promise<void> {
    // A full box in MP4 and a plain one in QuickTime: the head of the first box in it tells.
    const start = await source.read(meta.from, Math.min(8, meta.to - meta.from));
    const isPlain = latin(start.subarray(4, 8)) === "hdlr";
    const boxes = await boxesIn(source, meta.from + (isPlain ? 0 : 4), meta.to);
    const keyBox = boxes.find(({ type }) => type === "keys");
    const keys = keyBox ? keysOf(await bodyOf(keyBox)) : [];
    for (const list of boxes.filter(({ type }) => type === "ilst")) {
      for (const item of await boxesIn(source, list.from, list.to)) {
        const kind = fields[item.type] ?? kindOfKey(keys[numberOf(item.type) - 1]);
        if (!kind) continue;
        for (const data of await boxesIn(source, item.from, item.to)) {
          if (data.type === "data") take(kind, text((await bodyOf(data)).subarray(8)));
        }
      }
    }
    for (const box of boxes) if (box.type === "XMP_") readXmp(await bodyOf(box), finds);
  }

  function keysOf(body: Uint8Array): string[] {
    const view = viewOf(body);
    const keys: string[] = [];
    for (let at = 8; at + 8 <= body.length && keys.length < 1000;) {
      const length = view.getUint32(at);
      if (length < 8 || at + length > body.length) throw new Error("a key is cut off");
      keys.push(text(body.subarray(at + 8, at + length)));
      at += length;
    }
    return keys;
  }
}

const numberOf = (type: string): number =>
  [...type].reduce((sum, letter) => sum * 256 + (letter.codePointAt(0) ?? 0), 0);

const kindOfKey = (key: string | undefined): MediaKind | undefined =>
  key === undefined ? undefined : words.find(([word]) => word.test(key.toLowerCase()))?.[1];
