import { readdirSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { filesUnder, importsOf, isCode, read, root } from "./repository.ts";

/** `types`: only what the compiler erases. `packages`: what of node_modules may be named. */
interface Zone {
  readonly code: readonly string[];
  readonly types: readonly string[];
  readonly packages: readonly (string | RegExp)[];
}

/** The import table of docs/architecture.md. A folder may always import from itself. */
const zones: Readonly<Record<string, Zone>> = {
  "src/engine": { code: [], types: [], packages: ["linkify-it"] },
  "src/contract": {
    code: ["src/locales"],
    types: ["src/engine"],
    packages: ["zod/mini", "css-selector-parser"],
  },
  "src/adapters": { code: ["src/contract"], types: [], packages: [] },
  "src/locales": { code: [], types: [], packages: [] },
  "src/platform": {
    code: ["src/contract", "src/locales"],
    types: [],
    packages: ["webextension-polyfill", "idb"],
  },
  "src/patient-list": { code: ["src/contract", "src/engine"], types: [], packages: ["papaparse", "saxen"] },
  "src/policy-file": { code: ["src/contract"], types: [], packages: [] },
  "src/record": {
    code: ["src/contract", "src/patient-list"],
    types: [],
    packages: ["canonicalize", /^@hpke\//],
  },
  "src/background": {
    code: ["src/engine", "src/contract", "src/platform", "src/adapters", "src/patient-list", "src/record"],
    types: [],
    packages: ["otpauth/bare", /^@noble\/hashes\//],
  },
  // The card's part for pictures: a file of its own, which no page has from the start.
  "src/content/media": {
    code: ["src/content", "src/contract", "src/platform"],
    types: ["src/engine"],
    packages: ["fflate", "saxen"],
  },
  "src/content": {
    code: ["src/contract", "src/adapters", "src/platform"],
    types: ["src/engine"],
    packages: [],
  },
  // The guard is at work there as on a site.
  "src/pages/practice": {
    code: ["src/pages", "src/content", "src/contract", "src/platform", "src/policy-file", "src/locales"],
    types: ["src/engine", "src/adapters"],
    packages: [],
  },
  "src/pages": {
    code: ["src/contract", "src/platform", "src/engine", "src/patient-list", "src/policy-file", "src/record"],
    types: [],
    packages: ["papaparse", /^@noble\/hashes\//],
  },
  manifest: { code: ["src/contract", "src/adapters", "package.json"], types: [], packages: [] },
  scripts: {
    code: [
      "src/engine",
      "src/contract",
      "src/adapters",
      "src/patient-list",
      "src/policy-file",
      "src/record",
      "manifest",
      "test/corpus",
      "test/pages",
      "test/e2e/harness",
      // What the tests do a dozen times a bench does two hundred times.
      "test/e2e/behaviors",
      "test/e2e/page-scripts.ts",
      "package.json",
    ],
    types: [],
    packages: [/^node:/, /^[a-z@]/],
  },
};

const folders = [
  "adapters",
  "background",
  "content",
  "contract",
  "engine",
  "locales",
  "pages",
  "patient-list",
  "platform",
  "policy-file",
  "record",
];

/** Words that say nothing about what is inside. `shared` is DESIGN's name for what the pages have in common. */
const catchAll = /(^|-)(utils?|helpers?|commons?|misc|managers?|services?|stuff|lib|constants|types)(-|\.|$)/;

const zoneOf = (path: string): string | undefined =>
  Object.keys(zones).find((zone) => path === zone || path.startsWith(`${zone}/`));

/** Why an import is not allowed; undefined: it is. */
function objection(from: string, specifier: string, typeOnly: boolean): string | undefined {
  const zone = zoneOf(from);
  const rules = zone === undefined ? undefined : zones[zone];
  if (zone === undefined || !rules) return "the folder has no row in the table";
  // A query asks the bundler for a form of the file (`?inline`, `?url`), not for another file.
  const bare = specifier.replace(/\?.*$/, "");
  if (!bare.startsWith(".")) {
    const listed = rules.packages.some((one) => (typeof one === "string" ? one === bare : one.test(bare)));
    return listed ? undefined : `package ${bare} is not in the row of ${zone}`;
  }
  const target = posix.normalize(posix.join(dirname(from), bare));
  const reaches = (allowed: string): boolean => target === allowed || target.startsWith(`${allowed}/`);
  if (reaches(zone) || rules.code.some(reaches)) return undefined;
  if (typeOnly && rules.types.some(reaches)) return undefined;
  return `${target} is not in the row of ${zone}`;
}

const zoned = Object.keys(zones).flatMap((zone) => filesUnder(zone));
const written = ["src", "manifest", "scripts", "test"].flatMap((folder) => filesUnder(folder));
/**
 * Labelled drafts, saved snapshots and trained numbers are data: their length says nothing about their shape. What is handed
 * out to browsers is named as they want it.
 */
const isData = (path: string): boolean =>
  path.startsWith("test/corpus/") ||
  path.includes("/__snapshots__/") ||
  path.startsWith("test/unit/guard/policy/golden/") ||
  path === "src/engine/model/weights.ts";

describe("the import table", () => {
  test("is what the sources follow", () => {
    const faults = zoned.filter(isCode).flatMap((path) =>
      importsOf(path, read(path)).flatMap(({ specifier, typeOnly }) => {
        const why = objection(path, specifier, typeOnly);
        return why === undefined ? [] : [`${path}: ${why}`];
      }),
    );
    expect(faults).toEqual([]);
  });

  test.each([
    ["src/engine/check.ts", "../contract/draft.ts", true],
    ["src/engine/check.ts", "zod/mini", false],
    ["src/engine/check.ts", "node:fs", false],
    ["src/contract/draft.ts", "../engine/model.ts", false],
    ["src/contract/policy.ts", "zod", false],
    ["src/adapters/yelp.ts", "../platform/ask.ts", false],
    ["src/platform/ask.ts", "../engine/model.ts", true],
    ["src/background/main.ts", "../content/gate.ts", true],
    ["src/background/main.ts", "webextension-polyfill", false],
    ["src/content/gate.ts", "../engine/model.ts", false],
    ["src/content/gate.ts", "../background/check.ts", true],
    ["src/pages/popup/popup.ts", "../../content/gate.ts", true],
    ["src/pages/popup/popup.ts", "../../adapters/yelp.ts", false],
    ["scripts/guard.ts", "../src/background/check.ts", false],
    ["src/patient-list/seal.ts", "../platform/database.ts", true],
    ["src/patient-list/seal.ts", "node:crypto", false],
    ["src/content/main.iife.ts", "../patient-list/seal.ts", true],
    ["src/record/chain.ts", "../platform/database.ts", true],
    ["src/record/chain.ts", "node:crypto", false],
    ["src/content/main.iife.ts", "../record/chain.ts", true],
    ["src/policy-file/json.ts", "../platform/browser.ts", true],
    ["src/pages/practice/guarded-room.ts", "../../background/check.ts", false],
  ])("refuses %s → %s", (from, specifier, typeOnly) => {
    expect(objection(from, specifier, typeOnly)).toBeDefined();
  });

  test.each([
    ["src/contract/draft.ts", "../engine/model.ts", true],
    ["src/content/gate/gate.ts", "../../engine/model.ts", true],
    ["src/background/check.ts", "../engine/index.ts", false],
    ["src/pages/options/options.ts", "./options.css?inline", false],
    ["src/pages/practice/guarded-room.ts", "../../content/session.ts", false],
  ])("allows %s → %s", (from, specifier, typeOnly) => {
    expect(objection(from, specifier, typeOnly)).toBeUndefined();
  });

  test("one file alone imports zod, one linkify-it, and one alone the browser API", () => {
    const importers = (name: string): string[] =>
      zoned.filter(
        (path) =>
          path.startsWith("src/") &&
          isCode(path) &&
          importsOf(path, read(path)).some(({ specifier, typeOnly }) => specifier === name && !typeOnly),
      );
    expect(importers("zod/mini")).toEqual(["src/contract/zod.ts"]);
    expect(importers("linkify-it")).toEqual(["src/engine/identifiers/parts/addresses.ts"]);
    expect(importers("webextension-polyfill").filter((path) => !path.startsWith("src/platform/"))).toEqual(
      [],
    );
  });

  test("local imports name the file, extension and all", () => {
    const faults = written
      .filter((path) => isCode(path) && !path.startsWith("test/corpus/"))
      .flatMap((path) =>
        importsOf(path, read(path))
          .filter(({ specifier }) => specifier.startsWith(".") && !/\.\w+(\?\w+)?$/.test(specifier))
          .map(({ specifier }) => `${path}: ${specifier}`),
      );
    expect(faults).toEqual([]);
  });
});

describe("files and folders", () => {
  test("src has the folders of the design and nothing beside them", () => {
    expect(readdirSync(join(root, "src")).toSorted()).toEqual(folders);
  });

  test("no source is longer than 300 lines", () => {
    const long = written
      .filter((path) => /\.(ts|tsx|mjs|js|css|html)$/.test(path) && !isData(path))
      .map((path) => ({ path, lines: read(path).trimEnd().split("\n").length }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });

  test("names are kebab-case and say what is inside", () => {
    const names = new Set(written.filter((path) => !isData(path)).flatMap((path) => path.split("/")));
    const faults = [...names].filter(
      (name) =>
        name !== "README.md" &&
        name !== "__snapshots__" &&
        (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(name) || catchAll.test(name)),
    );
    expect(faults).toEqual([]);
  });

  test.each(["text-utils.ts", "utils", "common.ts", "tab-manager.ts", "helpers.test.ts"])(
    "%s is refused",
    (name) => {
      expect(name).toMatch(catchAll);
    },
  );

  test("no file is empty", () => {
    expect(written.filter((path) => statSync(join(root, path)).size === 0)).toEqual([]);
  });
});
