/**
 * The settings that are choices, taken apart into single ones, each with its values from the loosest to the strictest. The
 * worker resolves choice by choice, so that one broken value costs nothing but itself; the options page draws them.
 */
import { category, surface } from "./draft.ts";
import { choiceNames, policy } from "./policy.ts";
import { choiceSettings } from "./policy-choices.ts";
import type { ChoiceName, Policy } from "./policy.ts";

export type ChoiceValue = string | boolean;

export interface Choice {
  /** `strictness`, `actions.health`, or `surfaceActions.post.health`: the setting and its part. */
  readonly path: string;
  readonly setting: ChoiceName;
  /** Below the setting, with `.`; undefined: it has no parts. */
  readonly part: string | undefined;
  readonly values: readonly ChoiceValue[];
  readonly fallback: ChoiceValue;
  /** None of the values is stricter than another. */
  readonly isUnordered: boolean;
  /** Path of the choice whose value holds where nobody says anything. */
  readonly inherits: string | undefined;
}

export const choices: readonly Choice[] = choiceNames.flatMap(choicesOf);

interface Declared {
  readonly values: readonly ChoiceValue[];
  readonly fallback: ChoiceValue | Readonly<Record<string, ChoiceValue>>;
  readonly isUnordered?: boolean;
}

function choicesOf(setting: ChoiceName): Choice[] {
  const { fallback, values }: Declared = choiceSettings[setting];
  if (setting === "surfaceActions")
    return surface.options.flatMap((place) =>
      category.options.map((one) => ({
        ...choice(setting, values, choiceSettings.actions.fallback[one], `${place}.${one}`),
        inherits: `actions.${one}`,
      })),
    );
  if (typeof fallback !== "object") return [choice(setting, values, fallback, undefined)];
  return Object.entries(fallback).map(([part, value]) => choice(setting, values, value, part));
}

function choice(
  setting: ChoiceName,
  values: readonly ChoiceValue[],
  fallback: ChoiceValue,
  part: string | undefined,
): Choice {
  const { isUnordered = false }: Declared = choiceSettings[setting];
  const path = part === undefined ? setting : `${setting}.${part}`;
  return { path, setting, part, values, fallback, isUnordered, inherits: undefined };
}

const byPath = new Map(choices.map((one) => [one.path, one]));

/** The choice whose value holds where nobody says anything about this one; itself where there is none. */
export function inherited(choice: Choice): Choice {
  return (choice.inherits === undefined ? undefined : byPath.get(choice.inherits)) ?? choice;
}

/** What an untrusted object says for a choice: any value at all, `undefined` where it says nothing. Never throws. */
export function readChoice(from: unknown, choice: Pick<Choice, "path">): unknown {
  return choice.path.split(".").reduce<unknown>(own, from);
}

function own(from: unknown, key: string): unknown {
  // A file of rubbish may have a hundred thousand keys: no copy of it for each choice.
  if (typeof from !== "object" || from === null || !Object.hasOwn(from, key)) return undefined;
  const value: unknown = Reflect.get(from, key);
  return value;
}

export function isValueOf(choice: Choice, value: unknown): value is ChoiceValue {
  return choice.values.some((known) => known === value);
}

/** How strict a value is: 0 is the loosest. Of an unordered choice all are alike. */
export function rank(choice: Choice, value: ChoiceValue): number {
  return choice.isUnordered ? 0 : choice.values.indexOf(value);
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

/** Puts a value for each choice, and the settings that are none, together again. Throws if the whole is no policy. */
export function toPolicy(
  values: ReadonlyMap<string, ChoiceValue>,
  others: Readonly<Record<string, unknown>>,
): Policy {
  const whole: Record<string, unknown> = { ...others };
  for (const [path, value] of values) putAt(whole, path.split("."), value);
  return policy.parse(whole);
}

/** Puts a value where the steps of its path lead, into objects that are made on the way. */
export function putAt(
  into: Record<string, unknown>,
  [key = "", ...rest]: readonly string[],
  value: unknown,
): void {
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  const known = into[key];
  const inner: Record<string, unknown> = typeof known === "object" && known !== null ? { ...known } : {};
  putAt(inner, rest, value);
  into[key] = inner;
}

export const levelOfChoice = ({ setting }: Pick<Choice, "setting">): Exclude<ChoiceName, "surfaceActions"> =>
  setting === "surfaceActions" ? "actions" : setting;
