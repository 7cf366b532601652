import { runInNewContext } from "node:vm";
import { build } from "vite";
import { beforeAll, describe, expect, test } from "vitest";
import { draft as draftShape } from "../../src/contract/draft.ts";
import { defaultPolicy } from "../../src/contract/policy.ts";
import { practice as practiceShape } from "../../src/contract/practice.ts";
import { z } from "../../src/contract/zod.ts";
import * as engineHere from "../../src/engine/index.ts";
import { read, root } from "./repository.ts";

type Engine = typeof engineHere;

/** What the language itself has, without time, chance and place. Anything else that is named is a use of the world. */
const language = new Set(
  `Array ArrayBuffer BigInt BigUint64Array Boolean DataView Error Float32Array Float64Array Infinity Int8Array Int16Array Int32Array JSON Map Math NaN
   Number Object Promise RangeError RegExp Set String Symbol TypeError Uint16Array Uint32Array Uint8Array WeakMap WeakSet
   isNaN parseFloat parseInt undefined engine`.split(/\s+/),
);

/**
 * Runs a classic script where every name that the language does not have is a trap, and gives back its `engine`.
 * The trap also notes the name: the engine turns what is thrown inside a rule into a finding.
 */
function runNowhere(code: string): { engine: unknown; named: Set<string> } {
  const named = new Set<string>();
  const nowhere = new Proxy<Record<string, unknown>>(
    {},
    {
      has: (_, name) => typeof name === "string" && !language.has(name),
      get(_, name) {
        if (name === Symbol.unscopables) return undefined;
        named.add(String(name));
        throw new ReferenceError(`${String(name)} is not part of the language`);
      },
    },
  );
  const chance = (): never => {
    named.add("Math.random");
    throw new ReferenceError("Math.random is not allowed");
  };
  const world: Record<string, unknown> = { nowhere, chance, engine: undefined };
  runInNewContext(`Math.random = chance; with (nowhere) {\n${code}\n}`, world);
  return { engine: world["engine"], named };
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: "silent",
    build: {
      write: false,
      minify: false,
      target: "es2023",
      lib: { entry: "src/engine/index.ts", name: "engine", formats: ["iife"] },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !("output" in output)) throw new Error("the engine was not bundled");
  const chunks = output.output.flatMap((part) => (part.type === "chunk" ? [part.code] : []));
  expect(chunks).toHaveLength(1);
  return chunks.join("");
}

const line = z.object({
  ...draftShape.shape,
  text: z.optional(z.string()),
  draft: z.string(),
});
const practice = practiceShape.parse(JSON.parse(read("test/corpus/dev/practice.json")));
const drafts = read("test/corpus/dev/drafts.jsonl")
  .trim()
  .split("\n")
  // Every third is enough: names looked up through a trap are slow.
  .filter((_, index) => index % 3 === 0)
  .map((text) => line.parse(JSON.parse(text)))
  .map(({ draft: text, site, surface, thread, attachments }) => ({
    text,
    site,
    surface,
    thread,
    attachments,
  }));

const somebody: engineHere.Person = {
  given: "Marisol",
  family: "Quintero",
  nicknames: ["Mari"],
  aliases: [],
  handles: ["@mari.q"],
  phones: ["310-555-0142"],
  emails: ["mari@mail.example"],
  recordNumbers: ["HV-10001"],
  formerFamilies: [],
  birthDates: [],
};
const key = Uint8Array.from({ length: 16 }, (_, index) => index);
const named = {
  ...drafts[0],
  text: "So good to see Marisol Quintero!",
  site: "facebook",
  surface: "post",
} as const;

function verdictsOf(engine: Engine): unknown {
  const patients = engine.openIndex(engine.buildIndex([somebody], key, "list"));
  const knowledge = engine.prepare(defaultPolicy, practice, patients);
  return JSON.parse(JSON.stringify([...drafts, named].map((draft) => engine.check(draft, knowledge))));
}

describe("the engine", () => {
  let code = "";
  beforeAll(async () => {
    code = await bundle();
  });

  test("works where nothing but the language exists, and says the same there", () => {
    const { engine, named: used } = runNowhere(code);
    expect(engine).toHaveProperty("check");
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is the bundle of that very module
    const there = verdictsOf(engine as Engine);
    expect([...used]).toEqual([]);
    expect(there).toEqual(verdictsOf(engineHere));
  });

  test("has something to say about these drafts", () => {
    const verdicts = JSON.stringify(verdictsOf(engineHere));
    for (const word of ["allow", "block", "patient-match"]) expect(verdicts).toContain(`"${word}"`);
  });

  test.each([
    ["document.title", "document"],
    ["typeof window", "window"],
    ["globalThis.setTimeout", "globalThis"],
    ["chrome.runtime.id", "chrome"],
    ["process.env.HOME", "process"],
    ["Date.now()", "Date"],
    ["new Date()", "Date"],
    ["performance.now()", "performance"],
    ["crypto.randomUUID()", "crypto"],
    ["console.log('x')", "console"],
    ["new URL('https://a.example')", "URL"],
    ["require('node:fs')", "require"],
    ["Math.random()", "Math.random"],
    ["new Intl.Segmenter()", "Intl"],
  ])("could not use %s unseen", (expression, name) => {
    const { engine, named: used } = runNowhere(
      `var engine = (function () { try { ${expression}; } catch (e) {} return "done"; })();`,
    );
    expect(engine).toBe("done");
    expect([...used]).toEqual([name]);
  });
});
