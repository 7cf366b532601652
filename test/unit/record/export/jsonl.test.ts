import { expect, test } from "vitest";
import type { EndLine, RecordLine, SealLine } from "../../../../src/contract/record-entry.ts";
import { recordLines } from "../../../../src/record/export/jsonl.ts";
import { toLine } from "../../../../src/record/read-line.ts";
import { sampleLines } from "../../../../scripts/guard/log/sample.ts";
import { streamed, whole } from "./entries.ts";

/** A record as a seat stores it: entries, seals and the end apart from each other. */
async function stored(days: number, entries: number) {
  const lines: RecordLine[] = [];
  for await (const line of sampleLines({ entries, days, seed: 6, from: "2026-11-01", out: "" }))
    lines.push(line);
  return {
    lines,
    entries: lines.flatMap((line) => ("entry" in line ? [{ seq: line.entry.seq, line: toLine(line) }] : [])),
    seals: lines.filter((line): line is SealLine => "seal" in line),
    end: lines.find((line): line is EndLine => "end" in line),
  };
}

test.each([
  [1, 1],
  [9, 3],
  [5, 60],
])("the record of %i days with %i entries is put together as it came to be", async (days, count) => {
  const { lines, entries, seals, end } = await stored(days, count);
  if (!end) throw new Error("a sample has an end");
  const text = await whole(recordLines(streamed(entries), streamed(seals), end));
  expect(text).toBe(lines.map((line) => `${toLine(line)}\n`).join(""));
});

test("of days whose entries are gone the seals come first", async () => {
  const { entries, seals, end } = await stored(5, 60);
  if (!end) throw new Error("a sample has an end");
  const second = seals[1];
  const from = (second?.seal.first ?? 0) + (second?.seal.count ?? 0);
  const rest = entries.filter(({ seq }) => seq >= from);
  const text = await whole(recordLines(streamed(rest), streamed(seals), end));
  const kinds = text
    .trimEnd()
    .split("\n")
    .map((line) => Object.keys(JSON.parse(line) as object)[0]);
  expect(from).toBeGreaterThan(0);
  expect(kinds.slice(0, 3)).toEqual(["hash", "hash", "entry"]);
  expect(text).toContain(toLine(end));
});
