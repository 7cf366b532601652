import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf, problemOf, readAll } from "./reading.ts";

const card = (...lines: string[]): string => ["BEGIN:VCARD", ...lines, "END:VCARD", ""].join("\r\n");
const read = async (...lines: string[]) => (await readAll(card(...lines))).people;

describe("a vCard", () => {
  test("of version 3 gives all that is used of it", async () => {
    const { source, people } = await readAll(
      card(
        "VERSION:3.0",
        "PRODID:-//Apple Inc.//iOS 17.0//EN",
        "N:Doe;Jane;Marie;Ms.;",
        "FN:Ms. Jane Marie Doe",
        "NICKNAME:Janie,JD",
        "X-MAIDENNAME:Roe",
        "item1.TEL;type=CELL;type=pref:(310) 555-0101",
        "TEL;TYPE=HOME:310-555-0102",
        "item2.EMAIL;type=INTERNET:jane@mail.example",
        "BDAY;VALUE=date:1985-03-04",
        "X-SOCIALPROFILE;type=twitter;x-user=janedoe:http://twitter.com/janedoe",
        "X-SOCIALPROFILE;type=instagram:https://www.instagram.com/jane.doe/",
        "IMPP;X-SERVICE-TYPE=Skype:skype:jane.skype",
        "URL:https://janedoe.example",
        "URL:https://facebook.com/jane.fb",
        "ADR;TYPE=HOME:;;1 Main Street;Springfield;OR;97477;USA",
        "NOTE:TEL:310-555-0177",
        "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD",
        " TEL:310-555-0188",
        "ORG:Somewhere;",
      ),
    );
    expect(source).toMatchObject({ kind: "vcard", columns: [], encoding: "UTF-8" });
    expect(source.sampleColumns.slice(0, 3)).toEqual(["Given name", "Family name", "Nicknames"]);
    expect(source.sample[0]?.slice(0, 3)).toEqual(["Jane Marie", "Doe", "Janie; JD"]);
    expect(people).toEqual([
      {
        given: "Jane Marie",
        family: "Doe",
        nicknames: ["Janie", "JD"],
        aliases: [],
        formerFamilies: ["Roe"],
        handles: ["janedoe", "@jane.doe", "jane.skype", "@jane.fb"],
        phones: ["(310) 555-0101", "310-555-0102"],
        emails: ["jane@mail.example"],
        birthDates: ["1985-03-04"],
        recordNumbers: [],
      },
    ]);
  });

  test("of version 4 gives all that is used of it", async () => {
    expect(
      await read(
        "VERSION:4.0",
        "KIND:individual",
        "FN;LANGUAGE=en:Jane Doe",
        "N;ALTID=1;LANGUAGE=en:Doe;Jane;;;",
        "N;ALTID=1;LANGUAGE=jp:ドウ;ジェーン;;;",
        'TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+1-310-555-0101;ext=5102',
        "BDAY:19850304",
        'SOCIALPROFILE;SERVICE-TYPE=Instagram;USERNAME="jane.doe":https://instagram.com/jane.doe',
        "SOCIALPROFILE;VALUE=text;SERVICE-TYPE=Yelp:Jane D.",
      ),
    ).toMatchObject([
      {
        given: "Jane",
        family: "Doe",
        aliases: ["ジェーン ドウ"],
        phones: ["+1-310-555-0101"],
        birthDates: ["1985-03-04"],
        handles: ["jane.doe", "Jane D."],
      },
    ]);
  });

  test("of version 2.1 may be quoted-printable, in several charsets", async () => {
    expect(
      await read(
        "VERSION:2.1",
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Pe=C3=B1a;M=C3=B3n=",
        "ica;;;",
        "FN;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:M=F3nica",
        "TEL;CELL;PREF:310-555-0101",
        "TEL;HOME;QUOTED-PRINTABLE:310=2D555=2D0102",
        "BDAY:1985-03-04",
        "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD",
        "AAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJ",
        "",
      ),
    ).toMatchObject([
      {
        given: "Mónica",
        family: "Peña",
        phones: ["310-555-0101", "310-555-0102"],
        birthDates: ["1985-03-04"],
      },
    ]);
  });

  test("of a phone with Western letters is read as such", async () => {
    const bytes = bytesOf(card("VERSION:2.1", "N:Pe?a;M?nica"));
    const marks = [0xf1, 0xf3];
    for (const [at, byte] of bytes.entries()) if (byte === 0x3f) bytes[at] = marks.shift() ?? 0;
    expect((await readAll(bytes)).people).toMatchObject([{ given: "Mónica", family: "Peña" }]);
  });

  test.each([
    ["1985-03-04", ["1985-03-04"]],
    ["19850304", ["1985-03-04"]],
    ["1985-03-04T00:00:00Z", ["1985-03-04"]],
    ["19850304T000000Z", ["1985-03-04"]],
    ["--0304", []],
    ["--03-04", []],
    ["1985-03", []],
    ["1985", []],
    ["circa 1800", []],
  ])("may have been born %s", async (value, dates) => {
    expect((await read("VERSION:4.0", "FN:Jane Doe", `BDAY:${value}`))[0]?.birthDates).toEqual(dates);
  });

  test("of Apple may leave the year out", async () => {
    const { people, notes } = await readAll(
      card("VERSION:3.0", "FN:Jane Doe", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-04"),
    );
    expect(people[0]?.birthDates).toEqual([]);
    expect(notes).toEqual([]);
  });

  test.each([
    ["a name that is only shown", ["FN:Jane Doe", "N:;;;;"], { given: "Jane", family: "Doe" }],
    ["only a family name", ["N:Doe;;;;", "FN:Doe"], { given: "", family: "Doe" }],
    [
      "commas and marks",
      ["N:Doe\\, the Second;Jane,Ann;Marie;;"],
      { given: "Jane Ann Marie", family: "Doe, the Second" },
    ],
    ["folded lines", ["N:D", " oe;Ja", "\tne;;;"], { given: "Jane", family: "Doe" }],
    ["small letters", ["n:Doe;Jane", "tel:310-555-0101"], { family: "Doe", phones: ["310-555-0101"] }],
    ["lines that are none", ["nonsense", "N:Doe;Jane", ":::", ";;"], { family: "Doe" }],
  ])("may have %s", async (_what, lines, expected) => {
    expect(await read("VERSION:3.0", ...lines)).toMatchObject([expected]);
  });

  test("an agent in it is nobody of the list", async () => {
    expect(
      await read(
        "VERSION:3.0",
        "N:Doe;Jane",
        "AGENT:",
        "BEGIN:VCARD",
        "N:Roe;Ada",
        "TEL:310-555-0177",
        "END:VCARD",
        "TEL:310-555-0101",
      ),
    ).toMatchObject([{ family: "Doe", phones: ["310-555-0101"] }]);
  });

  test("lines are named where somebody is left out", async () => {
    const jane = card("VERSION:3.0", "N:Doe;Jane", "TEL:310-555-0101");
    const { people, leftOut, repeated, lines, rows } = await readAll(
      jane + // 1 to 5
        card("VERSION:4.0", "KIND:org", "FN:Somewhere Inc.") + // 6
        card("VERSION:3.0", "FN:Elsewhere Inc.", "X-ABShowAs:COMPANY") + // 11
        card("VERSION:3.0", "TEL:310-555-0102") + // 16
        jane + // 20
        card("VERSION:3.0", "N:Roe;Ada"), // 25
    );
    expect(people.map(({ family }) => family)).toEqual(["Doe", "Roe"]);
    expect(lines).toEqual([1, 25]);
    expect(rows).toBe(6);
    expect(leftOut).toEqual([
      { line: 6, problem: "is no person", isNoPatient: true },
      { line: 11, problem: "is no person", isNoPatient: true },
      { line: 16, problem: "has no name" },
    ]);
    expect(repeated).toEqual([{ line: 20, repeats: 1 }]);
  });

  test("two cards with different UIDs are two people, however alike", async () => {
    const jane = (uid: string): string => card("VERSION:3.0", `UID:${uid}`, "N:Doe;Jane"); // 5 lines
    const { lines, repeated } = await readAll(jane("a") + jane("b") + jane("a"));
    expect(lines).toEqual([1, 6]);
    expect(repeated).toEqual([{ line: 11, repeats: 1 }]);
  });

  test("that is cut gives one problem and no people", async () => {
    const whole = card("VERSION:3.0", "N:Doe;Jane");
    for (const text of [whole + whole.slice(0, -11), whole + whole.slice(0, -11) + whole]) {
      expect(await problemOf(text)).toBe(
        "The vCard that begins on line 5 has no end. Nothing was imported. Export the contacts again.",
      );
    }
  });

  test("comes back equal, however its lines are folded", async () => {
    const word = fc
      .string({ unit: fc.constantFrom("a", "É", "ñ", ";", ",", "\\", ":", "中", "-"), maxLength: 8 })
      .map((rest) => `Q${rest}z`);
    const escape = (text: string): string => text.replace(/[\\;,]/g, (mark) => `\\${mark}`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom("\n", "\r\n"),
        async (names, width, newline) => {
          const fold = (line: string): string =>
            (line.match(new RegExp(`[^]{1,${width}}`, "gu")) ?? []).join(`${newline} `);
          const text = names
            .map(([given, family], at) =>
              [
                "BEGIN:VCARD",
                "VERSION:4.0",
                fold(`N:${escape(family)};${escape(given)};;;`),
                `UID:${at}`,
                "END:VCARD",
                "",
              ].join(newline),
            )
            .join("");
          const { people } = await readAll(text);
          expect(people.map(({ given, family }) => [given, family])).toEqual(names);
        },
      ),
      { numRuns: 100 },
    );
  });
});
