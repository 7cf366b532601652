import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";

const root = join(import.meta.dirname, "../../..");
const source = join(root, "test/pages");
const cache = join(root, ".cache/pages");

/** Saved pages are read by other tests and not built. */
async function hashSources(): Promise<string> {
  const hash = createHash("sha256");
  const names = (await readdir(source, { recursive: true })).filter(
    (name) => /\.(html|css|tsx?)$/.test(name) && !name.startsWith("saved"),
  );
  for (const name of [...names.sort().map((name) => join(source, name)), join(root, "package-lock.json")]) {
    hash.update(name).update(await readFile(name));
  }
  return hash.digest("hex").slice(0, 16);
}

/** Builds the composer pages unless they are built already, and returns their folder. */
export async function buildPages(): Promise<string> {
  const folder = join(cache, await hashSources());
  if (existsSync(folder)) return folder;
  await rm(cache, { recursive: true, force: true });
  await mkdir(cache, { recursive: true });
  // Built aside and renamed, so that a build that was cut short never looks like a finished one.
  const unfinished = join(cache, `unfinished-${process.pid}`);
  await build({ configFile: join(source, "vite.config.ts"), build: { outDir: unfinished } });
  await rename(unfinished, folder);
  return folder;
}
