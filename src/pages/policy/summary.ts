/** The report's first lines, for the page and for the text to copy. Pure. */
import type { PatientsStanding } from "../../contract/patients.ts";
import type { PolicyReport } from "../../contract/policy-report.ts";
import { declaredWords } from "../../platform/declared-words.ts";
import { t } from "../../platform/i18n.ts";
import { day } from "../shared/words.ts";

export function sourceLine({ source }: Pick<PolicyReport, "source">): string {
  return {
    managed: t("policy_an_administrators_policy"),
    "last-good": t("policy_the_administrators_last_good_policy_the"),
    awaited: t("policy_waiting_for_the_browser_to_say"),
    seat: t("policy_no_administrators_policy_changed_at_this"),
    default: t("policy_no_administrators_policy_the_defaults"),
  }[source];
}

/** `now`: milliseconds since 1970. */
export function stateLine({ monitoring, goneUntil, managedSeen }: PolicyReport): string {
  const gone = goneUntil === null ? "" : ` ${t("policy_the_policy_is_not_there_any", day(goneUntil))}`;
  const seen = managedSeen ? "" : ` ${t("policy_the_browser_has_not_handed_out")}`;
  return `${monitoringLine(monitoring)}${gone}${seen}`;
}

function monitoringLine(monitoring: PolicyReport["monitoring"]): string {
  if (monitoring === null) return t("policy_enforced_2");
  return monitoring.now
    ? t("policy_only_recording_until_nothing_is_said", monitoring.until)
    : t("policy_enforced_only_recording_from_until", monitoring.from, monitoring.until);
}

/** How the patient list stands, without a name or an address. */
export function listLine(standing: PatientsStanding | undefined): string {
  if (!standing) return t("policy_it_could_not_be_read");
  const { list, awaited, arrival } = standing;
  const failed = arrival?.problem ? ` ${t("policy_the_last_attempt_to_fetch_it", arrival.problem)}` : "";
  if (!list) return awaited ? t("policy_the_practices_list_has_not_arrived", failed) : t("policy_none_2");
  const size = list.bucket === null ? "" : t("policy_list_people", declaredWords(list.bucket));
  const expires = list.expires === null ? "" : t("policy_list_expires", day(list.expires));
  const from = list.source === "managed" ? t("policy_list_practices") : t("policy_list_own");
  return `${list.state === "open" ? t("policy_open") : t("policy_not_usable", list.state)}, ${from}${size}${expires}.${failed}`;
}
