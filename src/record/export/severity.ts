/** How grave an entry is, and what it is called: the same in CEF, OCSF and OTLP. */
import { categoryWords, siteWords, surfaceWords } from "../../contract/words.ts";
import type { RecordEntry } from "../../contract/record-entry.ts";

export type Severity = "informational" | "low" | "medium" | "high";
export type Attempted = Extract<RecordEntry, { kind: "attempt" }>;
type Outcome = Attempted["outcome"];

interface Named {
  readonly severity: Severity;
  readonly title: string;
}

/**
 * `high`: something left the browser with findings, or unchecked. `medium`: it was about to, or nobody could have told. `low`: it
 * was seen to.
 */
const ofOutcome: Readonly<Record<Outcome, Named>> = {
  stopped: { severity: "medium", title: "Draft stopped" },
  warned: { severity: "low", title: "Draft warned about" },
  unchecked: { severity: "low", title: "Draft held unchecked" },
  "let-go-unchecked": { severity: "high", title: "Draft let go unchecked" },
  "posted-anyway": { severity: "high", title: "Draft posted anyway" },
  mended: { severity: "low", title: "Draft mended" },
  attested: { severity: "low", title: "Authorization attested" },
  "not-watching": { severity: "medium", title: "Box not watched" },
  recorded: { severity: "medium", title: "Draft recorded" },
  disputed: { severity: "low", title: "Finding disputed by staff" },
  standing: { severity: "high", title: "Reply found on the site" },
};

const ofKind: Readonly<Record<Exclude<RecordEntry["kind"], "attempt">, Named>> = {
  first: { severity: "informational", title: "Record begun" },
  "policy-change": { severity: "informational", title: "Policy changed" },
  "policy-fault": { severity: "medium", title: "Policy not usable in part" },
  "list-change": { severity: "informational", title: "Patient list changed" },
  unlock: { severity: "informational", title: "Unlocked or locked" },
  export: { severity: "informational", title: "Record exported" },
  review: { severity: "informational", title: "Entry reviewed" },
  heartbeat: { severity: "informational", title: "Seat alive" },
  clock: { severity: "medium", title: "Clock set back" },
  "key-change": { severity: "medium", title: "Key of the seat changed" },
  lost: { severity: "high", title: "Entries lost" },
  expiry: { severity: "informational", title: "Entries removed for their age" },
  acknowledgment: { severity: "informational", title: "Rules confirmed" },
  "take-down": { severity: "medium", title: "Reply taken down" },
  training: { severity: "informational", title: "Training held" },
};

/** Of a field that a kind has one of, what is graver than the kind. */
function graver(entry: RecordEntry): Severity | undefined {
  if (entry.kind === "list-change" && (entry.change === "unusable" || entry.change === "expired"))
    return "medium";
  if (entry.kind === "unlock" && entry.result === "refused") return "medium";
  if (entry.kind === "policy-fault" && entry.result === "mended") return "informational";
  if (entry.kind === "policy-change" && entry.change === "gone") return "medium";
  // Let go with nothing found in it: there is nothing to see to.
  if (entry.kind === "attempt" && entry.outcome === "recorded" && entry.categories.length === 0) return "low";
  return undefined;
}

const named = (entry: RecordEntry): Named =>
  entry.kind === "attempt" ? ofOutcome[entry.outcome] : ofKind[entry.kind];

export const severityOf = (entry: RecordEntry): Severity => graver(entry) ?? named(entry).severity;

export const titleOf = (entry: RecordEntry): string => named(entry).title;

/** `attempt.stopped`, `review.confirmed`, `heartbeat`: stable, what a rule of a log system looks for. */
export function nameOf(entry: RecordEntry): string {
  if (entry.kind === "attempt") return `attempt.${entry.outcome}`;
  if (entry.kind === "review") return `review.${entry.state}`;
  if (entry.kind === "unlock") return `unlock.${entry.result}`;
  if (entry.kind === "take-down") return `take-down.${entry.result}`;
  if (entry.kind === "list-change") return `list-change.${entry.change}`;
  if (entry.kind === "policy-fault" && entry.result === "mended") return "policy-fault.mended";
  if (entry.kind === "policy-change" && entry.change === "gone") return "policy-change.gone";
  return entry.kind;
}

/** One sentence of the record's own words. What a person wrote (a reason, a note, a name) is not in it. */
export function summaryOf(entry: RecordEntry): string {
  const title = titleOf(entry);
  if (entry.kind === "attempt") {
    const found = entry.categories.map((category) => categoryWords[category]).join(", ");
    const place = `${surfaceWords[entry.surface]}, ${siteWords[entry.site]}`;
    return found === "" ? `${title}: ${place}` : `${title}: ${place}: ${found}`;
  }
  if (entry.kind === "review") return `${title}: ${entry.state}`;
  if (entry.kind === "unlock") return `${title}: ${entry.what}, ${entry.result}`;
  if (entry.kind === "take-down")
    return `${title}: ${entry.result}: ${surfaceWords[entry.surface]}, ${siteWords[entry.site]}`;
  if (entry.kind === "list-change") return `${title}: ${entry.change}`;
  return title;
}
