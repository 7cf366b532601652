/** All that the report is made of, asked anew each time. */
import type { PatientsStanding } from "../../contract/patients.ts";
import type { PolicyEvent } from "../../contract/policy-event.ts";
import type { PolicyReport } from "../../contract/policy-report.ts";
import { browserFacts, version } from "../../platform/page-api.ts";
import type { BrowserFacts } from "../../platform/page-api.ts";
import type { ask } from "../shared/ask-worker.ts";
import { namedSites } from "../shared/named-sites.ts";
import type { NamedSite } from "../shared/named-sites.ts";
import { withoutAccess } from "../shared/site-access.ts";

export const shownEvents = 50;

export interface Facts {
  readonly report: PolicyReport;
  /** Undefined: the worker could not say. */
  readonly patients: PatientsStanding | undefined;
  readonly events: readonly PolicyEvent[];
  /** All that are recorded. */
  readonly totalEvents: number;
  readonly browser: BrowserFacts;
  /** Sites that are to be guarded and that the browser does not let us see. */
  readonly missingSites: readonly NamedSite[];
  /** Of the extension. */
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Undefined: the worker does not answer, or the policy cannot be read. */
export async function gatherFacts(tell: typeof ask): Promise<Facts | undefined> {
  const [policy, patients, events, browser] = await Promise.all([
    tell("policy.read", {}),
    tell("patients.read", {}),
    tell("policy.events", { limit: shownEvents }),
    browserFacts(),
  ]);
  if (!policy.ok) return undefined;
  return {
    report: policy.value,
    patients: patients.ok ? patients.value : undefined,
    events: events.ok ? events.value.events : [],
    totalEvents: events.ok ? events.value.total : 0,
    browser,
    missingSites: await withoutAccess(namedSites(policy.value.policy)),
    version,
    at: Date.now(),
  };
}
