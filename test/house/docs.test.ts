import { existsSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { filesUnder, isCode, read, root } from "./repository.ts";

const pages = ["README.md", ...filesUnder("docs"), ...filesUnder("src")].filter((path) =>
  path.endsWith(".md"),
);

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
    .trim()
    .replaceAll(" ", "-");

const withoutCode = (text: string): string => text.replaceAll(/^```[\s\S]*?^```$/gm, "");
const headings = (path: string): string[] =>
  [...withoutCode(read(path)).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading ?? ""));

/** Links, pictures, and pictures given as HTML. */
function linksOf(text: string): string[] {
  const markdown = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)];
  const html = [...withoutCode(text).matchAll(/(?:src|href)="([^"]+)"/g)];
  return [...markdown, ...html].map(([, link]) => link ?? "");
}

function faultOf(path: string, link: string): string | undefined {
  if (/^(https?|mailto):/.test(link)) return undefined;
  const [file = "", anchor] = link.split("#");
  const target = file === "" ? path : posix.normalize(posix.join(dirname(path), file));
  if (!existsSync(join(root, target))) return `${path}: ${link} does not exist`;
  if (anchor !== undefined && !headings(target).includes(anchor))
    return `${path}: ${link} has no such heading`;
  return undefined;
}

/** A path in backquotes, with or without a command before it. Capitals are placeholders: `rules/NAME.ts`. */
const named = /`(?:(?:npx )?(?:tsx|node) )?((?:src|test|scripts|docs|manifest|icons)\/[\w./-]*)`/g;

describe("README and docs", () => {
  test("every relative link leads somewhere", () => {
    const faults = pages.flatMap((path) => linksOf(read(path)).flatMap((link) => faultOf(path, link) ?? []));
    expect(faults).toEqual([]);
  });

  test("every command exists", () => {
    const scripts = new Set(Object.keys(packageJson.scripts));
    const faults = pages.flatMap((path) =>
      [...read(path).matchAll(/\bnpm (?:(?:run|--silent|-s) )*([a-z][\w:-]*)/g)]
        .map(([, command = ""]) => command)
        .filter((command) => !["ci", "install", "i"].includes(command) && !scripts.has(command))
        .map((command) => `${path}: npm ${command}`),
    );
    expect(faults).toEqual([]);
  });

  test("every file that is named exists", () => {
    const faults = pages.flatMap((path) =>
      [...read(path).matchAll(named)]
        .map(([, file = ""]) => file)
        .filter((file) => !/[A-Z]{2}/.test(file) && !existsSync(join(root, file)))
        .map((file) => `${path}: ${file}`),
    );
    expect(faults).toEqual([]);
  });

  test("each script of package.json runs a file that exists", () => {
    const files = Object.values(packageJson.scripts).flatMap(
      (line) => line.match(/scripts\/[\w-]+\.\w+/g) ?? [],
    );
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  test("each folder of src has at most one page", () => {
    const folders = pages.filter((path) => path.startsWith("src/")).map((path) => dirname(path));
    expect(folders).toEqual([...new Set(folders)]);
  });

  test("a missing file, heading or command is noticed", () => {
    expect(faultOf("README.md", "docs/no-such-page.md")).toBeDefined();
    expect(faultOf("docs/architecture.md", "#no-such-heading")).toBeDefined();
    expect(faultOf("README.md", "docs/architecture.md")).toBeUndefined();
  });
});

describe("docs/dependencies.md", () => {
  const entries = new Map(
    [...read("docs/dependencies.md").matchAll(/^\|\s*`([^`]+)`\s*\|\s*(.+?)\s*\|$/gm)].map(
      ([, name, rest]) => [name ?? "", rest ?? ""],
    ),
  );
  const packages = { ...packageJson.dependencies, ...packageJson.devDependencies };

  test("has a sentence for each package, and for nothing else", () => {
    expect([...entries.keys()].toSorted()).toEqual(Object.keys(packages).toSorted());
    expect([...entries].filter(([, reason]) => reason.length < 30)).toEqual([]);
  });

  test("versions are pinned exactly, so that a build can be repeated", () => {
    const loose = Object.entries(packages).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
  });

  test("what ships is imported by what ships", () => {
    const sources = filesUnder("src").filter(isCode).map(read).join("\n");
    const unused = Object.keys(packageJson.dependencies).filter(
      (name) => !new RegExp(`from "${name}(/[\\w.-]+)?"`).test(sources),
    );
    expect(unused).toEqual([]);
  });
});
