/** What a policy would do with a case of which only the record is known: its rules and categories, not its text. */
import type { FalseAlarm } from "../../../src/contract/false-alarm.ts";
import { isMonitoring } from "../../../src/contract/policy-monitor.ts";
import type { Policy } from "../../../src/contract/policy.ts";
import { policyOn } from "../../../src/engine/decide.ts";
import { alwaysStopped } from "../../../src/engine/own-words.ts";

/**
 * `stopped`: blocked or warned about; which of the two, for a category that is set to block, hangs on how sure the finding was, and
 * that is not in the record. `warned`: a warning at most.
 */
export const caseOutcomes = ["stopped", "warned", "recorded", "allow", "not-watched"] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

type Known = Pick<FalseAlarm, "site" | "surface" | "categories" | "rules">;

/** If the same is found as before. `now` in milliseconds. */
export function judgeCase(
  policy: Policy,
  { site, surface, categories, rules }: Known,
  now: number,
): CaseOutcome {
  const sites = new Map<string, boolean>(Object.entries(policy.sites));
  if (sites.get(site) === false || !policy.surfaces[surface]) return "not-watched";
  const { actions } = policyOn(surface, policy);
  const asked = new Set<string>(categories.map((category) => actions[category]));
  // A phrase of the practice's own is stopped whatever its category is set to, as long as it is on the list.
  const isOwn = rules.includes(alwaysStopped) && policy.alwaysStop.length > 0;
  const isBlocked = asked.has("block");
  const isWarned = isOwn || asked.has("warn") || asked.has("warn-with-reason");
  if (isBlocked || isWarned) {
    if (isMonitoring(policy.monitor, now)) return "recorded";
    return isBlocked ? "stopped" : "warned";
  }
  return asked.has("record") ? "recorded" : "allow";
}

/** Settings of which the effect on a case hangs on its text, or on how sure a finding was. */
export const textSettings = [
  "strictness",
  "practice",
  "alwaysStop",
  "alwaysAllow",
  "publicNames",
  "patientList",
] as const;

/** Those in which two policies differ: what they do to the cases cannot be told from the record. */
export const untold = (old: Policy, next: Policy): (typeof textSettings)[number][] =>
  textSettings.filter((name) => JSON.stringify(old[name]) !== JSON.stringify(next[name]));
