/** The report's first lines, for the page and for the text to copy. Pure. */
import type { PatientsStanding } from "../../contract/patients.ts";
import type { PolicyReport } from "../../contract/policy-report.ts";
import { day } from "../shared/words.ts";

export function sourceLine({ source }: Pick<PolicyReport, "source">): string {
  return {
    managed: "An administrator’s policy",
    "last-good": "The administrator’s last good policy: the present one cannot be seen",
    awaited:
      "Waiting for the browser to say whether there is an administrator’s policy: the strictest is in force",
    seat: "No administrator’s policy; changed at this browser",
    default: "No administrator’s policy; the defaults",
  }[source];
}

/** `now`: milliseconds since 1970. */
export function stateLine({ monitoring, goneUntil, managedSeen }: PolicyReport): string {
  const gone =
    goneUntil === null
      ? ""
      : ` The policy is not there any more, or its file cannot be read: the last one holds until ${day(goneUntil)}.`;
  const seen = managedSeen ? "" : " The browser has not handed out its policy yet.";
  return `${monitoringLine(monitoring)}${gone}${seen}`;
}

function monitoringLine(monitoring: PolicyReport["monitoring"]): string {
  if (monitoring === null) return "Enforced.";
  return monitoring.now
    ? `Only recording until ${monitoring.until}: nothing is said or held before that day.`
    : `Enforced. Only recording from ${monitoring.from} until ${monitoring.until}.`;
}

/** How the patient list stands, without a name or an address. */
export function listLine(standing: PatientsStanding | undefined): string {
  if (!standing) return "It could not be read.";
  const { list, awaited, arrival } = standing;
  const failed = arrival?.problem ? ` The last attempt to fetch it failed: ${arrival.problem}.` : "";
  if (!list) return awaited ? `The practice’s list has not arrived yet.${failed}` : "None.";
  const size = list.bucket === null ? "" : `, ${list.bucket} people`;
  const expires = list.expires === null ? "" : `, expires ${day(list.expires)}`;
  const from = list.source === "managed" ? "the practice’s" : "of this browser";
  return `${list.state === "open" ? "Open" : `Not usable (${list.state})`}, ${from}${size}${expires}.${failed}`;
}
