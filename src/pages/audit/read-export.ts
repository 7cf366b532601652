/** Reads an export of a record from a file that a person chose. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { recordLineLimit } from "../../contract/record-entry.ts";
import { webChecking } from "../../record/proof.ts";
import type { Checking } from "../../record/proof.ts";
import type { Export } from "../../record/verify.ts";

const tooLong = 4 * recordLineLimit;

/** Without a promise for each line, a long log is read several times as fast. */
export const pageChecking: Checking = {
  ...webChecking,
  sha256: (text) => bytesToHex(sha256(utf8ToBytes(text))),
};

/** `progress`: how much of the file has been read, of 1. */
export async function openExport(file: Blob, progress: (read: number) => void): Promise<Export> {
  return {
    lines: () => linesOf(file, progress),
    last: await file.slice(Math.max(0, file.size - tooLong)).text(),
  };
}

/** Lines end with LF or CR LF; a byte order mark is passed over. A line longer than `longest` UTF-16 units comes in pieces. */
export async function* linesOf(
  file: Blob,
  progress: (read: number) => void,
  longest = tooLong,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = file.stream().getReader();
  let rest = "";
  let read = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      read += value.length;
      progress(read / file.size);
      rest += decoder.decode(value, { stream: true });
      let start = 0;
      for (let end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n", start)) {
        yield withoutReturn(rest.slice(start, end));
        start = end + 1;
      }
      rest = rest.slice(start);
      if (rest.length > longest) {
        yield rest;
        rest = "";
      }
    }
  } finally {
    await reader.cancel();
  }
  rest += decoder.decode();
  if (rest !== "") yield withoutReturn(rest);
}

const withoutReturn = (line: string): string => (line.endsWith("\r") ? line.slice(0, -1) : line);
