import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { exportFilter, recordEntry } from "../../../../src/contract/record-entry.ts";
import { csvColumns, csvHead, csvRow } from "../../../../src/record/export/csv.ts";
import { fieldsOf } from "../../../../src/record/export/fields.ts";
import { anyLine, lineOf, posted } from "./entries.ts";

const read = (text: string): string[][] =>
  Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { header: false, delimiter: ",", newline: "\r\n" }).data;

test("a row has its cells in the order of the head", () => {
  const [head, row] = read(csvHead + csvRow(lineOf(posted)));
  expect(head).toEqual([...csvColumns]);
  expect(Object.fromEntries(csvColumns.map((column, at) => [column, row?.[at]]))).toMatchObject({
    time: "2026-11-26T15:30:00.000Z",
    seat: "00112233445566ff",
    seq: "7",
    kind: "attempt",
    outcome: "posted-anyway",
    categories: "patient-match; health",
    reason: "The reviewer gave written permission",
    approvedBy: "",
    hash: "b".repeat(64),
  });
});

const instants: ReadonlySet<string> = new Set(["was", "filterFrom", "filterUntil"]);

/** Without the apostrophes that stand before what a spreadsheet would take for a formula. */
const unguarded = (text: string): string => text.replaceAll(/(^|; *)'(?=[=+\-@＝＋－＠])/g, "$1");

test("another reader of CSV finds every field of every entry, as it was but for the guard against formulas", () => {
  fc.assert(
    fc.property(anyLine, (line) => {
      const [row] = read(csvRow(line));
      expect(row).toHaveLength(csvColumns.length);
      const wrong = fieldsOf(line.entry).filter(([name, value]) => {
        const cell = row?.[csvColumns.findIndex((column) => column === name)] ?? "";
        if (typeof value === "number" && instants.has(name))
          return !/^(?:'\+|-)?\d{4,6}-\d\d-\d\dT/.test(cell);
        const plain = typeof value === "object" ? value.join("; ") : String(value);
        return unguarded(cell) !== unguarded(plain);
      });
      expect(wrong).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("no cell begins as a formula does, nor what comes after a semicolon in one", () => {
  fc.assert(
    fc.property(anyLine, (line) => {
      const cells = read(csvRow(line)).flat();
      expect(cells.filter((cell) => /(?:^|; *)[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['=HYPERLINK("http://evil.example")', `"'=HYPERLINK(""http://evil.example"")"`],
  ["+1 555-0100", "'+1 555-0100"],
  ["-2+3", "'-2+3"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["＝1", "'＝1"],
  ["a=b", "a=b"],
  ["a;=1+1", "a;'=1+1"],
  ["a;  @b; c-d", "a;  '@b; c-d"],
])("the reason %s is written as %s", (reason, cell) => {
  expect(csvRow(lineOf({ ...posted, reason }))).toContain(`,211,${cell},,`);
});

test("every field that the record's schema knows has a column", () => {
  const fields = new Set<string>();
  for (const { def } of recordEntry.def.options) {
    for (const name of Object.keys(def.shape)) fields.add(name);
  }
  const replaced: Record<string, string[]> = {
    at: ["time"],
    filter: Object.keys(exportFilter.shape).map(
      (name) => `filter${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
    ),
    subject: ["subjectSeat", "subjectSeq", "subjectHash"],
    test: ["testQuestions", "testScore", "testOf", "testPassed"],
  };
  const columns: readonly string[] = csvColumns;
  const missing = [...fields]
    .flatMap((name) => replaced[name] ?? [name])
    .filter((name) => !columns.includes(name));
  expect(fields.size).toBeGreaterThan(30);
  expect(missing).toEqual([]);
});
