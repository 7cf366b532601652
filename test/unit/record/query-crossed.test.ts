/** Weeks crossed with something else come to the same sums as each of the two alone. */
import { describe, expect, it } from "vitest";
import { sampleLines } from "../../../scripts/guard/log/sample.ts";
import { growColumns } from "../../../src/record/columns.ts";
import { foldCases } from "../../../src/record/query-cases.ts";
import { crossedOf, crossings } from "../../../src/record/query-crossed.ts";
import { figuresOf } from "../../../src/record/query-figures.ts";
import { find } from "../../../src/record/query.ts";
import { joinLogs } from "../../../src/record/table.ts";

async function columns(seed: number) {
  const growing = growColumns(0);
  let seat = "";
  for await (const line of sampleLines({ entries: 3000, days: 60, seed, from: "2026-01-05", out: "" }))
    if ("entry" in line) {
      growing.add(line.entry);
      ({ seat } = line.entry);
    }
  return { seat, name: `Seat ${seed}`, columns: growing.take() };
}

describe("weeks crossed with", () => {
  it.each(crossings)("each %s come to the sums of each alone", async (by) => {
    const table = joinLogs([await columns(1), await columns(2)]);
    const cases = foldCases(table);
    const rows = find(table, cases, {});
    const figures = figuresOf(table, cases, rows);
    const { weeks, columns: heads } = crossedOf(table, rows, by);
    expect(weeks.map(({ week, all }) => ({ week, ...all }))).toEqual(figures.weeks);
    const alone = {
      category: figures.categories.map(({ category: key, ...count }) => ({ key, ...count })),
      site: figures.sites.map(({ site: key, ...count }) => ({ key, ...count })),
      surface: figures.surfaces.map(({ surface: key, ...count }) => ({ key, ...count })),
      seat: figures.seats.map(({ seat: key, name: _name, ...count }) => ({ key, ...count })),
    }[by].filter(({ attempts }) => attempts > 0);
    const summed = heads.map(({ key }, at) => ({
      key,
      attempts: weeks.reduce((sum, { cells }) => sum + (cells[at]?.attempts ?? 0), 0),
      overrides: weeks.reduce((sum, { cells }) => sum + (cells[at]?.overrides ?? 0), 0),
    }));
    expect(summed).toHaveLength(alone.length);
    expect(summed).toEqual(expect.arrayContaining(alone));
    expect(summed.map(({ attempts }) => attempts)).toEqual(
      summed.map(({ attempts }) => attempts).toSorted((one, other) => other - one),
    );
  });

  it("of nothing is empty", () => {
    const table = joinLogs([]);
    expect(crossedOf(table, new Uint32Array(0), "site")).toEqual({ by: "site", columns: [], weeks: [] });
  });
});
