import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { webChecking } from "../../../src/record/proof.ts";
import type { Checking } from "../../../src/record/proof.ts";
import { longestPiece, splitLines } from "../../../src/record/split-lines.ts";
import type { Export } from "../../../src/record/verify.ts";
import { Problem } from "../problem.ts";

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
      const length = Math.min(size, longestPiece);
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length);
      return buffer.toString("utf8", 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    throw unreadable(path);
  }
}

/** As `splitLines`. @throws {Problem} where the file cannot be read. */
export const linesOf = (path: string, longest?: number): AsyncGenerator<string> =>
  splitLines(chunksOf(path), longest);

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) yield chunk as Buffer;
  } catch (error) {
    if (error instanceof Error && "code" in error && "syscall" in error) throw unreadable(path);
    throw error;
  }
}
