import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { recordLineLimit } from "../../../src/contract/record-entry.ts";
import { webChecking } from "../../../src/record/proof.ts";
import type { Checking } from "../../../src/record/proof.ts";
import type { Export } from "../../../src/record/verify.ts";
import { Problem } from "../problem.ts";

/** A piece that was read grows no longer than this before its end of line must have come: the verifier refuses such a line. */
const tooLong = 4 * recordLineLimit;

/** Node's own hash is some forty times as fast as its Web Cryptography. */
export const nodeChecking: Checking = {
  ...webChecking,
  sha256: (text) => createHash("sha256").update(text, "utf8").digest("hex"),
};

/** @throws {Problem} where the file cannot be read. */
export async function openExport(path: string): Promise<Export> {
  return { lines: () => linesOf(path), last: await endOf(path) };
}

function unreadable(path: string): Problem {
  return new Problem(
    `${path}: the file cannot be read`,
    "Name an export of the record in JSON Lines that may be read.",
  );
}

async function endOf(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      const length = Math.min(size, tooLong);
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length);
      return buffer.toString("utf8", 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    throw unreadable(path);
  }
}

/**
 * Lines end with LF or CR LF; a byte order mark is passed over. A line longer than `longest` UTF-16 units comes in pieces.
 * @throws {Problem} where the file cannot be read.
 */
export async function* linesOf(path: string, longest = tooLong): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
      rest += decoder.decode(chunk as Buffer, { stream: true });
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
  } catch (error) {
    if (error instanceof Error && "code" in error && "syscall" in error) throw unreadable(path);
    throw error;
  }
  rest += decoder.decode();
  if (rest !== "") yield withoutReturn(rest);
}

const withoutReturn = (line: string): string => (line.endsWith("\r") ? line.slice(0, -1) : line);
