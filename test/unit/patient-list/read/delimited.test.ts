import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { nobody } from "../../../../src/engine/patients/index.ts";
import { openSource } from "../../../../src/patient-list/read/index.ts";
import { bytesOf, fieldsOf, problemOf, readAll } from "./reading.ts";
import { processorTime } from "../../processor-time.ts";

describe("a patient list", () => {
  test("gives people with all that is used of them", async () => {
    const { people, leftOut, notes } = await readAll(
      "given,family,nicknames,aliases,handles,phone,email,dob,mrn\n" +
        "Grace,Park,Gracie; Gigi,Grace Kim,@graceparkla,213-555-0102,gpark@inbox.example,1990-07-02,HV-20024\n",
    );
    expect({ leftOut, notes }).toEqual({ leftOut: [], notes: [] });
    expect(people).toEqual([
      {
        given: "Grace",
        family: "Park",
        nicknames: ["Gracie", "Gigi"],
        aliases: ["Grace Kim"],
        formerFamilies: [],
        handles: ["@graceparkla"],
        phones: ["213-555-0102"],
        emails: ["gpark@inbox.example"],
        birthDates: ["1990-07-02"],
        recordNumbers: ["HV-20024"],
      },
    ]);
  });

  test.each([
    ["commas", "First Name,Last Name\nJane,Doe\n"],
    ["semicolons", "First Name;Last Name\nJane;Doe\n"],
    ["tabs", "First Name\tLast Name\nJane\tDoe"],
    ["bars", "First Name|Last Name\nJane|Doe"],
    ["carets", "First Name^Last Name\nJane^Doe"],
    ["a line that names the delimiter", "sep=;\r\nFirst Name;Last Name\r\nJane;Doe\r\n"],
    ["a byte order mark and Windows line ends", "\uFEFFfirst_name,LAST NAME\r\nJane,Doe\r\n"],
    ["old Macintosh line ends", "first,last\rJane,Doe\r"],
    ["quotes", '"First Name","Last Name"\n"Jane","Doe"\n'],
    ["one column, family name first", 'Patient Name\n"Doe, Jane"\n'],
    ["one column that nobody put in quotes", "Patient Name\nDoe, Jane\n"],
    ["one column, given name first", "Full name\nJane Doe\n"],
    ["empty lines about", "\n\nGiven,Family\n\nJane,Doe\n,\n\n"],
    ["a title above", "Patient list\nPrinted 11/02/2026\n\nLast Name,First Name\nDoe,Jane\n"],
    [
      "columns of other people beside",
      "First,Last,Guarantor Last Name,Provider Name\nJane,Doe,Roe,Sam Poe\n",
    ],
    ["empty fields too many", "First,Last\nJane,Doe,,\n"],
  ])("may come with %s", async (_name, text) => {
    expect((await readAll(text)).people).toEqual([{ ...nobody, given: "Jane", family: "Doe" }]);
  });

  test("gathers several columns of one kind", async () => {
    const { people } = await readAll("given,family,home phone,mobile\nJane,Doe,310-555-0101,310-555-0102\n");
    expect(people[0]?.phones).toEqual(["310-555-0101", "310-555-0102"]);
  });

  test("names the lines that it leaves out, by their number in the file", async () => {
    const text = [
      "given,family,phone", // 1
      "Jane,Doe,310-555-0101", // 2
      '"Grace', // 3: a quoted field over two lines
      'Ann",Park,', // 4
      "Mark,Price", // 5: what it has no field for is empty
      "", // 6
      ",,310-555-0104", // 7
      "Jane,Doe,310-555-0101", // 8
      "Rose,Hill,1,2", // 9
      "Test,Patient,", // 10
      "Will,May,", // 11
      `${"x".repeat(1001)},May,`, // 12
    ].join("\n");
    const { people, leftOut, repeated, rows, lines } = await readAll(text);
    expect(people.map(({ given, family }) => `${given} ${family}`)).toEqual([
      "Jane Doe",
      "Grace Ann Park",
      "Mark Price",
      "Will May",
    ]);
    expect(lines).toEqual([2, 3, 5, 11]);
    expect(leftOut).toEqual([
      { line: 7, problem: "has no name" },
      { line: 9, problem: "has 4 fields where there are 3 columns" },
      { line: 10, problem: "is a test entry" },
      { line: 12, problem: "has a cell of more than 1,000 characters" },
    ]);
    expect(repeated).toEqual([{ line: 8, repeats: 2 }]);
    expect(rows).toBe(9);
  });

  test("remarks on characters that were lost before the file was written", async () => {
    for (const name of [bytesOf("Ren\uFFFD"), Uint8Array.from([...bytesOf("Jos\u00e9 \u00e9"), 0xff])]) {
      const text = Uint8Array.from([...bytesOf("given,family\n"), ...name, ...bytesOf(",Doe\n")]);
      expect((await readAll(text)).remarks).toEqual([
        "1 characters of the file are broken. Names with accents may be wrong: export the list again as UTF-8.",
      ]);
    }
  });

  test("leaves out what a report writes between and below its rows", async () => {
    const { people, leftOut } = await readAll(
      "First,Last,Phone\nJane,Doe,\nFirst,Last,Phone\nPage,Roe,\nTotal patients: 2,,\nPage 1 of 1\n",
    );
    expect(people.map(({ family }) => family)).toEqual(["Doe", "Roe"]);
    expect(leftOut).toEqual(
      [3, 5, 6].map((line) => ({
        line,
        problem: "is no patient but a line of the report",
        isNoPatient: true,
      })),
    );
  });

  test("takes the columns as they are confirmed, not as they were guessed", async () => {
    const { people } = await readAll("First,Last,Notes\nDoe,Jane,Janie\n", ["family", "given", "nicknames"]);
    expect(people).toEqual([{ ...nobody, given: "Jane", family: "Doe", nicknames: ["Janie"] }]);
  });

  test("shows what was found of it before it is read", async () => {
    const source = await openSource("list.csv", bytesOf("Last;First;Weight\nDoe;Jane;70\nPark;Grace;65\n"));
    expect(source).toMatchObject({
      kind: "delimited",
      encoding: "UTF-8",
      delimiter: ";",
      columns: [
        { header: "Last", field: "family" },
        { header: "First", field: "given" },
        { header: "Weight", field: undefined },
      ],
      sample: [
        ["Doe", "Jane", "70"],
        ["Park", "Grace", "65"],
      ],
      sampleColumns: ["Last", "First", "Weight"],
    });
  });

  test("says what it did not take of somebody", async () => {
    const { people, notes } = await readAll(
      "given,family,phone,email,dob\nJane,Doe,000-000-0000,none@none.example,02/30/1985\nAda,Roe,N/A,unknown,\n",
    );
    expect(people.map(({ phones, emails, birthDates }) => [phones, emails, birthDates])).toEqual([
      [[], [], []],
      [[], [], []],
    ]);
    expect(notes[0]).toEqual({
      line: 2,
      notes: [
        "a phone number is a stand-in or no such thing and was not taken",
        "an e-mail address is a stand-in or no such thing and was not taken",
        "the birth date could not be read",
      ],
    });
  });

  test("tells when days and months could not be told apart, and takes them as in the US", async () => {
    const unclear = await readAll("given,family,dob\nJane,Doe,03/04/1985\n");
    expect(unclear.people[0]?.birthDates).toEqual(["1985-03-04"]);
    expect(unclear.remarks).toEqual([
      "Birth dates in column 3 may be month first or day first; they were read month first, as in the US.",
    ]);
    const dayFirst = await readAll("given,family,dob\nJane,Doe,03/04/1985\nAda,Roe,25/12/1990\n");
    expect(dayFirst.people.map(({ birthDates }) => birthDates[0])).toEqual(["1985-04-03", "1990-12-25"]);
    expect(dayFirst.remarks).toEqual(["Birth dates in column 3 were read day first."]);
    const monthFirst = await readAll("given,family,dob\nJane,Doe,03/04/1985\nAda,Roe,12/25/1990\n");
    expect(monthFirst.remarks).toEqual([]);
  });
});

