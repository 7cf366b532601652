/** JPEG: segments up to the first scan (ITU-T T.81, B.1; JFIF, Exif, XMP part 3, 1.1.3). */
import { latin, startsWith, viewOf } from "./encoded.ts";
import type { Finds } from "./finds.ts";
import { readPhotoshop } from "./iptc.ts";
import { joined } from "./joined.ts";
import type { Source } from "./source.ts";
import { readTiff } from "./tiff.ts";
import { readXmp } from "./xmp.ts";

const exif = "Exif\0\0";
const xmp = "http://ns.adobe.com/xap/1.0/\0";
const xmpMore = "http://ns.adobe.com/xmp/extension/\0";
const photoshop = "Photoshop 3.0\0";

/** A packet that is too long for one segment goes on in others: name of the packet, its length, where this piece begins. */
const moreHead = 32 + 4 + 4;
const longestMore = 300_000;

export async function readJpeg(source: Source, finds: Finds): Promise<void> {
  const more: Uint8Array[] = [];
  const blocks: Uint8Array[] = [];
  let moreBytes = 0;

  function readApp(marker: number, body: Uint8Array): void {
    if (marker === 0xe1 && startsWith(body, exif)) readTiff(body.subarray(exif.length), finds);
    else if (marker === 0xe1 && startsWith(body, xmp)) readXmp(body.subarray(xmp.length), finds);
    else if (marker === 0xe1 && startsWith(body, xmpMore)) {
      const piece = body.slice(xmpMore.length + moreHead);
      moreBytes += piece.length;
      if (moreBytes > longestMore) finds.miss();
      else more.push(piece);
    } else if (marker === 0xed && startsWith(body, photoshop)) blocks.push(body.slice(photoshop.length));
    else if (marker === 0xfe) finds.say("caption", latin(body));
  }

  let at = 2;
  for (;;) {
    const head = await source.read(at, 4);
    const marker = head[1] ?? 0;
    if (head[0] !== 0xff) return finds.miss();
    // A fill byte before the marker, or a marker that stands alone.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else if (marker === 0xda || marker === 0xd9) break;
    else {
      const length = viewOf(head).getUint16(2);
      if (length < 2) return finds.miss();
      const wanted = marker === 0xe1 || marker === 0xed || marker === 0xfe;
      if (wanted) readApp(marker, await source.read(at + 4, length - 2));
      at += 2 + length;
    }
  }
  if (more.length > 0) readXmp(joined(more), finds);
  // A block of Photoshop may go on in the next segment.
  if (blocks.length > 0) readPhotoshop(joined(blocks), finds, (bytes) => readTiff(bytes, finds));
}
