import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashBits } from "../../../src/engine/model/hash.ts";
import { findRow, pack, unpack, weightOf } from "../../../src/engine/model/packed.ts";
import { weights } from "../../../src/engine/model/weights.ts";

const rows = fc.uniqueArray(
  fc.tuple(
    fc.integer({ min: 0, max: 2 ** hashBits - 1 }),
    fc.float({ min: -4, max: 4, noNaN: true }),
    fc.float({ min: -1, max: 1, noNaN: true }),
  ),
  { selector: ([feature]) => feature, maxLength: 200 },
);

describe("packed weights", () => {
  it("come back within the rounding of their column, and no other feature is found", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 2 ** hashBits - 1 }), (given, stranger) => {
        const columns = [
          { name: "a", bias: 0.5 },
          { name: "b", bias: -2 },
        ];
        const packed = pack(columns, new Map(given.map(([feature, a, b]) => [feature, [a, b]])));
        const table = unpack(packed);
        for (const [feature, ...wanted] of given) {
          const row = findRow(table, feature);
          wanted.forEach((weight, column) => {
            const largest = packed.columns[column]?.largest ?? 0;
            const found = row < 0 ? 0 : weightOf(table, row, column);
            // Neighboring levels of a squared scale of 45 lie at most (45² - 44²) / 45² apart: half of that, and a little.
            expect(Math.abs(found - weight)).toBeLessThanOrEqual(largest * 0.0221);
          });
        }
        const known = new Set(given.map(([feature]) => feature));
        expect(known.has(stranger) || findRow(table, stranger) < 0).toBe(true);
      }),
    );
  });

  it("are plain characters that a string literal holds without escapes", () => {
    expect(weights.flag.features).toMatch(/^[#-[\]-~]+$/);
    for (const column of weights.flag.columns) expect(column.weights).toMatch(/^[#-[\]-~]+$/);
    expect(weights.net.words).toMatch(/^[#-[\]-~]+$/);
    for (const { values } of [weights.net.rows, ...Object.values(weights.net.tensors)])
      expect(values).toMatch(/^[#-[\]-~]+$/);
  });

  it("stay under 420 kB, and 250 kB compressed", () => {
    const text = JSON.stringify(weights);
    expect(text.length).toBeLessThan(420_000);
    expect(gzipSync(text).length).toBeLessThan(250_000);
  });

  it("name the draft and the clause, and know what is surer", () => {
    expect(weights.flag.columns.map(({ name }) => name)).toEqual(["draft", "clause"]);
    expect(weights.thresholds.certain).toBeGreaterThan(weights.thresholds.likely);
    expect(weights.thresholds.likely).toBeGreaterThan(weights.thresholds.possible);
    expect(weights.thresholds.likely).toBeGreaterThan(weights.thresholds.doubtful);
  });
});
