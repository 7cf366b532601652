import type { Finding, Verdict } from "../engine/model.ts";
import type { Permission } from "./messages.ts";
import type { Policy } from "./policy.ts";

/** What policy lets a person do with a draft of which they are told these findings. */
export function permissionFor(
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
