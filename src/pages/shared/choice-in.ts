import { inherited, isValueOf, readChoice } from "../../contract/choices.ts";
import type { Choice, ChoiceValue } from "../../contract/choices.ts";

/** What a policy says for a choice. */
export function choiceIn(policy: object, choice: Choice): ChoiceValue {
  const value = readChoice(policy, choice);
  return isValueOf(choice, value) ? value : choice.fallback;
}

/** A choice that another stands in for says here what that one does. */
export const isAsInGeneral = (policy: object, choice: Choice): boolean =>
  choice.inherits !== undefined && choiceIn(policy, choice) === choiceIn(policy, inherited(choice));
