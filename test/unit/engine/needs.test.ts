/// <reference types="vite/client" />
import { describe, expect, it, vi } from "vitest";
import { gramsIn } from "../../../src/engine/lexicon/grams.ts";
import { clinical } from "../../../src/engine/lexicon/marks.ts";
import { mayMatch } from "../../../src/engine/lexicon/needs.ts";
import { observe, readSources } from "./regexes/collect.ts";
import { sample, toPick } from "./regexes/samples.ts";

const parts = import.meta.glob("../../../src/engine/{rules,identifiers}/**/*.ts");

describe("what a pattern needs", () => {
  it("is in every text that the pattern matches", async () => {
    vi.resetModules();
    const built = await observe(async () => {
      for (const load of Object.values(parts)) await load();
    });
    const written = readSources().written.filter(({ path }) =>
      /src\/engine\/(?:rules|identifiers)\//.test(path),
    );
    const patterns = [...built, ...written].map(({ source, flags }) => new RegExp(source, flags));
    const pick = toPick(20_260_101);
    let matched = 0;
    for (const pattern of patterns) {
      for (let times = 0; times < 40; times++) {
        const text = `so ${sample(pattern, pick)} it is`;
        pattern.lastIndex = 0;
        if (!pattern.test(text)) continue;
        matched++;
        expect(mayMatch(pattern, gramsIn(text)), `${String(pattern)} in ${text}`).toBe(true);
      }
    }
    expect(matched).toBeGreaterThan(patterns.length * 20);
  });

  it.each([
    [/(?<![a-z0-9_\ue000-\ue004])(?:see you)(?![a-z0-9_\ue000-\ue004])/g, "thank you for the note", false],
    [/(?:your|ur) (?:next )?visit/g, "visits are on us, they say", false],
    [/(?:your|ur) (?:next )?visit/g, "after your, visit", true],
    [/lips? (?:[a-z]{1,9} ){0,2}look/g, "a look at the lips", true],
    [/x?y*z{0,3}/g, "", true],
    [/(a|b)\1/g, "none of these: cd", false],
    [new RegExp(`${clinical} today`, "g"), "nothing today", false],
    [new RegExp(`${clinical} today`, "g"), "\ue001\ue001 today", true],
    [/HELLO/gi, "hello", true],
  ])("of %s: %s", (pattern, text, may) => {
    expect(mayMatch(pattern, gramsIn(text))).toBe(may);
  });
});
