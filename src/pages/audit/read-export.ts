/** Reads an export of a record from a file that a person chose. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { webChecking } from "../../record/proof.ts";
import type { Checking } from "../../record/proof.ts";
import { longestPiece, splitLines } from "../../record/split-lines.ts";
import type { Export } from "../../record/verify.ts";

/** Without a promise for each line, a long log is read several times as fast. */
export const pageChecking: Checking = {
  ...webChecking,
  sha256: (text) => bytesToHex(sha256(utf8ToBytes(text))),
};

/** `progress`: how much of the file has been read, of 1. */
export async function openExport(file: Blob, progress: (read: number) => void): Promise<Export> {
  return {
    lines: () => linesOf(file, progress),
    last: await file.slice(Math.max(0, file.size - longestPiece)).text(),
  };
}

/** As `splitLines`. */
export const linesOf = (
  file: Blob,
  progress: (read: number) => void,
  longest?: number,
): AsyncGenerator<string> => splitLines(chunksOf(file, progress), longest);

async function* chunksOf(file: Blob, progress: (read: number) => void): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  let read = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      read += value.length;
      progress(read / file.size);
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
