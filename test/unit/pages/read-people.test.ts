import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { fieldOfColumn } from "../../../src/pages/options/columns.ts";
import { decodeText } from "../../../src/pages/options/decode-text.ts";
import { readPeople } from "../../../src/pages/options/read-people.ts";

function read(text: string) {
  const result = readPeople(text);
  if (!result.ok) throw new Error(result.problem);
  return result;
}

describe("a patient list", () => {
  test("gives people with all that is used of them", () => {
    const { people, leftOut } = read(
      "given,family,nicknames,aliases,handles,phone,email,dob,mrn\n" +
        "Grace,Park,Gracie; Gigi,Grace Kim,@graceparkla,213-555-0102,gpark@inbox.example,1990-07-02,HV-20024\n",
    );
    expect(leftOut).toEqual([]);
    expect(people).toEqual([
      {
        given: "Grace",
        family: "Park",
        nicknames: ["Gracie", "Gigi"],
        aliases: ["Grace Kim"],
        handles: ["@graceparkla"],
        phones: ["213-555-0102"],
        emails: ["gpark@inbox.example"],
        recordNumbers: ["HV-20024"],
        formerFamilies: [],
        birthDates: [],
      },
    ]);
  });

  test.each([
    ["commas", "First Name,Last Name\nJane,Doe\n"],
    ["semicolons", "First Name;Last Name\nJane;Doe\n"],
    ["tabs", "First Name\tLast Name\nJane\tDoe"],
    ["a byte order mark and Windows line ends", "\uFEFFfirst_name,LAST NAME\r\nJane,Doe\r\n"],
    ["quotes", '"First Name","Last Name"\n"Jane","Doe"\n'],
    ["one column, family name first", 'Patient Name\n"Doe, Jane"\n'],
    ["one column, given name first", "Full name\nJane Doe\n"],
    ["empty lines about", "\n\nGiven,Family\n\nJane,Doe\n,\n\n"],
  ])("may come with %s", (_name, text) => {
    expect(read(text).people).toMatchObject([{ given: "Jane", family: "Doe" }]);
  });

  test("gathers several columns of one kind", () => {
    const { people } = read("given,family,home phone,mobile\nJane,Doe,310-555-0101,310-555-0102\n");
    expect(people[0]?.phones).toEqual(["310-555-0101", "310-555-0102"]);
  });

  test("names the lines that it leaves out, by their number in the file", () => {
    const text = [
      "given,family,phone", // 1
      "Jane,Doe,310-555-0101", // 2
      '"Grace', // 3: a quoted field over two lines
      'Ann",Park,', // 4
      "Mark,Price", // 5
      "", // 6
      ",,310-555-0104", // 7
      "Jane,Doe,310-555-0101", // 8
      "Rose,Hill,1,2", // 9
      "Will,May,", // 10
    ].join("\n");
    const { people, leftOut } = read(text);
    expect(people.map(({ family }) => family)).toEqual(["Doe", "Park", "May"]);
    expect(leftOut).toEqual([
      { line: 5, problem: "has 2 fields where the first line has 3" },
      { line: 7, problem: "has no name" },
      { line: 8, problem: "is the same as line 2" },
      { line: 9, problem: "has 4 fields where the first line has 3" },
    ]);
  });

  test.each([
    ["", "The file is empty."],
    ["\n \n", "The file is empty."],
    ["Jane,Doe\nGrace,Park\n", "The first line must name the columns"],
    ["given,phone\nJane,310-555-0101\n", "The first line must name the columns"],
    ['given,family\nJane,"Doe\nGrace,Park\n', "Line 2: a quoted field is not closed"],
    ["PK\u0003\u0004\0\0", "This is no text file"],
  ])("that is broken as a whole is refused: %j", (text, problem) => {
    const result = readPeople(text);
    expect(result.ok ? "" : result.problem).toContain(problem);
  });

  test("reads back whatever a spreadsheet may write, and says nothing of it in a problem", () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "É", ",", '"', "\n", "\r\n", " ", "'", "7"),
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), (rows) => {
        const text = Papa.unparse([["given", "family", "notes"], ...rows]);
        const { people, leftOut } = read(text);
        const named = rows.filter(([given, family]) => given.trim() !== "" || family.trim() !== "");
        const unique = new Set(named.map((row) => JSON.stringify(row.map((value) => value.trim()))));
        expect(people.length).toBe(
          [...unique].filter((row) => /[aÉ,"'7;]/.test(row.replace(/^\[|\]$/g, ""))).length,
        );
        for (const { problem } of leftOut) expect(problem).toMatch(/^(has no name|is the same as line \d+)$/);
      }),
    );
  });

  test("is total: any text gives people or a problem", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("g", "given,family", "\n", '"', ",", ";", "\t", "\r") }),
        (text) => {
          const result = readPeople(text);
          expect(typeof result.ok).toBe("boolean");
        },
      ),
    );
  });
});

describe("a column", () => {
  test.each([
    ["First Name", "given"],
    ["LAST_NAME", "family"],
    ["E-mail", "emails"],
    ["Cell phone", "phones"],
    ["Date of birth", undefined],
    ["Diagnosis", undefined],
    ["constructor", undefined],
    ["", undefined],
  ])("called %j is %s", (header, field) => {
    expect(fieldOfColumn(header)).toBe(field);
  });
});

describe("the bytes of a file", () => {
  test.each([
    ["UTF-8", new TextEncoder().encode("Mónica"), "Mónica"],
    ["Windows-1252", Uint8Array.from([0x4d, 0xf3, 0x6e, 0x69, 0x63, 0x61]), "Mónica"],
    ["UTF-16", Uint8Array.from([0xff, 0xfe, 0x4d, 0, 0xf3, 0]), "Mó"],
    ["UTF-16", Uint8Array.from([0xfe, 0xff, 0, 0x4d, 0, 0xf3]), "Mó"],
  ])("are read as %s", (encoding, bytes, text) => {
    expect(decodeText(bytes)).toEqual({ encoding, text });
  });
});
