import { isValueOf, readChoice } from "../../contract/choices.ts";
import type { Choice, ChoiceValue } from "../../contract/choices.ts";

/** What a policy says for a choice. */
export function choiceIn(policy: object, choice: Choice): ChoiceValue {
  const value = readChoice(policy, choice);
  return isValueOf(choice, value) ? value : choice.fallback;
}
