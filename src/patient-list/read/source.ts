/** What all readers of patient lists have in common: one shape for whatever a practice may have. */
import type { Person } from "../../engine/index.ts";

export const fields = [
  "given",
  "middle",
  "family",
  "name",
  "formerFamilies",
  "preferred",
  "nicknames",
  "aliases",
  "handles",
  "phones",
  "emails",
  "birthDates",
  "recordNumbers",
] as const;
/** `name`: a full name, "Last, First" or "First Last". `aliases`: former or other full names. */
export type Field = (typeof fields)[number];

export const fieldWords: Readonly<Record<Field, string>> = {
  given: "Given name",
  middle: "Middle name",
  family: "Family name",
  name: "Full name",
  formerFamilies: "Maiden or former family name",
  preferred: "Preferred name",
  nicknames: "Nicknames",
  aliases: "Other full names",
  handles: "Handles",
  phones: "Phones",
  emails: "E-mails",
  birthDates: "Birth date",
  recordNumbers: "Record numbers",
};

export interface Column {
  /** As written in the file; "Column 3" where the file names none. */
  readonly header: string;
  /** Undefined: not used. */
  readonly field: Field | undefined;
}

/** `line` counts from 1: the line of the file, the row of the sheet, the entry of a Bundle. No words quote the file. */
export type Row =
  | {
      readonly line: number;
      readonly person: Person;
      /** What of this row was not taken, though the person was. */
      readonly notes?: readonly string[];
    }
  /** The same as the row of an earlier line: nobody new, and no fault. */
  | { readonly line: number; readonly repeats: number }
  /** `isNoPatient`: the file itself says so, and nobody is missing from the list for it. */
  | { readonly line: number; readonly problem: string; readonly isNoPatient?: true };

export interface ReadOptions {
  /** `read` then rejects with the signal's reason, within 100 ms. */
  readonly signal?: AbortSignal | undefined;
  /** From 0 to 1; the last call says 1. */
  readonly progress?: ((fraction: number) => void) | undefined;
}

/** For people: what is wrong with the file as a whole and what to do about it. Quotes nothing of the file. */
export interface Trouble {
  readonly problem: string;
}

export interface ReadSummary {
  /** Rows with something in them, those that were left out included. */
  readonly rows: number;
  /** What was assumed for the whole file, each a sentence: the order of day and month, for one. */
  readonly remarks: readonly string[];
}

export interface Source {
  readonly kind: "delimited" | "excel" | "fhir" | "vcard";
  /** What `Row.line` counts. */
  readonly rowsAre: "lines" | "entries";
  /** As people know it ("UTF-8"); null where the format itself says. */
  readonly encoding: string | null;
  /** The character itself; null where columns are not parted by one. */
  readonly delimiter: string | null;
  /** A guess to be confirmed; empty where the format itself says (FHIR, vCard). */
  readonly columns: readonly Column[];
  /** The first five rows as they are; for FHIR and vCard with the columns of `sampleColumns`. */
  readonly sample: readonly (readonly string[])[];
  /** Headers of `sample`. */
  readonly sampleColumns: readonly string[];
  /**
   * Goes once through the file and gives every row to `each`, yielding to the event loop at least every 50 ms. Where it
   * ends with a problem, the file is broken as a whole, and what was given before counts for nothing.
   * `columns`: one entry for each of `Source.columns`, as confirmed; ignored for FHIR and vCard.
   */
  read(
    columns: readonly (Field | undefined)[],
    each: (row: Row) => void,
    options?: ReadOptions,
  ): Promise<ReadSummary | Trouble>;
}

/** Longest cell that is looked at, in UTF-16 units: longer ones are no names, numbers or addresses. */
export const longestCell = 1000;
/** More columns than this are none of a list of people, and more than a page can ask about. */
export const mostColumns = 1000;
/** In bytes. */
export const largestText = 512 * 1024 * 1024;
export const largestExcel = 64 * 1024 * 1024;
