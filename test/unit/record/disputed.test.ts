import { expect, it } from "vitest";
import { sampleLines } from "../../../scripts/guard/log/sample.ts";
import type { EntryLine } from "../../../src/contract/record-entry.ts";
import { growColumns } from "../../../src/record/columns.ts";
import { figuresOf } from "../../../src/record/query-figures.ts";
import { foldCases } from "../../../src/record/query-cases.ts";
import { find } from "../../../src/record/query.ts";
import { joinLogs } from "../../../src/record/table.ts";

type Entry = EntryLine["entry"];

async function entriesOf(seed: number, entries: number): Promise<Entry[]> {
  const found: Entry[] = [];
  const options = { entries, days: 40, seed, from: "2026-01-05", out: "" };
  for await (const line of sampleLines(options)) if ("entry" in line) found.push(line.entry);
  return found;
}

function columnsOf(entries: readonly Entry[]) {
  const growing = growColumns(entries[0]?.seq ?? 0);
  for (const entry of entries) growing.add(entry);
  return growing.take();
}

it("figures tell of each rule in how many cases staff called it a false alarm, and count that as no draft", async () => {
  const [first, ...rest] = (await entriesOf(3, 400)).filter((entry) => entry.kind === "attempt");
  if (!first) throw new Error("no attempt");
  const held = { ...first, rules: ["visit-thanks"], fingerprint: "1".repeat(16) };
  const disputed = { ...held, outcome: "disputed" as const };
  const entries = [held, disputed, { ...held }, disputed, ...rest].map((entry, seq) => ({ ...entry, seq }));
  const mine = joinLogs([{ seat: first.seat, name: "Desk", columns: columnsOf(entries) }]);
  const folded = foldCases(mine);
  const figures = figuresOf(mine, folded, find(mine, folded, {}));
  const { rules } = figures;
  const others = rest.filter((entry) => entry.rules.includes("visit-thanks")).length;
  expect(rules.find(({ rule }) => rule === "visit-thanks")).toMatchObject({
    attempts: 2 + others,
    disputed: 1,
    judged: 0,
  });
  expect(rules.filter((one) => one.rule !== "visit-thanks").every((one) => one.disputed === 0)).toBe(true);
  expect(figures.weeks.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(entries.length - 2);
  expect(find(mine, folded, { what: "disputed" })).toHaveLength(2);
});
