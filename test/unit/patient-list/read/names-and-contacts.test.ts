import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  readEmails,
  readHandles,
  readPhones,
  readRecordNumbers,
} from "../../../../src/patient-list/read/contact-values.ts";
import { readFullName } from "../../../../src/patient-list/read/full-name.ts";
import { readAll } from "./reading.ts";
import { processorTime } from "../../processor-time.ts";

describe("a whole name", () => {
  test.each([
    ["Doe, Jane", "Jane", "Doe"],
    ["DOE,JANE", "JANE", "DOE"],
    ["Jane Doe", "Jane", "Doe"],
    ["Jane Marie Doe", "Jane Marie", "Doe"],
    ["Doe, Jane Marie", "Jane Marie", "Doe"],
    ["Doe, Jane M.", "Jane M.", "Doe"],
    ["Doe Jr., John", "John", "Doe"],
    ["Doe, John Jr.", "John", "Doe"],
    ["Doe, John, Jr.", "John", "Doe"],
    ["Doe, Jr., John", "John", "Doe"],
    ["John Doe III", "John", "Doe"],
    ["John Doe, MD", "John", "Doe"],
    ["Jane Doe, RN", "Jane", "Doe"],
    ["Do, Kim", "Kim", "Do"],
    ["Ma, Jo", "Jo", "Ma"],
    ["Dr. Jane Doe", "Jane", "Doe"],
    ["Mrs Jane Doe", "Jane", "Doe"],
    ["Sra. María García", "María", "García"],
    ["Don Smith", "Don", "Smith"],
    ["Maria de la Cruz", "Maria", "de la Cruz"],
    ["Ludwig van der Berg", "Ludwig", "van der Berg"],
    ["De La Cruz, Maria", "Maria", "De La Cruz"],
    ["Van Tran", "Van", "Tran"],
    ["Jane Smith-Doe", "Jane", "Smith-Doe"],
    ["  Doe ,  Jane ", "Jane", "Doe"],
    ["Madonna", "Madonna", ""],
  ])("%j", (name, given, family) => {
    expect(readFullName(name)).toMatchObject({ given, family, nicknames: [], formerFamilies: [] });
  });

  test.each([
    ['Robert "Bob" Smith', { given: "Robert", family: "Smith", nicknames: ["Bob"], formerFamilies: [] }],
    ["Smith, Robert (Bob)", { given: "Robert", family: "Smith", nicknames: ["Bob"], formerFamilies: [] }],
    ["Smith (née Roe), Jane", { given: "Jane", family: "Smith", nicknames: [], formerFamilies: ["Roe"] }],
    ["Jane Smith nee Roe", { given: "Jane", family: "Smith", nicknames: [], formerFamilies: ["Roe"] }],
    ["Jane Smith (formerly Roe)", { given: "Jane", family: "Smith", nicknames: [], formerFamilies: ["Roe"] }],
  ])("%j has others in it", (name, read) => {
    expect(readFullName(name)).toEqual(read);
  });

  test("any text gives names, in linear time", () => {
    const unit = fc.constantFrom("Jane", " ", ",", "(", ")", '"', "Jr", ".", "née ", "de ", "MD");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (name) => {
        const { given, family } = readFullName(name);
        expect(typeof given + typeof family).toBe("stringstring");
      }),
    );
    for (const part of [" ,", "(", "Jr ", '"', " , jr", "a ", "née "]) {
      const start = processorTime();
      readFullName(part.repeat(Math.floor(1000 / part.length)));
      expect(processorTime() - start).toBeLessThan(2000);
    }
  });
});

