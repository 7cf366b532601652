import { describe, expect, it } from "vitest";
import { recordEntry } from "../../../src/contract/record-entry.ts";
import { growColumns } from "../../../src/record/columns.ts";
import { foldCases } from "../../../src/record/query-cases.ts";
import { find } from "../../../src/record/query.ts";
import { joinLogs } from "../../../src/record/table.ts";
import { posted } from "./export/entries.ts";

const growing = growColumns(0);
for (const [seq, surface] of (["review-reply", "comment", "review-reply"] as const).entries())
  growing.add(
    recordEntry.parse({
      ...posted,
      surface,
      fingerprint: undefined,
      seq,
      at: 1_000_000 * seq,
      seat: "00112233445566ff",
      previous: "a".repeat(64),
    }),
  );
const table = joinLogs([{ seat: "00112233445566ff", name: "Desk", columns: growing.take() }]);
const cases = foldCases(table);
const labels = {
  site: String,
  surface: (surface: string) => (surface === "review-reply" ? "Respuesta a una reseña" : "Comentario"),
  category: String,
  what: String,
};

describe("what entries are called", () => {
  it.each(["reseña", "RESENA", "resen\u0303a", "una resena"])(
    "is found with accents and without: “%s”",
    (text) => {
      expect([...find(table, cases, { text }, labels)]).toEqual([2, 0]);
    },
  );

  it.each(["reseñas", "\u0303"])("is not found by “%s”", (text) => {
    expect(find(table, cases, { text }, labels)).toHaveLength(0);
  });
});
