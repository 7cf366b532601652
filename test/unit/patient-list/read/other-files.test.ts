import { gzipSync } from "node:zlib";
import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { openSource } from "../../../../src/patient-list/read/index.ts";
import { zipOf } from "./archive.ts";
import { bytesOf, problemOf } from "./reading.ts";

const sheet = utils.aoa_to_sheet([
  ["First Name", "Last Name"],
  ["Jane", "Doe"],
]);

function written(bookType: "xls" | "xlsb" | "ods" | "html" | "rtf" | "xlml"): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "A");
  const bytes: ArrayBuffer = write(book, { type: "array", bookType });
  return new Uint8Array(bytes);
}

/** The container of a workbook with a password holds a stream of this name, in UTF-16. */
function protectedWorkbook(): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [at, letter] of [..."EncryptedPackage"].entries()) bytes[1024 + at * 2] = letter.charCodeAt(0);
  return bytes;
}

function utf32(text: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 4);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint32(at * 4, text.charCodeAt(at), isLittle);
  return bytes;
}

describe("a file that is no list gives one problem with a remedy", () => {
  test.each([
    ["nothing", new Uint8Array(0), "The file is empty.", "Export"],
    ["an old workbook", written("xls"), "old Office version", "save it as an Excel workbook"],
    ["a workbook with a password", protectedWorkbook(), "protected with a password", "Save it without one"],
    ["a binary workbook", written("xlsb"), "binary Excel workbook", "save it as an Excel workbook"],
    ["an OpenDocument sheet", written("ods"), "OpenDocument", "Save it as an Excel workbook"],
    ["a web page named as a workbook", written("html"), "web page", "save it as an Excel workbook"],
    ["XML of Excel 2003", written("xlml"), "XML file", "save it as an Excel workbook"],
    ["a text document", written("rtf"), "RTF", "Export the list as CSV"],
    ["a PDF", bytesOf("%PDF-1.7\n"), "This is a PDF", "Export the list as CSV"],
    ["a Numbers document", zipOf({ "Index/Document.iwa": "x" }), "Numbers document", "Export To, CSV"],
    ["a Word document", zipOf({ "word/document.xml": "x" }), "Word document", "Export the list as CSV"],
    ["an archive", zipOf({ "list.csv": "given,family\nJane,Doe\n" }), "packed file", "Unpack it"],
    ["a gzip", new Uint8Array(gzipSync("given,family\nJane,Doe\n")), "packed file", "Unpack it"],
    ["half an archive", zipOf({ "list.csv": "given,family" }).subarray(0, 40), "cut off or damaged", "again"],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), "picture", "Export"],
    ["a database", bytesOf("SQLite format 3\0\u0010"), "database", "Export"],
    [
      "other binary data",
      Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256),
      "no text file",
      "Export",
    ],
    ["UTF-32 LE", utf32("\uFEFFgiven,family\nJane,Doe\n", true), "written in UTF-32", "as UTF-8"],
    ["UTF-32 BE", utf32("\uFEFFgiven,family\nJane,Doe\n", false), "written in UTF-32", "as UTF-8"],
    ["UTF-32 LE without a mark", utf32('{"resourceType":"Patient"}', true), "written in UTF-32", "as UTF-8"],
    ["UTF-32 BE without a mark", utf32("given,family\nJane,Doe\n", false), "written in UTF-32", "as UTF-8"],
    [
      "too many columns for a first piece",
      bytesOf(`${"column,".repeat(100_000)}given\nJane,Doe\n`),
      "more than 1,000 columns",
      "with the columns that are needed",
    ],
    [
      "a first row without an end",
      bytesOf(`given,${"x".repeat(300_000)}\nJane,Doe\n`),
      "first row is longer than 262,144 bytes",
      "Export",
    ],
    [
      "a cell of 2 MB",
      bytesOf(`given,family\nJane,"${"x".repeat(2_000_000)}"\n`),
      "Line 2: a row of more than 1,048,576 characters: a cell is too long, or a quote in it is not closed",
      "Correct that line",
    ],
    ["HL7 messages", bytesOf("MSH|^~\\&|A|B|\rPID|1||1001^^^A||DOE^JANE\r"), "HL7 version 2", "Export"],
    ["JSON of something else", bytesOf('{"patients": [{"first": "Jane"}]}'), "no FHIR R4 Patient", "Export"],
  ])("%s", async (_what, bytes, problem, remedy) => {
    const found = await problemOf(bytes);
    expect(found).toContain(problem);
    expect(found).toContain(remedy);
    expect(found).not.toMatch(/jane|doe/i);
  });

  test("larger than can be read", async () => {
    // Nothing of it is looked at.
    const large = Object.create(Uint8Array.prototype, {
      length: { value: 512 * 1024 * 1024 + 1 },
    }) as Uint8Array;
    expect(await openSource("a.csv", large)).toEqual({
      problem: "The file is larger than 512 MB. Export the list in parts.",
    });
  });

  test("a workbook larger than can be read", async () => {
    const book = zipOf({ "xl/workbook.xml": "x" });
    const large = new Uint8Array(64 * 1024 * 1024 + 1);
    const end = large.length - 22;
    const directory = Buffer.from(book).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    large.set(book.subarray(0, book.length - 22));
    large.set(book.subarray(book.length - 22), end);
    expect(directory).toBeGreaterThan(0);
    expect(await problemOf(large)).toContain("larger than 64 MB");
  });

  test("what the file is called does not matter", async () => {
    const csv = await openSource("list.xlsx", bytesOf("given,family\nJane,Doe\n"));
    expect(csv).toMatchObject({ kind: "delimited" });
  });
});
