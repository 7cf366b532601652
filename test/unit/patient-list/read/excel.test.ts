import fc from "fast-check";
import { utils } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { openSource } from "../../../../src/patient-list/read/index.ts";
import { rawWorkbook, workbookOf, zipOf } from "./archive.ts";
import { fieldsOf, problemOf, readAll } from "./reading.ts";

const head = ["Chart #", "First Name", "Last Name", "DOB", "Cell", "E-mail"];

describe("an Excel workbook", () => {
  test("gives people, whether dates and numbers are stored as such or as text", async () => {
    const { source, people, lines } = await readAll(
      workbookOf({
        Patients: [
          head,
          [1001, "Jane", "Doe", new Date(Date.UTC(1985, 2, 4)), 3_105_550_101, "jane@mail.example"],
          ["1002", "Ada", "Roe", "12/25/1990", "310-555-0102", null],
          [null, null, null, null, null, null],
          [1003.0, "Zoë", "Peña", 31_110, null, ""],
        ],
      }),
    );
    expect(source).toMatchObject({ kind: "excel", encoding: null, delimiter: null });
    expect(source.sample[0]).toEqual([
      "1001",
      "Jane",
      "Doe",
      "1985-03-04",
      "3105550101",
      "jane@mail.example",
    ]);
    expect(lines).toEqual([2, 3, 5]);
    expect(people).toMatchObject([
      {
        given: "Jane",
        family: "Doe",
        birthDates: ["1985-03-04"],
        phones: ["3105550101"],
        recordNumbers: ["1001"],
      },
      {
        given: "Ada",
        family: "Roe",
        birthDates: ["1990-12-25"],
        phones: ["310-555-0102"],
        recordNumbers: ["1002"],
      },
      { given: "Zoë", family: "Peña", birthDates: ["1985-03-04"], phones: [], recordNumbers: ["1003"] },
    ]);
  });

  test("is read from the first sheet that holds a list", async () => {
    const { people, remarks } = await readAll(
      workbookOf({
        "Read me": [["How to use this workbook"], ["Write one patient a line."]],
        Empty: [[]],
        List: [
          ["First Name", "Last Name"],
          ["Jane", "Doe"],
        ],
        Old: [
          ["First Name", "Last Name"],
          ["Ada", "Roe"],
        ],
      }),
    );
    expect(people.map(({ given }) => given)).toEqual(["Jane"]);
    expect(remarks).toEqual(["The workbook has 4 sheets; number 3 was read."]);
  });

  test("keeps hidden sheets out", async () => {
    const sheets = {
      Codes: [
        ["First Name", "Last Name"],
        ["Ada", "Roe"],
      ],
      List: [["Name"], ["Jane Doe"]],
    };
    expect((await readAll(workbookOf(sheets, ["Codes"]))).people.map(({ given }) => given)).toEqual(["Jane"]);
    expect((await readAll(workbookOf(sheets))).people.map(({ given }) => given)).toEqual(["Ada"]);
  });

  test("may have merged and missing cells", async () => {
    const sheet = utils.aoa_to_sheet([
      ["All patients", null, null],
      ["First Name", "Last Name", "Phone"],
      ["Jane", "Doe", "310-555-0101"],
      ["Ada", "Roe", null],
    ]);
    sheet["!merges"] = [utils.decode_range("A1:C1"), utils.decode_range("C3:C4")];
    const { people } = await readAll(workbookOf({ A: sheet }));
    expect(people.map(({ given, phones }) => [given, phones])).toEqual([
      ["Jane", ["310-555-0101"]],
      ["Ada", []],
    ]);
  });

  test("may be written without references, with rich text, formats and prefixes", async () => {
    const strings =
      '<si><t>Jane</t><rPh><t>reading</t></rPh></si><si><r><t>D</t></r><r><t xml:space="preserve">oe</t></r></si>';
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="[$-409]mmm\\ d\\,\\ yyyy;@"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
    const heads = head.map((one) => `<c t="inlineStr"><is><t>${one}</t></is></c>`).join("");
    const { people } = await readAll(
      rawWorkbook(
        `<row>${heads}</row><row r="7"><c s="1"><v>123</v></c><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c s="2"><v>31110</v></c>` +
          `<c><f>A1</f><v>3.105550101E9</v></c><c t="str"><v>jane@mail.example_x000D_</v></c><c r="XFD7"><v>1</v></c></row>` +
          `<row><c t="e"><v>#N/A</v></c><c t="e"><v>#REF!</v></c><c t="e"><v>#REF!</v></c></row>`,
        { strings, styles },
      ),
    );
    expect(people).toEqual([
      {
        given: "Jane",
        family: "Doe",
        nicknames: [],
        aliases: [],
        formerFamilies: [],
        handles: [],
        phones: ["3105550101"],
        emails: ["jane@mail.example"],
        birthDates: ["1985-03-04"],
        recordNumbers: ["00123"],
      },
    ]);
  });

  test("may count days from 1904", async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
    const row = (name: string, date: string): string =>
      `<row><c t="str"><v>${name}</v></c><c ${date}</c></row>`;
    const book = rawWorkbook(row("Name", 't="str"><v>DOB</v>') + row("Jane Doe", 's="1"><v>29648</v>'), {
      styles,
      properties: '<workbookPr date1904="1"/>',
    });
    expect((await readAll(book)).people[0]?.birthDates).toEqual(["1985-03-04"]);
  });

  test("comes back equal, whatever is in its cells", async () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "é", "&", "<", '"', "'", "\n", " ", "中", ",", "_x000D_"),
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
        const table = rows.map(([given, note], at) => [at, `Q${given}z`, "Doe", note]);
        const book = workbookOf({ A: [["Nr.", "First Name", "Last Name", "Remark"], ...table] });
        const source = await openSource("a.xlsx", book);
        if ("problem" in source) throw new Error(source.problem);
        const back = source.sample.map((cells) => cells.slice(1, 2));
        const plain = (text: string): string => text.replaceAll("_x000D_", "\r").replaceAll("\r\n", "\n");
        expect(back.map(([given]) => plain(given ?? ""))).toEqual(
          table.slice(0, 5).map(([, given]) => plain(String(given))),
        );
        const { rows: count } = await readAll(book);
        expect(count).toBe(rows.length);
      }),
      { numRuns: 60 },
    );
  });

  test("can be stopped, and says how far it is", async () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => [`Jane${i}`, `Doe${i}`, i]);
    const source = await openSource("a.xlsx", workbookOf({ A: [["First", "Last", "MRN"], ...rows] }));
    if ("problem" in source) throw new Error(source.problem);
    const stop = new AbortController();
    let people = 0;
    const fractions: number[] = [];
    const end = await source.read(fieldsOf(source.columns), () => people++, {
      progress: (done) => fractions.push(done),
    });
    expect(end).toEqual({ rows: 30_000, remarks: [] });
    expect(people).toBe(30_000);
    expect(fractions.at(-1)).toBe(1);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    stop.abort(new Error("stopped"));
    await expect(
      source.read(fieldsOf(source.columns), () => people++, { signal: stop.signal }),
    ).rejects.toThrow("stopped");
  });
});

