/** A row of cells, with what each column means, to one of the list. */
import type { Person } from "../../engine/index.ts";
import { readBirthDate } from "./birth-dates.ts";
import type { DayOrder } from "./birth-dates.ts";
import { readEmails, readHandles, readPhones, readRecordNumbers, saysNothing } from "./contact-values.ts";
import type { ValuesRead } from "./contact-values.ts";
import { readFullName, readNamePart } from "./full-name.ts";
import { longestCell } from "./source.ts";
import type { Field } from "./source.ts";

export interface Reading {
  readonly columns: readonly (Field | undefined)[];
  /** Of each column, where it holds birth dates. */
  readonly orders: readonly DayOrder[];
  /** ISO. */
  readonly today: string;
}

export type PersonRead =
  | { readonly person: Person; readonly notes: readonly string[] }
  | { readonly problem: string };

const testWords = /^(?:z*test\d*|z*testing|z*demo|dummy|sample|fake|do not use|patient|paciente|prueba)$/i;

export function toPerson(cells: readonly string[], { columns, orders, today }: Reading): PersonRead {
  const notes: string[] = [];
  const texts = new Map<Field, string[]>();
  const birthDates: string[] = [];
  for (const [at, field] of columns.entries()) {
    if (field === undefined) continue;
    const cell = (cells[at] ?? "").trim();
    if (cell === "") continue;
    if (cell.length > longestCell) {
      return { problem: `has a cell of more than ${longestCell.toLocaleString("en-US")} characters` };
    }
    if (field === "birthDates") {
      const date = readBirthDate(cell, orders[at] ?? "month-first", today);
      if (date !== undefined) birthDates.push(date);
      else if (!saysNothing(cell)) notes.push("the birth date could not be read");
      continue;
    }
    const known = texts.get(field);
    if (known) known.push(cell);
    else texts.set(field, [cell]);
  }
  const contacts = (field: Field, what: string, read: (cell: string) => ValuesRead): string[] => {
    const found = (texts.get(field) ?? []).map(read);
    if (found.some(({ left }) => left > 0))
      notes.push(`${what} is a stand-in or no such thing and was not taken`);
    return unique(found.flatMap(({ values }) => values));
  };
  const names = readNames(texts);
  if (names.given === "" && names.family === "") return { problem: "has no name" };
  if (isTest(names.given, names.family)) return { problem: "is a test entry" };
  return {
    person: {
      ...names,
      handles: contacts("handles", "a handle", readHandles),
      phones: contacts("phones", "a phone number", readPhones),
      emails: contacts("emails", "an e-mail address", readEmails),
      birthDates: unique(birthDates),
      recordNumbers: contacts("recordNumbers", "a record number", readRecordNumbers),
    },
    notes,
  };
}

type Names = Pick<Person, "given" | "family" | "nicknames" | "aliases" | "formerFamilies">;

/** Names by the columns they stand in, put where the index looks for them. */
function readNames(texts: ReadonlyMap<Field, readonly string[]>): Names {
  const nicknames: string[] = [];
  const aliases: string[] = [];
  const formerFamilies: string[] = [];
  const cellsOf = (field: Field): string[] => (texts.get(field) ?? []).filter((cell) => !saysNoName(cell));
  const partOf = (field: Field): string =>
    cellsOf(field)
      .flatMap((cell) => {
        const part = readNamePart(cell);
        nicknames.push(...part.nicknames);
        formerFamilies.push(...part.formerFamilies);
        return part.text === "" ? [] : [part.text];
      })
      .join(" ");
  let given = [partOf("given"), partOf("middle")].filter((part) => part !== "").join(" ");
  let family = partOf("family");
  const whole = cellsOf("name");
  if (whole[0] !== undefined && (given === "" || family === "")) {
    const read = readFullName(whole[0]);
    given ||= read.given;
    family ||= read.family;
    nicknames.push(...read.nicknames);
    formerFamilies.push(...read.formerFamilies);
  }
  aliases.push(...cellsOf("aliases").flatMap((cell) => listed(cell, /[;|\n]/)));
  nicknames.push(...cellsOf("nicknames").flatMap((cell) => listed(cell, /[;,/|\n]/)));
  nicknames.push(...cellsOf("preferred").flatMap((cell) => calledIn(cell, family)));
  for (const former of cellsOf("formerFamilies").flatMap((cell) => listed(cell, /[;,/|\n]/))) {
    // A whole former name in the column of former family names.
    const isWhole = former.includes(" ") && same(former.split(" ")[0], given.split(" ")[0]);
    (isWhole ? aliases : formerFamilies).push(former);
  }
  return {
    given,
    family,
    nicknames: unique(nicknames),
    aliases: unique(aliases),
    formerFamilies: unique(formerFamilies).filter((former) => !same(former, family)),
  };
}

/** "Bob" of "Bob", and of "Bob Smith" where Smith is the family name. */
function calledIn(cell: string, family: string): string[] {
  return listed(cell, /[;,/|\n]/).map((one) =>
    family !== "" && one.toLowerCase().endsWith(` ${family.toLowerCase()}`)
      ? one.slice(0, -family.length).trim()
      : one,
  );
}

function listed(cell: string, by: RegExp): string[] {
  return cell.split(by).flatMap((one) => {
    const trimmed = one.replace(/\s+/g, " ").trim();
    return trimmed === "" || saysNothing(trimmed) ? [] : [trimmed];
  });
}

/** Fewer words than for contacts: "No", "Na" and "Null" are names of people. */
function saysNoName(cell: string): boolean {
  return (
    !/[\p{L}]/u.test(cell) ||
    /^\(?(?:n\/a|none|unknown|unk|desconocid[oa]|#n\/a|not provided|no name)\)?$/i.test(cell)
  );
}

function isTest(given: string, family: string): boolean {
  const words = [given, family].filter((word) => word !== "");
  return (
    words.length > 0 &&
    words.every((word) => testWords.test(word)) &&
    /test|demo|dummy|sample|fake|prueba|use/i.test(words.join(" "))
  );
}

function same(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== "" && a.toLowerCase() === b.toLowerCase();
}

function unique(values: readonly string[]): string[] {
  return values.length < 2 ? [...values] : [...new Set(values)];
}
