import { describe, expect, test } from "vitest";
import { parseSync } from "vite";
import { filesUnder, isCode, read } from "./repository.ts";

interface Remark {
  readonly path: string;
  readonly text: string;
}

const commentsOf = (path: string, source: string): Remark[] =>
  parseSync(path, source).comments.map(({ value }) => ({ path, text: value.trim() }));

/** What is wrong with a comment, by the rules of docs/architecture.md; undefined: nothing. */
function faultOf(text: string): string | undefined {
  if (/^(?:oxlint|eslint)-disable/.test(text) && !/ -- \S.{9,}/.test(text))
    return "a disable without a reason";
  if (/^oxlint-disable(?!-next-line|-line)|^eslint-disable(?!-next-line|-line)/.test(text)) {
    return "a disable for the rest of the file";
  }
  if (/@ts-(?:ignore|nocheck)/.test(text)) return "a type check switched off";
  if (/@ts-expect-error/.test(text) && !/@ts-expect-error\b.{10,}/.test(text))
    return "an error without a reason";
  if (/\b(?:TODO|FIXME|XXX|HACK)\b/.test(text) && !/\bTODO \[\d{4}-\d{2}-\d{2}\]: \S/.test(text)) {
    return "a TODO without a date";
  }
  return undefined;
}

const code = ["src", "manifest", "scripts", "test"]
  .flatMap((folder) => filesUnder(folder))
  .filter((path) => isCode(path) && !path.startsWith("test/corpus/"));
const remarks = [...code, "vite.config.ts"].flatMap((path) => commentsOf(path, read(path)));

describe("comments", () => {
  test("each disable has a reason, each TODO a date", () => {
    const faults = remarks.flatMap(({ path, text }) => {
      const fault = faultOf(text);
      return fault === undefined ? [] : [`${path}: ${fault}: ${text}`];
    });
    expect(remarks.length).toBeGreaterThan(50);
    expect(faults).toEqual([]);
  });

  test("no TODO is past its date", () => {
    const today = new Date().toISOString().slice(0, 10);
    const late = remarks.filter(({ text }) => {
      const date = text.match(/TODO \[(\d{4}-\d{2}-\d{2})\]/)?.[1];
      return date !== undefined && date < today;
    });
    expect(late).toEqual([]);
  });

  test.each([
    "oxlint-disable-next-line no-console",
    "eslint-disable-next-line no-eval --",
    "oxlint-disable no-console -- everything in this file writes to it",
    "@ts-ignore because of a wrong type",
    "@ts-expect-error",
    "TODO: later",
    "FIXME the order is wrong",
  ])("%s is refused", (text) => {
    expect(faultOf(text)).toBeDefined();
  });

  test.each([
    "oxlint-disable-next-line no-console -- the transcript is what this command is for",
    "TODO [2031-01-01]: ask the browser for the thread once it has an API",
  ])("%s is fine", (text) => {
    expect(faultOf(text)).toBeUndefined();
  });
});
