/** What each format is made from: an entry as names and values, without the chain around it. */
import type { RecordEntry } from "../../contract/record-entry.ts";

export type Value = string | number | boolean | readonly string[];

/** Where an entry stands in its chain; everything else is a field of its kind. */
const place = new Set(["kind", "seq", "at", "seat", "previous"]);

/** Numbers in one kind and words in another: a log system that has seen the one refuses the other, and with it the whole entry. */
const alwaysText = new Set(["format", "before"]);

/** `subject: {seat, seq, hash}` becomes `subjectSeat`, `subjectSeq`, `subjectHash`. */
const nameWithin = (outer: string, inner: string): string =>
  `${outer}${inner.slice(0, 1).toUpperCase()}${inner.slice(1)}`;

/**
 * The fields of an entry's own kind, in the order in which the record has them, by the names of docs/log-format.md. What is
 * null is left out. A field that a later version adds is in every format at once: nothing here knows their names.
 */
export function fieldsOf(entry: RecordEntry): (readonly [name: string, value: Value])[] {
  return Object.entries(entry)
    .filter(([name]) => !place.has(name))
    .flatMap(([name, value]) => flat(name, value));
}

function flat(name: string, value: unknown): (readonly [string, Value])[] {
  if (typeof value === "number" && alwaysText.has(name)) return [[name, String(value)]];
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return [[name, value]];
  if (Array.isArray(value)) return [[name, value.map(String)]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([inner, part]) => flat(nameWithin(name, inner), part));
}

/** The same everywhere and for ever, so that whoever receives an entry twice can tell. */
export const uidOf = ({ seat, seq }: { readonly seat: string; readonly seq: number }): string =>
  `${seat}:${seq}`;
