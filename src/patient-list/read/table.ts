/** A table of cells, whatever file it comes from: its head, what its columns mean, and its rows as people. */
import { dayOrderOf } from "./birth-dates.ts";
import { guessColumns } from "./guess-columns.ts";
import { fieldOfHeader, isForeign } from "./header-words.ts";
import { newSameRows } from "./same-rows.ts";
import type { RawRow } from "./split-rows.ts";
import type { Column, Field, ReadSummary, Row } from "./source.ts";
import { toPerson } from "./to-person.ts";

export interface TableHead {
  readonly columns: readonly Column[];
  /** Line of the names of columns; 0 where the table has none. What is on or before it is no person. */
  readonly headLine: number;
  /** Rows below the head, as far as they were looked at. */
  readonly body: readonly RawRow[];
}

/** How many rows are looked at for guesses. */
export const looked = 200;
/** Programs write a title and a date above the names of the columns. */
const titleRows = 10;

/** `rows`: the first ones with something in them, at most `looked` and a few. */
export function readHead(rows: readonly RawRow[], today: string): TableHead {
  const at = headAt(rows);
  const head = at < 0 ? undefined : rows[at];
  const body = rows.slice(at + 1);
  const cells = body.map((row) => row.cells);
  const width = head ? lengthOf(head.cells) : Math.max(0, ...cells.map(lengthOf));
  const headers = Array.from({ length: width }, (_, i) => head?.cells[i]?.trim() ?? "");
  const named = onlyOnce(headers.map(fieldOfHeader), headers);
  const isNamed =
    named.some((field) => field === "name") || (named.includes("given") && named.includes("family"));
  // Where the names of columns give names of people, another column is left out for a reason.
  const known = isNamed ? named : guessColumns(cells, named, headers.map(isForeign), today);
  const all = head || isNamed ? known : unheaded(rows, cells, known, today);
  return all === "head"
    ? readHeadBelow(rows, today)
    : {
        columns: all.map((field, i) => ({ header: headers[i] || `Column ${i + 1}`, field })),
        headLine: head?.line ?? 0,
        body,
      };
}

/** The row above all others that says most about columns; -1: none does. */
function headAt(rows: readonly RawRow[]): number {
  const scores = rows.slice(0, titleRows).map(({ cells }) => {
    if (cells.some((cell) => /@.{1,200}\.|\d{4}|\d\/\d/.test(cell.slice(0, 200)))) return 0;
    return new Set(cells.map(fieldOfHeader).filter((field) => field !== undefined)).size;
  });
  const best = Math.max(0, ...scores);
  return best === 0 ? -1 : scores.indexOf(best);
}

/** A first row that is unlike the ones below it names the columns in words we do not know. */
function unheaded(
  rows: readonly RawRow[],
  cells: readonly (readonly string[])[],
  known: readonly (Field | undefined)[],
  today: string,
): readonly (Field | undefined)[] | "head" {
  const first = rows[0]?.cells ?? [];
  const below = cells.slice(1);
  if (below.length === 0) return known;
  const told = guessColumns(
    below,
    Array.from(known, () => undefined),
    known.map(() => false),
    today,
  );
  const odd = told.filter((field, i) => {
    const cell = (first[i] ?? "").trim();
    if (field === "emails") return !cell.includes("@");
    return (field === "phones" || field === "birthDates") && cell !== "" && !/\d/.test(cell);
  });
  const isNumbered =
    first.length > 1 &&
    first.every((cell) => /^(?:field|column|col|spalte|campo|columna)[ _]?\d+$/i.test(cell.trim()));
  return odd.length > 0 || isNumbered ? "head" : known;
}

function readHeadBelow(rows: readonly RawRow[], today: string): TableHead {
  const [head, ...body] = rows;
  const headers = (head?.cells ?? []).slice(0, lengthOf(head?.cells ?? [])).map((cell) => cell.trim());
  const cells = body.map((row) => row.cells);
  const known = guessColumns(
    cells,
    headers.map(() => undefined),
    headers.map(isForeign),
    today,
  );
  return {
    columns: headers.map((header, i) => ({ header: header || `Column ${i + 1}`, field: known[i] })),
    headLine: head?.line ?? 0,
    body,
  };
}

