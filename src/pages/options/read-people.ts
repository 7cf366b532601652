import Papa from "papaparse";
import type { Person } from "../../engine/patients/index.ts";
import { fieldOfColumn } from "./columns.ts";
import type { Field } from "./columns.ts";

export interface Column {
  readonly header: string;
  /** Undefined: not used. */
  readonly field: Field | undefined;
}

/** What cannot be read of a line, which is named by its number in the file (a quoted field may span several). */
interface LeftOut {
  readonly line: number;
  readonly problem: string;
}

export interface PeopleRead {
  readonly columns: readonly Column[];
  readonly people: readonly Person[];
  readonly leftOut: readonly LeftOut[];
}

/** `problem` is for the person who chose the file, and quotes nothing of it. */
export type ReadResult =
  | ({ readonly ok: true } & PeopleRead)
  | { readonly ok: false; readonly problem: string };

interface Row {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * Reads a patient list: the first line names the columns, several values of a field are parted by semicolons. Pure.
 * A file that is broken as a whole gives a problem and no people; a broken line is left out and named.
 */
export function readPeople(text: string): ReadResult {
  const rows: Row[] = [];
  let isBroken: LeftOut | undefined;
  let line = 1;
  let at = 0;
  const source = text.replace(/^\uFEFF/, "");
  if (source.includes("\0")) return { ok: false, problem: "This is no text file. Export the list as CSV." };

  Papa.parse<string[]>(source, {
    delimiter: delimiterOf(source),
    step({ data, errors, meta }) {
      // Without quotes closed, everything to the end of the file has become one field.
      const fault = errors.find(({ type }) => type === "Quotes");
      if (fault) isBroken ??= { line, problem: "a quoted field is not closed, or has something after it" };
      if (data.some((field) => field.trim() !== ""))
        rows.push({ line, fields: data.map((field) => field.trim()) });
      line += source.slice(at, meta.cursor).split(/\r\n|\r|\n/).length - 1;
      at = meta.cursor;
    },
  });

  const [head, ...body] = rows;
  if (!head) return { ok: false, problem: "The file is empty." };
  if (isBroken)
    return { ok: false, problem: `Line ${isBroken.line}: ${isBroken.problem}. Nothing was imported.` };
  const columns = head.fields.map((header) => ({ header, field: fieldOfColumn(header) }));
  const has = (field: Field): boolean => columns.some((column) => column.field === field);
  if (!has("name") && !(has("given") && has("family"))) {
    return {
      ok: false,
      problem:
        "The first line must name the columns, and there must be one for the given and one for the family name (or one for the full name).",
    };
  }
  return { ok: true, columns, ...readBody(body, columns) };
}

/** The first line decides: names of columns hold no delimiters, values may (several are parted by semicolons). */
function delimiterOf(source: string): string {
  const head = source.trimStart().split(/[\r\n]/, 1)[0] ?? "";
  const counted = [",", ";", "\t"].map((mark) => ({ mark, count: head.split(mark).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.mark ?? ",";
}

function readBody(rows: readonly Row[], columns: readonly Column[]): Pick<PeopleRead, "people" | "leftOut"> {
  const people: Person[] = [];
  const leftOut: LeftOut[] = [];
  const lines = new Map<string, number>();
  for (const { line, fields } of rows) {
    if (fields.length !== columns.length) {
      leftOut.push({
        line,
        problem: `has ${fields.length} fields where the first line has ${columns.length}`,
      });
      continue;
    }
    const same = JSON.stringify(fields);
    const before = lines.get(same);
    if (before !== undefined) {
      // Counted twice, somebody would look like two people of one name, whom a name alone does not tell apart.
      leftOut.push({ line, problem: `is the same as line ${before}` });
      continue;
    }
    lines.set(same, line);
    const person = toPerson(fields, columns);
    if (person.given === "" && person.family === "") leftOut.push({ line, problem: "has no name" });
    else people.push(person);
  }
  return { people, leftOut };
}

function toPerson(fields: readonly string[], columns: readonly Column[]): Person {
  const all = (field: Field): string[] =>
    columns
      .flatMap((column, at) => (column.field === field ? (fields[at] ?? "").split(";") : []))
      .flatMap((value) => {
        const trimmed = value.trim();
        return trimmed === "" ? [] : [trimmed];
      });
  const whole = splitName(all("name")[0] ?? "");
  return {
    given: all("given")[0] ?? whole.given,
    family: all("family")[0] ?? whole.family,
    nicknames: all("nicknames"),
    aliases: all("aliases"),
    handles: all("handles"),
    phones: all("phones"),
    emails: all("emails"),
    recordNumbers: all("recordNumbers"),
    formerFamilies: [],
    birthDates: [],
  };
}

/** "Doe, Jane" or "Jane Doe": the last word of the latter is the family name. */
function splitName(name: string): { given: string; family: string } {
  const comma = name.indexOf(",");
  if (comma >= 0) return { family: name.slice(0, comma).trim(), given: name.slice(comma + 1).trim() };
  const space = name.lastIndexOf(" ");
  return space < 0
    ? { given: name, family: "" }
    : { given: name.slice(0, space).trim(), family: name.slice(space + 1) };
}
