/** Reads whatever list an admin has, with the readers of the options page. */
import type { Added, Person } from "../../../src/engine/patients/index.ts";
import { fields, fieldWords, openSource } from "../../../src/patient-list/read/index.ts";
import type { Field, Source } from "../../../src/patient-list/read/index.ts";
import { Problem } from "../problem.ts";
import { newProgress } from "./progress.ts";
import { readBytes } from "./sealed-file.ts";

/** A row that was left out, or something of a row. */
export interface Remark {
  readonly line: number;
  readonly what: string;
  /** Left out because the file says that it is none: no fault. */
  readonly isNoPatient?: true;
}

export interface PeopleRead {
  readonly rows: number;
  readonly added: number;
  /** Rows of people who were on the list already, `repeated` among them. */
  readonly listed: number;
  /** What `Remark.line` counts. */
  readonly rowsAre: Source["rowsAre"];
  readonly leftOut: readonly Remark[];
  /** Rows that are the same as one before; no fault. */
  readonly repeated: readonly Remark[];
  readonly notes: readonly Remark[];
  /** About the file as a whole. */
  readonly remarks: readonly string[];
  /** Which column was read as what, by number: a first line may be a patient. */
  readonly columns: string;
}

/** `columns`: as `--columns` has them. `add` is called for each person in turn. Throws a `Problem` for a broken file. */
export async function readPeople(
  file: string,
  bytes: Uint8Array,
  columns: string | undefined,
  add: (person: Person) => Added,
): Promise<PeopleRead> {
  const source = await openSource(file, bytes);
  if ("problem" in source) throw fileFault(file, source.problem);
  const confirmed = confirmedColumns(file, source, columns);
  const { rowsAre } = source;
  const it = rowsAre === "lines" ? "this line" : "it";
  const leftOut: Remark[] = [];
  const repeated: Remark[] = [];
  const notes: Remark[] = [];
  let added = 0;
  let listed = 0;
  const progress = newProgress("reading");
  const read = await source.read(
    confirmed,
    (row) => {
      if ("problem" in row) {
        const { line, problem, ...kind } = row;
        leftOut.push({ ...kind, line, what: `${it} ${problem}` });
        return;
      }
      if ("repeats" in row) {
        listed++;
        const before = `${rowsAre === "lines" ? "line" : "entry"} ${row.repeats}`;
        repeated.push({ line: row.line, what: `${it} is the same as ${before}` });
        return;
      }
      const done = add(row.person);
      if (done === "added") added++;
      else if (done === "listed") listed++;
      else leftOut.push({ line: row.line, what: `${it} has no name that a draft could be searched for` });
      for (const note of row.notes ?? []) notes.push({ line: row.line, what: note });
    },
    { progress: progress.show },
  );
  progress.end();
  if ("problem" in read) throw fileFault(file, read.problem);
  const named = confirmed.map((field, at) => `${at + 1} ${field ? fieldWords[field] : "not used"}`);
  const { rows, remarks } = read;
  return { rows, added, listed, rowsAre, leftOut, repeated, notes, remarks, columns: named.join(", ") };
}

/** Words for people begin with the line where there is one; on the command line it belongs behind the file's name. */
function fileFault(file: string, problem: string): Problem {
  const [, line, rest = problem] = /^Line (\d+): (.*)$/s.exec(problem) ?? [];
  const [what = rest, ...remedy] = rest.split(/(?<=\.) /);
  const place = line === undefined ? file : `${file}:${line}`;
  return new Problem(`${place}: ${what}`, remedy.join(" ") || "Correct the file, or export it again.");
}

