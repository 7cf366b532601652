/** Excel workbooks (.xlsx, .xlsm): the first sheet that holds a list. */
import { newPace } from "./pace.ts";
import type { Pace } from "./pace.ts";
import { newRowReader, newStringReader, newStyleReader, newXmlReader, XmlError } from "./sheet-cells.ts";
import type { SheetContext, SheetRow, XmlReader } from "./sheet-cells.ts";
import type { Source, Trouble } from "./source.ts";
import { looked, newTableReader, readHead } from "./table.ts";
import type { TableHead } from "./table.ts";
import { unpack, ZipError } from "./zip.ts";
import type { Entry } from "./zip.ts";

type Entries = ReadonlyMap<string, Entry>;

/** Unpacked sizes in bytes: a full sheet of a million rows is below these, an archive made to fill the memory above. */
const largestSheet = 1 << 30;
const largestStrings = 1 << 28;
const largestPart = 1 << 24;

const damaged: Trouble = {
  problem:
    "The workbook is damaged or not complete. Open it in Excel, save it again, or export the list as CSV.",
};
const tooLarge: Trouble = {
  problem: "The workbook unpacks to more than a list of patients can hold. Export the list as CSV.",
};

/** `entries`: of the archive `bytes`. */
export async function openExcel(
  bytes: Uint8Array,
  entries: Entries,
  today: string,
): Promise<Source | Trouble> {
  try {
    return await open(bytes, entries, today);
  } catch (error) {
    return troubleOf(error);
  }
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof ZipError) return error.fault === "too-large" ? tooLarge : damaged;
  if (error instanceof XmlError) return damaged;
  throw error;
}

async function open(bytes: Uint8Array, entries: Entries, today: string): Promise<Source | Trouble> {
  const pace = newPace();
  const book = await readBook(bytes, entries, pace);
  if (!book) return damaged;
  const { sheets, context } = book;
  let chosen: { sheet: Entry; head: TableHead; number: number } | undefined;
  for (const [at, sheet] of sheets.entries()) {
    const head = await headOf(bytes, sheet, context, pace, today);
    if (!head) continue;
    const one = { sheet, head, number: at + 1 };
    // A sheet of instructions has text too; the list is the one with names of columns that we know.
    if (namesPeople(head)) {
      chosen = one;
      break;
    }
    chosen ??= one;
  }
  if (!chosen) return { problem: "The workbook has no sheet with anything in it. Export the list again." };
  const { sheet, head, number } = chosen;
  const others =
    sheets.length > 1 ? [`The workbook has ${sheets.length} sheets; number ${number} was read.`] : [];
  return {
    kind: "excel",
    rowsAre: "lines",
    encoding: null,
    delimiter: null,
    columns: head.columns,
    sample: head.body.slice(0, 5).map(({ cells }) => cells),
    sampleColumns: head.columns.map(({ header }) => header),
    async read(columns, each, options = {}) {
      const reader = newTableReader(head, columns, each, today);
      try {
        await readRows(bytes, sheet, context, newPace(options), (row) => reader.take(row));
      } catch (error) {
        return troubleOf(error);
      }
      options.progress?.(1);
      const { rows, remarks } = reader.summary();
      return { rows, remarks: [...others, ...remarks] };
    },
  };
}

function namesPeople({ columns, headLine }: TableHead): boolean {
  return (
    headLine > 0 && columns.some(({ field }) => field === "name" || field === "given" || field === "family")
  );
}

interface Book {
  /** In the order of their tabs; hidden ones only where all are. */
  readonly sheets: readonly Entry[];
  readonly context: SheetContext;
}

async function readBook(bytes: Uint8Array, entries: Entries, pace: Pace): Promise<Book | undefined> {
  const main = "xl/workbook.xml";
  const targets = new Map<string, { readonly type: string; readonly path: string }>();
  const part = async (path: string, reader: XmlReader, allowed = largestPart): Promise<boolean> => {
    const entry = entries.get(path.toLowerCase());
    if (!entry) return false;
    for await (const { text } of unpack(bytes, entry, allowed, pace)) reader.write(text);
    reader.end();
    return true;
  };
  await part(
    "xl/_rels/workbook.xml.rels",
    newXmlReader({
      open(name, attributes) {
        if (name !== "Relationship") return;
        const { Id = "", Type = "", Target = "" } = attributes();
        const path = Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`;
        targets.set(Id, { type: Type.slice(Type.lastIndexOf("/") + 1), path });
      },
    }),
  );
  const listed: { readonly id: string; readonly isHidden: boolean }[] = [];
  let from1904 = false;
  const found = await part(
    main,
    newXmlReader({
      open(name, attributes) {
        if (name === "workbookPr") from1904 = /^(?:1|true)$/.test(attributes()["date1904"] ?? "");
        if (name !== "sheet") return;
        const all = attributes();
        const id = Object.entries(all).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
        listed.push({ id, isHidden: /hidden/i.test(all["state"] ?? "") });
      },
    }),
  );
  if (!found) return undefined;
  const visible = listed.filter(({ isHidden }) => !isHidden);
  const sheets = (visible.length > 0 ? visible : listed).flatMap(({ id }) => {
    const target = targets.get(id);
    return (target?.type === "worksheet" && entries.get(target.path.toLowerCase())) || [];
  });
  const pathOf = (type: string, usual: string): string =>
    [...targets.values()].find((target) => target.type === type)?.path ?? usual;
  const strings = newStringReader();
  await part(pathOf("sharedStrings", "xl/sharedStrings.xml"), strings, largestStrings);
  const styles = newStyleReader();
  await part(pathOf("styles", "xl/styles.xml"), styles);
  return { sheets, context: { strings: strings.strings, styles: styles.styles, from1904 } };
}

async function readRows(
  bytes: Uint8Array,
  sheet: Entry,
  context: SheetContext,
  pace: Pace,
  onRow: (row: SheetRow) => void,
  isEnough: () => boolean = () => false,
): Promise<void> {
  const reader = newRowReader(context, onRow);
  for await (const { text } of unpack(bytes, sheet, largestSheet, pace)) {
    reader.write(text);
    if (isEnough()) return;
  }
  reader.end();
}

/** Undefined: nothing in it. */
async function headOf(
  bytes: Uint8Array,
  sheet: Entry,
  context: SheetContext,
  pace: Pace,
  today: string,
): Promise<TableHead | undefined> {
  const rows: SheetRow[] = [];
  await readRows(
    bytes,
    sheet,
    context,
    pace,
    (row) => {
      if (row.cells.some((cell) => cell.trim() !== "")) rows.push(row);
    },
    () => rows.length >= looked + 10,
  );
  return rows.length === 0 ? undefined : readHead(rows.slice(0, looked + 10), today);
}
