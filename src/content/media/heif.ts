/** HEIC and AVIF (ISO 23008-12): a list of items says which of them are Exif or XMP, another where their bytes are. */
import { boxesIn } from "./boxes.ts";
import type { Box } from "./boxes.ts";
import { latin, text, upToZero, viewOf } from "./encoded.ts";
import type { Finds } from "./finds.ts";
import type { Source } from "./source.ts";
import { readTiff } from "./tiff.ts";
import { readXmp } from "./xmp.ts";

const longestTable = 1_000_000;
const longestItem = 1_000_000;
const mostItems = 5000;

interface Place {
  readonly offset: number;
  readonly length: number;
}

export async function readHeif(source: Source, finds: Finds): Promise<void> {
  const meta = (await boxesIn(source, 0, source.size)).find(({ type }) => type === "meta");
  if (!meta) return finds.miss();
  const boxes = await boxesIn(source, meta.from + 4, meta.to);
  const named = (type: string): Box | undefined => boxes.find((box) => box.type === type);
  const [infos, places, data] = [named("iinf"), named("iloc"), named("idat")];
  if (!infos) return;
  const items = await itemsIn(source, infos);
  if (items.size === 0) return;
  if (!places || places.to - places.from > longestTable) return finds.miss();
  const found = placesIn(await source.read(places.from, places.to - places.from), items, data?.from);
  for (const [id, kind] of items) {
    const place = found.get(id);
    if (!place || place.length > longestItem) finds.miss();
    else {
      const bytes = await source.read(place.offset, place.length);
      if (kind === "xmp") readXmp(bytes, finds);
      // In front of it stands how far it is to the table itself.
      else if (bytes.length >= 4) readTiff(bytes.subarray(4 + viewOf(bytes).getUint32(0)), finds);
    }
  }
}

async function itemsIn(source: Source, { from, to }: Box): Promise<Map<number, "exif" | "xmp">> {
  const items = new Map<number, "exif" | "xmp">();
  const isShort = (await source.read(from, 1))[0] === 0;
  for (const box of await boxesIn(source, from + (isShort ? 6 : 8), to)) {
    if (box.type !== "infe" || box.to - box.from > 4096) continue;
    const body = await source.read(box.from, box.to - box.from);
    const view = viewOf(body);
    const version = body[0] ?? 0;
    if (version < 2) continue;
    const id = version === 2 ? view.getUint16(4) : view.getUint32(4);
    const at = (version === 2 ? 6 : 8) + 2;
    const type = latin(body.subarray(at, at + 4));
    const contentType = text(upToZero(body, upToZero(body, at + 4).next).part);
    if (type === "Exif") items.set(id, "exif");
    else if (type === "mime" && contentType === "application/rdf+xml") items.set(id, "xmp");
  }
  return items;
}

/** Where the wanted items are; of one that stands in several pieces the place is not told. */
function placesIn(
  body: Uint8Array,
  wanted: ReadonlyMap<number, unknown>,
  dataAt: number | undefined,
): Map<number, Place> {
  const view = viewOf(body);
  const version = body[0] ?? 0;
  const sizes = view.getUint16(4);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  let at = 6;
  const next = (size: number): number => {
    const value =
      size === 0
        ? 0
        : size === 2
          ? view.getUint16(at)
          : size === 4
            ? view.getUint32(at)
            : Number(view.getBigUint64(at));
    at += size;
    return value;
  };
  const places = new Map<number, Place>();
  const wide = version === 2 ? 4 : 2;
  const count = Math.min(next(wide), mostItems);
  for (let item = 0; item < count; item++) {
    const id = next(wide);
    const method = version === 0 ? 0 : next(2) & 15;
    next(2);
    const base = next(baseSize);
    const pieces = next(2);
    for (let piece = 0; piece < pieces; piece++) {
      next(indexSize);
      const [offset, length] = [next(offsetSize), next(lengthSize)];
      const start = method === 0 ? 0 : method === 1 ? dataAt : undefined;
      if (wanted.has(id) && pieces === 1 && start !== undefined)
        places.set(id, { offset: start + base + offset, length });
    }
  }
  return places;
}
