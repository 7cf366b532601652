import { Unzlib } from "fflate";
import type { Finds } from "./finds.ts";
import { joined } from "./joined.ts";

/** Most that a packed text may come to, in bytes. */
const longest = 300_000;
/** Taken at a time: what comes of it is at most a thousand times as much. */
const step = 256;

/** @returns undefined where it cannot be unpacked, or comes to more than anybody writes */
export function inflate(packed: Uint8Array, finds: Finds): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  try {
    const unpack = new Unzlib((piece) => {
      length += piece.length;
      pieces.push(piece);
    });
    for (let at = 0; at < packed.length; at += step) {
      unpack.push(packed.subarray(at, at + step), at + step >= packed.length);
      if (length > longest) break;
    }
    isWhole = length <= longest;
  } catch {
    // No packed text, or not the whole of one.
  }
  finds.spend(length);
  if (isWhole) return joined(pieces);
  finds.miss();
  return undefined;
}
