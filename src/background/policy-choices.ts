/** The choices of the policy: managed > this seat > default, by the level of each. Pure. */
import { choices, inherited, isValueOf, strictest } from "../contract/choices.ts";
import type { Choice, ChoiceValue } from "../contract/choices.ts";
import type { Level } from "../contract/levels.ts";
import type { Fault } from "../contract/read-value.ts";
import { givenFor } from "../contract/policy-file.ts";
import { keptRuling, silent, standingOf, valueAt, vanished } from "./policy-standing.ts";
import type { ByPath, PolicySources, PolicyStanding, Ruling } from "./policy-standing.ts";

export interface RuledChoices {
  readonly rulings: ReadonlyMap<string, Ruling<ChoiceValue>>;
  readonly faults: readonly Fault[];
}

/**
 * A managed value that cannot be used never loosens: the strictest of the last good one and the default holds, and the seat
 * may only tighten it.
 */
export function ruleChoices(sources: PolicySources): RuledChoices {
  const standing = standingOf(sources);
  const faults: Fault[] = [];
  const ruled = choices.map((choice): [string, Ruling<ChoiceValue>] => {
    const { problem, ...ruling } = rule(choice, standing, sources);
    if (problem !== undefined) faults.push({ path: choice.path, problem });
    return [choice.path, ruling];
  });
  return { rulings: new Map(ruled), faults };
}

function rule(
  choice: Choice,
  standing: PolicyStanding,
  sources: PolicySources,
): Ruling<ChoiceValue> & { readonly problem?: string } {
  const good = valueIn(sources.lastGood ?? {}, choice);
  if (standing === "awaited") return { ...silent, value: strictestOf(choice) };
  if (standing === "kept") return keptRuling(choice.path, good, sources.lastGood);
  const given = givenFor(sources.managed.values, choice);
  if (isValueOf(choice, given)) return { value: given, isBroken: false, isLastGood: false };
  const isMissing = good !== undefined && standing === "present" && sources.managed.dropsSilently;
  if (given === undefined && !isMissing) return silent;
  const stays = choice.isUnordered
    ? (good ?? choice.fallback)
    : strictest(choice, choice.fallback, ...(good === undefined ? [] : [good]));
  return {
    value: stays,
    isBroken: true,
    isLastGood: stays !== choice.fallback,
    problem: given === undefined ? vanished : `is not one of: ${choice.values.join(", ")}`,
  };
}

const strictestOf = (choice: Choice): ChoiceValue =>
  (choice.isUnordered ? undefined : choice.values.at(-1)) ?? choice.fallback;

export interface ChoiceInForce {
  readonly value: ChoiceValue;
  /** The loosest that the seat may choose. */
  readonly floor: ChoiceValue;
  /** What holds where the seat chooses nothing. */
  readonly base: ChoiceValue;
  readonly level: Level;
  /** Undefined: the admin says nothing about it. */
  readonly ruling: Ruling<ChoiceValue> | undefined;
}

export function choiceInForce(
  choice: Choice,
  { rulings }: RuledChoices,
  seat: ByPath,
  levelOf: (choice: Choice) => Level,
): ChoiceInForce {
  const general = inherited(choice);
  const said = [choice, general].map(({ path }) => rulings.get(path));
  const ruling = said.find((one) => one?.value !== undefined);
  const base = ruling?.value ?? choice.fallback;
  const strictLevel = choice.isUnordered ? "fixed" : "tighten";
  const level = ruling?.isBroken === true ? strictLevel : levelOf(choice);
  const value = withSeat({ choice, base, level, isNamed: ruling !== undefined && ruling === said[0] }, seat);
  return { value, base, level, ruling, floor: level === "default" ? (choice.values[0] ?? base) : base };
}

interface Place {
  readonly choice: Choice;
  readonly base: ChoiceValue;
  readonly level: Level;
  /** The admin names this very choice, not only the one that it follows. */
  readonly isNamed: boolean;
}

/** What holds with what the seat chose: for this choice, or else for the one that it follows. */
export function withSeat({ choice, base, level, isNamed }: Place, seat: ByPath): ChoiceValue {
  const general = inherited(choice);
  const follows = general === choice || (isNamed && level === "default") ? undefined : valueIn(seat, general);
  const chosen = valueIn(seat, choice) ?? follows;
  if (chosen === undefined || level === "fixed") return base;
  return level === "default" ? chosen : strictest(choice, base, chosen);
}

export function valueIn(byPath: ByPath, choice: Choice): ChoiceValue | undefined {
  const value = valueAt(byPath, choice.path);
  return isValueOf(choice, value) ? value : undefined;
}