function confirmedColumns(
  file: string,
  source: Source,
  columns: string | undefined,
): readonly (Field | undefined)[] {
  const guessed = source.columns.map(({ field }) => field);
  if (guessed.length === 0) return [];
  const given = columns?.split(",").map((name) => name.trim());
  const unknown = given?.find((name) => name !== "none" && !fields.some((field) => field === name));
  if (unknown !== undefined)
    throw new Problem(
      `--columns: there is no field ${unknown}`,
      `Fields: ${fields.join(", ")}; none for a column that is not used`,
    );
  if (given && given.length !== guessed.length)
    throw new Problem(
      `${file}:1: the list has ${guessed.length} columns, and --columns names ${given.length}`,
      "Name a field for each column, in their order; none for a column that is not used.",
    );
  const confirmed = given?.map((name) => fields.find((field) => field === name)) ?? guessed;
  if (!confirmed.some((field) => field === "given" || field === "family" || field === "name"))
    throw new Problem(
      `${file}:1: no column of the patient list has names`,
      'Name the columns in the first line, "given" and "family" for one; or say what they are with --columns.',
    );
  return confirmed;
}

const shown = 20;
const shownInLine = 3;
const count = (number: number): string => number.toLocaleString("en-US");

const placeOf = (file: string, { rowsAre }: PeopleRead, line: number): string =>
  rowsAre === "lines" ? `${file}:${line}` : `${file}: entry ${line}`;

/** Rows about whom nobody would know what is missing: without them a list is not whole. */
export const faultsOf = ({ leftOut }: PeopleRead): readonly Remark[] =>
  leftOut.filter(({ isNoPatient }) => isNoPatient !== true);

/** Rows that were left out, one a line: the first of them. */
export function shownLeftOut(file: string, read: PeopleRead, leftOut = read.leftOut): string[] {
  const lines = leftOut.slice(0, shown).map(({ line, what }) => `${placeOf(file, read, line)}: ${what}`);
  return leftOut.length > shown ? [...lines, `and ${leftOut.length - shown} more`] : lines;
}

/** How many rows there are of a kind, in words for one and for many, and the first of them; nothing where there is none. */
function shownPlaces(
  file: string,
  read: PeopleRead,
  rows: readonly Remark[],
  one: string,
  many: string,
): string[] {
  const [first, ...others] = rows.slice(0, shownInLine).map(({ line }) => line);
  if (first === undefined) return [];
  const more = rows.length - 1 - others.length;
  const places = [placeOf(file, read, first), ...others].join(", ") + (more > 0 ? ` and ${more} more` : "");
  return [rows.length === 1 ? `1 row ${one}: ${places}` : `${count(rows.length)} rows ${many}: ${places}`];
}

export const shownRepeated = (file: string, read: PeopleRead): string[] =>
  shownPlaces(
    file,
    read,
    read.repeated,
    "is the same as an earlier one and counts once",
    "are the same as earlier ones and count once",
  );

/**
 * For programs that take a list or none: every row must be in order. Throws a `Problem` that names those which are not.
 * What is odd and no fault stands on standard error.
 */
export async function readAllPeople(
  file: string,
  bytes: Uint8Array,
  add: (person: Person) => Added,
): Promise<void> {
  const read = await readPeople(file, bytes, undefined, add);
  const faults = faultsOf(read);
  if (faults.length > 0) {
    const [rows, them] = faults.length === 1 ? ["1 row", "it"] : [`${count(faults.length)} rows`, "them"];
    throw new Problem(
      [
        `${file}: ${rows} cannot be used, and no draft was checked: nobody would look for the people in ${them}`,
        ...shownLeftOut(file, read, faults),
      ].join("\n"),
      read.rowsAre === "lines" ? "Correct or delete these lines." : "Correct or delete these entries.",
    );
  }
  const odd = [
    ...read.remarks.map((remark) => `${file}: ${remark}`),
    ...shownPlaces(
      file,
      read,
      read.leftOut,
      "is no patient and is left out",
      "are no patients and are left out",
    ),
    ...shownRepeated(file, read),
  ];
  if (odd.length > 0) console.error(odd.join("\n"));
}

export async function peopleOf(file: string): Promise<Person[]> {
  const people: Person[] = [];
  await readAllPeople(file, await readBytes(file, "patient list"), (person) => {
    people.push(person);
    return "added";
  });
  return people;
}
