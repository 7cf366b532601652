/** Rows of a delimited text, piece by piece. */
import Papa from "papaparse";
import type { ParseResult } from "papaparse";

export interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Where quotes went wrong: from here on nothing can be told apart. */
export interface QuoteFault {
  readonly line: number;
  /** The row is longer than `longestRow`: its quotes were not looked at to their end. */
  readonly isEndless: boolean;
}

/** A row that is longer than this mostly has a quote that nobody closed: all that follows would become one cell. */
export const longestRow = 1 << 20;

/** Stands for a delimiter where there is one column; no text has it. */
export const noDelimiter = "\u0000";

export interface RowSplitter {
  /** Rows that `text` completes. `last`: no more is coming. Line ends must be "\n". */
  push(
    text: string,
    last: boolean,
  ): { readonly rows: readonly RawRow[]; readonly fault: QuoteFault | undefined };
}

/**
 * The reader's inner parser, which takes a text in pieces of our choice; its own ways to stream need a browser's
 * FileReader or Node's streams. Empty lines are rows with one empty cell.
 */
export function newRowSplitter(delimiter: string, firstLine = 1): RowSplitter {
  const parser = new Papa.Parser({ delimiter, newline: "\n" });
  let rest = "";
  let line = firstLine;
  return {
    push(text, last) {
      const all = rest + text;
      const { data, errors, meta }: ParseResult<string[]> = parser.parse(all, 0, !last);
      // In a row that is still incomplete a quote may only look wrong; it comes again with the next piece.
      const broken = errors.find(
        ({ type, row }) => type === "Quotes" && row !== undefined && (last || row < data.length),
      )?.row;
      const quoted = all.includes('"');
      const rows: RawRow[] = [];
      for (const cells of data.slice(0, broken ?? data.length)) {
        rows.push({ line, cells });
        line += 1 + (quoted ? lineEndsIn(cells) : 0);
      }
      rest = all.slice(meta.cursor);
      // A text that ends with a line end has no last row after it.
      if (last && rows.length === data.length && all.endsWith("\n") && isEmpty(rows.at(-1))) rows.pop();
      const endless = broken === undefined && rest.length > longestRow;
      return { rows, fault: broken !== undefined || endless ? { line, isEndless: endless } : undefined };
    },
  };
}

function isEmpty(row: RawRow | undefined): boolean {
  return row !== undefined && row.cells.length === 1 && row.cells[0] === "";
}

function lineEndsIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count++;
  }
  return count;
}
