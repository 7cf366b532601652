/**
 * OTLP/HTTP logs in JSON, as the protobuf definitions map to it: 64-bit numbers are decimal strings, times nanoseconds since 1970.
 * https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding, semantic conventions of logs and resources.
 */
import type { EntryLine } from "../../contract/record-entry.ts";
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

/** One log record as JSON. The body is a sentence of the record's own words; all that the entry says is in the attributes. */
export function otlpRecord({ entry, hash }: EntryLine): string {
  const severity = severityOf(entry);
  const time = nanoseconds(entry.at);
  return JSON.stringify({
    timeUnixNano: time,
    observedTimeUnixNano: time,
    severityNumber: numbers[severity],
    severityText: severity,
    eventName: `replyguard.${nameOf(entry)}`,
    body: { stringValue: summaryOf(entry) },
    attributes: [
      attribute("log.record.uid", uidOf(entry)),
      attribute("replyguard.kind", entry.kind),
      attribute("replyguard.seq", entry.seq),
      ...(entry.at > lastInstant ? [attribute("replyguard.at", entry.at)] : []),
      ...fieldsOf(entry).map(([name, value]) => attribute(`replyguard.${name}`, value)),
      attribute("replyguard.previous", entry.previous),
      attribute("replyguard.hash", hash),
    ],
  });
}

/** In place of an entry that cannot be read any more, so that it is missed where the others are. */
export function otlpUnreadable(place: { readonly seat: string; readonly seq: number }, at: number): string {
  return JSON.stringify({
    timeUnixNano: nanoseconds(at),
    observedTimeUnixNano: nanoseconds(at),
    severityNumber: numbers.high,
    severityText: "high",
    eventName: "replyguard.unreadable",
    body: { stringValue: "Entry of the record that cannot be read" },
    attributes: [
      attribute("log.record.uid", uidOf(place)),
      attribute("replyguard.kind", "unreadable"),
      attribute("replyguard.seq", place.seq),
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