describe("a list without names of columns", () => {
  test("is understood by what is in it", async () => {
    const rows = [
      "10021,Jane,Ashworth,F,jane.a@mail.example,(207) 555-0101,04/02/1988,Portland,ME",
      "10022,Priya,Raman,F,priya@mail.example,(207) 555-0102,10/17/1991,Portland,ME",
      "10023,Rafael,Okonkwo,M,rafa@mail.example,(207) 555-0104,06/11/1979,Bath,ME",
      "10024,Michael,Paulsen,M,mp@mail.example,(207) 555-0105,01/30/1969,Portland,ME",
    ];
    const { source, people } = await readAll(rows.join("\n"));
    expect(source.columns.slice(0, 7)).toEqual([
      { header: "Column 1", field: undefined },
      { header: "Column 2", field: "given" },
      { header: "Column 3", field: "family" },
      { header: "Column 4", field: undefined },
      { header: "Column 5", field: "emails" },
      { header: "Column 6", field: "phones" },
      { header: "Column 7", field: "birthDates" },
    ]);
    expect(people).toHaveLength(4);
    expect(people[0]).toEqual({
      ...nobody,
      given: "Jane",
      family: "Ashworth",
      emails: ["jane.a@mail.example"],
      phones: ["(207) 555-0101"],
      birthDates: ["1988-04-02"],
    });
  });

  test.each([
    ["whole names", '"Doe, Jane"\n"Park, Grace"\n', ["name"]],
    ["whole names, given name first", "Jane Doe\nGrace Park\n", ["name"]],
    ["two words a line", "Jane,Doe\nGrace,Park\n", ["given", "family"]],
    ["family names first", "Doe,Jane\nPark,Grace\n", ["family", "given"]],
    [
      "heads in words that we do not know",
      "Vorname,Mailadr\nJane Doe,jane@b.example\nAda Roe,ada@d.example\n",
      ["name", "emails"],
    ],
    ["numbered heads", "Field1,Field2\nJane,Doe\nGrace,Park\n", ["given", "family"]],
  ])("may have %s", async (_name, text, fields) => {
    const { source, people } = await readAll(text);
    expect(fieldsOf(source.columns)).toEqual(fields);
    expect(people.map(({ given }) => given.split(" ")[0])).toEqual([
      "Jane",
      expect.stringMatching(/^(?:Grace|Ada)$/),
    ]);
  });
});

