/** The change that the worker is asked for. Pure. */
import { choices } from "../../contract/choices.ts";
import type { Choice, ChoiceValue } from "../../contract/choices.ts";
import type { PolicyReport } from "../../contract/policy-report.ts";
import type { Policy } from "../../contract/policy.ts";
import { choiceIn } from "../shared/choice-in.ts";

/**
 * `into` with one choice more. The worker takes a setting with all of its parts, but for those that another setting stands in
 * for.
 */
export function withChoice(
  into: Partial<Policy>,
  choice: Choice,
  value: ChoiceValue,
  current: PolicyReport["policy"],
): Partial<Policy> {
  const [first, second] = choice.part?.split(".") ?? [];
  if (first === undefined) return { ...into, [choice.setting]: value };
  const known = partsOf(into, choice.setting);
  if (second !== undefined) {
    const inner = { ...partsOf(known, first), [second]: value };
    return { ...into, [choice.setting]: { ...known, [first]: inner } };
  }
  const whole = choices.filter(({ setting }) => setting === choice.setting);
  const before = Object.fromEntries(whole.map((one) => [one.part ?? "", choiceIn(current, one)]));
  return { ...into, [choice.setting]: { ...before, ...known, [first]: value } };
}

function partsOf(from: object, name: string): object {
  const known = new Map<string, unknown>(Object.entries(from)).get(name);
  return typeof known === "object" && known !== null ? known : {};
}
