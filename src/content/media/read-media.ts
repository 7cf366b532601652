/** What a chosen picture or film carries. By what its bytes say it is, not by its name or type, which a page can set. */
import { latin, startsWith } from "./encoded.ts";
import { readFilm } from "./film.ts";
import { createFinds } from "./finds.ts";
import type { Carried, Finds } from "./finds.ts";
import { readGif } from "./gif.ts";
import { readHeif } from "./heif.ts";
import { readJpeg } from "./jpeg.ts";
import { readPng, readWebp } from "./png.ts";
import { createSource } from "./source.ts";
import type { ReadBlob, Source } from "./source.ts";
import { readTiff } from "./tiff.ts";

const longestTiff = 2_000_000;

type Reader = (source: Source, finds: Finds) => Promise<void>;

async function readTiffFile(source: Source, finds: Finds): Promise<void> {
  if (source.size > longestTiff) finds.miss();
  readTiff(await source.read(0, Math.min(source.size, longestTiff)), finds);
}

const pictures = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis"]);

function readerOf(head: Uint8Array): Reader | undefined {
  const box = latin(head.subarray(4, 8));
  if (startsWith(head, "\xFF\xD8")) return readJpeg;
  if (startsWith(head, "\x89PNG\r\n\x1A\n")) return readPng;
  if (startsWith(head, "RIFF") && startsWith(head, "WEBP", 8)) return readWebp;
  if (startsWith(head, "GIF8")) return readGif;
  if (startsWith(head, "II*\0") || startsWith(head, "MM\0*")) return readTiffFile;
  if (box === "ftyp") return pictures.has(latin(head.subarray(8, 12))) ? readHeif : readFilm;
  if (["moov", "mdat", "wide", "free", "skip", "pnot"].includes(box)) return readFilm;
  return undefined;
}

/** Never rejects, and is done in seconds whatever the file is. */
export async function readMedia(file: Blob, readBlob: ReadBlob, now: () => number): Promise<Carried> {
  const finds = createFinds(now);
  try {
    const source = createSource(file, readBlob, now);
    const reader = readerOf(await source.read(0, Math.min(16, source.size)));
    if (reader) await reader(source, finds);
    else finds.miss();
  } catch {
    // Cut off, damaged, or made to keep us busy: what was found until then was found.
    finds.miss();
  }
  try {
    await finds.rest();
  } catch {
    finds.miss();
  }
  return finds.result();
}
