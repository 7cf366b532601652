/** GIF89a: blocks of at most 255 bytes. Comments are texts; XMP stands in a block of its own (XMP part 3, 1.1.2). */
import { latin, text } from "./encoded.ts";
import type { Finds } from "./finds.ts";
import { joined } from "./joined.ts";
import type { Source } from "./source.ts";
import { readXmp } from "./xmp.ts";

const longest = 300_000;

export async function readGif(source: Source, finds: Finds): Promise<void> {
  const colorsOf = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + colorsOf((await source.read(10, 1))[0] ?? 0);

  /** What stands in the blocks from here on, up to the empty one; `isKept`: with the lengths of the blocks. */
  async function blocks(isWanted: boolean, isKept: boolean): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for (;;) {
      const size = (await source.read(at, 1))[0] ?? 0;
      if (size === 0) break;
      if (isWanted && length <= longest) {
        const piece = await source.read(isKept ? at : at + 1, size + (isKept ? 1 : 0));
        pieces.push(piece.slice());
        length += piece.length;
      }
      at += 1 + size;
    }
    at += 1;
    if (length > longest) finds.miss();
    return joined(pieces);
  }

  for (;;) {
    const mark = (await source.read(at, 1))[0];
    if (mark === 0x3b) return;
    if (mark === 0x2c) {
      at += 10 + colorsOf((await source.read(at + 9, 1))[0] ?? 0) + 1;
      await blocks(false, false);
    } else if (mark === 0x21) {
      const label = (await source.read(at + 1, 1))[0];
      at += 2;
      if (label === 0xfe) finds.say("caption", text(await blocks(true, false)));
      else if (label === 0xff && latin(await source.read(at + 1, 11)) === "XMP DataXMP") {
        at += 12;
        // It is not cut into blocks: its letters are taken for their lengths, up to a tail that leads to the end.
        readXmp(await blocks(true, true), finds);
      } else await blocks(false, false);
    } else return finds.miss();
  }
}
