/** Which policy is in force: managed > this seat > default, by the level of each setting. Pure. */
import { choices, levelOfChoice, toPolicy } from "../contract/choices.ts";
import type { ChoiceValue } from "../contract/choices.ts";
import type { Level } from "../contract/levels.ts";
import { leveledNames, listNames, valueNames } from "../contract/policy.ts";
import type { Policy, SettingName } from "../contract/policy.ts";
import { isSetBy } from "../contract/policy-file.ts";
import { isMonitoring, nextChange } from "../contract/policy-monitor.ts";
import { choiceInForce, ruleChoices } from "./policy-choices.ts";
import { someOf, unknownSettings, withInstead } from "./policy-faults.ts";
import type { NamedFault } from "./policy-faults.ts";
import { levelOf, levelPath, ruleLevels } from "./policy-levels.ts";
import { listsInForce, ruleLists } from "./policy-lists.ts";
import { expiryInPolicy, resolvePatientList, rulingOf } from "./policy-patient-list.ts";
import type { ResolvedPatientList } from "./policy-patient-list.ts";
import { standingOf, toKeep } from "./policy-standing.ts";
import type { ByPath, PolicySources, Ruling } from "./policy-standing.ts";
import { ruleValues } from "./policy-values.ts";

export type { ByPath, PolicySources } from "./policy-standing.ts";

/** `awaited`: the strictest there is, until the browser has said whether there is a managed policy. */
export type Origin = "default" | "seat" | "managed" | "last-good" | "awaited";

export interface State {
  readonly origin: Origin;
  readonly level: Level;
}

export interface ResolvedPolicy {
  readonly policy: Policy;
  /** The loosest that the seat may choose. */
  readonly floor: Policy;
  /** What holds where the seat chooses nothing, by the path of the choice. */
  readonly bases: ReadonlyMap<string, ChoiceValue>;
  /** Paths of the choices that the admin's policy names. */
  readonly named: ReadonlySet<string>;
  /** By the path of each choice, and the name of each other setting. */
  readonly states: ReadonlyMap<string, State>;
  readonly faults: readonly NamedFault[];
  readonly source: Origin;
  /** The browser has answered with its managed policy, or with none. */
  readonly isSeen: boolean;
  /** Everything is recorded, nothing is said or held. */
  readonly monitoring: boolean;
  /** The next moment at which anything of this changes by itself, in milliseconds since 1970; null: there is none. */
  readonly nextChange: number | null;
  /** `policy` tells its address too, but never its key: pages have no use for it. */
  readonly patientList: ResolvedPatientList;
  /** To be kept as the next `lastGood`; undefined: nothing is known yet. */
  readonly managedValues: ByPath | undefined;
}

/** Total: any input gives a policy. What is broken never loosens. */
export function resolvePolicy(sources: PolicySources): ResolvedPolicy {
  const standing = standingOf(sources);
  const ruled = ruleChoices(sources);
  const lists = ruleLists(sources);
  const others = ruleValues(sources);
  const levels = ruleLevels(sources);
  const patientList = resolvePatientList(sources);
  const file = typeof patientList.named === "object" ? patientList.named : null;
  const rulings = new Map<string, Ruling<unknown>>([
    ...ruled.rulings,
    ...lists.rulings,
    ...others.rulings,
    ["patientList", rulingOf(patientList, sources)],
    ...[...levels.said].map(([name, ruling]) => [levelPath(name), ruling] as const),
  ]);

  const given = new Set([...rulings].flatMap(([path, { value }]) => (value === undefined ? [] : [path])));
  const lastKeys = Object.keys(sources.lastGood ?? {});
  const hasManaged = standing === "present" || (standing === "kept" && lastKeys.length > 0);
  const levelNow = (name: SettingName, path?: string): Level =>
    levelOf(name, levels, {
      isSet: path === undefined ? isSetBy(name, given) : given.has(path),
      hasManaged,
    });
  const adminOrigin = ({ isBroken, isLastGood }: Ruling<unknown>): Origin => {
    if (standing === "awaited") return "awaited";
    return isLastGood ? "last-good" : isBroken ? "default" : "managed";
  };

  const values = new Map<string, ChoiceValue>();
  const floors = new Map<string, ChoiceValue>();
  const bases = new Map<string, ChoiceValue>();
  const states = new Map<string, State>();
  for (const choice of choices) {
    const one = choiceInForce(choice, ruled, sources.seat, () =>
      levelNow(levelOfChoice(choice), choice.path),
    );
    values.set(choice.path, one.value);
    floors.set(choice.path, one.floor);
    bases.set(choice.path, one.base);
    const origin = one.value !== one.base ? "seat" : one.ruling ? adminOrigin(one.ruling) : "default";
    states.set(choice.path, { origin, level: one.level });
  }
  const inForce = listsInForce(lists, levelNow);
  for (const name of [...listNames, ...valueNames]) {
    const ruling = rulings.get(name);
    const isOfSeat = isList(name) && inForce[name].length > lists.floor[name].length;
    const isSaid = ruling !== undefined && (ruling.value !== undefined || ruling.isBroken);
    const origin = isOfSeat ? "seat" : isSaid ? adminOrigin(ruling) : "default";
    states.set(name, { origin, level: levelNow(name) });
  }

  const levelsNow = Object.fromEntries(leveledNames.map((name) => [name, levelNow(name)]));
  const rest = { ...others.values, patientList: file, levels: levelsNow };
  const policy = toPolicy(values, { ...inForce, ...rest });
  const faults = [
    ...(standing === "present" ? unknownSettings(sources.managed.values) : []),
    ...ruled.faults,
    ...levels.faults,
    ...lists.faults,
    ...others.faults,
    ...patientList.faults,
  ];
  const now = sources.now ?? 0;
  const changes = [nextChange(policy.monitor, now), expiryInPolicy(patientList)];
  return {
    policy,
    floor: toPolicy(floors, { ...lists.floor, ...rest }),
    bases,
    named: given,
    states,
    faults: someOf(faults).map((fault) => withInstead(fault, policy, rulings)),
    source: sourceOf(),
    isSeen: standing === "present" || sources.settled,
    monitoring: isMonitoring(policy.monitor, now),
    nextChange: earliest(changes.filter((at) => at !== null && at > now)),
    patientList,
    managedValues: kept(),
  };

  function sourceOf(): Origin {
    if (standing === "awaited") return "awaited";
    if (standing === "present") return "managed";
    if (hasManaged) return "last-good";
    return [...states.values()].some(({ origin }) => origin === "seat") ? "seat" : "default";
  }

  function kept(): ByPath | undefined {
    if (standing === "awaited") return undefined;
    if (standing === "none") return {};
    return standing === "kept" ? sources.lastGood : toKeep(rulings);
  }
}

const isList = (name: string): name is (typeof listNames)[number] => listNames.some((one) => one === name);

/** The first of some moments; null: there is none. */
export function earliest(moments: readonly (number | null)[]): number | null {
  const known = moments.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}
