import Papa from "papaparse";
import type { Person } from "../../src/engine/index.ts";
import { Problem } from "./problem.ts";

/** Columns of the list; several values of one column are parted by semicolons. `dob` is accepted and not used. */
const needed = ["given", "family"] as const;

export function readPatients(text: string, file: string): Person[] {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: "greedy",
    transformHeader: (name) => name.trim().toLowerCase(),
    transform: (value) => value.trim(),
  });
  const missing = needed.filter((column) => !(meta.fields ?? []).includes(column));
  if (missing.length > 0) {
    throw new Problem(
      `${file}:1: the patient list has no column ${missing.map((column) => `"${column}"`).join(" and ")}`,
      "The first line must name the columns: given,family,nicknames,aliases,handles,phone,email,dob,mrn",
    );
  }
  // A file with one column has no delimiter to find; that is not a fault.
  const fault = errors.find(({ type }) => type !== "Delimiter");
  if (fault) {
    // A fault of quotes has its place in the text; one of fields its record, counted from 0 after the header.
    const line =
      fault.index === undefined ? (fault.row ?? 0) + 2 : text.slice(0, fault.index).split("\n").length;
    throw new Problem(
      `${file}:${line}: ${faultText(fault.code)}`,
      'Give every line as many fields as the first one, and put a field with a comma or quote into "double quotes".',
    );
  }
  return data.map((row, i) => {
    const person = toPerson(row);
    if (person.given === "" && person.family === "") {
      throw new Problem(
        `${file}:${i + 2}: this line has no name`,
        "Fill in given and family, or delete the line.",
      );
    }
    return person;
  });
}

function toPerson(row: Record<string, string>): Person {
  const list = (column: string): string[] =>
    (row[column] ?? "")
      .split(";")
      .map((value) => value.trim())
      .filter((value) => value !== "");
  return {
    given: row["given"] ?? "",
    family: row["family"] ?? "",
    nicknames: list("nicknames"),
    aliases: list("aliases"),
    handles: list("handles"),
    phones: list("phone"),
    emails: list("email"),
    recordNumbers: list("mrn"),
    formerFamilies: [],
    birthDates: [],
  };
}

function faultText(code: string): string {
  if (code === "TooFewFields") return "this line has too few fields";
  if (code === "TooManyFields") return "this line has too many fields";
  return "a quoted field is not closed, or has something after it";
}
