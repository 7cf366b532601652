import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { filesUnder, root } from "./repository.ts";

export type Target = "chrome" | "firefox";
export const targets = ["chrome", "firefox"] as const;

const sources = ["src", "manifest", "icons"];

function isCurrent(target: Target): boolean {
  const manifest = join(root, "dist", target, "manifest.json");
  if (!existsSync(manifest)) return false;
  const built = statSync(manifest).mtimeMs;
  const inputs = [...sources.flatMap((folder) => filesUnder(folder)), "vite.config.ts", "package.json"];
  return inputs.every((path) => statSync(join(root, path)).mtimeMs <= built);
}

/** Runs `work` while no other test file does: several start at once and would build into the same folder. */
async function alone(work: () => void): Promise<void> {
  const lock = join(root, ".cache/house-build");
  mkdirSync(join(root, ".cache"), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      // Held by another file, or left by a run that was killed: a build takes seconds, so a minute-old lock is dead.
      if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 60_000) rmdirSync(lock);
      await sleep(200);
    }
  }
  try {
    work();
  } finally {
    rmdirSync(lock);
  }
}

/** The absolute folder of a build that is not older than its sources; builds only what is missing or old. */
export async function builtFolder(target: Target): Promise<string> {
  await alone(() => {
    if (isCurrent(target)) return;
    execFileSync(process.execPath, [join(root, "node_modules/vite/bin/vite.js"), "build", "--mode", target], {
      cwd: root,
      stdio: "pipe",
      env: { ...process.env, NODE_ENV: "production" },
    });
  });
  return join(root, "dist", target);
}

/** Every file of a folder: path inside it with `/`, and bytes. Sorted by path. */
export function contentsOf(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .toSorted();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]));
}
