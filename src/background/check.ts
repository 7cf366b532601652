import { policyOn } from "../engine/decide.ts";
import { categories } from "../engine/model.ts";
import type { Draft, EnginePolicy, Finding, Surface, SurfaceActions, Verdict } from "../engine/model.ts";
import { alwaysStopped } from "../engine/own-words.ts";
import { surface } from "../contract/draft.ts";
import type { Checked, Permission } from "../contract/messages.ts";
import type { Policy } from "../contract/policy.ts";
import type { Knowledge } from "./knowledge.ts";

/**
 * What a draft is checked with: as if what is only recorded were warned about, so that it is found. `checkDraft` takes out
 * again what nobody is to be told.
 */
export function withRecorded<P extends Pick<EnginePolicy, "actions" | "surfaceActions">>(policy: P): P {
  const { actions, surfaceActions = {} } = policy;
  const everywhere = { ...actions };
  const here: { -readonly [S in Surface]?: SurfaceActions[S] } = { ...surfaceActions };
  for (const category of categories) {
    if (actions[category] === "record") everywhere[category] = "warn";
    for (const place of surface.options) {
      if (here[place]?.[category] === "record") here[place] = { ...here[place], [category]: "warn" };
    }
  }
  return { ...policy, actions: everywhere, surfaceActions: here };
}

/** What the page gets: the verdict, under which knowledge it holds, and what policy lets the person do with it. */
export function checkDraft<Prepared>(
  draft: Draft,
  knowledge: Knowledge<Prepared>,
  check: (draft: Draft, prepared: Prepared, used?: readonly string[]) => Verdict,
  isMonitoring: boolean,
  used?: readonly string[],
): Checked {
  const { policy } = knowledge.resolved;
  const found = check(draft, knowledge.prepared, used);
  const { actions } = policyOn(draft.surface, policy);
  // A phrase that somebody has put on the list speaks whatever is said about its category.
  const told = isMonitoring
    ? []
    : found.findings.filter(({ rule, category }) => rule === alwaysStopped || actions[category] !== "record");
  const verdict = told.length > 0 ? found.verdict : "allow";
  return {
    knowledge: knowledge.version,
    verdict: { verdict, findings: told, alternatives: told.length > 0 ? [...found.alternatives] : [] },
    permission: permissionFor(verdict, told, policy, actions),
    note: verdict === "allow" && found.findings.length > 0,
  };
}

function permissionFor(
  verdict: Verdict["verdict"],
  findings: readonly Finding[],
  policy: Policy,
  /** Of the policy, for the box of the draft. */
  actions: Policy["actions"],
): Permission {
  const lets =
    policy.postAnyway === "always"
      ? verdict !== "allow"
      : policy.postAnyway === "warnings" && verdict === "warn";
  const reasonRequired =
    lets &&
    (policy.reasonRequired || findings.some(({ category }) => actions[category] === "warn-with-reason"));
  const secondPerson =
    lets && (policy.secondPerson === "always" || (policy.secondPerson === "stopped" && verdict === "block"));
  const nobody = secondPerson && policy.approvers.length === 0;
  const wordless = reasonRequired && !policy.reasonFreeText && policy.reasons.length === 0;
  return {
    postAnyway: lets && !nobody && !wordless,
    reasonRequired: reasonRequired && !nobody,
    reasons: lets ? [...policy.reasons] : [],
    freeText: policy.reasonFreeText,
    secondPerson: nobody || (secondPerson && !wordless),
  };
}
