/** Ordinary English prose that names nobody's patients: a novel, speeches, and what today's programmers write. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

export interface Paragraph {
  readonly source: string;
  readonly text: string;
}

const root = join(import.meta.dirname, "../../..");
const cache = join(root, ".cache/prose");
const run = promisify(execFile);

/** Public-domain texts in packages that only this bench reads: fetched once, and refused where a byte is another one. */
const packages = {
  novel: {
    name: "datasets-moby-dick",
    file: /^chapter_\d+\.json$/,
    sha512: "Z/mmk/6k2GWFujAURpbtvjvoRON6rVvCzl9U9lhi4xeBRtNL68lcFMbX6/JjjFLOOPwkYn1uYmTX33YMNIUoig==",
  },
  speeches: {
    name: "datasets-sotu",
    file: /^\d{4}_.*\.json$/,
    sha512: "QbspCBwsy6S6io8mwmZoPh55YBCj4X3RwoGldDneFZU8WI9Vjrdq/l01beIF0qSiJBFlsngiIz8ySmmRjFm8aA==",
  },
} as const;
const version = "0.2.3";

async function fetchTexts({
  name,
  file,
  sha512,
}: (typeof packages)["novel" | "speeches"]): Promise<string[]> {
  const folder = join(cache, name);
  const data = join(folder, "package/data");
  if ((await readdir(data).catch(() => [])).length === 0) {
    await mkdir(folder, { recursive: true });
    await run("npm", ["pack", `@stdlib/${name}@${version}`, "--pack-destination", folder], { cwd: folder });
    const archive = `stdlib-${name}-${version}.tgz`;
    const found = createHash("sha512")
      .update(await readFile(join(folder, archive)))
      .digest("base64");
    if (found !== sha512) throw new Error(`@stdlib/${name}@${version} is not the package that was measured`);
    await run("tar", ["-xzf", archive], { cwd: folder });
  }
  const files = (await readdir(data)).filter((one) => file.test(one)).toSorted();
  return Promise.all(
    files.map(async (one) => {
      const { text }: { text: string } = JSON.parse(await readFile(join(data, one), "utf8"));
      return text;
    }),
  );
}

const [shortest, longest] = [200, 800];
const isOfLength = ({ length }: string): boolean => length >= shortest && length <= longest;

/** Paragraphs as they are; one that is too long is cut between sentences. */
function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n/).flatMap((block) => {
    const whole = block.replace(/\s+/g, " ").trim();
    if (whole.length <= longest) return isOfLength(whole) ? [whole] : [];
    const cut: string[] = [];
    let part = "";
    for (const sentence of whole.split(/(?<=[.!?]["']?) (?=\p{Lu})/u)) {
      part = part === "" ? sentence : `${part} ${sentence}`;
      if (part.length < 400) continue;
      cut.push(part);
      part = "";
    }
    return cut.filter(isOfLength);
  });
}

/** Running text of a Markdown page: no headings, lists, tables, code or badges. */
function paragraphsOfPage(page: string): string[] {
  return paragraphsOf(
    page
      .replace(/```[^]*?```/g, "\n\n")
      .split(/\n\s*\n/)
      .filter((block) => /^[A-Z]/.test(block) && !/^\s*(?:[#|>*+-]|\d+\.)|\|.*\||^={3,}|^-{3,}/m.test(block))
      .join("\n\n")
      .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, "$1")
      .replace(/<[^>]*>|[`*]/g, ""),
  ).filter((text) => /[.!?]$/.test(text) && text.replace(/[^A-Za-z ,.'-]/g, "").length > text.length * 0.95);
}

/** `count` of them, from beginning to end. */
function spread(source: string, texts: readonly string[], count: number): Paragraph[] {
  const all = [...new Set(texts)];
  if (all.length < count) throw new Error(`${source}: only ${all.length} paragraphs, ${count} are wanted`);
  return Array.from({ length: count }, (_, at) => ({
    source,
    text: all[Math.floor((at * all.length) / count)] ?? "",
  }));
}

async function readPages(): Promise<string[]> {
  const folder = join(root, "node_modules");
  const files = await readdir(folder, { recursive: true });
  return Promise.all(
    files
      .filter((file) => file.endsWith(".md") && !/changelog|license|history/i.test(file))
      .toSorted()
      .map((file) => readFile(join(folder, file), "utf8")),
  );
}

/** 3,000 paragraphs of 200 to 800 characters. Needs the network the first time. */
export async function readProse(): Promise<Paragraph[]> {
  const novel = await fetchTexts(packages.novel);
  const speeches = await fetchTexts(packages.speeches);
  const pages = await readPages();
  return [
    ...spread("Moby-Dick (1851)", novel.flatMap(paragraphsOf), 1000),
    ...spread("State of the Union addresses (1790–2021)", speeches.flatMap(paragraphsOf), 1200),
    ...spread("READMEs of packages (today)", pages.flatMap(paragraphsOfPage), 800),
  ];
}
