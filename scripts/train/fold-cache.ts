/**
 * Folds take minutes each, and depend on nothing but the corpus and the code that they are made with: they are kept in
 * `.cache/folds` under a digest of both, so that measuring again after a change of a rule needs no training.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Fold, runFolds } from "./fold.ts";

const root = join(import.meta.dirname, "../..");
const cache = join(root, ".cache/folds");

/** What training reads; the weights that it writes, and what only reports, are left out. */
const sources = [
  "test/corpus",
  "scripts/train",
  "src/engine/model",
  "src/engine/normalize.ts",
  "src/engine/clauses.ts",
  "src/engine/context.ts",
  "src/engine/look-alikes.ts",
  "src/engine/leet-words.ts",
];
const notRead = /(?:weights|fold-cache|left-out|decision|pipeline|measure)\.(?:ts|mjs)$|GUIDE\.md$/;

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function digest(): string {
  const hash = createHash("sha256");
  for (const source of sources)
    for (const file of filesIn(join(root, source)))
      if (!notRead.test(file)) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest("hex").slice(0, 20);
}

/** The folds of these names, as `runFolds` gives them; what it takes to make the missing ones is said on the console. */
export async function cachedFolds(names: readonly string[], atOnce: number): Promise<Map<string, Fold>> {
  const folder = join(cache, digest());
  mkdirSync(folder, { recursive: true });
  const fileOf = (name: string): string => join(folder, `${name}.json`);
  const missing = names.filter((name) => !existsSync(fileOf(name)));
  if (missing.length > 0) console.log(`Training ${missing.length} times: ${missing.join(", ")}`);
  await runFolds(missing, atOnce, (name, fold) => {
    writeFileSync(fileOf(name), JSON.stringify(fold));
    console.log(`${new Date().toISOString()} trained without ${name}`);
  });
  return new Map(
    names.map((name) => {
      const fold: Fold = JSON.parse(readFileSync(fileOf(name), "utf8"));
      return [name, fold];
    }),
  );
}
