import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newJsonSplitter } from "../../../../src/patient-list/read/split-json.ts";
import { problemOf, readAll } from "./reading.ts";

const jane = {
  resourceType: "Patient",
  id: "p1",
  meta: { profile: ["http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient"] },
  text: { status: "generated", div: '<div xmlns="http://www.w3.org/1999/xhtml">{"entry": ["[</div>' },
  identifier: [
    {
      use: "usual",
      type: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/v2-0203", code: "MR" }] },
      value: "HV-20024",
    },
    { type: { coding: [{ code: "SS" }] }, system: "http://hl7.org/fhir/sid/us-ssn", value: "999-99-9999" },
  ],
  active: true,
  name: [
    { use: "maiden", family: "Roe", given: ["Jane"] },
    { use: "official", family: "Doe", given: ["Jane", "Marie"], prefix: ["Ms."] },
    { use: "nickname", given: ["Janie"] },
    { use: "old", family: "Poe", given: ["Jane"] },
    { use: "usual", given: ["J.M."], family: "Doe" },
  ],
  telecom: [
    { system: "phone", value: "(310) 555-0101", use: "home" },
    { system: "sms", value: "310-555-0102" },
    { system: "fax", value: "310-555-0199" },
    { system: "email", value: "jane@mail.example" },
    { system: "url", value: "https://www.instagram.com/jane.doe" },
    { system: "url", value: "https://janedoe.example" },
    { system: "other", value: "@janedoe" },
  ],
  gender: "female",
  birthDate: "1985-03-04",
  deceasedBoolean: false,
  contact: [
    { name: { family: "Somebody", given: ["Else"] }, telecom: [{ system: "phone", value: "310-555-0177" }] },
  ],
};
const janeRead = {
  given: "Jane Marie",
  family: "Doe",
  nicknames: ["Janie", "J.M."],
  aliases: ["Jane Roe", "Jane Poe"],
  formerFamilies: [],
  handles: ["@jane.doe", "@janedoe"],
  phones: ["(310) 555-0101", "310-555-0102"],
  emails: ["jane@mail.example"],
  birthDates: ["1985-03-04"],
  recordNumbers: ["HV-20024"],
};
const person = (id: string, given: string, more: object = {}): object => ({
  resourceType: "Patient",
  id,
  name: [{ family: "Doe", given: [given] }],
  ...more,
});
const bundle = (...resources: object[]): object => ({
  resourceType: "Bundle",
  type: "searchset",
  total: resources.length,
  entry: resources.map((resource) => ({
    fullUrl: "https://ehr.example/fhir/x",
    resource,
    search: { mode: "match" },
  })),
  link: [{ relation: "self", url: "https://ehr.example/fhir/Patient" }],
});
const lines = (...all: object[]): string => all.map((one) => `${JSON.stringify(one)}\n`).join("");

