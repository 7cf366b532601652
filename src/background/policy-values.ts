/**
 * The settings of the policy that are one text, number or object, but for the patient list. Pure. Of a value that cannot be
 * used the parts that can be are, or else the last good one stays, or else nothing is set.
 */
import { declared, valueNames } from "../contract/policy.ts";
import type { ValueName } from "../contract/policy.ts";
import { readValue } from "../contract/read-value.ts";
import type { Fault } from "../contract/read-value.ts";
import { keptRuling, silent, standingOf, valueAt, vanished } from "./policy-standing.ts";
import type { PolicySources, PolicyStanding, Ruling } from "./policy-standing.ts";

type OtherName = Exclude<ValueName, "patientList">;
const otherNames = valueNames.filter((name): name is OtherName => name !== "patientList");

export interface RuledValues {
  /** The default where the admin says nothing. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly rulings: ReadonlyMap<OtherName, Ruling<unknown>>;
  readonly faults: readonly Fault[];
}

export function ruleValues(sources: PolicySources): RuledValues {
  const standing = standingOf(sources);
  const faults: Fault[] = [];
  const ruled = otherNames.map((name): [OtherName, Ruling<unknown>] => {
    const ruling = rule(name, standing, sources);
    faults.push(...ruling.faults);
    return [name, ruling];
  });
  const values = Object.fromEntries(
    ruled.map(([name, { value }]) => [name, value ?? declared[name].fallback]),
  );
  return { values, rulings: new Map(ruled), faults };
}

function rule(
  name: OtherName,
  standing: PolicyStanding,
  { managed, lastGood = {} }: PolicySources,
): Ruling<unknown> & { readonly faults: readonly Fault[] } {
  const stored = valueAt(lastGood, name);
  const good =
    stored === undefined || stored === null ? undefined : (readValue(name, stored).value ?? undefined);
  if (standing === "kept") return { ...keptRuling(name, good, lastGood), faults: [] };
  if (standing !== "present") return { ...silent, faults: [] };
  const given = valueAt(managed.values, name);
  const stays = declared[name].whenBroken === "fallback" ? undefined : good;
  if (given === undefined || given === null) {
    if (stays === undefined || !managed.dropsSilently) return { ...silent, faults: [] };
    return { value: stays, isBroken: true, isLastGood: true, faults: [{ path: name, problem: vanished }] };
  }
  const { value, faults } = readValue(name, given);
  if (value !== undefined) return { value, isBroken: false, isLastGood: false, faults };
  return { value: stays, isBroken: true, isLastGood: stays !== undefined, faults };
}
