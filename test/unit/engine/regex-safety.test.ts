/// <reference types="vite/client" />
import { beforeAll, describe, expect, it, vi } from "vitest";
import { adapters } from "../../../src/adapters/index.ts";
import { pastSites } from "../../../src/adapters/past/index.ts";
import { type Found, makers, observe, readSources } from "./regexes/collect.ts";
import { prove } from "./regexes/proof.ts";

const { written, made, texts } = readSources();
const engine = import.meta.glob("../../../src/engine/**/*.ts");

/**
 * These look at the path of a page with an expression of an adapter (data, proven below) or of the policy, which is bounded
 * where it is read: `pathProblem` (its tests prove the slowest that it takes).
 */
const ofPaths = [
  "src/content/locate/override.ts",
  "src/content/locate/resolve-composer.ts",
  // These also with the names of controls.
  "src/content/look-back/anchors.ts",
  "src/content/look-back/anchors.ts",
  "src/content/look-back/collect.ts",
  "src/content/look-back/read-part.ts",
  "src/contract/path-problem.ts",
];
const keyOf = ({ source, flags }: Omit<Found, "path">): string => `/${source}/${flags}`;

let built: Omit<Found, "path">[] = [];
beforeAll(async () => {
  vi.resetModules();
  built = await observe(async () => {
    for (const load of Object.values(engine)) await load();
  });
});

describe("the regular expressions of the sources", () => {
  it("are written out, or put together when a module loads, where they are seen", () => {
    const unseen = made.filter(
      ({ path, by, atLoad }) =>
        !(atLoad && path.startsWith("src/engine/")) &&
        !(Object.values(makers).includes(path) && by === "new RegExp"),
    );
    expect(unseen.map(({ path }) => path)).toEqual(ofPaths);
    expect(texts).toEqual([]);
    // The compiler may write one as `new RegExp` that is written out in the source.
    const asWritten = new Set(written.map((one) => keyOf(one).toLowerCase()));
    const together = built.filter((one) => !asWritten.has(keyOf(one).toLowerCase()));
    expect(together).toHaveLength(made.filter(({ atLoad }) => atLoad).length);
    expect(written.length).toBeGreaterThan(300);
  });

  it("take time that is linear in the text", { timeout: 600_000 }, () => {
    const ofBoxes = adapters.flatMap(({ composers }) => composers.flatMap(({ path }) => path ?? []));
    const ofPast = pastSites.flatMap(({ patterns }) =>
      patterns.flatMap(({ path, answers, more, rest }) =>
        [path ?? [], answers?.path ?? [], more, rest].flat(),
      ),
    );
    expect(ofBoxes.length).toBeGreaterThan(0);
    expect(ofPast.length).toBeGreaterThan(10);
    const paths = [...ofBoxes, ...ofPast];
    const all = new Map(
      [...built, ...written, ...paths.map((source) => ({ source, flags: "" }))].map((one) => [
        keyOf(one),
        one,
      ]),
    );
    const faults = [...all.values()].flatMap(({ source, flags }) => {
      const proof = prove(source, flags);
      return proof.startsWith("not") ? [`${proof}: /${source}/${flags}`] : [];
    });
    expect(faults).toEqual([]);
  });
});

describe("the proof", () => {
  it.each([
    ["[a-z]{1,30} (?:[a-z]{1,8} ){0,4}x", "bounded"],
    ["(?<![a-z])you(?= [a-z]{1,9})", "bounded"],
    ["[a-z]+", "proven"],
    ["^[a-z]+$", "proven"],
  ])("accepts /%s/", (source, proof) => {
    expect(prove(source, "g")).toBe(proof);
  });

  it.each(["(?:a+)+$", "^(?:a|a)*$", "\\s+$", "[a-z]+@", "(?<![a-z])x(?=a*b)", "(?<!b)a+(?!c)", "x*y*z"])(
    "refuses /%s/",
    (source) => {
      expect(prove(source, "g")).toMatch(/^not proven/);
    },
  );
});
