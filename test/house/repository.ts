import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";

export const root = fileURLToPath(new URL("../../", import.meta.url));

const notOurs = new Set(["node_modules", "dist", ".git", ".cache", "test-results", "try-results"]);

/** Paths from the root with `/`, sorted; made and fetched folders are left out. */
export function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !notOurs.has(entry.name))
    .flatMap((entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesUnder(path) : [path];
    })
    .toSorted();
}

export const read = (path: string): string => readFileSync(join(root, path), "utf8");

export const isCode = (path: string): boolean =>
  [".ts", ".tsx", ".mts", ".js", ".mjs"].includes(extname(path));

export interface Import {
  readonly specifier: string;
  /** Erased by the compiler: nothing of the module is loaded. */
  readonly typeOnly: boolean;
}

/**
 * Every module that a source names: imports, re-exports, and `import()` with a literal.
 * @throws when the source does not parse.
 */
export function importsOf(path: string, source: string): Import[] {
  const parsed = parseSync(path, source);
  const [fault] = parsed.errors;
  if (fault) throw new Error(`${path}: ${fault.message}`);
  const found: Import[] = parsed.program.body.flatMap((node) => {
    if (node.type === "ImportDeclaration") {
      const typeOnly =
        node.importKind === "type" ||
        (node.specifiers.length > 0 &&
          node.specifiers.every((part) => part.type === "ImportSpecifier" && part.importKind === "type"));
      return [{ specifier: node.source.value, typeOnly }];
    }
    if (node.type === "ExportAllDeclaration" || node.type === "ExportNamedDeclaration") {
      return node.source ? [{ specifier: node.source.value, typeOnly: node.exportKind === "type" }] : [];
    }
    return [];
  });
  const lazy = parsed.module.dynamicImports.flatMap(({ moduleRequest }) => {
    const text = source.slice(moduleRequest.start, moduleRequest.end);
    return /^["'].*["']$/.test(text) ? [{ specifier: text.slice(1, -1), typeOnly: false }] : [];
  });
  return [...found, ...lazy];
}