describe("columns of names", () => {
  test.each([
    [
      "middle names go with the given one",
      "First,Middle,Last",
      "Jane,Marie,Doe",
      { given: "Jane Marie", family: "Doe" },
    ],
    [
      "what is in brackets is a nickname",
      "First,Last",
      "Jane (Janie),Doe",
      { given: "Jane", nicknames: ["Janie"] },
    ],
    ["a suffix is no name", "First,Last", "John,Doe Jr.", { family: "Doe" }],
    ["a maiden name", "First,Last,Maiden", "Jane,Doe,Roe", { formerFamilies: ["Roe"], aliases: [] }],
    [
      "a whole maiden name",
      "First,Last,Maiden",
      "Jane,Doe,Jane Roe",
      { formerFamilies: [], aliases: ["Jane Roe"] },
    ],
    ["the present name is no former one", "First,Last,Maiden", "Jane,Doe,DOE", { formerFamilies: [] }],
    ["a preferred name", "First,Last,Goes by", "Robert,Doe,Bob", { nicknames: ["Bob"] }],
    ["a whole preferred name", "Goes by,First,Last", "Bob Doe,Robert,Doe", { nicknames: ["Bob"] }],
    [
      "several nicknames",
      "First,Last,Nickname",
      'Robert,Doe,"Bob, Rob / Bobby"',
      { nicknames: ["Bob", "Rob", "Bobby"] },
    ],
    [
      "two family names",
      "Nombre,Apellido paterno,Apellido materno",
      "Ana,García,López",
      { given: "Ana", family: "García López" },
    ],
    [
      "the legal names beside those in use",
      "First Name,Last Name,Legal First Name,Legal Last Name",
      "Bob,Doe,Robert,Doe",
      { given: "Bob", family: "Doe", nicknames: ["Robert"], formerFamilies: [] },
    ],
    [
      "names that are words for nothing",
      "First,Last,Nickname",
      "Na,Null,none",
      { given: "Na", family: "Null", nicknames: [] },
    ],
  ])("%s", async (_what, head, row, expected) => {
    expect((await readAll(`${head}\n${row}\n`)).people).toMatchObject([expected]);
  });

  test.each(["Unknown,Unknown", "N/A,N/A", "-,-", ",", "???,..."])("%j is nobody", async (row) => {
    const { people, leftOut } = await readAll(`First,Last,Phone\n${row},310-555-0101\n`);
    expect(people).toEqual([]);
    expect(leftOut).toEqual([{ line: 2, problem: "has no name" }]);
  });

  test.each(["Test,Patient", "TEST,TEST", "ZZTest,Patient", "Demo,Patient"])(
    "%j is a test entry",
    async (row) => {
      expect((await readAll(`First,Last\n${row}\n`)).leftOut).toEqual([
        { line: 2, problem: "is a test entry" },
      ]);
    },
  );
});

describe("contacts", () => {
  test.each([
    ["310-555-0101", ["310-555-0101"]],
    ["(310) 555-0101", ["(310) 555-0101"]],
    ["+1 310 555 0101", ["+1 310 555 0101"]],
    ["3105550101", ["3105550101"]],
    ["310-555-0101 / 310-555-0102", ["310-555-0101", "310-555-0102"]],
    ["H: 310-555-0101; C: 310-555-0102", ["310-555-0101", "310-555-0102"]],
    ["310-555-0101 (cell)", ["310-555-0101"]],
    ["310-555-0101 ext. 12", ["310-555-0101"]],
    ["'3105550101", ["3105550101"]],
    ["000-000-0000", []],
    ["555-555-5555", []],
    ["123-456-7890", []],
    ["999-999-9999", []],
    ["N/A", []],
    ["none", []],
    ["12", []],
    ["no phone", []],
  ])("phones in %j", (cell, values) => {
    const read = readPhones(cell);
    expect(read.values).toEqual(values);
    expect(read.left > 0).toBe(values.length === 0);
  });

  test.each([
    ["jane@mail.example", ["jane@mail.example"]],
    ["Jane Doe <jane@mail.example>", ["jane@mail.example"]],
    ["jane@mail.example; j.doe@work.example", ["jane@mail.example", "j.doe@work.example"]],
    ["mailto:jane@mail.example", ["jane@mail.example"]],
    ["none@none.example", []],
    ["noemail@practice.example", []],
    ["declined", []],
    ["N/A", []],
    ["jane@", []],
    ["@jane", []],
  ])("e-mails in %j", (cell, values) => {
    const read = readEmails(cell);
    expect(read.values).toEqual(values);
    expect(read.left > 0).toBe(values.length === 0);
  });

  test.each([
    ["@jane.doe", ["@jane.doe"]],
    ["jane_doe", ["jane_doe"]],
    ["https://www.instagram.com/jane.doe/?hl=en", ["@jane.doe"]],
    ["facebook.com/jane.doe.5", ["@jane.doe.5"]],
    ["https://www.tiktok.com/@jane", ["@jane"]],
    ["IG: @jane", ["@jane"]],
    ["@jane, @janie", ["@jane", "@janie"]],
    ["@jane @janie", ["@jane", "@janie"]],
    ["https://facebook.com/profile.php?id=1001", []],
    ["none", []],
    ["@", []],
    ["n/a", []],
  ])("handles in %j", (cell, values) => {
    const read = readHandles(cell);
    expect(read.values).toEqual(values);
    expect(read.left > 0).toBe(values.length === 0);
  });

  test.each([
    ["HV-20024", ["HV-20024"]],
    ["00123", ["00123"]],
    ["'00123", ["00123"]],
    ["1001; 1002", ["1001", "1002"]],
    ["0", []],
    ["none", []],
  ])("record numbers in %j", (cell, values) => {
    expect(readRecordNumbers(cell).values).toEqual(values);
  });
});
