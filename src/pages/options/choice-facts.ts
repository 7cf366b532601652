/** A choice as it stands under a policy that was read. Pure. */
import { isValueOf, levelOfChoice, rank, readChoice } from "../../contract/choices.ts";
import type { Choice, ChoiceValue } from "../../contract/choices.ts";
import { isLeveled } from "../../contract/policy.ts";
import type { PolicyRead } from "../shared/policy-words.ts";
import type { Standing } from "../shared/state-words.ts";
import { hasManaged } from "./policy-view.ts";

export function valueIn(policy: PolicyRead["policy"], choice: Choice): ChoiceValue {
  const value = readChoice(policy, choice);
  return isValueOf(choice, value) ? value : choice.fallback;
}

/** The values that this seat may take. */
export function openValues(choice: Choice, read: PolicyRead): readonly ChoiceValue[] {
  const floor = valueIn(read.floor, choice);
  const level = read.states[choice.path]?.level ?? "fixed";
  if (level === "default") return choice.values;
  if (level === "fixed" || choice.isUnordered) return [valueIn(read.policy, choice)];
  return choice.values.filter((value) => rank(choice, value) >= rank(choice, floor));
}

export function choiceStanding(choice: Choice, read: PolicyRead): Standing {
  const { origin, level } = read.states[choice.path] ?? { origin: "default", level: "fixed" };
  return {
    origin,
    level,
    hasManaged: hasManaged(read),
    isAdminOnly: !isLeveled(levelOfChoice(choice)),
    isAtStrictest: level === "tighten" && openValues(choice, read).length === 1,
  };
}
