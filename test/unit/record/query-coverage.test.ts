import { expect, test } from "vitest";
import type { RecordEntry } from "../../../src/contract/record-entry.ts";
import { growColumns } from "../../../src/record/columns.ts";
import { coverageOf } from "../../../src/record/query-coverage.ts";
import { joinLogs } from "../../../src/record/table.ts";

const seat = "00000000000000aa";
const place = { seat, previous: "0".repeat(64), at: Date.UTC(2026, 0, 5) };

function versionsAfter(...entries: readonly RecordEntry[]): { engine: string; policy: string } {
  const growing = growColumns(0);
  for (const entry of entries) growing.add(entry);
  const [one] = coverageOf(joinLogs([{ seat, name: "Desk", columns: growing.take() }]));
  return { engine: one?.engineVersion ?? "none", policy: one?.policyVersion ?? "none" };
}

const alive: RecordEntry = {
  ...place,
  seq: 0,
  kind: "heartbeat",
  policyVersion: "before",
  engineVersion: "4.2",
};

test("a seat keeps its version of the one when an entry tells only the other", () => {
  expect(
    versionsAfter(alive, {
      ...place,
      seq: 1,
      kind: "policy-change",
      source: "managed",
      policyVersion: "after",
      settings: [],
    }),
  ).toEqual({ engine: "4.2", policy: "after" });
  expect(
    versionsAfter(alive, { ...place, seq: 1, kind: "first", format: 1, key: "", engineVersion: "4.3" }),
  ).toEqual({ engine: "4.3", policy: "before" });
});
