/** The formats that are made from a record; the record itself in JSON Lines is `jsonl.ts`. */
import type { EntryLine } from "../../contract/record-entry.ts";
import { cefLine } from "./cef.ts";
import { csvHead, csvRow } from "./csv.ts";
import { ocsfLine } from "./ocsf.ts";
import { otlpEntry, otlpRequest } from "./otlp.ts";

export const madeFormats = ["csv", "cef", "ocsf", "otlp"] as const;
export type MadeFormat = (typeof madeFormats)[number];

/** Log records in one OTLP request of a file. */
const together = 100;

/**
 * The text of an export, piece by piece: no more than a hundred entries are held. Entries come in their order, of one seat after
 * another. `version`: of the program that writes it.
 */
export async function* exportAs(
  format: MadeFormat,
  lines: AsyncIterable<EntryLine>,
  version: string,
): AsyncGenerator<string> {
  if (format === "otlp") return yield* requests(lines, version);
  if (format === "csv") yield csvHead;
  for await (const line of lines) {
    if (format === "csv") yield csvRow(line);
    else yield format === "cef" ? cefLine(line, version) : ocsfLine(line, version);
  }
}

/** One request a line, as the collector's file receiver (otlpjsonfile) reads them. */
async function* requests(lines: AsyncIterable<EntryLine>, version: string): AsyncGenerator<string> {
  let seat = "";
  let records: string[] = [];
  for await (const line of lines) {
    if (records.length > 0 && (records.length === together || line.entry.seat !== seat)) {
      yield `${otlpRequest(seat, records, version)}\n`;
      records = [];
    }
    seat = line.entry.seat;
    records.push(otlpEntry(line));
  }
  if (records.length > 0) yield `${otlpRequest(seat, records, version)}\n`;
}
