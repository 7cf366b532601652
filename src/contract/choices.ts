/**
 * The policy but for its lists and `patientList`, taken apart into single choices, each with its values from the loosest to the
 * strictest. The worker resolves choice by choice, so that one broken value costs nothing but itself; the options page
 * draws them.
 */
import { policy, settings } from "./policy.ts";
import type { ChoiceName, ListName, Policy } from "./policy.ts";

export type ChoiceValue = string | boolean;

export interface Choice {
  /** `strictness`, or `actions.health`: the setting and its part. */
  readonly path: string;
  readonly setting: ChoiceName;
  readonly part: string | undefined;
  readonly values: readonly ChoiceValue[];
  readonly fallback: ChoiceValue;
  readonly level: "seat-may-tighten" | "open";
  /** In force where a managed policy does not say; undefined: the fallback. */
  readonly underPolicy: ChoiceValue | undefined;
}

const onOff = [false, true];
const actions = ["allow", "record", "warn", "block"];

export const choices: readonly Choice[] = [
  whole("strictness", ["relaxed", "balanced", "strict"], settings.strictness.fallback),
  ...parts("actions", actions, settings.actions.fallback),
  ...parts("sites", onOff, settings.sites.fallback),
  whole("unchecked", ["let-go-and-record", "hold"], settings.unchecked.fallback),
  whole("postAnyway", ["always", "warnings", "never"], settings.postAnyway.fallback),
  whole("reasonRequired", onOff, settings.reasonRequired.fallback),
  whole("seatMayAllow", [true, false], settings.seatMayAllow.fallback),
];

function whole(setting: ChoiceName, values: readonly ChoiceValue[], fallback: ChoiceValue): Choice {
  const declared: { readonly level: Choice["level"]; readonly underPolicy?: ChoiceValue } = settings[setting];
  const { level, underPolicy } = declared;
  return { path: setting, setting, part: undefined, values, fallback, level, underPolicy };
}

function parts(
  setting: ChoiceName,
  values: readonly ChoiceValue[],
  fallbacks: Readonly<Record<string, ChoiceValue>>,
): Choice[] {
  return Object.entries(fallbacks).map(([part, fallback]) => ({
    ...whole(setting, values, fallback),
    path: `${setting}.${part}`,
    part,
  }));
}

/** What an untrusted object says for a choice: any value at all, `undefined` where it says nothing. Never throws. */
export function readChoice(from: unknown, choice: Choice): unknown {
  const whole = own(from, choice.setting);
  return choice.part === undefined ? whole : own(whole, choice.part);
}

function own(from: unknown, key: string): unknown {
  return typeof from === "object" && from !== null ? new Map(Object.entries(from)).get(key) : undefined;
}

export function isValueOf(choice: Choice, value: unknown): value is ChoiceValue {
  return choice.values.some((known) => known === value);
}

/** How strict a value is: 0 is the loosest. */
export function rank(choice: Choice, value: ChoiceValue): number {
  return choice.values.indexOf(value);
}

/** The strictest of some values of a choice; `first` where none is stricter. */
export function strictest(
  choice: Choice,
  first: ChoiceValue,
  ...others: readonly ChoiceValue[]
): ChoiceValue {
  let best = first;
  for (const value of others) if (rank(choice, value) > rank(choice, best)) best = value;
  return best;
}

/** Puts a value for each choice, and the settings that are none, together again. Throws if `values` leaves out a choice. */
export function toPolicy(
  values: ReadonlyMap<string, ChoiceValue>,
  others: Pick<Policy, ListName | "patientList">,
): Policy {
  const whole: Record<string, unknown> = { ...others };
  for (const choice of choices) {
    const value = values.get(choice.path);
    if (choice.part === undefined) whole[choice.setting] = value;
    else {
      const known = whole[choice.setting];
      whole[choice.setting] = { ...(typeof known === "object" ? known : {}), [choice.part]: value };
    }
  }
  return policy.parse(whole);
}
