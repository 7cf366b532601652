import type { Draft, Verdict } from "../engine/model.ts";
import type { Checked, Permission } from "../contract/messages.ts";
import type { Policy } from "../contract/policy.ts";
import type { Knowledge } from "./knowledge.ts";

/** What the page gets: the verdict, under which knowledge it holds, and what policy lets the person do with it. */
export function checkDraft<Prepared>(
  draft: Draft,
  knowledge: Knowledge<Prepared>,
  check: (draft: Draft, prepared: Prepared, used?: readonly string[]) => Verdict,
  used?: readonly string[],
): Checked {
  const { verdict, findings, alternatives } = check(draft, knowledge.prepared, used);
  return {
    knowledge: knowledge.version,
    verdict: { verdict, findings: [...findings], alternatives: [...alternatives] },
    permission: permissionFor(verdict, knowledge.resolved.policy),
  };
}

function permissionFor(verdict: Verdict["verdict"], policy: Policy): Permission {
  const postAnyway =
    policy.postAnyway === "always"
      ? verdict !== "allow"
      : policy.postAnyway === "warnings" && verdict === "warn";
  return { postAnyway, reasonRequired: postAnyway && policy.reasonRequired };
}
