import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { Writable } from "node:stream";
import { Problem } from "../problem.ts";

/** Pieces are written together until there are so many UTF-16 units of them. */
const together = 1 << 16;

/**
 * To standard output, or into a new file: all of it, or no file. Never over another one: `remedy` says what to do where there is
 * one.
 */
export async function writeStream(
  path: string | undefined,
  pieces: AsyncIterable<string>,
  { mode, remedy }: { readonly mode: number; readonly remedy: string },
): Promise<void> {
  if (path === undefined) return pour(pieces, process.stdout);
  const stream = createWriteStream(path, { flags: "wx", mode });
  try {
    await once(stream, "open");
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "EEXIST"
      ? new Problem(`${path}: there is a file already`, remedy)
      : new Problem(
          `${path}: the file cannot be written`,
          "Check that the folder is there and may be written to.",
        );
  }
  // Without a listener the error of a full disk would end the process before the file is taken away.
  let isFull = false;
  stream.on("error", () => (isFull = true));
  try {
    await pour(pieces, stream, () => isFull);
    stream.end();
    await once(stream, "finish");
  } catch (error) {
    stream.destroy();
    await rm(path, { force: true });
    throw isFull
      ? new Problem(`${path}: the file cannot be written`, "Check that the disk has room.")
      : error;
  }
}

async function pour(pieces: AsyncIterable<string>, stream: Writable, isFull = () => false): Promise<void> {
  let held = "";
  const flush = async (): Promise<void> => {
    if (isFull()) throw new Error("full");
    if (!stream.write(held)) await once(stream, "drain");
    held = "";
  };
  for await (const piece of pieces) {
    held += piece;
    if (held.length >= together) await flush();
  }
  await flush();
}
