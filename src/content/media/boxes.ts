/** Boxes in boxes: ISO base media file format (ISO 14496-12) and QuickTime, of which films, HEIC and AVIF are made. */
import { latin, viewOf } from "./encoded.ts";
import type { Source } from "./source.ts";

export interface Box {
  readonly type: string;
  /** Of what is in it. */
  readonly from: number;
  readonly to: number;
}

/** Of one box, and of a file. */
const mostBoxes = 2000;

/**
 * The boxes between two places of the file. Only their heads are read.
 * @throws where one of them ends beyond the box that it is in
 */
export async function boxesIn(source: Source, from: number, to: number): Promise<Box[]> {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to;) {
    if (boxes.length >= mostBoxes) throw new Error("enough was read");
    const head = await source.read(at, 8);
    const view = viewOf(head);
    let length = view.getUint32(0);
    let headLength = 8;
    // QuickTime ends a list of user data with four zeros, and pads with more.
    if (length === 0 && latin(head.subarray(4)) === "\0\0\0\0") break;
    if (length === 0) length = to - at;
    else if (length === 1) {
      length = Number(viewOf(await source.read(at + 8, 8)).getBigUint64(0));
      headLength = 16;
    }
    if (length < headLength || at + length > to) throw new Error("a box is cut off");
    boxes.push({ type: latin(head.subarray(4, 8)), from: at + headLength, to: at + length });
    at += length;
  }
  return boxes;
}