describe("a workbook that is broken as a whole", () => {
  const good = workbookOf({
    A: [
      ["First Name", "Last Name"],
      ["Jane", "Doe"],
    ],
  });
  const row = '<row><c t="str"><v>Name</v></c></row>';

  test.each([
    ["is cut off", good.subarray(0, good.length - 40), "cut off or damaged"],
    ["is cut in the middle", good.subarray(0, good.length / 2), "cut off or damaged"],
    ["has no sheet with anything in it", workbookOf({ A: [[]] }), "no sheet with anything in it"],
    ["has XML that is none", rawWorkbook(`${row}<row><c></row>`), "damaged or not complete"],
    ["ends within a tag", rawWorkbook(`${row}<row><c`), "damaged or not complete"],
    ["claims to unpack to gigabytes", rawWorkbook(row, {}, { claims: 0x7fffffff }), "unpacks to more than"],
    [
      "unpacks to more than it claims",
      rawWorkbook(row + " ".repeat(50_000_000), {}, { claims: 3000 }),
      "damaged or not complete",
    ],
    [
      "has a text without end",
      rawWorkbook(`${row}<row><c t="str"><v>${"x".repeat(6_000_000)}</v></c></row>`),
      "damaged or not complete",
    ],
    ["is protected", rawWorkbook(row, {}, { isEncrypted: true }), "protected with a password"],
  ])("%s", async (_what, bytes, problem) => {
    expect(await problemOf(bytes)).toContain(problem);
  });

  test("a changed bit in the cells is no other name", async () => {
    const stored = zipOf({ "xl/worksheets/sheet1.xml": "x" });
    expect(await problemOf(stored)).toContain("packed file");
    const sheet = rawWorkbook(row.replace("Name", 'Name</v></c></row><row><c t="str"><v>Jane Doe'));
    const { people } = await readAll(sheet);
    expect(people).toHaveLength(1);
    const wrongSum = sheet.slice();
    // The checksum in the directory, which comes after the five entries.
    const at = Buffer.from(wrongSum).indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 16;
    wrongSum[at] = (wrongSum[at] ?? 0) ^ 1;
    expect(await problemOf(wrongSum)).toContain("damaged or not complete");
  });

  test("wherever it is changed, it gives people or a problem", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = good.slice();
        changed[at] = (changed[at] ?? 0) ^ by;
        expect(await problemOf(changed)).not.toMatch(/Jane|undefined|null|Error/);
      }),
      { numRuns: 300 },
    );
  });
});
