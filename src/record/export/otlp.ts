/**
 * OTLP/HTTP logs in JSON, as the protobuf definitions map to it: 64-bit numbers are decimal strings, times nanoseconds since 1970.
 * https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding, semantic conventions of logs and resources.
 */
import type { EndLine, EntryLine, RecordLine, SealLine } from "../../contract/record-entry.ts";
import { toLine } from "../read-line.ts";
import { fieldsOf, uidOf } from "./fields.ts";
import type { Value } from "./fields.ts";
import { nameOf, severityOf, summaryOf } from "./severity.ts";
import type { Severity } from "./severity.ts";

/** SeverityNumber of the log data model: 9 is INFO, 10 INFO2, 13 WARN, 17 ERROR. */
const numbers: Readonly<Record<Severity, number>> = { informational: 9, low: 10, medium: 13, high: 17 };

interface KeyValue {
  readonly key: string;
  readonly value: unknown;
}

function attribute(key: string, value: Value): KeyValue {
  if (typeof value === "string") return { key, value: { stringValue: value } };
  if (typeof value === "boolean") return { key, value: { boolValue: value } };
  if (typeof value === "number") return { key, value: { intValue: String(value) } };
  return { key, value: { arrayValue: { values: value.map((stringValue) => ({ stringValue })) } } };
}

/**
 * In 2262 the nanoseconds no longer fit into what receivers count them with, and a message that one refuses holds up all that come
 * after it. A clock can be set to that; 0 is the protocol's word for a time that is not known.
 */
const lastInstant = 9_223_372_036_854;
const nanoseconds = (at: number): string => (at === 0 || at > lastInstant ? "0" : `${at}000000`);

interface LogRecord {
  /** Of the seat's records. */
  readonly uid: string;
  readonly at: number;
  readonly severity: Severity;
  readonly name: string;
  /** A sentence of the record's own words. */
  readonly says: string;
  readonly attributes: readonly KeyValue[];
}

function logRecord({ uid, at, severity, name, says, attributes }: LogRecord): string {
  const time = nanoseconds(at);
  return JSON.stringify({
    timeUnixNano: time,
    observedTimeUnixNano: time,
    severityNumber: numbers[severity],
    severityText: severity,
    eventName: `replyguard.${name}`,
    body: { stringValue: says },
    attributes: [attribute("log.record.uid", uid), ...attributes],
  });
}

/** All of it, as the record has it: from these lines alone it is put together again, and verified. */
const asRecorded = (line: RecordLine): KeyValue => attribute("replyguard.line", toLine(line));

/** All that the entry says is in the attributes, one by one and as the line that can be verified. */
export function otlpEntry(line: EntryLine): string {
  const { entry, hash } = line;
  return logRecord({
    uid: uidOf(entry),
    at: entry.at,
    severity: severityOf(entry),
    name: nameOf(entry),
    says: summaryOf(entry),
    attributes: [
      attribute("replyguard.kind", entry.kind),
      attribute("replyguard.seq", entry.seq),
      ...(entry.at > lastInstant ? [attribute("replyguard.at", entry.at)] : []),
      ...fieldsOf(entry).map(([name, value]) => attribute(`replyguard.${name}`, value)),
      attribute("replyguard.previous", entry.previous),
      attribute("replyguard.hash", hash),
      asRecorded(line),
    ],
  });
}

export function otlpSeal(line: SealLine): string {
  const { seat, number, date, first, count, closed } = line.seal;
  return logRecord({
    uid: `${seat}:seal:${number}`,
    at: closed,
    severity: "informational",
    name: "seal",
    says: `Day sealed: ${date}`,
    attributes: [
      attribute("replyguard.kind", "seal"),
      attribute("replyguard.number", number),
      attribute("replyguard.date", date),
      attribute("replyguard.first", first),
      attribute("replyguard.count", count),
      attribute("replyguard.hash", line.hash),
      asRecorded(line),
    ],
  });
}

/** How far the record went, signed: one for each number of seals. */
export function otlpEnd(line: EndLine): string {
  const { seat, at, from, next, seals } = line.end;
  return logRecord({
    uid: `${seat}:end:${seals}`,
    at,
    severity: "informational",
    name: "end",
    says: "Record signed up to here",
    attributes: [
      attribute("replyguard.kind", "end"),
      attribute("replyguard.from", from),
      attribute("replyguard.next", next),
      attribute("replyguard.seals", seals),
      attribute("replyguard.hash", line.hash),
      asRecorded(line),
    ],
  });
}

const instead = {
  unreadable: "Entry of the record that cannot be read",
  refused: "Entry of the record that the collector would not take",
} as const;

/** In place of an entry or seal, so that it is missed where the others are. `uid`: after the seat. */
export function otlpStandIn(
  place: { readonly seat: string; readonly uid: string; readonly seq?: number },
  why: keyof typeof instead,
  at: number,
): string {
  return logRecord({
    uid: `${place.seat}:${place.uid}`,
    at,
    severity: "high",
    name: why,
    says: instead[why],
    attributes: [
      attribute("replyguard.kind", why),
      ...(place.seq === undefined ? [] : [attribute("replyguard.seq", place.seq)]),
    ],
  });
}

/**
 * One ExportLogsServiceRequest as JSON, of records of one seat.
 * `version`: of the program that sends it.
 */
export function otlpRequest(seat: string, records: readonly string[], version: string): string {
  const resource = {
    attributes: [
      attribute("service.name", "replyguard"),
      attribute("service.version", version),
      attribute("service.instance.id", seat),
    ],
  };
  const scope = { name: "replyguard.record", version };
  // The records are JSON already: they have been counted in bytes before, and are not written a second time.
  return `{"resourceLogs":[{"resource":${JSON.stringify(resource)},"scopeLogs":[{"scope":${JSON.stringify(scope)},"logRecords":[${records.join(",")}]}]}]}`;
}
