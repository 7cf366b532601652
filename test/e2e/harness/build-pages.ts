import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { build } from "vite";

const root = join(import.meta.dirname, "../../..");
const composerPages = join(root, "test/pages");

/** Saved pages are read by other tests and not built. */
async function listSources(folder: string): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).filter(
    (name) => /\.(html|css|tsx?)$/.test(name) && !name.startsWith("saved"),
  );
  return names.sort().map((name) => join(folder, name));
}

/** Other pages are made of parts of the composer pages, so that these count for them as well. */
async function hashSources(source: string): Promise<string> {
  const hash = createHash("sha256");
  const folders = source === composerPages ? [source] : [composerPages, source];
  const names = (await Promise.all(folders.map(listSources))).flat();
  for (const name of [...names, join(root, "package-lock.json")]) {
    hash.update(name).update(await readFile(name));
  }
  return hash.digest("hex").slice(0, 16);
}

const building = new Map<string, Promise<string>>();

/** Builds the pages in `source`, a folder with a `vite.config.ts`, unless they are built already; returns their folder. */
export function buildPages(source = composerPages): Promise<string> {
  // Two browsers that start at the same time must not build in the same place.
  const started = building.get(source) ?? buildOnce(source);
  building.set(source, started);
  return started;
}

async function buildOnce(source: string): Promise<string> {
  const cache = join(
    root,
    ".cache",
    source === composerPages ? "pages" : `pages-of-${basename(dirname(source))}`,
  );
  const folder = join(cache, await hashSources(source));
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  // Built aside and renamed, so that a build that was cut short never looks like a finished one.
  const unfinished = join(cache, `unfinished-${process.pid}`);
  await build({ configFile: join(source, "vite.config.ts"), build: { outDir: unfinished } });
  try {
    await rename(unfinished, folder);
  } catch (error) {
    // Another process was quicker, with the same pages.
    if (!existsSync(folder)) throw error;
    await rm(unfinished, { recursive: true });
  }
  const isOld = (name: string): boolean => name !== basename(folder) && !name.startsWith("unfinished-");
  for (const name of (await readdir(cache)).filter(isOld))
    await rm(join(cache, name), { recursive: true, force: true });
  return folder;
}
