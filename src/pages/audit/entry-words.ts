/** The record's codes in the words of the console. */
import { categoryWords, outcomeWords, siteWords, surfaceWords } from "../../contract/words.ts";
import type { RecordEntry } from "../../contract/record-entry.ts";
import type { CaseState, What } from "../../record/columns.ts";
import { fieldsOf } from "../../record/export/fields.ts";
import type { Labels } from "../../record/query.ts";
import { moment } from "../shared/words.ts";

const kindWords: Readonly<Record<Exclude<RecordEntry["kind"], "attempt">, string>> = {
  first: "Record begun",
  "policy-change": "Policy changed",
  "policy-fault": "Policy not usable in part",
  "list-change": "Patient list changed",
  unlock: "Unlocked or locked",
  export: "Record exported",
  review: "Reviewed",
  heartbeat: "Seat alive",
  clock: "Clock set back",
  "key-change": "Key of the seat changed",
  expiry: "Entries removed for their age",
  lost: "Entries lost",
  acknowledgment: "Rules confirmed",
  "take-down": "Reply taken down",
  training: "Training held",
};

export const whatWords: Readonly<Record<What, string>> = { ...outcomeWords, ...kindWords };

export const stateWords: Readonly<Record<CaseState, string>> = {
  new: "New",
  "in-review": "In review",
  confirmed: "Confirmed",
  "false-alarm": "False alarm",
  "training-given": "Training given",
  reported: "Reported",
  closed: "Closed",
};

export const labels: Labels = {
  site: (site) => siteWords[site],
  surface: (surface) => surfaceWords[surface],
  category: (category) => categoryWords[category],
  what: (what) => whatWords[what],
};

const fieldNames: Readonly<Record<string, string>> = {
  id: "Attempt",
  outcome: "What became of it",
  host: "Host",
  length: "Characters",
  fingerprint: "Fingerprint",
  reason: "Reason given",
  approvedBy: "Agreed by",
  evidence: "Evidence, SHA-256",
  policyVersion: "Policy version",
  engineVersion: "Engine version",
  source: "Set by",
  before: "Before",
  settings: "Settings",
  path: "Setting",
  change: "Change",
  listId: "Patient list",
  people: "People on it",
  what: "What",
  result: "Result",
  subjectSeat: "Of seat",
  subjectSeq: "Of entry",
  subjectHash: "Hash of that entry",
  state: "State",
  assignee: "Assignee",
  note: "Note",
  format: "Format",
  from: "From entry",
  next: "Up to before entry",
  browser: "Browser",
  was: "Clock before",
  key: "Key",
  through: "Up to and with day",
  years: "Years kept",
  version: "Name of the policy",
  policyName: "Name of the policy",
  kept: "Kept",
  unchained: "Kept before the record had a chain",
  count: "How many",
  who: "Who",
  topic: "On what",
  reference: "Reference",
  filterFrom: "Asked for: from",
  filterUntil: "Asked for: until before",
  filterSeat: "Asked for: seat",
  filterSite: "Asked for: site",
  filterSurface: "Asked for: surface",
  filterCategory: "Asked for: category",
  filterRule: "Asked for: rule",
  filterWhat: "Asked for: what",
  filterState: "Asked for: state",
  filterSearched: "Asked for: also by words, which are not kept",
  filterFold: "Asked for: one row a case",
  testQuestions: "Questions",
  testScore: "Right answers",
  testOf: "Of questions",
  testPassed: "Passed",
};

const instants = new Set(["was", "filterFrom", "filterUntil"]);

/** Said in words of their own, or above. */
const saidElsewhere = new Set(["site", "surface", "categories", "rules", "outcome"]);

/** Every field of the entry's own kind, in words. */
export function fieldsInWords(entry: RecordEntry): (readonly [string, string])[] {
  return fieldsOf(entry)
    .filter(([name]) => !saidElsewhere.has(name))
    .map(([name, value]) => [
      fieldNames[name] ?? name,
      instants.has(name) && typeof value === "number"
        ? moment(value)
        : typeof value === "object"
          ? value.join(", ")
          : String(value),
    ]);
}
