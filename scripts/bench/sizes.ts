import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { table } from "./figures.ts";

interface Size {
  readonly raw: number;
  readonly zipped: number;
}

const root = join(import.meta.dirname, "../..");
const targets = ["chrome", "firefox"] as const;

async function sizesOf(target: (typeof targets)[number]): Promise<ReadonlyMap<string, Size>> {
  const folder = join(root, "dist", target);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry): Promise<[string, Size]> => {
        const path = join(entry.parentPath, entry.name);
        const bytes = await readFile(path);
        const zipped = gzipSync(bytes, { level: 9 }).length;
        return [path.slice(folder.length + 1).replaceAll("\\", "/"), { raw: bytes.length, zipped }];
      }),
  );
  return new Map(sizes);
}

/** The engine by itself, with weights and word lists, as the worker's chunk carries it. */
export async function engineSize(): Promise<Size> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: true,
      lib: { entry: join(root, "src/engine/index.ts"), formats: ["es"], fileName: "engine" },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const code = outputs
    .flatMap((one) => ("output" in one ? one.output : []))
    .map((part) => (part.type === "chunk" ? part.code : ""))
    .join("");
  return { raw: Buffer.byteLength(code), zipped: gzipSync(code, { level: 9 }).length };
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

/** Every shipped file, in kilobytes of 1000 bytes, as it is and gzipped. */
export async function measureSizes(): Promise<string> {
  const [chrome, firefox] = await Promise.all(targets.map(sizesOf));
  const names = [...new Set([...(chrome?.keys() ?? []), ...(firefox?.keys() ?? [])])].toSorted();
  const cells = (of: ReadonlyMap<string, Size> | undefined, name: string): string[] => {
    const size = of?.get(name);
    return size ? [kilobytes(size.raw), kilobytes(size.zipped)] : ["–", "–"];
  };
  const total = (of: ReadonlyMap<string, Size> | undefined): string[] =>
    (["raw", "zipped"] as const).map((kind) =>
      kilobytes([...(of?.values() ?? [])].reduce((sum, size) => sum + size[kind], 0)),
    );
  const engine = await engineSize();
  const files = table(
    ["File (kB)", "Chrome", "gzipped", "Firefox", "gzipped"],
    [
      ...names.map((name) => [name, ...cells(chrome, name), ...cells(firefox, name)]),
      ["All", ...total(chrome), ...total(firefox)],
    ],
  );
  return `${files}\n\nThe engine alone, with its weights: ${kilobytes(engine.raw)} kB, ${kilobytes(engine.zipped)} gzipped (limit 350).`;
}