describe("FHIR R4 patients", () => {
  test.each([
    ["one resource", JSON.stringify(jane)],
    ["one resource over many lines", JSON.stringify(jane, null, 2)],
    ["a Bundle", JSON.stringify(bundle(jane))],
    ["a Bundle over many lines", JSON.stringify(bundle(jane), null, "\t")],
    ["an array", JSON.stringify([jane])],
    ["bulk NDJSON", lines(jane)],
    ["bulk NDJSON with empty lines and Windows line ends", `\r\n${JSON.stringify(jane)}\r\n\r\n`],
    ["a byte order mark", `\uFEFF${JSON.stringify(jane)}`],
  ])("come as %s", async (_what, text) => {
    const { source, people, leftOut } = await readAll(text);
    const { formerFamilies, aliases, ...rest } = people[0] ?? {};
    expect(leftOut).toEqual([]);
    expect(people).toHaveLength(1);
    expect(rest).toEqual({ ...janeRead, formerFamilies: undefined, aliases: undefined });
    // The maiden name goes with every given name.
    expect(formerFamilies).toEqual(["Roe"]);
    expect(aliases).toEqual(["Jane Poe"]);
    expect(source).toMatchObject({ kind: "fhir", columns: [], encoding: "UTF-8" });
    expect(source.sampleColumns.slice(0, 2)).toEqual(["Given name", "Family name"]);
    expect(source.sample[0]?.slice(0, 2)).toEqual(["Jane Marie", "Doe"]);
  });

  test.each([
    ["a name in one text", { name: [{ text: "Doe, Jane" }] }, { given: "Jane", family: "Doe" }],
    [
      "a name without use",
      { name: [{ family: "Doe", given: ["Jane", null] }] },
      { given: "Jane", family: "Doe" },
    ],
    [
      "only an old name",
      { name: [{ use: "old", family: "Doe", given: ["Jane"] }] },
      { given: "Jane", family: "Doe" },
    ],
    [
      "a name that ended",
      {
        name: [
          { family: "Poe", given: ["Jane"], period: { end: "2001-01-01" } },
          { family: "Doe", given: ["Jane"] },
        ],
      },
      { given: "Jane", family: "Doe", aliases: ["Jane Poe"] },
    ],
    ["a birth date in part", { name: [{ text: "Jane Doe" }], birthDate: "1985-03" }, { birthDates: [] }],
    [
      "numbers without types",
      {
        name: [{ text: "Jane Doe" }],
        identifier: [{ value: "A-1" }, { system: "http://hl7.org/fhir/sid/us-ssn", value: "1" }],
      },
      { recordNumbers: ["A-1"] },
    ],
  ])("may have %s", async (_what, more, expected) => {
    const { people } = await readAll(JSON.stringify({ resourceType: "Patient", ...more }));
    expect(people).toMatchObject([expected]);
  });

  test("what cannot be read of somebody is told, and who cannot be read is left out", async () => {
    const {
      people,
      leftOut,
      repeated,
      notes,
      lines: at,
      rows,
    } = await readAll(
      lines(
        person("1", "Jane", { birthDate: "1985", telecom: [{ system: "phone", value: "000-000-0000" }] }),
        person("2", "Ada", { telecom: "none" }),
        { resourceType: "Patient", id: "3" },
        person("4", "Zoe", { meta: { security: [{ code: "HTEST" }] } }),
        person("1", "Jane", { birthDate: "1985", telecom: [{ system: "phone", value: "000-000-0000" }] }),
        person("6", "Kim"),
      ),
    );
    expect(people.map(({ given }) => given)).toEqual(["Jane", "Kim"]);
    expect(at).toEqual([1, 6]);
    expect(rows).toBe(6);
    expect(leftOut).toEqual([
      { line: 2, problem: "is no Patient as FHIR R4 has it: telecom" },
      { line: 3, problem: "has no name" },
      { line: 4, problem: "is a test entry", isNoPatient: true },
    ]);
    expect(repeated).toEqual([{ line: 5, repeats: 1 }]);
    expect(notes).toEqual([
      {
        line: 1,
        notes: [
          "a phone number is a stand-in or no such thing and was not taken",
          "the birth date could not be read",
        ],
      },
    ]);
  });

  test("inactive and deceased people stay on the list; what is no patient is counted", async () => {
    const { people, remarks } = await readAll(
      JSON.stringify(
        bundle(
          person("1", "Jane", { active: false }),
          person("2", "Ada", { deceasedDateTime: "2020-01-01" }),
          { resourceType: "Observation", id: "o", status: "final" },
        ),
      ),
    );
    expect(people).toHaveLength(2);
    expect(remarks).toEqual([
      "2 are marked as inactive or deceased. They are on the list too: what is known about them stays protected.",
      "1 entries are no patients.",
    ]);
  });

  test.each([
    ["before", ["old", "new"]],
    ["after", ["new", "old"]],
  ])("a record that was replaced gives its names to the one that stands %s it", async (_where, order) => {
    const records: Readonly<Record<string, object>> = {
      old: {
        resourceType: "Patient",
        id: "old",
        active: false,
        name: [{ family: "Roe", given: ["Jayne"] }],
        telecom: [{ system: "phone", value: "310-555-0102" }],
        link: [{ type: "replaced-by", other: { reference: "Patient/new" } }],
      },
      new: person("new", "Jane", { telecom: [{ system: "phone", value: "310-555-0101" }] }),
    };
    const { people, leftOut } = await readAll(lines(...order.map((one) => records[one] ?? {})));
    expect(people).toMatchObject([
      { given: "Jane", family: "Doe", aliases: ["Jayne Roe"], phones: ["310-555-0101", "310-555-0102"] },
    ]);
    expect(leftOut).toEqual([
      {
        line: order.indexOf("old") + 1,
        problem: "was merged into another record of the file, which has its names and contacts now",
        isNoPatient: true,
      },
    ]);
  });

  test("a record whose successor is not in the file stands for itself", async () => {
    const old = person("1", "Jane", { link: [{ type: "replaced-by", other: { reference: "Patient/9" } }] });
    expect((await readAll(lines(old, person("2", "Ada")))).people.map(({ given }) => given)).toEqual([
      "Ada",
      "Jane",
    ]);
  });
});

