/** What a person has to know of the policy beside what it says. Pure. */
import type { PolicyReport } from "../../contract/policy-report.ts";
import { day } from "./words.ts";
import { plural, t } from "../../platform/i18n.ts";

export interface PolicyNotices {
  /** A sentence each. */
  readonly notices: readonly string[];
  /** The policy report has more about it. */
  readonly hasMore: boolean;
}

type Told = Pick<PolicyReport, "source" | "faults" | "monitoring" | "goneUntil" | "managedSeen">;

export function policyNotices({ source, faults, monitoring, goneUntil, managedSeen }: Told): PolicyNotices {
  const notices = [
    source === "awaited" && t("shared_waiting_for_the_administrators_policy_until"),
    source === "last-good" && !managedSeen && t("shared_the_browser_has_not_handed_out"),
    goneUntil !== null && t("shared_the_administrators_policy_has_a_fault", day(goneUntil)),
    monitoring?.now === true && t("shared_only_recording_until_nothing_is_held", monitoring.until),
    faults.length > 0 &&
      goneUntil === null &&
      t("shared_the_administrators_policy_has_the_strictest", plural("shared_faults", faults.length)),
  ].filter((words) => words !== false);
  return { notices, hasMore: faults.length > 0 || goneUntil !== null };
}
