/** Formats that say themselves what is what: their values with their fields, and the preview of people. */
import type { Person } from "../../engine/index.ts";
import { fieldWords } from "./source.ts";
import type { Field, Row } from "./source.ts";
import { lists, toPerson } from "./to-person.ts";
import type { PersonRead } from "./to-person.ts";

export type Named = readonly [field: Field, value: string];

/** As for a table with one row, so that stand-ins and test entries are told in one way. */
export function personOf(values: readonly Named[], today: string): PersonRead {
  return toPerson(
    values.map(([, value]) => value),
    { columns: values.map(([field]) => field), orders: [], today },
  );
}

const shown = ["given", "family", ...lists] as const satisfies readonly (Field & keyof Person)[];

/** The first of `rows` as a table: only columns with something in them. */
export function previewOf(rows: readonly Row[]): {
  readonly sampleColumns: readonly string[];
  readonly sample: readonly (readonly string[])[];
} {
  const people = rows.flatMap((row) => ("person" in row ? [row.person] : [])).slice(0, 5);
  const text = (person: Person, field: (typeof shown)[number]): string => {
    const value = person[field];
    return typeof value === "string" ? value : value.join("; ");
  };
  const columns = shown.filter((field) => people.some((person) => text(person, field) !== ""));
  return {
    sampleColumns: columns.map((field) => fieldWords[field]),
    sample: people.map((person) => columns.map((field) => text(person, field))),
  };
}
