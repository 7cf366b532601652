/** CSV as RFC 4180 has it, for a person with a spreadsheet. docs/export-formats.md has its columns. */
import type { EntryLine } from "../../contract/record-entry.ts";
import { fieldsOf } from "./fields.ts";
import type { Value } from "./fields.ts";

/** In this order, for ever: a new one goes to the end. After the first four, a column has a field's own name. */
export const csvColumns = [
  "time",
  "seat",
  "seq",
  "kind",
  "outcome",
  "site",
  "host",
  "surface",
  "categories",
  "rules",
  "length",
  "reason",
  "approvedBy",
  "fingerprint",
  "evidence",
  "id",
  "policyVersion",
  "engineVersion",
  "source",
  "before",
  "settings",
  "change",
  "listId",
  "people",
  "what",
  "result",
  "subjectSeat",
  "subjectSeq",
  "subjectHash",
  "state",
  "assignee",
  "note",
  "format",
  "from",
  "next",
  "browser",
  "was",
  "key",
  "through",
  "years",
  "previous",
  "hash",
  "policyName",
  "kept",
  "count",
  "who",
  "topic",
  "reference",
  "filterFrom",
  "filterUntil",
  "filterSeat",
  "filterSite",
  "filterSurface",
  "filterCategory",
  "filterRule",
  "filterWhat",
  "filterState",
  "filterSearched",
  "filterFold",
  "testQuestions",
  "testScore",
  "testOf",
  "testPassed",
  "carries",
  "by",
] as const;

const instants = ["was", "filterFrom", "filterUntil"] as const;

/** A spreadsheet takes these for the start of a formula: `=cmd|…` is run when the file is opened. Also the wide forms. */
const formula = /^[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/;
/** Where `;` parts the cells, as in much of Europe, the same after one. */
const inner = /(; *)(?=[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])/g;
const quoted = /[",\r\n]/;

function cell(value: Value | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const plain = typeof value === "string" ? value : value.join("; ");
  const safe = (formula.test(plain) ? `'${plain}` : plain).replaceAll(inner, "$1'");
  return quoted.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const row = (cells: readonly string[]): string => `${cells.join(",")}\r\n`;

/** Excel takes a file without the mark for one of its own code page. */
const byteOrderMark = "\uFEFF";

export const csvHead = `${byteOrderMark}${row(csvColumns)}`;

/** Times are ISO 8601 in UTC, lists are parted by `; `, a field that the kind does not have is empty. */
export function csvRow({ entry, hash }: EntryLine): string {
  const values = new Map<string, Value>([
    ...fieldsOf(entry),
    ["time", new Date(entry.at).toISOString()],
    ["seat", entry.seat],
    ["seq", entry.seq],
    ["kind", entry.kind],
    ["previous", entry.previous],
    ["hash", hash],
  ]);
  for (const name of instants) {
    const instant = values.get(name);
    if (typeof instant === "number") values.set(name, new Date(instant).toISOString());
  }
  return row(csvColumns.map((column) => cell(values.get(column))));
}
