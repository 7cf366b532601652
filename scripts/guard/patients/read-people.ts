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
        leftOut.push({ line: row.line, what: `${it} ${row.problem}` });
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
const shownRepeats = 3;

const placeOf = (file: string, { rowsAre }: PeopleRead, line: number): string =>
  rowsAre === "lines" ? `${file}:${line}` : `${file}: entry ${line}`;

/** The rows that were left out, one a line: the first of them. */
export function shownLeftOut(file: string, read: PeopleRead): string[] {
  const { leftOut } = read;
  const lines = leftOut.slice(0, shown).map(({ line, what }) => `${placeOf(file, read, line)}: ${what}`);
  return leftOut.length > shown ? [...lines, `and ${leftOut.length - shown} more`] : lines;
}

/** How many rows repeat another, and the first of them; nothing where none does. */
export function shownRepeated(file: string, read: PeopleRead): string[] {
  const { repeated } = read;
  const [first, ...others] = repeated.slice(0, shownRepeats).map(({ line }) => line);
  if (first === undefined) return [];
  const more = repeated.length - 1 - others.length;
  const places = [placeOf(file, read, first), ...others].join(", ") + (more > 0 ? ` and ${more} more` : "");
  return [
    repeated.length === 1
      ? `1 row is the same as an earlier one and counts once: ${places}`
      : `${repeated.length.toLocaleString("en-US")} rows are the same as earlier ones and count once: ${places}`,
  ];
}

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
  const count = read.leftOut.length;
  if (count > 0) {
    const [rows, them] = count === 1 ? ["1 row", "it"] : [`${count.toLocaleString("en-US")} rows`, "them"];
    throw new Problem(
      [
        `${file}: ${rows} cannot be used, and no draft was checked: nobody would look for the people in ${them}`,
        ...shownLeftOut(file, read),
      ].join("\n"),
      read.rowsAre === "lines" ? "Correct or delete these lines." : "Correct or delete these entries.",
    );
  }
  const odd = [...read.remarks.map((remark) => `${file}: ${remark}`), ...shownRepeated(file, read)];
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
