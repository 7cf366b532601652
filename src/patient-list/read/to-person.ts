/** A row of cells, with what each column means, to one of the list. Run a million times: the usual cell takes a short way. */
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

const contacts = {
  handles: { what: "a handle", read: readHandles },
  phones: { what: "a phone number", read: readPhones },
  emails: { what: "an e-mail address", read: readEmails },
  recordNumbers: { what: "a record number", read: readRecordNumbers },
} as const;

type Draft = { -readonly [Key in keyof Person]: Person[Key] extends string ? string : string[] } & {
  middle: string;
  whole: string;
  notes: string[];
};

export function toPerson(cells: readonly string[], { columns, orders, today }: Reading): PersonRead {
  const draft: Draft = {
    given: "",
    middle: "",
    family: "",
    whole: "",
    nicknames: [],
    aliases: [],
    formerFamilies: [],
    handles: [],
    phones: [],
    emails: [],
    birthDates: [],
    recordNumbers: [],
    notes: [],
  };
  for (let at = 0; at < columns.length; at++) {
    const field = columns[at];
    if (field === undefined) continue;
    const cell = (cells[at] ?? "").trim();
    if (cell === "") continue;
    if (cell.length > longestCell) {
      return { problem: `has a cell of more than ${longestCell.toLocaleString("en-US")} characters` };
    }
    if (field === "birthDates") {
      const date = readBirthDate(cell, orders[at] ?? "month-first", today);
      if (date !== undefined) draft.birthDates.push(date);
      else if (!saysNothing(cell)) draft.notes.push("the birth date could not be read");
    } else if (field === "handles" || field === "phones" || field === "emails" || field === "recordNumbers") {
      takeContact(draft, field, cell);
    } else if (!saysNoName(cell)) takeName(draft, field, cell);
  }
  return finish(draft);
}

function takeContact(draft: Draft, field: keyof typeof contacts, cell: string): void {
  const { what, read } = contacts[field];
  const { values, left }: ValuesRead = read(cell);
  for (const value of values) draft[field].push(value);
  if (left > 0) note(draft, `${what} is a stand-in or no such thing and was not taken`);
}

function note({ notes }: Draft, words: string): void {
  if (!notes.includes(words)) notes.push(words);
}

/** The order of columns does not matter: what depends on the family name is settled at the end. */
function takeName(
  draft: Draft,
  field: Exclude<Field, keyof typeof contacts | "birthDates">,
  cell: string,
): void {
  switch (field) {
    case "given":
    case "middle":
    case "family": {
      const { text, nicknames, formerFamilies } = readNamePart(cell);
      draft[field] = draft[field] === "" ? text : `${draft[field]} ${text}`;
      draft.nicknames.push(...nicknames);
      draft.formerFamilies.push(...formerFamilies);
      return;
    }
    case "name":
      draft.whole ||= cell;
      return;
    case "aliases":
      draft.aliases.push(...listed(cell, /[;|\n]/));
      return;
    default:
      draft[field === "preferred" ? "nicknames" : field].push(...listed(cell, /[;,/|\n]/));
  }
}

function finish(draft: Draft): PersonRead {
  const { whole, middle, notes, ...person } = draft;
  if (middle !== "") person.given = person.given === "" ? middle : `${person.given} ${middle}`;
  if (whole !== "" && (person.given === "" || person.family === "")) {
    const read = readFullName(whole);
    person.given ||= read.given;
    person.family ||= read.family;
    person.nicknames.push(...read.nicknames);
    person.formerFamilies.push(...read.formerFamilies);
  }
  const { given, family } = person;
  if (given === "" && family === "") return { problem: "has no name" };
  if (isTest(given, family)) return { problem: "is a test entry" };
  if (family !== "") person.nicknames = person.nicknames.map((one) => withoutFamily(one, family));
  if (person.formerFamilies.length > 0) settleFormer(person);
  for (const key of lists) if (person[key].length > 1) person[key] = [...new Set(person[key])];
  return { person, notes };
}

/** What a person has several of. */
export const lists = [
  "nicknames",
  "formerFamilies",
  "aliases",
  "handles",
  "phones",
  "emails",
  "birthDates",
  "recordNumbers",
] as const;

/** A whole former name in the column of former family names is another name; the present one is no former one. */
function settleFormer(person: Pick<Draft, "given" | "family" | "formerFamilies" | "aliases">): void {
  const first = person.given.split(" ")[0] ?? "";
  const isWhole = (former: string): boolean =>
    first !== "" && same(former.split(" ")[0] ?? "", first) && former.includes(" ");
  person.aliases.push(...person.formerFamilies.filter(isWhole));
  person.formerFamilies = person.formerFamilies.filter(
    (former) => !isWhole(former) && !same(former, person.family),
  );
}

/** "Bob" of "Bob", and of "Bob Smith" where Smith is the family name. */
function withoutFamily(nickname: string, family: string): string {
  return nickname.length > family.length && nickname.toLowerCase().endsWith(` ${family.toLowerCase()}`)
    ? nickname.slice(0, -family.length).trim()
    : nickname;
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
    !/\p{L}/u.test(cell) ||
    (cell.length < 16 &&
      /^\(?(?:n\/a|none|unknown|unk|desconocid[oa]|#n\/a|not provided|no name)\)?$/i.test(cell))
  );
}

const testWords = /^(?:z*test\d*|z*testing|z*demo|dummy|sample|fake|do not use|patient|paciente|prueba)$/i;

function isTest(given: string, family: string): boolean {
  if (!testWords.test(given || family) || !testWords.test(family || given)) return false;
  return /test|demo|dummy|sample|fake|prueba|use/i.test(`${given} ${family}`);
}

function same(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}
