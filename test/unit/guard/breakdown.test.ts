import { describe, expect, it } from "vitest";
import { breakdown } from "../../../scripts/guard/breakdown.ts";
import type { Judged, Row } from "../../../scripts/guard/breakdown.ts";
import type { Category, Surface } from "../../../src/engine/model.ts";
import { fold } from "../../../src/engine/normalize.ts";

interface Given {
  readonly text: string;
  readonly expect: Judged["labelled"]["expect"];
  readonly set?: string;
  readonly surface?: Surface;
  readonly categories?: readonly Category[];
  readonly spans?: readonly (readonly [string, Category])[];
  readonly findings?: Judged["findings"];
}

const judged = ({ text, set = "a", surface = "comment", ...given }: Given): Judged => ({
  labelled: {
    set,
    expect: given.expect,
    categories: given.categories ?? [],
    spans: given.spans ?? [],
    context: { draft: { text, site: "facebook", surface }, folded: fold(text) },
  },
  findings: given.findings ?? [],
});

const cases = [
  judged({
    text: "See you at your facial",
    expect: "flag",
    categories: ["relationship", "health"],
    spans: [
      ["See you", "relationship"],
      ["your facial", "health"],
    ],
    findings: [{ category: "relationship", start: 0, end: 7 }],
  }),
  judged({ text: "See you", expect: "flag", set: "b", categories: ["relationship"], surface: "message" }),
  judged({
    text: "Your b0t0x",
    expect: "flag",
    categories: ["health"],
    spans: [["not there", "health"]],
    findings: [{ category: "payment", start: 0, end: 4 }],
  }),
  judged({ text: "¡Gracias por sus palabras!", expect: "pass" }),
  judged({ text: "Thank you!", expect: "pass", findings: [{ category: "conduct", start: 0, end: 0 }] }),
  judged({
    text: "Sorry we fell short",
    expect: "either",
    findings: [{ category: "health", start: 0, end: 1 }],
  }),
];

const rows = breakdown(cases);
const row = (group: string, name: string): Omit<Row, "group" | "name"> | undefined =>
  rows.find((one) => one.group === group && one.name === name);

describe("breakdown", () => {
  it("counts what was stopped, passed, named and touched, and leaves `either` out", () => {
    expect(row("all", "all")).toMatchObject({
      stopped: { hit: 2, of: 3 },
      passed: { hit: 1, of: 2 },
      named: { hit: 1, of: 2 },
      touched: { hit: 1, of: 2 },
    });
  });

  it("has a row for each set, surface and category, and counts a draft in each of its categories", () => {
    expect(row("set", "b")).toMatchObject({ stopped: { hit: 0, of: 1 }, passed: { hit: 0, of: 0 } });
    expect(row("surface", "message")).toMatchObject({ stopped: { hit: 0, of: 1 } });
    expect(row("category", "relationship")).toMatchObject({ stopped: { hit: 1, of: 2 } });
    expect(row("category", "health")).toMatchObject({ stopped: { hit: 2, of: 2 }, named: { hit: 1, of: 2 } });
    expect(row("category", "media")).toBeUndefined();
  });

  it("tells languages and hidden writing apart", () => {
    expect(row("language", "Spanish")).toMatchObject({ passed: { hit: 1, of: 1 } });
    expect(row("language", "English")).toMatchObject({ stopped: { hit: 2, of: 3 } });
    expect(row("hidden writing", "leetspeak")).toMatchObject({ stopped: { hit: 1, of: 1 } });
    expect(row("hidden writing", "any")).toMatchObject({ stopped: { hit: 1, of: 1 } });
  });

  it("gives no rows for no drafts", () => {
    expect(breakdown([])).toEqual([]);
  });
});
