import { expect, test } from "vitest";
import type { EntryLine } from "../../../../src/contract/record-entry.ts";
import { exportAs, madeFormats } from "../../../../src/record/export/formats.ts";
import { lineOf, posted, streamed, whole } from "./entries.ts";

test.each(madeFormats)("%s is written as it is read: of a record without end, too", async (format) => {
  let read = 0;
  async function* endless(): AsyncGenerator<EntryLine> {
    for (;;) yield lineOf(posted, { seq: read++ });
  }
  let pieces = 0;
  for await (const piece of exportAs(format, endless(), "1")) {
    expect(piece.endsWith("\n")).toBe(true);
    if (++pieces === 50) break;
  }
  expect(read).toBeLessThanOrEqual(format === "otlp" ? 50 * 100 + 1 : 50);
});

test.each([
  ["csv", 1],
  ["cef", 0],
  ["ocsf", 0],
  ["otlp", 0],
] as const)("%s of nothing has %i lines", async (format, lines) => {
  const text = await whole(exportAs(format, streamed<EntryLine>([]), "1"));
  expect(text.split("\n").length - 1).toBe(lines);
});
