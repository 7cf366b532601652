/** The parts of a workbook that hold text: strings, formats of cells, rows. Of SpreadsheetML, ECMA-376 part 1, 18. */
import { Parser } from "saxen";
import { dateOfSerial } from "./birth-dates.ts";
import { longestCell, mostColumns } from "./source.ts";

export interface Handlers {
  readonly open?: (name: string, attributes: () => Record<string, string>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (value: string) => void;
}

/** Text between two tags that is longer than this makes every further piece slower: no workbook has it. */
const longestText = 1 << 22;

/** Thrown where the XML of a workbook is none. */
export class XmlError extends Error {}

export interface XmlReader {
  write(text: string): void;
  end(): void;
}

/** Names come without their prefix. */
export function newXmlReader({ open, close, text }: Handlers): XmlReader {
  const parser = new Parser();
  let silent = 0;
  const plain = (name: string): string => name.slice(name.indexOf(":") + 1);
  parser
    .on("openTag", (name, attributes) => {
      silent = 0;
      open?.(plain(name), attributes);
    })
    .on("closeTag", (name) => {
      silent = 0;
      close?.(plain(name));
    })
    .on("text", (value, decode) => text?.(decode(value)))
    .on("cdata", (value) => text?.(value))
    .on("error", () => {
      throw new XmlError("the XML of the workbook is broken");
    });
  return {
    write(piece) {
      silent += piece.length;
      parser.write(piece);
      if (silent > longestText) throw new XmlError("the XML of the workbook has a text without end");
    },
    end() {
      parser.end();
    },
  };
}

/** Shared strings in their order; what is too long to be looked at is cut to where that still shows. */
export function newStringReader(): XmlReader & { readonly strings: string[] } {
  const strings: string[] = [];
  let current = "";
  let isText = false;
  let phonetic = 0;
  const reader = newXmlReader({
    open(name) {
      if (name === "si") current = "";
      else if (name === "rPh") phonetic++;
      else if (name === "t") isText = phonetic === 0;
    },
    text(value) {
      if (isText && current.length <= longestCell) current += value;
    },
    close(name) {
      if (name === "t") isText = false;
      else if (name === "rPh") phonetic--;
      else if (name === "si") strings.push(plainText(current));
    },
  });
  return { ...reader, strings };
}

/** How numbers of a style are to be read. `pad`: with zeros in front, to so many digits. */
export interface NumberStyle {
  readonly isDate: boolean;
  readonly pad: number;
}

export function newStyleReader(): XmlReader & { readonly styles: NumberStyle[] } {
  const codes = new Map<string, string>();
  const styles: NumberStyle[] = [];
  let within = false;
  const reader = newXmlReader({
    open(name, attributes) {
      if (name === "numFmt") codes.set(attributes()["numFmtId"] ?? "", attributes()["formatCode"] ?? "");
      else if (name === "cellXfs") within = true;
      else if (name === "xf" && within) styles.push(styleOf(attributes()["numFmtId"] ?? "0", codes));
    },
    close(name) {
      if (name === "cellXfs") within = false;
    },
  });
  return { ...reader, styles };
}

function styleOf(id: string, codes: ReadonlyMap<string, string>): NumberStyle {
  const code = codes.get(id);
  const known = Number(id);
  if (code === undefined) {
    // Built in: 14 to 17 and 22 are dates, 27 to 36 and 50 to 58 those of East Asian Excels.
    const isDate =
      (known >= 14 && known <= 17) ||
      known === 22 ||
      (known >= 27 && known <= 36) ||
      (known >= 50 && known <= 58);
    return { isDate, pad: 0 };
  }
  const bare = code
    .slice(0, 255)
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[[^\]]{0,255}\]/g, "");
  return { isDate: /[yd]/i.test(bare) && !/[#0?]/.test(bare), pad: /^0{2,}$/.test(bare) ? bare.length : 0 };
}

export interface SheetRow {
  /** Number of the row in the sheet, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface SheetContext {
  readonly strings: readonly string[];
  readonly styles: readonly NumberStyle[];
  /** The workbook counts days from 1904, as those of old Macs do. */
  readonly from1904: boolean;
}

/** `onRow` gets every row that has a cell, in order. */
export function newRowReader(context: SheetContext, onRow: (row: SheetRow) => void): XmlReader {
  let line = 0;
  let cells: string[] = [];
  let column = 0;
  let type = "";
  let style = 0;
  let value = "";
  let takes = false;
  let phonetic = 0;
  return newXmlReader({
    open(name, attributes) {
      if (name === "row") {
        const given = Number(attributes()["r"]);
        line = Number.isInteger(given) && given > 0 ? given : line + 1;
        cells = [];
        column = -1;
      } else if (name === "c") {
        const { r, t, s } = attributes();
        column = columnOf(r) ?? column + 1;
        type = t ?? "n";
        style = Number(s ?? 0);
        value = "";
      } else if (name === "rPh") phonetic++;
      else if (name === "v" || (name === "t" && phonetic === 0)) takes = true;
    },
    text(text) {
      if (takes && value.length <= longestCell) value += text;
    },
    close(name) {
      if (name === "v" || name === "t") takes = false;
      else if (name === "rPh") phonetic--;
      else if (name === "c" && column < mostColumns) {
        while (cells.length < column) cells.push("");
        cells[column] = textOf(value, type, context.styles[style], context);
      } else if (name === "row" && cells.length > 0) onRow({ line, cells });
    },
  });
}

function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/i.exec(reference ?? "")?.[0].toUpperCase();
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function textOf(value: string, type: string, style: NumberStyle | undefined, context: SheetContext): string {
  if (type === "s") return context.strings[Number(value)] ?? "";
  if (type === "inlineStr" || type === "str") return plainText(value);
  // "#N/A" and the like say nothing of anybody.
  if (type === "e" || value === "") return "";
  if (type !== "n") return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (style?.isDate === true && number >= 1 && number < 2_958_466) {
    return dateOfSerial(context.from1904 ? number + 1462 : number);
  }
  // As a record number or phone is written: whole, without exponent, with the zeros that the format shows.
  const text =
    Number.isInteger(number) && Math.abs(number) < 1e18 ? BigInt(number).toString() : String(number);
  return style && style.pad > text.length ? text.padStart(style.pad, "0") : text;
}

/** "_x000D_" is how the format writes signs that XML cannot have. */
function plainText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
