/** CSV, TSV and their kin. */
import { detectEncoding, headOf, lostWords, textOf } from "./decode.ts";
import { fieldOfHeader } from "./header-words.ts";
import { newPace } from "./pace.ts";
import { longestRow, newRowSplitter, noDelimiter } from "./split-rows.ts";
import type { QuoteFault, RawRow } from "./split-rows.ts";
import { mostColumns } from "./source.ts";
import type { Source, Trouble } from "./source.ts";
import { looked, newTableReader, readHead } from "./table.ts";

const headLength = 1 << 18; // bytes

export async function openDelimited(bytes: Uint8Array, today: string): Promise<Source | Trouble> {
  const detected = await detectEncoding(bytes, newPace());
  if (detected.binary) {
    return { problem: "This is no text file. Export the list as CSV from the program that it comes from." };
  }
  const head = headOf(bytes, detected, headLength);
  if (head.trim() === "") return { problem: "The file is empty. Export the list again." };
  const marked = /^sep=(.)\n/i.exec(head);
  const skipped = marked?.[0].length ?? 0;
  const text = head.slice(skipped);
  const firstLine = marked ? 2 : 1;
  const delimiter = marked?.[1] ?? delimiterOf(text);
  const whole = bytes.length <= detected.start + headLength;
  const { rows: first, fault } = newRowSplitter(delimiter, firstLine).push(text, whole);
  const table = readHead(first.filter(isFilled).slice(0, looked + 10), today);
  if (fault) return quoteTrouble(fault);
  if (table.columns.length > mostColumns) return tooManyColumns;
  if (!whole && !first.some(isFilled)) return tornTrouble(delimiter, text);
  return {
    kind: "delimited",
    rowsAre: "lines",
    encoding: detected.encoding,
    delimiter: delimiter === noDelimiter ? null : delimiter,
    columns: table.columns,
    sample: table.body.slice(0, 5).map(({ cells }) => cells),
    sampleColumns: table.columns.map(({ header }) => header),
    async read(columns, each, options = {}) {
      const pace = newPace(options);
      const reader = newTableReader(table, columns, each, today, false);
      const splitter = newRowSplitter(delimiter, firstLine);
      let toSkip = skipped;
      for (const { text: piece, read } of textOf(bytes, detected)) {
        const { rows, fault: broken } = splitter.push(piece.slice(toSkip), read === bytes.length);
        toSkip = 0;
        for (const row of rows) {
          reader.take(row);
          const rest = pace.rest(read / bytes.length);
          if (rest) await rest;
        }
        if (broken) return quoteTrouble(broken);
      }
      options.progress?.(1);
      const { rows, remarks } = reader.summary();
      return { rows, remarks: [...remarks, ...lostWords(detected)] };
    },
  };
}

const tooManyColumns: Trouble = {
  problem: "The file has more than 1,000 columns. Export the list again, with the columns that are needed.",
};

/** Not even one row ends within the beginning of the file. */
function tornTrouble(delimiter: string, text: string): Trouble {
  const row = newRowSplitter(delimiter).push(text, true).rows.find(isFilled);
  return row && row.cells.length > mostColumns
    ? tooManyColumns
    : {
        problem: `The first row is longer than ${headLength.toLocaleString("en-US")} bytes. Export the list again, with a line for each patient.`,
      };
}

function quoteTrouble({ line, isEndless }: QuoteFault): Trouble {
  const what = isEndless
    ? `a row of more than ${longestRow.toLocaleString("en-US")} characters: a cell is too long, or a quote in it is not closed`
    : "a quoted field is not closed, or has something after it";
  return {
    problem: `Line ${line}: ${what}. Nothing was imported. Correct that line, or export the list again.`,
  };
}

function isFilled({ cells }: RawRow): boolean {
  return cells.some((cell) => cell.trim() !== "");
}

const candidates = [",", ";", "\t", "|", "^", "~", "\u001f", "¦", "§", ":"];

/** The one under which the first rows name most columns; where none is named, under which most rows are alike. */
function delimiterOf(head: string): string {
  const scored = candidates
    .filter((mark) => head.includes(mark))
    .map((mark) => {
      const rows = newRowSplitter(mark)
        .push(head, false)
        .rows.concat(newRowSplitter(mark).push(head.slice(0, 4096), true).rows);
      const filled = rows.filter(isFilled).slice(0, 50);
      const named = Math.max(0, ...filled.slice(0, 10).map(({ cells }) => namedIn(cells)));
      const widths = filled.map(({ cells }) => cells.length);
      const alike = Math.max(
        0,
        ...widths.filter((width) => width > 1).map((width) => widths.filter((one) => one === width).length),
      );
      return { mark, named, alike: filled.length === 0 ? 0 : alike / filled.length };
    });
  const single = Math.max(0, ...head.split("\n", 10).map((line) => namedIn([line])));
  const named = scored.toSorted((a, b) => b.named - a.named || b.alike - a.alike)[0];
  if (named && named.named > single) return named.mark;
  if (single > 0) return noDelimiter;
  const alike = scored.toSorted((a, b) => b.alike - a.alike)[0];
  return alike && alike.alike > 0.5 ? alike.mark : noDelimiter;
}

function namedIn(cells: readonly string[]): number {
  return new Set(cells.map((cell) => fieldOfHeader(cell)).filter((field) => field !== undefined)).size;
}
