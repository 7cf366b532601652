/** Reads a file as a page does, and gives all at once. */
import type { Person } from "../../../../src/engine/index.ts";
import { openSource } from "../../../../src/patient-list/read/index.ts";
import type { Column, Field, Source } from "../../../../src/patient-list/read/index.ts";

export interface Reading {
  readonly source: Source;
  readonly people: readonly Person[];
  readonly lines: readonly number[];
  readonly leftOut: readonly {
    readonly line: number;
    readonly problem: string;
    readonly isNoPatient?: true;
  }[];
  readonly repeated: readonly { readonly line: number; readonly repeats: number }[];
  readonly notes: readonly { readonly line: number; readonly notes: readonly string[] }[];
  readonly remarks: readonly string[];
  readonly rows: number;
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function fieldsOf(columns: readonly Column[]): (Field | undefined)[] {
  return columns.map(({ field }) => field);
}

/** Throws the problem of a file that cannot be read. */
export async function readAll(
  file: string | Uint8Array,
  columns?: readonly (Field | undefined)[],
): Promise<Reading> {
  const source = await openSource("list", typeof file === "string" ? bytesOf(file) : file);
  if ("problem" in source) throw new Error(source.problem);
  const people: Person[] = [];
  const lines: number[] = [];
  const leftOut: { line: number; problem: string }[] = [];
  const repeated: { line: number; repeats: number }[] = [];
  const notes: { line: number; notes: readonly string[] }[] = [];
  const summary = await source.read(columns ?? fieldsOf(source.columns), (row) => {
    if ("problem" in row) leftOut.push(row);
    else if ("repeats" in row) repeated.push(row);
    else {
      people.push(row.person);
      lines.push(row.line);
      if (row.notes) notes.push({ line: row.line, notes: row.notes });
    }
  });
  if ("problem" in summary) throw new Error(summary.problem);
  return { source, people, lines, leftOut, repeated, notes, ...summary };
}

/** The problem of a file that is broken as a whole, wherever it shows; "" where it is none. */
export async function problemOf(file: string | Uint8Array): Promise<string> {
  try {
    await readAll(file);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "?";
  }
}
