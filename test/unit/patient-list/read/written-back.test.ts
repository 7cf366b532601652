import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { openSource } from "../../../../src/patient-list/read/index.ts";
import { bytesOf, fieldsOf, problemOf, readAll } from "./reading.ts";

/** A text as bytes, in the ways of spreadsheets. */
const encodings = {
  "UTF-8": bytesOf,
  "UTF-8 with a mark": (text: string) => bytesOf(`\uFEFF${text}`),
  "UTF-16 LE with a mark": (text: string) => utf16(`\uFEFF${text}`, true),
  "UTF-16 BE with a mark": (text: string) => utf16(`\uFEFF${text}`, false),
  "UTF-16 LE": (text: string) => utf16(text, true),
  "UTF-16 BE": (text: string) => utf16(text, false),
  "Windows-1252": windows1252,
} as const;
const encodingNames = [
  "UTF-8",
  "UTF-8 with a mark",
  "UTF-16 LE with a mark",
  "UTF-16 BE with a mark",
  "UTF-16 LE",
  "UTF-16 BE",
  "Windows-1252",
] as const;

function utf16(text: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), isLittle);
  return new Uint8Array(view.buffer);
}

function windows1252(text: string): Uint8Array {
  const moved = new Map([
    ["€", 0x80],
    ["’", 0x92],
    ["Š", 0x8a],
    ["Ÿ", 0x9f],
  ]);
  return Uint8Array.from([...text].map((letter) => moved.get(letter) ?? letter.charCodeAt(0)));
}

const letter = fc.constantFrom("a", "J", "é", "Ñ", "ü", "’", "Š", "-");
const name = fc
  .tuple(fc.constantFrom("Q", "Zé", "Mó"), fc.string({ unit: letter, maxLength: 6 }))
  .map(([first, rest]) => `${first}${rest}z`);
/** Anything in a cell that is not used: delimiters, quotes, line ends. */
const note = fc.string({
  unit: fc.constantFrom("a", "é", ",", ";", "\t", "|", '"', "\n", " ", "'", "7"),
  maxLength: 10,
});
const table = fc.array(fc.record({ given: name, family: name, note }), { minLength: 1, maxLength: 12 });

