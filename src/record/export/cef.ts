/** ArcSight's Common Event Format, version 0 (implementation standard 26); keys and lengths are those of its dictionary. */
import type { EntryLine, RecordEntry } from "../../contract/record-entry.ts";
import { fieldsOf, uidOf } from "./fields.ts";
import type { Value } from "./fields.ts";
import { nameOf, severityOf, summaryOf, titleOf } from "./severity.ts";
import type { Severity } from "./severity.ts";

/** 0 to 3 low, 4 to 6 medium, 7 and 8 high, 9 and 10 very high. */
const levels: Readonly<Record<Severity, number>> = { informational: 1, low: 3, medium: 5, high: 8 };

/** Most characters of a value. */
const limits = {
  act: 63,
  cat: 1023,
  destinationServiceName: 1023,
  deviceExternalId: 255,
  dhost: 1023,
  externalId: 40,
  msg: 1023,
  reason: 1023,
  custom: 4000,
  flex: 1023,
  /** Of one of several fields that stand together in a custom one. */
  part: 2000,
} as const;

/** Readers take these for the end of a line, or for none at all. */
const breaks = /[\n\r\u0085\u2028\u2029]+/g;
const inHeader = (text: string): string => text.replace(breaks, " ").replaceAll(/[\\|]/g, "\\$&");
const inExtension = (text: string): string =>
  text
    .replaceAll(/[\\=]/g, "\\$&")
    .replaceAll("\r\n", "\\n")
    .replaceAll(/[\n\u0085\u2028\u2029]/g, "\\n")
    .replaceAll("\r", "\\r");

/** As much of a list as fits, and how many are left out: half a name would be another one. */
function fit(value: Value | undefined, most: number): string {
  if (value === undefined) return "";
  if (typeof value !== "object") return String(value).slice(0, most);
  for (let kept = value.length; kept >= 0; kept--) {
    const rest = value.length - kept;
    const text = [...value.slice(0, kept), ...(rest > 0 ? [`and ${rest} more`] : [])].join(", ");
    if (text.length <= most) return text;
  }
  return "";
}

type Pair = readonly [key: string, value: string];

/** `cs1=… cs1Label=…`, and nothing where there is no value. */
function custom(key: string, label: string, value: Value | undefined, most: number = limits.custom): Pair[] {
  const text = fit(value, most);
  return text === ""
    ? []
    : [
        [key, text],
        [`${key}Label`, label],
      ];
}

/** What every entry has. */
function common({ entry, hash }: EntryLine): Pair[] {
  return [
    ["rt", String(entry.at)],
    ["externalId", fit(uidOf(entry), limits.externalId)],
    ["deviceExternalId", fit(entry.seat, limits.deviceExternalId)],
    ["msg", fit(summaryOf(entry), limits.msg)],
    ...custom("cs6", "hash", hash),
  ];
}

function ofAttempt(entry: Extract<RecordEntry, { kind: "attempt" }>): Pair[] {
  return [
    ["act", fit(entry.outcome, limits.act)],
    ["cat", fit(entry.categories, limits.cat)],
    ["destinationServiceName", fit(entry.site, limits.destinationServiceName)],
    ["dhost", fit(entry.host, limits.dhost)],
    ["reason", fit(entry.reason, limits.reason)],
    ...custom("cs1", "rules", entry.rules),
    ...custom("cs2", "policyVersion", entry.policyVersion),
    ...custom("cs3", "engineVersion", entry.engineVersion),
    ...custom("cs4", "surface", entry.surface),
    ...custom("cs5", "fingerprint", entry.fingerprint),
    ...custom("cn1", "length", entry.length),
    // Nobody approves what is attested: the two never meet.
    ...(entry.carries
      ? custom("flexString1", "carries", entry.carries, limits.flex)
      : custom("flexString1", "approvedBy", entry.approvedBy, limits.flex)),
    ...custom("flexString2", "evidence", entry.evidence, limits.flex),
  ];
}

/** Kinds that are no attempt: the dictionary has no keys for what they say, so that it stands together in one. */
function ofOther(entry: RecordEntry): Pair[] {
  const told = fieldsOf(entry).map(([name, value]) => `${name}: ${fit(value, limits.part)}`);
  return [["act", fit(nameOf(entry), limits.act)], ["cat", entry.kind], ...custom("cs1", "fields", told)];
}

/** One line, with its end. `version`: of the program that writes it. */
export function cefLine(line: EntryLine, version: string): string {
  const { entry } = line;
  const header = [
    "ReplyGuard",
    "ReplyGuard",
    version,
    nameOf(entry),
    titleOf(entry),
    String(levels[severityOf(entry)]),
  ];
  const pairs = [...common(line), ...(entry.kind === "attempt" ? ofAttempt(entry) : ofOther(entry))];
  const extension = pairs
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `${key}=${inExtension(value)}`);
  return `CEF:0|${header.map(inHeader).join("|")}|${extension.join(" ")}\n`;
}