describe("JSON that is broken", () => {
  const good = JSON.stringify(person("1", "Jane"));

  test.each([
    ["a line that is cut", `${good}\n${good.slice(0, -5)}`, "What begins on line 2"],
    ["a line cut within a text", `${good}\n${good.slice(0, 28)}\n${good}\n`, "Line 2"],
    ["something between", `${good}\nJane\n${good}\n`, "Line 2"],
    ["a comma too many", `${good}\n${good.slice(0, -1)},}\n`, "What begins on line 2"],
    ["a bracket too many", `${good}}\n`, "Line 1"],
    [
      "a Bundle that is cut",
      JSON.stringify(bundle(person("1", "Jane"), person("2", "Ada")), null, 1).slice(0, -60),
      "What begins on line",
    ],
    [
      "an entry that is none",
      '{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient",}}]}',
      "Entry 1",
    ],
  ])("%s gives one problem and no people", async (_what, text, where) => {
    const problem = await problemOf(text);
    expect(problem).toContain(where);
    expect(problem).toContain("no complete JSON. Nothing was imported.");
    expect(problem).not.toMatch(/Jane|Ada/);
  });

  test.each(["[]", "{}", '{"resourceType":"Bundle","entry":[]}', '{"resourceType":"Observation"}'])(
    "%s has no patient",
    async (text) => {
      expect(await problemOf(text)).toMatch(/no FHIR R4 Patient/);
    },
  );
});

test("values are told apart wherever the text is torn", () => {
  const values = fc.array(
    fc.dictionary(fc.constantFrom("a", "entry", 'q"', "\\"), fc.jsonValue(), { minKeys: 0, maxKeys: 3 }),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(
      values,
      fc.constantFrom("ndjson", "array", "bundle"),
      fc.integer({ min: 1, max: 20 }),
      (all, form, size) => {
        const text =
          form === "ndjson"
            ? all.map((one) => JSON.stringify({ ...one, entry: 1 })).join("\n")
            : form === "array"
              ? JSON.stringify(all)
              : JSON.stringify({ type: "x", entry: all, more: [{ entry: [{}] }] }, null, 1);
        const splitter = newJsonSplitter();
        const found: unknown[] = [];
        for (let at = 0; at < text.length; at += size) {
          const { parts, fault } = splitter.push(text.slice(at, at + size));
          expect(fault).toBeUndefined();
          found.push(
            ...parts.filter(({ kind }) => kind !== "frame").map((part): unknown => JSON.parse(part.text)),
          );
        }
        expect(splitter.end()).toBeUndefined();
        expect(found).toEqual(
          all.map((one): unknown =>
            JSON.parse(JSON.stringify(form === "ndjson" ? { ...one, entry: 1 } : one)),
          ),
        );
      },
    ),
  );
});
