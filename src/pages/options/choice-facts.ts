/** A choice as it stands under a policy that was read. Pure. */
import { levelOfChoice, rank } from "../../contract/choices.ts";
import type { Choice, ChoiceValue } from "../../contract/choices.ts";
import { isLeveled } from "../../contract/policy.ts";
import type { PolicyReport } from "../../contract/policy-report.ts";
import { choiceIn } from "../shared/choice-in.ts";
import type { Standing } from "../shared/state-words.ts";
import { hasManaged } from "./policy-view.ts";

/** The values that this seat may take. */
export function openValues(choice: Choice, read: PolicyReport): readonly ChoiceValue[] {
  const floor = choiceIn(read.floor, choice);
  const level = read.states[choice.path]?.level ?? "fixed";
  if (level === "default") return choice.values;
  if (level === "fixed" || choice.isUnordered) return [choiceIn(read.policy, choice)];
  return choice.values.filter((value) => rank(choice, value) >= rank(choice, floor));
}

export function choiceStanding(choice: Choice, read: PolicyReport): Standing {
  const { origin, level } = read.states[choice.path] ?? { origin: "default", level: "fixed" };
  return {
    origin,
    level,
    hasManaged: hasManaged(read),
    isAdminOnly: !isLeveled(levelOfChoice(choice)),
    isAtStrictest: level === "tighten" && openValues(choice, read).length === 1,
  };
}
