/** Whose practice profile counts: what the policy says, or what was written at this seat. Pure. */
import { emptyPractice } from "../contract/practice.ts";
import type { Practice } from "../engine/model.ts";
import type { ResolvedPolicy } from "./policy.ts";

type Practised = Pick<ResolvedPolicy, "policy" | "states" | "source">;

/** Where the policy leaves it to the seat, the seat's own counts as soon as it has a name. */
export function isSeatPractice({ policy, states, source }: Practised, own: Practice | undefined): boolean {
  // No draft is checked meanwhile.
  if (source === "awaited") return true;
  if (states.get("practice")?.level === "fixed") return false;
  return policy.practice === null || (own !== undefined && own.name !== "");
}

export function practiceInForce(resolved: Practised, own: Practice | undefined): Practice {
  return (isSeatPractice(resolved, own) ? own : resolved.policy.practice) ?? emptyPractice;
}
