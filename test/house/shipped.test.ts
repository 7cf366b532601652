import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { engineSize } from "../../scripts/bench/sizes.ts";
import { z } from "../../src/contract/zod.ts";
import { builtFolder, contentsOf, targets } from "./built.ts";
import type { Target } from "./built.ts";
import { filesUnder, read } from "./repository.ts";

/** In a page of the three sites, this much is read and compiled before the page's own first script runs. */
const contentLimit = 40_000;
/** The worker starts anew many times a day, and reads all of it each time. */
const engineLimit = 350_000;

const example = z.union([z.string(), z.object({ text: z.string() })]);
const examplesOf = z.object({ flags: z.array(example) });

const built = new Map<Target, Map<string, Buffer>>();
let samples: string[] = [];

async function readExamples(): Promise<string[]> {
  const texts: string[] = [];
  for (const path of filesUnder("src/engine").filter((file) =>
    /\bexport const examples\b/.test(read(file)),
  )) {
    const loaded: unknown = await import(`../../${path}`);
    const { examples } = z.object({ examples: examplesOf }).parse(loaded);
    // A near miss may well be a reply that we offer; what must be stopped is not.
    for (const one of examples.flags) {
      texts.push((typeof one === "string" ? one : one.text).replaceAll(/[«»]/g, ""));
    }
  }
  return texts;
}

beforeAll(async () => {
  for (const target of targets) built.set(target, contentsOf(await builtFolder(target)));
  samples = await readExamples();
});

const codeOf = (target: Target): [string, Buffer][] =>
  [...(built.get(target) ?? [])].filter(([path]) => path.endsWith(".js"));

test("the engine with its weights stays small", async () => {
  expect((await engineSize()).zipped).toBeLessThan(engineLimit);
}, 60_000);

describe.each(targets)("what is built for %s", (target) => {
  test("keeps the content script small", () => {
    const script = built.get(target)?.get("src/content/main.iife.js") ?? Buffer.alloc(contentLimit * 8, "?");
    expect(gzipSync(script, { level: 9 }).length).toBeLessThan(contentLimit);
    expect(script.length).toBeGreaterThan(1000);
  });

  test("keeps packages out of the content script", () => {
    // The bundler writes the place of each module above it; the worker shows that the marks are there to be found.
    const mark = /^\s*\/\/ \S*node_modules\//m;
    const script = built.get(target)?.get("src/content/main.iife.js")?.toString("utf8") ?? "";
    expect(script).toMatch(/^\s*\/\/ src\/content\//m);
    expect(script).not.toMatch(mark);
    expect(codeOf(target).some(([, code]) => mark.test(code.toString("utf8")))).toBe(true);
  });

  test("has the examples of the rules in the script of the options page and nowhere else", () => {
    // In its catalog they are marked, and quoted as JSON.
    const long = samples.filter((text) => text.length >= 24 && !/["'\\]/.test(text));
    expect(long.length).toBeGreaterThan(20);
    const holding = codeOf(target).flatMap(([path, code]) => {
      const unmarked = code.toString("utf8").replaceAll(/[«»]/g, "");
      const held = long.filter((text) => unmarked.includes(text));
      return held.length === 0 ? [] : [{ path, share: held.length / long.length }];
    });
    expect(holding).toEqual([{ path: "assets/options.html.js", share: 1 }]);
  });

  test("names no folder of the machine that built it", () => {
    const paths = codeOf(target).filter(([, code]) =>
      /file:\/\/|\/node_modules\/\.|sourceMappingURL/.test(code.toString("utf8")),
    );
    expect(paths.map(([path]) => path)).toEqual([]);
    const here = codeOf(target).filter(([, code]) => code.includes(process.cwd()));
    expect(here.map(([path]) => path)).toEqual([]);
  });
});
