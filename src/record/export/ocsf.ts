/**
 * The Open Cybersecurity Schema Framework, one event a line. What became of a draft, and an officer's review of it, is a Data
 * Security Finding (2006) with the profiles Security Control and Incident; what else the record holds is no finding and goes
 * out as a Base Event, so that no entry is left out.
 */
import type { EntryLine, RecordEntry } from "../../contract/record-entry.ts";
import { fieldsOf, uidOf } from "./fields.ts";
import { actions, ofPatients, reviews, schemaVersion, severities, wentOut } from "./ocsf-values.ts";
import { nameOf, severityOf, summaryOf, titleOf } from "./severity.ts";
import type { Attempted } from "./severity.ts";

type Json = Record<string, unknown>;
type Review = Extract<RecordEntry, { kind: "review" }>;

const finding = 2006;

/** Of every event. */
function common(entry: RecordEntry, version: string, profiles: readonly string[]): Json {
  const severity = severities[severityOf(entry)];
  return {
    time: entry.at,
    severity_id: severity.id,
    severity: severity.caption,
    message: summaryOf(entry),
    status_code: nameOf(entry),
    metadata: {
      version: schemaVersion,
      uid: uidOf(entry),
      sequence: entry.seq,
      log_name: "ReplyGuard record",
      product: { name: "ReplyGuard", vendor_name: "ReplyGuard", version },
      ...(profiles.length === 0 ? {} : { profiles }),
      ...(entry.kind === "attempt" && entry.fingerprint !== undefined
        ? { correlation_uid: entry.fingerprint }
        : {}),
    },
  };
}

const ofFinding = (activity: { readonly id: number; readonly caption: string }): Json => ({
  class_uid: finding,
  class_name: "Data Security Finding",
  category_uid: 2,
  category_name: "Findings",
  activity_id: activity.id,
  activity_name: activity.caption,
  type_uid: finding * 100 + activity.id,
  type_name: `Data Security Finding: ${activity.caption}`,
});

/** The seat is a browser: who sits before it, the record does not know. */
const device = (seat: string): Json => ({ uid: seat, type_id: 8, type: "Browser" });

/** The proof, and what the schema has no name for. */
function unmapped({ entry, hash }: EntryLine, names: readonly string[]): Json {
  const kept = fieldsOf(entry).filter(([name]) => names.includes(name));
  return { ...Object.fromEntries(kept), previous: entry.previous, hash };
}

function ofAttempt(line: EntryLine, entry: Attempted, version: string): Json {
  const { action, disposition } = actions[entry.outcome];
  const [first, ...others] = entry.rules.map((rule) => ({
    uid: rule,
    name: rule,
    type_id: 1,
    type: "Rule",
    version: entry.engineVersion,
  }));
  const policy = { name: "ReplyGuard policy", version: entry.policyVersion };
  const severity = severityOf(entry);
  const isOfPatients = entry.categories.some((category) => ofPatients.has(category));
  const approved = { action_id: 1, action: "Allowed", disposition_id: 8, disposition: "Approved" };
  return {
    ...ofFinding({ id: 1, caption: "Create" }),
    ...common(entry, version, ["security_control", "incident"]),
    status_id: 1,
    status: "New",
    ...(entry.reason === undefined ? {} : { status_detail: entry.reason }),
    action_id: action.id,
    action: action.caption,
    disposition_id: disposition.id,
    disposition: disposition.caption,
    ...(entry.approvedBy === undefined ? {} : approved),
    is_alert: severity === "medium" || severity === "high",
    is_suspected_breach: isOfPatients && wentOut.has(entry.outcome),
    policy,
    device: device(entry.seat),
    dst_endpoint: { svc_name: entry.site, ...(entry.host === undefined ? {} : { hostname: entry.host }) },
    finding_info: {
      uid: uidOf(entry),
      title: titleOf(entry),
      created_time: entry.at,
      types: entry.categories,
      ...(first === undefined ? {} : { analytic: first }),
      ...(others.length === 0 ? {} : { related_analytics: others }),
    },
    data_security: {
      data_lifecycle_state_id: 3,
      data_lifecycle_state: "Data in-Use",
      detection_system_id: 1,
      detection_system: "Endpoint",
      policy,
      ...(isOfPatients ? { category_id: 1, category: "Personal" } : {}),
    },
    unmapped: unmapped(line, [
      "surface",
      "length",
      "id",
      "approvedBy",
      "carries",
      "evidence",
      "kept",
      "engineVersion",
    ]),
  };
}

function ofReview(line: EntryLine, entry: Review, version: string): Json {
  const { activity, status, verdict } = reviews[entry.state];
  return {
    ...ofFinding(activity),
    ...common(entry, version, ["incident"]),
    status_id: status.id,
    status: status.caption,
    ...(entry.note === undefined ? {} : { status_detail: entry.note }),
    ...(verdict === undefined ? {} : { verdict_id: verdict.id, verdict: verdict.caption }),
    ...(entry.assignee === undefined ? {} : { assignee: { name: entry.assignee } }),
    is_alert: false,
    ...(entry.state === "reported" ? { is_suspected_breach: true } : {}),
    device: device(entry.seat),
    finding_info: {
      uid: uidOf(entry.subject),
      title: titleOf(entry),
      modified_time: entry.at,
    },
    unmapped: unmapped(line, ["state", "subjectHash"]),
  };
}

/** Neither finding nor activity of a class: the schema's event for what it does not define. */
function ofOther(line: EntryLine, version: string): Json {
  const { entry } = line;
  return {
    class_uid: 0,
    class_name: "Base Event",
    category_uid: 0,
    category_name: "Uncategorized",
    activity_id: 99,
    activity_name: titleOf(entry),
    type_uid: 99,
    type_name: "Base Event: Other",
    ...common(entry, version, []),
    unmapped: {
      kind: entry.kind,
      seat: entry.seat,
      ...unmapped(
        line,
        fieldsOf(entry).map(([name]) => name),
      ),
    },
  };
}

/** One event as a line of JSON, with its end. `version`: of the program that writes it. */
export function ocsfLine(line: EntryLine, version: string): string {
  const { entry } = line;
  const event =
    entry.kind === "attempt"
      ? ofAttempt(line, entry, version)
      : entry.kind === "review"
        ? ofReview(line, entry, version)
        : ofOther(line, version);
  return `${JSON.stringify(event)}\n`;
}
