/** What becomes of a draft at a browser under a policy: the same as the worker answers, which a test holds it to. */
import { isMonitoring } from "../../../src/contract/policy-monitor.ts";
import type { Policy } from "../../../src/contract/policy.ts";
import { surface as surfaces } from "../../../src/contract/draft.ts";
import { check } from "../../../src/engine/index.ts";
import type { Draft, Knowledge } from "../../../src/engine/index.ts";
import { alwaysStopped } from "../../../src/engine/own-words.ts";
import type { Action, Category, Finding } from "../../../src/engine/model.ts";

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
    const actions = new Map<Category, Action | undefined>(
      Object.entries(policy.surfaceActions[draft.surface] ?? policy.actions) as [Category, Action][],
    );
    const isTold = ({ rule, category }: Finding): boolean =>
      !isWatchingOnly && (rule === alwaysStopped || actions.get(category) !== "record");
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
    const asksReason = told.some(({ category }) => actions.get(category) === "warn-with-reason");
    return { outcome: verdict, levels, goingOn: goingOn(policy, verdict, asksReason) };
  };
}

const grave = ["record", "warn", "block"];

function goingOn(policy: Policy, verdict: "warn" | "block", asksReason: boolean): Judged["goingOn"] {
  const { postAnyway, secondPerson, approvers } = policy;
  if (postAnyway === "never" || (postAnyway === "warnings" && verdict === "block")) return "no";
  const needsReason = policy.reasonRequired || asksReason;
  if (needsReason && !policy.reasonFreeText && policy.reasons.length === 0) return "no";
  const needsCode = secondPerson === "always" || (secondPerson === "stopped" && verdict === "block");
  if (!needsCode) return "yes";
  return approvers.length === 0 ? "no" : "with-code";
}

/** As if what is only recorded were warned about, so that the engine finds it. */
function withRecorded(policy: Policy): Policy {
  const louder = <A extends Readonly<Partial<Record<Category, Action | undefined>>>>(actions: A): A =>
    Object.fromEntries(
      Object.entries(actions).map(([category, action]) => [category, action === "record" ? "warn" : action]),
    ) as A;
  const here = surfaces.options.map((surface) => [surface, louder(policy.surfaceActions[surface] ?? {})]);
  return {
    ...policy,
    actions: louder(policy.actions),
    surfaceActions: Object.fromEntries(here) as Policy["surfaceActions"],
  };
}
