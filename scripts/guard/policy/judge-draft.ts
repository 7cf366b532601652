/** What becomes of a draft at a browser under a policy: the same as the worker answers, which a test holds it to. */
import { isMonitoring } from "../../../src/contract/policy-monitor.ts";
import { permissionFor } from "../../../src/contract/permission.ts";
import type { Policy } from "../../../src/contract/policy.ts";
import { withRecorded } from "../../../src/contract/with-recorded.ts";
import { policyOn } from "../../../src/engine/decide.ts";
import { check } from "../../../src/engine/index.ts";
import type { Draft, Knowledge } from "../../../src/engine/index.ts";
import { alwaysStopped } from "../../../src/engine/own-words.ts";
import type { Category, Finding } from "../../../src/engine/model.ts";

/** `recorded`: let go, and written down. `not-watched`: the site, or this kind of box, is switched off. */
export type Outcome = "block" | "warn" | "recorded" | "allow" | "not-watched";

export interface Judged {
  readonly outcome: Outcome;
  /** The graver level of each category's findings; of what is only recorded, `record`. */
  readonly levels: ReadonlyMap<Category, "record" | "warn" | "block">;
  /** What a person may do with a draft that was stopped. */
  readonly goingOn: "no" | "yes" | "with-code";
}

const nothing = { levels: new Map(), goingOn: "no" } as const;

/** `prepare` gives the engine's knowledge under a policy. `now` in milliseconds. */
export function judgeUnder(
  policy: Policy,
  prepare: (policy: Policy) => Knowledge,
  now: number,
): (draft: Draft) => Judged {
  const sites = new Map<string, boolean>(Object.entries(policy.sites));
  const knowledge = prepare(withRecorded(policy));
  const isWatchingOnly = isMonitoring(policy.monitor, now);
  return (draft) => {
    if (sites.get(draft.site) === false || !policy.surfaces[draft.surface])
      return { outcome: "not-watched", ...nothing };
    const { actions } = policyOn(draft.surface, policy);
    const isTold = ({ rule, category }: Finding): boolean =>
      !isWatchingOnly && (rule === alwaysStopped || actions[category] !== "record");
    const { verdict, findings } = check(draft, knowledge);
    const levels = new Map<Category, "record" | "warn" | "block">();
    for (const finding of findings) {
      const level = isTold(finding) ? finding.level : "record";
      const known = levels.get(finding.category);
      if (known === undefined || grave.indexOf(level) > grave.indexOf(known))
        levels.set(finding.category, level);
    }
    if (findings.length === 0) return { outcome: "allow", ...nothing };
    const told = findings.filter(isTold);
    if (told.length === 0 || verdict === "allow") return { outcome: "recorded", levels, goingOn: "no" };
    const { postAnyway, secondPerson } = permissionFor(verdict, told, policy, actions);
    return { outcome: verdict, levels, goingOn: postAnyway ? (secondPerson ? "with-code" : "yes") : "no" };
  };
}

const grave = ["record", "warn", "block"];