describe("whatever a spreadsheet may write is read back equal", () => {
  test.each(encodingNames)("%s, every delimiter and line end", async (encoding) => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(",", ";", "\t", "|", "^", "~"),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.boolean(),
        async (rows, delimiter, newline, quotes) => {
          // A number makes every row another one.
          const cells = rows.map((row, at) => [row.given, row.family, String(at), row.note]);
          const text = Papa.unparse([["First Name", "Last Name", "Nr.", "Remark"], ...cells], {
            delimiter,
            newline,
            quotes,
          });
          const { people, leftOut, lines } = await readAll(encodings[encoding](text));
          expect(leftOut).toEqual([]);
          expect(people.map(({ given, family }) => [given, family])).toEqual(
            rows.map(({ given, family }) => [given, family]),
          );
          let line = 2;
          for (const [at, row] of rows.entries()) {
            expect(lines[at]).toBe(line);
            line += row.note.split("\n").length;
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("in cells of whole names, handles, and all else that is used", async () => {
    const person = fc.record({
      given: name,
      family: name,
      nickname: name,
      handle: fc.stringMatching(/^@[a-z]{3,8}[._]?[a-z0-9]{2,6}$/),
      phone: fc.integer({ min: 100, max: 199 }).map((n) => `310-555-0${n}`),
      email: fc.stringMatching(/^[a-z]{3,9}@mail\.example$/),
      born: fc.date({ min: new Date("1910-01-01"), max: new Date("2020-01-01"), noInvalidDate: true }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 8 }), async (all) => {
        const rows = all.map((one, at) => [
          `${one.family}, ${one.given}`,
          one.nickname,
          one.handle,
          one.phone,
          one.email,
          one.born.toISOString().slice(0, 10),
          `R-${1000 + at}`,
        ]);
        const text = Papa.unparse([
          ["Patient Name", "Goes by", "Instagram", "Cell", "E-mail Address", "Date of Birth", "Chart #"],
          ...rows,
        ]);
        const { people, notes } = await readAll(text);
        expect(notes).toEqual([]);
        expect(people).toEqual(
          all.map((one, at) => ({
            given: one.given,
            family: one.family,
            nicknames: [one.nickname],
            aliases: [],
            formerFamilies: [],
            handles: [one.handle],
            phones: [one.phone],
            emails: [one.email],
            birthDates: [one.born.toISOString().slice(0, 10)],
            recordNumbers: [`R-${1000 + at}`],
          })),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe("the bytes of a file", () => {
  test.each([
    ["UTF-8", "UTF-8"],
    ["UTF-8 with a mark", "UTF-8"],
    ["UTF-16 LE with a mark", "UTF-16 LE"],
    ["UTF-16 BE", "UTF-16 BE"],
    ["Windows-1252", "Windows-1252"],
  ] as const)("%s is told", async (encoding, told) => {
    const source = await openSource("list.csv", encodings[encoding]("given,family\nMónica,Peña’s\n"));
    expect(source).toMatchObject({ encoding: told, sample: [["Mónica", "Peña’s"]] });
  });

  test("the one name with an accent may be in the last line of a long file", async () => {
    const text = `given,family\n${"Jane,Doe\n".repeat(200_000)}Mónica,Peña\n`;
    for (const encode of [bytesOf, windows1252]) {
      const { people } = await readAll(encode(text));
      expect(people.at(-1)).toMatchObject({ given: "Mónica", family: "Peña" });
    }
  });

  test("one broken character does not spoil the others, and is told", async () => {
    const bytes = bytesOf("given,family\nMónica,Peña\nJosé,Ibáñez\nRen?,Roe\n");
    bytes[bytes.lastIndexOf("?".charCodeAt(0))] = 0xe9;
    const { people, remarks } = await readAll(bytes);
    expect(people.slice(0, 2).map(({ family }) => family)).toEqual(["Peña", "Ibáñez"]);
    expect(remarks).toEqual([
      "1 characters of the file are broken. Names with accents may be wrong: export the list again as UTF-8.",
    ]);
  });

  test("any bytes give people or a problem", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(typeof (await problemOf(bytes))).toBe("string");
      }),
      { numRuns: 500 },
    );
  });
});

describe("a long list", () => {
  const long = bytesOf(
    `given,family,phone\n${Array.from({ length: 200_000 }, (_, i) => `Jane${i},Doe${i % 977},310-555-0${100 + (i % 100)}`).join("\n")}\n`,
  );

  test("is read in slices between which others get a turn, with its progress said", async () => {
    const source = await openSource("list.csv", long);
    if ("problem" in source) throw new Error(source.problem);
    const fractions: number[] = [];
    let turns = 0;
    let open = true;
    const count = (): void => {
      turns++;
      if (open) setImmediate(count);
    };
    setImmediate(count);
    let people = 0;
    const end = await source.read(fieldsOf(source.columns), () => people++, {
      progress: (fraction) => fractions.push(fraction),
    });
    open = false;
    expect(end).toEqual({ rows: 200_000, remarks: [] });
    expect(people).toBe(200_000);
    expect(turns).toBeGreaterThan(3);
    expect(fractions.length).toBeGreaterThan(2);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
  });

  test("can be stopped", async () => {
    const source = await openSource("list.csv", long);
    if ("problem" in source) throw new Error(source.problem);
    const stop = new AbortController();
    let people = 0;
    const reading = source.read(fieldsOf(source.columns), () => people++, {
      signal: stop.signal,
      progress: () => stop.abort(new Error("stopped")),
    });
    await expect(reading).rejects.toThrow("stopped");
    expect(people).toBeGreaterThan(0);
    expect(people).toBeLessThan(200_000);
    await expect(
      source.read(fieldsOf(source.columns), () => people++, { signal: stop.signal }),
    ).rejects.toThrow("stopped");
  });
});