/** Of phones and handles there may be many columns; a second given or family name is another one of the same person. */
function onlyOnce(found: readonly (Field | undefined)[], headers: readonly string[]): (Field | undefined)[] {
  const seen = new Set<Field>();
  return found.map((field, i) => {
    if (field === undefined) return undefined;
    const isSecond = seen.has(field);
    seen.add(field);
    // Two family names are written one after the other where there is a father's and a mother's.
    if (!isSecond || /nombre|apellido|paterno|materno/i.test(headers[i] ?? "")) return field;
    if (field === "given") return "nicknames";
    if (field === "family") return "formerFamilies";
    return field === "name" || field === "middle" || field === "birthDates" ? undefined : field;
  });
}

/** Without empty cells at the end. */
function lengthOf(cells: readonly string[]): number {
  let length = cells.length;
  while (length > 0 && (cells[length - 1] ?? "").trim() === "") length--;
  return length;
}

/** The names of the columns again at the top of every page, or a count or page number at its end. */
function isOfReport(cells: readonly string[], headers: readonly string[]): boolean {
  const first = cells.find((cell) => cell.trim() !== "")?.trim() ?? "";
  if (headers.length > 1 && first === headers.find((header) => header !== "")) {
    return headers.every((header, i) => (cells[i]?.trim() || `Column ${i + 1}`) === header);
  }
  return (
    /^(?:total|grand total|subtotal|count|page|printed|generated|report|end of|number of|p[áa]gina)\b/i.test(
      first,
    ) &&
    /\d|report/i.test(first) &&
    cells.filter((cell) => cell.trim() !== "").length === 1
  );
}

export interface TableReader {
  take(row: RawRow): void;
  summary(): ReadSummary;
}

export function newTableReader(
  { columns: guessed, headLine, body }: TableHead,
  columns: readonly (Field | undefined)[],
  each: (row: Row) => void,
  today: string,
  /** Where every cell is written down, also an empty one, a row that ends before its names was cut. */
  mayBeShort = true,
): TableReader {
  const lastName = columns.findLastIndex(
    (field) => field === "given" || field === "family" || field === "name",
  );
  const orders = columns.map((field, at) =>
    field === "birthDates" ? dayOrderOf(body.map(({ cells }) => cells[at] ?? "")) : undefined,
  );
  const reading = { columns, orders: orders.map((read) => read?.order ?? "month-first"), today };
  const sameRows = newSameRows();
  const headers = headLine > 0 ? guessed.map(({ header }) => header) : [];
  let rows = 0;
  return {
    take({ line, cells }) {
      if (line <= headLine || lengthOf(cells) === 0) return;
      rows++;
      if (isOfReport(cells, headers)) {
        each({ line, problem: "is no patient but a line of the report", isNoPatient: true });
        return;
      }
      const width = lengthOf(cells);
      if (width > guessed.length) {
        each({ line, problem: `has ${width} fields where there are ${guessed.length} columns` });
        return;
      }
      if (!mayBeShort && cells.length <= lastName) {
        each({
          line,
          problem: `has too few fields: ${cells.length} where there are ${guessed.length} columns`,
        });
        return;
      }
      const before = sameRows.before(cells, line);
      if (before !== undefined) {
        // Counted twice, somebody would look like two people of one name, whom a name alone does not tell apart.
        each({ line, repeats: before });
        return;
      }
      const read = toPerson(cells, reading);
      if ("problem" in read) each({ line, problem: read.problem });
      else each({ line, person: read.person, ...(read.notes.length > 0 ? { notes: read.notes } : {}) });
    },
    summary() {
      const remarks = orders.flatMap((read, at) => {
        if (!read) return [];
        if (read.guessed) {
          return `Birth dates in column ${at + 1} may be month first or day first; they were read month first, as in the US.`;
        }
        return read.order === "day-first" ? `Birth dates in column ${at + 1} were read day first.` : [];
      });
      return { rows, remarks };
    },
  };
}
