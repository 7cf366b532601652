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
  /** Rows of people who were on the list already. */
  readonly listed: number;
  readonly leftOut: readonly Remark[];
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
  const leftOut: Remark[] = [];
  const notes: Remark[] = [];
  let added = 0;
  let listed = 0;
  const progress = newProgress("reading");
  const read = await source.read(
    confirmed,
    (row) => {
      if ("problem" in row) {
        leftOut.push({ line: row.line, what: `this line ${row.problem}` });
        return;
      }
      const done = add(row.person);
      if (done === "added") added++;
      else if (done === "listed") listed++;
      else leftOut.push({ line: row.line, what: "this line has no name that a draft could be searched for" });
      for (const note of row.notes ?? []) notes.push({ line: row.line, what: note });
    },
    { progress: progress.show },
  );
  progress.end();
  if ("problem" in read) throw fileFault(file, read.problem);
  const named = confirmed.map((field, at) => `${at + 1} ${field ? fieldWords[field] : "not used"}`);
  return { rows: read.rows, added, listed, leftOut, notes, remarks: read.remarks, columns: named.join(", ") };
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

/** The rows with something wrong, one a line: the first of them. */
export function shownRemarks(file: string, remarks: readonly Remark[]): string[] {
  const lines = remarks.slice(0, shown).map(({ line, what }) => `${file}:${line}: ${what}`);
  return remarks.length > shown ? [...lines, `and ${remarks.length - shown} more`] : lines;
}

/** For programs that take a list or none: every row must be in order. Throws a `Problem` that names those which are not. */
export async function readAllPeople(
  file: string,
  bytes: Uint8Array,
  add: (person: Person) => Added,
): Promise<void> {
  const { leftOut } = await readPeople(file, bytes, undefined, add);
  if (leftOut.length > 0)
    throw new Problem(shownRemarks(file, leftOut).join("\n"), "Correct or delete these lines.");
}

export async function peopleOf(file: string): Promise<Person[]> {
  const people: Person[] = [];
  await readAllPeople(file, await readBytes(file, "patient list"), (person) => {
    people.push(person);
    return "added";
  });
  return people;
}