describe("a delimited file that is broken as a whole", () => {
  test.each([
    ["", "The file is empty."],
    ["\n \n", "The file is empty."],
    ['given,family\nJane,"Doe\nGrace,Park\n', "Line 2: a quoted field is not closed"],
    ['given,family\nJane,Doe\n"Ann" B,Park\n', "Line 3: a quoted field is not closed"],
    ["given,family\nJane,D\0oe\n", "This is no text file"],
  ])("%j gives one problem and no people", async (text, problem) => {
    expect(await problemOf(text)).toContain(problem);
  });

  test("a quote that nobody closes does not eat a large file", async () => {
    const text = `given,family\n"Jane,Doe\n${"Grace,Park\n".repeat(400_000)}`;
    const start = processorTime();
    expect(await problemOf(text)).toMatch(/^Line 2: .* a quote in it is not closed/);
    expect(processorTime() - start).toBeLessThan(20_000);
  });
});

describe("the lists of the labelled drafts", () => {
  const corpus = "test/corpus";
  const folders = readdirSync(corpus).filter((name) => /^(?:dev|own|train)/.test(name));

  test.each(folders)("%s reads as its columns say", async (folder) => {
    const text = readFileSync(join(corpus, folder, "patients.csv"), "utf8");
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: "greedy" });
    const list = (value = ""): string[] => value.split(";").flatMap((one) => one.trim() || []);
    const { people, leftOut, notes } = await readAll(text);
    expect({ leftOut, notes }).toEqual({ leftOut: [], notes: [] });
    expect(people).toEqual(
      data.map((row) => ({
        given: row["given"]?.trim(),
        family: row["family"]?.trim(),
        nicknames: list(row["nicknames"]),
        aliases: list(row["aliases"]),
        formerFamilies: [],
        handles: list(row["handles"]),
        phones: list(row["phone"]),
        emails: list(row["email"]),
        birthDates: list(row["dob"]),
        recordNumbers: list(row["mrn"]),
      })),
    );
  });
});
