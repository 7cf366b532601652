import { expect, test } from "vitest";
import { filesUnder, read } from "./repository.ts";

/** British spellings of words that occur here. Anchored, so that names and data are not hit by accident. */
const british =
  /\b(?:normalis\w*|recognis\w*|organis\w*|authoris\w*|analys(?:e|ed|ing)|colour\w*|behaviour\w*|favour\w*|licence\w*|centred?|grey|whilst|judgement)\b/gi;

/** Words that the glossary has another word for. */
const synonyms = /\b(?:rosters?|black-?lists?|white-?lists?)\b/gi;

/** Data and rules hold what people write, in whatever spelling. */
const written = ["src", "manifest", "scripts", "test", "docs", "README.md"]
  .flatMap((path) => (path.endsWith(".md") ? [path] : filesUnder(path)))
  .filter(
    (path) =>
      /\.(ts|tsx|mjs|html|css|md)$/.test(path) &&
      !/^(?:test\/(?:corpus|house\/words)|src\/engine\/(?:rules|lexicon|model|patients|identifiers)\/|docs\/rules)/.test(
        path,
      ),
  );

function found(pattern: RegExp): string[] {
  return written.flatMap((path) => [...read(path).matchAll(pattern)].map(([word]) => `${path}: ${word}`));
}

test("spelling is American", () => {
  expect(found(british)).toEqual([]);
});

test("one thing has one name", () => {
  expect(found(synonyms)).toEqual([]);
});

test.each(["normalise", "normalisation", "colour", "behaviours"])("%s is noticed", (word) => {
  expect(word.match(british)).not.toBeNull();
});

test.each(["normalization", "color", "analyzed", "advise"])("%s is fine", (word) => {
  expect(word.match(british)).toBeNull();
});
