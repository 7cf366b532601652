import { randomUUID } from "node:crypto";
import { open, realpath, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Problem } from "./problem.ts";

/** Where a path leads, also when nothing is there yet. */
async function placeOf(path: string): Promise<string> {
  return realpath(path).catch(async () => {
    const folder = dirname(resolve(path));
    return join(await realpath(folder).catch(() => folder), basename(path));
  });
}

/** Throws a `Problem` where what is to be written is something that is read, or is written twice. */
export async function keepApart(
  written: readonly (string | undefined)[],
  readFrom: readonly (string | undefined)[],
): Promise<void> {
  const taken = new Set<string>();
  for (const path of readFrom) if (path !== undefined) taken.add(await placeOf(path));
  for (const path of written) {
    if (path === undefined) continue;
    const place = await placeOf(path);
    if (taken.has(place))
      throw new Problem(`${path}: this file is named twice`, "Give what is written a name of its own.");
    taken.add(place);
  }
}

/** All of it or nothing: whoever reads `path` meanwhile finds the old file or the new one. */
export async function writeWhole(path: string, content: Uint8Array | string, mode = 0o644): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}`);
  try {
    const handle = await open(beside, "wx", mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, path);
  } catch {
    await rm(beside, { force: true });
    throw new Problem(`${path}: the file cannot be written`, "Check that the folder is there and has room.");
  }
}

/** Never in place of another file: `remedy` says what to do where there is one. Nothing is left of a write that failed. */
export async function writeNew(path: string, content: string, mode: number, remedy: string): Promise<void> {
  const handle = await open(path, "wx", mode).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EEXIST"
      ? new Problem(`${path}: there is a file already`, remedy)
      : new Problem(
          `${path}: the file cannot be written`,
          "Check that the folder is there and may be written to.",
        );
  });
  try {
    await handle.writeFile(content);
    await handle.sync();
  } catch {
    await rm(path, { force: true });
    throw new Problem(`${path}: the file cannot be written`, "Check that the disk has room.");
  } finally {
    await handle.close();
  }
}
