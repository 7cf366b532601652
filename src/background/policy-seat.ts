/** What a person at one browser asks to change. Pure. */
import { choices, inherited, isValueOf, rank, readChoice } from "../contract/choices.ts";
import type { Choice, ChoiceValue } from "../contract/choices.ts";
import { valueNames } from "../contract/policy.ts";
import { changeSeatLists } from "./policy-lists.ts";
import { valueIn, withSeat } from "./policy-choices.ts";
import type { ByPath, ResolvedPolicy } from "./policy.ts";

/**
 * The seat's choices after a person asked for `wanted`; undefined if any of it is looser than they may choose, or the
 * admin's alone. What only repeats what holds anyway is not kept: it would tighten a policy that the admin loosens later.
 */
export function changeSeat(
  seat: ByPath,
  resolved: ResolvedPolicy,
  wanted: Readonly<Record<string, unknown>>,
): Record<string, unknown> | undefined {
  if ([...valueNames, "levels"].some((name) => wanted[name] !== undefined)) return undefined;
  const kept = new Map<string, ChoiceValue>();
  for (const choice of choices) {
    const before = valueIn(seat, choice);
    const value = readChoice(wanted, choice);
    if (value === undefined) {
      if (before !== undefined) kept.set(choice.path, before);
      continue;
    }
    if (!isValueOf(choice, value) || !mayChoose(choice, value, resolved)) return undefined;
    if (value !== valueWithout(choice, resolved, kept)) kept.set(choice.path, value);
  }
  const lists = changeSeatLists(
    seat,
    resolved.floor,
    (name) => resolved.states.get(name)?.level ?? "fixed",
    wanted,
  );
  return lists && { ...Object.fromEntries(kept), ...lists };
}

/** What would hold if the seat chose nothing for this very choice. */
function valueWithout(
  choice: Choice,
  { bases, named, states }: ResolvedPolicy,
  kept: ReadonlyMap<string, ChoiceValue>,
): ChoiceValue {
  const base = bases.get(choice.path) ?? choice.fallback;
  const level = states.get(choice.path)?.level ?? "fixed";
  const general = inherited(choice).path;
  const followed = general === choice.path ? undefined : kept.get(general);
  const seat = followed === undefined ? {} : { [general]: followed };
  return withSeat({ choice, base, level, isNamed: named.has(choice.path) }, seat);
}

function mayChoose(choice: Choice, value: ChoiceValue, { bases, states }: ResolvedPolicy): boolean {
  const base = bases.get(choice.path) ?? choice.fallback;
  const level = states.get(choice.path)?.level ?? "fixed";
  if (value === base || level === "default") return true;
  return level === "tighten" && !choice.isUnordered && rank(choice, value) >= rank(choice, base);
}
