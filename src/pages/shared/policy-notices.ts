/** What a person has to know of the policy beside what it says. Pure. */
import type { PolicyReport } from "../../contract/policy-report.ts";
import { count, day } from "./words.ts";

export interface PolicyNotices {
  /** A sentence each. */
  readonly notices: readonly string[];
  /** The policy report has more about it. */
  readonly hasMore: boolean;
}

type Told = Pick<PolicyReport, "source" | "faults" | "monitoring" | "goneUntil" | "managedSeen">;

export function policyNotices({ source, faults, monitoring, goneUntil, managedSeen }: Told): PolicyNotices {
  const notices = [
    source === "awaited" &&
      "Waiting for the administrator’s policy. Until the browser has handed it out, the strictest there is is in force.",
    source === "last-good" &&
      !managedSeen &&
      "The browser has not handed out the administrator’s policy yet. The last one is in force.",
    goneUntil !== null &&
      `The administrator’s policy has a fault: it is not there any more, or cannot be read. The last one stays in force until ${day(goneUntil)}.`,
    monitoring?.now === true && `Only recording until ${monitoring.until}: nothing is held before that day.`,
    faults.length > 0 &&
      goneUntil === null &&
      `The administrator’s policy has ${count(faults.length, "fault", "faults")}. The strictest known values are in force.`,
  ].filter((words) => words !== false);
  return { notices, hasMore: faults.length > 0 || goneUntil !== null };
}
