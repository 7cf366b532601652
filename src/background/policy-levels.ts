/** Who may change what: what the admin says of it, and what holds where they say nothing. Pure. */
import { impliedLevel } from "../contract/levels.ts";
import type { Level } from "../contract/levels.ts";
import { declared, isLeveled, leveledNames } from "../contract/policy.ts";
import type { Leveled, SettingName } from "../contract/policy.ts";
import { givenFor, givenLevel, levelsFor } from "../contract/policy-file.ts";
import type { Fault } from "../contract/read-value.ts";
import { keptRuling, silent, standingOf, valueAt, vanished } from "./policy-standing.ts";
import type { PolicySources, PolicyStanding, Ruling } from "./policy-standing.ts";

export interface RuledLevels {
  /** By the name of the setting. */
  readonly said: ReadonlyMap<Leveled, Ruling<Level>>;
  readonly faults: readonly Fault[];
}

export const levelPath = (name: Leveled): string => `levels.${name}`;

/** A level that cannot be used is the strictest that the setting has. */
export function ruleLevels(sources: PolicySources): RuledLevels {
  const standing = standingOf(sources);
  const faults: Fault[] = [];
  const said = leveledNames.map((name): [Leveled, Ruling<Level>] => {
    const { problem, ...ruling } = rule(name, standing, sources);
    if (problem !== undefined) faults.push({ path: levelPath(name), problem });
    return [name, ruling];
  });
  return { said: new Map(said), faults };
}

function rule(
  name: Leveled,
  standing: PolicyStanding,
  { managed, lastGood = {} }: PolicySources,
): Ruling<Level> & { readonly problem?: string } {
  const strictest = levelsFor(name).at(-1) ?? "fixed";
  const good = givenLevel({ levels: { [name]: valueAt(lastGood, levelPath(name)) } }, name);
  if (standing === "awaited") return { ...silent, value: strictest };
  if (standing === "kept") return keptRuling(levelPath(name), good, lastGood);
  if (standing === "none") return silent;
  const given = givenFor(managed.values, { path: levelPath(name) });
  const level = givenLevel(managed.values, name);
  if (level !== undefined && level === given) return { value: level, isBroken: false, isLastGood: false };
  if (given === undefined && (good === undefined || !managed.dropsSilently)) return silent;
  const problem = given === undefined ? vanished : `is not one of: ${levelsFor(name).join(", ")}`;
  return { value: strictest, isBroken: true, isLastGood: false, problem };
}

/** The level of a setting; `isSet`: the policy names it, in a way that can be used. */
export function levelOf(
  name: SettingName,
  { said }: RuledLevels,
  about: { readonly isSet: boolean; readonly hasManaged: boolean },
): Level {
  return (isLeveled(name) ? said.get(name)?.value : undefined) ?? impliedLevel(declared[name], about);
}
