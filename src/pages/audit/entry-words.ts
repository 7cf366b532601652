/** The record's codes in the words of the console. */
import { outcome } from "../../contract/attempt.ts";
import { mediaKind } from "../../contract/media-kind.ts";
import { category, site, surface } from "../../contract/draft.ts";
import type { RecordEntry } from "../../contract/record-entry.ts";
import { declaredWords } from "../../platform/declared-words.ts";
import { t } from "../../platform/i18n.ts";
import type { MessageKey } from "../../platform/i18n.ts";
import { categoryWords, outcomeWords, siteWords, snake, surfaceWords } from "../../platform/words.ts";
import { caseStates, categories, sites, surfaces, whats } from "../../record/columns.ts";
import type { CaseState, What } from "../../record/columns.ts";
import { fieldsOf } from "../../record/export/fields.ts";
import type { Value } from "../../record/export/fields.ts";
import { moment } from "../shared/words.ts";
import type { PageWords } from "./jobs.ts";

type Outcome = (typeof outcome.options)[number];
const isOutcome = (what: What): what is Outcome => outcome.options.some((one) => one === what);

/** What became of a draft, or what kind of entry it is. */
export const whatWords = (what: What): string =>
  isOutcome(what) ? outcomeWords(what) : t(`audit_kind_${snake(what)}`);

/** Of a case. */
export const stateWords = (state: CaseState): string => t(`audit_state_${snake(state)}`);

const inWords = <C extends string>(codes: readonly C[], words: (code: C) => string): Record<string, string> =>
  Object.fromEntries(codes.map((code) => [code, words(code)]));

/** What the worker finds entries by is said as it is on this page. */
export const pageWords = (): PageWords => ({
  labels: {
    site: inWords(sites, siteWords),
    surface: inWords(surfaces, surfaceWords),
    category: inWords(categories, categoryWords),
    what: inWords(whats, whatWords),
  },
  ownSeat: t("audit_this_browser"),
});

const fieldNames: Readonly<Record<string, MessageKey>> = {
  id: "audit_field_attempt",
  outcome: "audit_field_what_became_of_it",
  host: "audit_field_host",
  length: "audit_field_characters",
  fingerprint: "audit_field_fingerprint",
  reason: "audit_field_reason_given",
  approvedBy: "audit_field_agreed_by",
  carries: "photos_field_carries",
  evidence: "audit_field_evidence",
  policyVersion: "audit_field_policy_version",
  engineVersion: "audit_field_engine_version",
  source: "audit_field_set_by",
  before: "audit_field_before",
  settings: "audit_field_settings",
  change: "audit_field_change",
  listId: "audit_field_patient_list",
  people: "audit_field_people_on_it",
  what: "audit_what",
  result: "audit_field_result",
  subjectSeat: "audit_field_of_seat",
  subjectSeq: "audit_field_of_entry",
  subjectHash: "audit_field_hash_of_that_entry",
  state: "audit_state",
  assignee: "audit_assignee",
  note: "audit_note",
  format: "audit_field_format",
  from: "audit_field_from_entry",
  next: "audit_field_up_to_before_entry",
  browser: "audit_field_browser",
  was: "audit_field_clock_before",
  key: "audit_field_key",
  through: "audit_field_through",
  years: "audit_field_years_kept",
  policyName: "audit_field_policy_name",
  kept: "audit_field_kept",
  count: "audit_field_how_many",
  who: "audit_field_who",
  topic: "audit_field_topic",
  reference: "audit_field_reference",
  by: "audit_field_by",
  filterFrom: "audit_field_filter_from",
  filterUntil: "audit_field_filter_until",
  filterSeat: "audit_field_filter_seat",
  filterSite: "audit_field_filter_site",
  filterSurface: "audit_field_filter_surface",
  filterCategory: "audit_field_filter_category",
  filterRule: "audit_field_filter_rule",
  filterWhat: "audit_field_filter_what",
  filterState: "audit_field_filter_state",
  filterSearched: "audit_field_filter_searched",
  filterFold: "audit_field_filter_fold",
  testQuestions: "audit_field_questions",
  testScore: "audit_field_right_answers",
  testOf: "audit_field_of_questions",
  testPassed: "audit_field_passed",
};

/** Codes of closed sets, by the field that has them. */
const codes: Readonly<Record<string, Readonly<Record<string, MessageKey>>>> = {
  source: { seat: "audit_value_seat", managed: "audit_value_managed" },
  change: {
    gone: "audit_value_gone",
    adopted: "audit_value_adopted",
    edited: "audit_value_edited",
    removed: "audit_value_removed",
    expired: "audit_value_expired",
    unusable: "audit_value_unusable",
  },
  result: {
    found: "audit_value_found",
    mended: "audit_value_mended",
    opened: "audit_value_opened",
    refused: "audit_value_refused",
    locked: "audit_value_locked",
    requested: "audit_value_requested",
    removed: "audit_value_removed",
    edited: "audit_value_edited",
  },
  by: { "look-back": "audit_value_look_back" },
  what: {
    "patient-list": "audit_value_patient_list",
    console: "audit_value_console",
    evidence: "audit_value_evidence",
  },
  kept: { unchained: "audit_value_unchained" },
  format: { report: "audit_value_report", "false-alarms": "audit_value_false_alarms" },
  filterWhat: { attempts: "audit_every_draft" },
};

const known = <C extends string>(
  options: readonly C[],
  words: (code: C) => string,
): ((code: string) => string | undefined) => {
  return (code) => {
    const found = options.find((one) => one === code);
    return found && words(found);
  };
};

/** The same for what has its words elsewhere. */
const coded: Readonly<Record<string, (code: string) => string | undefined>> = {
  state: known(caseStates, stateWords),
  filterState: known(caseStates, stateWords),
  filterWhat: known(whats, whatWords),
  filterSite: known(site.options, siteWords),
  filterSurface: known(surface.options, surfaceWords),
  filterCategory: known(category.options, categoryWords),
  carries: known(mediaKind.options, (kind) => t(`photos_kind_${kind}`)),
  people: declaredWords,
  // Where somebody has taken the test of the practice room; what an officer has typed is nobody's to translate.
  topic: (topic) => (topic === practiceTest ? declaredWords(topic) : topic),
};
const practiceTest = "Practice room test";

const instants = new Set(["was", "filterFrom", "filterUntil"]);

/** Said in words of their own, or above. */
const saidElsewhere = new Set(["site", "surface", "categories", "rules", "outcome"]);

/** Every field of the entry's own kind, in words. */
export function fieldsInWords(entry: RecordEntry): (readonly [string, string])[] {
  const isUnreferenced =
    entry.kind === "attempt" && entry.outcome === "attested" && entry.reason === undefined;
  const given = fieldsOf(entry)
    .filter(([name]) => !saidElsewhere.has(name))
    .map(([name, value]) => {
      if (entry.kind === "lost" && name === "from")
        return [t("audit_field_first_lost"), moment(entry.from)] as const;
      const key = fieldNames[name];
      return [key ? t(key) : name, valueInWords(name, value)] as const;
    });
  return isUnreferenced ? [...given, [t("audit_field_reason_given"), t("photos_no_reference")]] : given;
}

function valueInWords(name: string, value: Value): string {
  if (typeof value === "number") return instants.has(name) ? moment(value) : String(value);
  if (typeof value === "boolean") return t(value ? "shared_yes" : "shared_no");
  if (typeof value === "object") return value.map((one) => valueInWords(name, one)).join(", ");
  const key = codes[name]?.[value];
  return key ? t(key) : (coded[name]?.(value) ?? value);
}
