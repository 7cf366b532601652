/**
 * What the Open Cybersecurity Schema Framework 1.7.0 calls things: ids and captions of https://schema.ocsf.io/1.7.0, as far as they
 * are used.
 */
import type { RecordEntry } from "../../contract/record-entry.ts";
import type { Attempted, Severity } from "./severity.ts";

export const schemaVersion = "1.7.0";

interface Coded {
  readonly id: number;
  readonly caption: string;
}

const coded = (id: number, caption: string): Coded => ({ id, caption });

export const severities: Readonly<Record<Severity, Coded>> = {
  informational: coded(1, "Informational"),
  low: coded(2, "Low"),
  medium: coded(3, "Medium"),
  high: coded(4, "High"),
};

const allowed = coded(1, "Allowed");
const denied = coded(2, "Denied");

type Outcome = Attempted["outcome"];
type Category = Attempted["categories"][number];

/** What was done with the send, and what came of it. */
export const actions: Readonly<Record<Outcome, { readonly action: Coded; readonly disposition: Coded }>> = {
  stopped: { action: denied, disposition: coded(2, "Blocked") },
  warned: { action: denied, disposition: coded(2, "Blocked") },
  unchecked: { action: denied, disposition: coded(2, "Blocked") },
  "let-go-unchecked": { action: allowed, disposition: coded(16, "No Action") },
  "posted-anyway": { action: allowed, disposition: coded(1, "Allowed") },
  mended: { action: denied, disposition: coded(11, "Corrected") },
  attested: { action: allowed, disposition: coded(8, "Approved") },
  "not-watching": { action: coded(0, "Unknown"), disposition: coded(16, "No Action") },
  recorded: { action: allowed, disposition: coded(17, "Logged") },
  disputed: { action: coded(0, "Unknown"), disposition: coded(17, "Logged") },
  standing: { action: allowed, disposition: coded(15, "Detected") },
};

/** Went out with what was found in it, or with nobody having looked. */
export const wentOut: ReadonlySet<Outcome> = new Set<Outcome>([
  "posted-anyway",
  "recorded",
  "let-go-unchecked",
  "standing",
]);

/** Tells something of a patient; `conduct` is about rules on reviews, and `media` about a picture. */
export const ofPatients: ReadonlySet<Category> = new Set<Category>([
  "patient-match",
  "identifier",
  "health",
  "payment",
  "relationship",
  "media",
]);

type ReviewState = Extract<RecordEntry, { kind: "review" }>["state"];

interface Reviewed {
  readonly activity: Coded;
  readonly status: Coded;
  readonly verdict?: Coded;
}

const update = coded(2, "Update");
const close = coded(3, "Close");
const inProgress = coded(2, "In Progress");

/** How an officer's review stands. The state itself is always in `status_code`. */
export const reviews: Readonly<Record<ReviewState, Reviewed>> = {
  new: { activity: update, status: coded(1, "New") },
  "in-review": { activity: update, status: inProgress },
  confirmed: { activity: update, status: inProgress, verdict: coded(2, "True Positive") },
  "false-alarm": { activity: close, status: coded(3, "Suppressed"), verdict: coded(1, "False Positive") },
  "training-given": { activity: update, status: inProgress, verdict: coded(2, "True Positive") },
  reported: { activity: update, status: inProgress, verdict: coded(2, "True Positive") },
  closed: { activity: close, status: coded(4, "Resolved") },
};
