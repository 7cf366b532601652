import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { z } from "../../src/contract/zod.ts";
import { contentsOf, targets } from "./built.ts";
import type { Target } from "./built.ts";
import { filesUnder, read, root } from "./repository.ts";

const inputs = ["src", "manifest", "icons", "package.json", "tsconfig.json", "vite.config.ts"];
const needed = z.object({ dependencies: z.optional(z.record(z.string(), z.string())) });
const places = mkdtempSync(join(tmpdir(), "replyguard-"));
afterAll(() => rmSync(places, { recursive: true, force: true }));

/** What ships, and what that needs in turn. */
function shippedPackages(): Set<string> {
  const found = new Set<string>();
  const wanted = Object.keys(packageJson.dependencies);
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const needs = needed.parse(JSON.parse(read(`node_modules/${name}/package.json`)));
    wanted.push(...Object.keys(needs.dependencies ?? {}));
  }
  return found;
}

/** Names of all packages, those of a scope with it. */
function installed(): string[] {
  const inside = (folder: string): string[] =>
    readdirSync(join(root, "node_modules", folder)).filter((one) => !one.startsWith("."));
  return inside("").flatMap((name) =>
    name.startsWith("@") ? inside(name).map((one) => `${name}/${one}`) : name,
  );
}

/** Packages that end up in the bundle lie in the folder itself, as after an installation; tools may be linked. */
function install(folder: string): void {
  const shipped = shippedPackages();
  mkdirSync(join(folder, "node_modules"));
  for (const name of installed()) {
    mkdirSync(dirname(join(folder, "node_modules", name)), { recursive: true });
    const [from, to] = [join(root, "node_modules", name), join(folder, "node_modules", name)];
    if (shipped.has(name)) cpSync(from, to, { recursive: true });
    else symlinkSync(from, to, "dir");
  }
}

/** Copies the sources to `folder` with another date on each file, builds there, and gives back what came out. */
function buildIn(
  folder: string,
  target: Target,
  env: Record<string, string>,
  date: Date,
): Map<string, Buffer> {
  mkdirSync(folder, { recursive: true });
  for (const input of inputs) cpSync(join(root, input), join(folder, input), { recursive: true });
  for (const path of ["src", "manifest", "icons"].flatMap((input) => filesUnder(input))) {
    utimesSync(join(folder, path), date, date);
  }
  install(folder);
  execFileSync(process.execPath, ["node_modules/vite/bin/vite.js", "build", "--mode", target], {
    cwd: folder,
    stdio: "pipe",
    env: { ...process.env, NODE_ENV: "production", ...env },
  });
  return contentsOf(join(folder, "dist", target));
}

test.each(targets)(
  "two builds for %s, in other folders, time zones and years, are the same bytes",
  (target) => {
    const first = buildIn(
      join(places, target),
      target,
      { TZ: "America/Los_Angeles", LANG: "C" },
      new Date("2026-01-02T03:04:05Z"),
    );
    const second = buildIn(
      join(places, "a much", "longer path", target),
      target,
      { TZ: "Pacific/Auckland", LANG: "de_DE.UTF-8" },
      new Date("2031-12-11T10:09:08Z"),
    );
    expect([...second.keys()]).toEqual([...first.keys()]);
    expect(first.size).toBeGreaterThan(10);
    const different = [...first].filter(([path, bytes]) => !second.get(path)?.equals(bytes));
    expect(different.map(([path]) => path)).toEqual([]);
  },
);
