/** Zip archives and workbooks as bytes, well-formed or with a fault. */
import { crc32, deflateRawSync } from "node:zlib";
import { utils, write } from "@e965/xlsx";
import type { WorkSheet } from "@e965/xlsx";

export interface Fault {
  /** What the directory says the first entry unpacks to. */
  readonly claims?: number;
  readonly isEncrypted?: boolean;
}

/** Entries in their order. */
export function zipOf(
  files: Readonly<Record<string, string>>,
  { claims, isEncrypted = false }: Fault = {},
): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [number, [name, text]] of Object.entries(files).entries()) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const size = number === 0 && claims !== undefined ? claims : content.length;
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc32(content), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    const central = Buffer.alloc(46 + name.length);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(isEncrypted ? 1 : 0, 8);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(crc32(content), 16);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(size, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(at, 42);
    central.write(name, 46);
    parts.push(local, packed);
    directory.push(central);
    at += local.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, entries, end]));
}

export type Cells = readonly (readonly (string | number | boolean | Date | null)[])[];

/** A workbook by SheetJS; sheets by name, in their order. */
export function workbookOf(
  sheets: Readonly<Record<string, Cells | WorkSheet>>,
  hidden: readonly string[] = [],
): Uint8Array {
  const book = utils.book_new();
  for (const [name, cells] of Object.entries(sheets)) {
    utils.book_append_sheet(
      book,
      isSheet(cells)
        ? cells
        : utils.aoa_to_sheet(
            cells.map((row) => [...row]),
            { UTC: true },
          ),
      name,
    );
  }
  book.Workbook = { Sheets: Object.keys(sheets).map((name) => ({ Hidden: hidden.includes(name) ? 1 : 0 })) };
  const written: ArrayBuffer = write(book, { type: "array", bookType: "xlsx", compression: true });
  return new Uint8Array(written);
}

function isSheet(cells: Cells | WorkSheet): cells is WorkSheet {
  return !Array.isArray(cells);
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook by hand, for what SheetJS does not write. `rows`: what is in `sheetData`. */
export function rawWorkbook(
  rows: string,
  more: { readonly styles?: string; readonly strings?: string; readonly properties?: string } = {},
  fault: Fault = {},
): Uint8Array {
  return zipOf(
    {
      "xl/worksheets/sheet1.xml": `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
      "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}">${more.properties ?? ""}<sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      "xl/styles.xml": `<styleSheet xmlns="${main}">${more.styles ?? ""}</styleSheet>`,
      "xl/sharedStrings.xml": `<sst xmlns="${main}">${more.strings ?? ""}</sst>`,
    },
    fault,
  );
}
