/** Which policy is in force: managed > this seat > default, by the level of each setting. Pure. */
import { choices, inherited, isValueOf, levelOfChoice, strictest, toPolicy } from "../contract/choices.ts";
import type { Choice, ChoiceValue } from "../contract/choices.ts";
import type { Level } from "../contract/levels.ts";
import { leveledNames, listNames, settings, valueNames } from "../contract/policy.ts";
import type { Leveled, Policy, SettingName } from "../contract/policy.ts";
import { givenFor, givenLevel, isPlainObject, levelInForce } from "../contract/policy-file.ts";
import type { Fault } from "../contract/policy-file.ts";
import type { Managed } from "../platform/managed.ts";
import { listsInForce, resolveLists } from "./policy-lists.ts";
import { resolvePatientList } from "./policy-patient-list.ts";
import type { ResolvedPatientList } from "./policy-patient-list.ts";
import { resolveValues } from "./policy-values.ts";

/** Values by the path of their choice. Stored ones are as untrusted as any: each is checked where it is used. */
export type ByPath = Readonly<Record<string, unknown>>;

export interface PolicySources {
  readonly managed: Managed;
  /** An empty managed policy now means that there is none; before, that none has been seen yet. */
  readonly settled: boolean;
  /** What the last managed policy came to. */
  readonly lastGood: ByPath;
  /** What a person chose at this seat. */
  readonly seat: ByPath;
}

export type Origin = "default" | "seat" | "managed" | "last-good";

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
  /** By the path of each choice, and the name of each other setting. */
  readonly states: ReadonlyMap<string, State>;
  readonly faults: readonly Fault[];
  readonly source: Origin;
  /** `policy` tells its address too, but never its key: pages have no use for it. */
  readonly patientList: ResolvedPatientList;
  /** To be kept as the next `lastGood`. */
  readonly managedValues: Readonly<Record<string, unknown>>;
}

interface Ruling {
  /** What the admin's policy comes to for this choice; undefined: it leaves the choice to the seat. */
  readonly value: ChoiceValue | undefined;
  readonly problem?: string;
}

/**
 * Total: any input gives a policy. A managed value that cannot be used never loosens: the strictest of the last good
 * one, the default, and what the seat chose stays.
 */
export function resolvePolicy(sources: PolicySources): ResolvedPolicy {
  const rulings = new Map(choices.map((choice) => [choice.path, rule(choice, sources)]));
  const lists = resolveLists(sources);
  const others = resolveValues(sources);
  const levelRulings = resolveLevels(sources);
  const patientList = resolvePatientList(sources);
  const file = typeof patientList.named === "object" ? patientList.named : null;

  const managedValues: Record<string, unknown> = { ...lists.managed, ...others.managed };
  for (const [path, { value }] of rulings) if (value !== undefined) managedValues[path] = value;
  for (const [name, level] of levelRulings.given) managedValues[`levels.${name}`] = level;
  if (file) managedValues["patientList"] = file;
  const hasManaged = Object.keys(managedValues).length > 0 || patientList.named !== "none";

  const levelOf = (name: SettingName, path: string = name): Level =>
    levelInForce(
      name,
      { levels: Object.fromEntries(levelRulings.given) },
      { isSet: path in managedValues, hasManaged },
    );

  const values = new Map<string, ChoiceValue>();
  const floors = new Map<string, ChoiceValue>();
  const bases = new Map<string, ChoiceValue>();
  const states = new Map<string, State>();
  const isLive = Object.keys(sources.managed.values).length > 0;
  const managedOrigin = isLive ? "managed" : "last-good";
  for (const choice of choices) {
    const from = inherited(choice);
    const managed =
      (rulings.get(choice.path) ?? rulings.get(from.path))?.value ?? rulings.get(from.path)?.value;
    const seat = valueIn(sources.seat, choice) ?? valueIn(sources.seat, from);
    const level = levelOf(levelOfChoice(choice), choice.path);
    const base = managed ?? choice.fallback;
    const value =
      seat === undefined || level === "fixed"
        ? base
        : level === "default"
          ? seat
          : strictest(choice, base, seat);
    bases.set(choice.path, base);
    values.set(choice.path, value);
    floors.set(choice.path, level === "default" ? (choice.values[0] ?? base) : base);
    const origin = value !== base ? "seat" : managed === undefined ? "default" : managedOrigin;
    states.set(choice.path, { origin, level });
  }

  const inForce = listsInForce(lists, levelOf);
  for (const name of listNames) {
    const origin =
      inForce[name].length > lists.floor[name].length
        ? "seat"
        : lists.managed[name] === undefined
          ? "default"
          : managedOrigin;
    states.set(name, { origin, level: levelOf(name) });
  }
  for (const name of valueNames) {
    const origin = name in managedValues ? managedOrigin : "default";
    states.set(name, { origin, level: levelOf(name) });
  }
  const levels = Object.fromEntries(leveledNames.map((name) => [name, levelOf(name)]));
  const seatCounts = [...states.values()].some(({ origin }) => origin === "seat");
  return {
    policy: toPolicy(values, { ...inForce, ...others.values, patientList: file, levels }),
    floor: toPolicy(floors, { ...lists.floor, ...others.values, patientList: file, levels }),
    bases,
    states,
    faults: [
      ...unknownKeys(sources.managed.values),
      ...[...rulings].flatMap(([path, { problem }]) => (problem === undefined ? [] : [{ path, problem }])),
      ...levelRulings.faults,
      ...lists.faults,
      ...others.faults,
      ...patientList.faults,
    ],
    patientList,
    source: hasManaged ? managedOrigin : seatCounts ? "seat" : "default",
    managedValues,
  };
}

function rule(choice: Choice, sources: PolicySources): Ruling {
  const { values, dropsSilently } = sources.managed;
  const given = givenFor(values, choice);
  const good = valueIn(sources.lastGood, choice);
  if (isValueOf(choice, given)) return { value: given };
  const seat = valueIn(sources.seat, choice);
  const known = [good, seat].filter((value) => value !== undefined);
  const stays = choice.isUnordered ? (good ?? choice.fallback) : strictest(choice, choice.fallback, ...known);
  if (given !== undefined) return { value: stays, problem: `is not one of: ${choice.values.join(", ")}` };
  if (good === undefined) return { value: undefined };
  if (Object.keys(values).length === 0) return { value: sources.settled ? undefined : good };
  return dropsSilently
    ? { value: stays, problem: "was set before and is missing now, or the browser refused its value" }
    : { value: undefined };
}

interface ResolvedLevels {
  readonly given: ReadonlyMap<Leveled, Level>;
  readonly faults: readonly Fault[];
}

function resolveLevels({ managed, settled, lastGood }: PolicySources): ResolvedLevels {
  const given = new Map<Leveled, Level>();
  const faults: Fault[] = [];
  const isEmpty = Object.keys(managed.values).length === 0;
  const stored = { levels: storedLevels(lastGood) };
  for (const name of leveledNames) {
    const path = `levels.${name}`;
    const said = givenFor(managed.values, { path });
    const level = givenLevel(managed.values, name);
    const good = givenLevel(stored, name);
    if (level !== undefined) {
      given.set(name, level);
      if (said !== level) faults.push({ path, problem: "is no level that this setting has" });
    } else if (good !== undefined && isEmpty) {
      if (!settled) given.set(name, good);
    } else if (good !== undefined && managed.dropsSilently) {
      // As if it were broken: the strictest.
      const strict = givenLevel({ levels: { [name]: null } }, name);
      if (strict !== undefined) given.set(name, strict);
      faults.push({ path, problem: "was set before and is missing now, or the browser refused its value" });
    }
  }
  return { given, faults };
}

const storedLevels = (lastGood: ByPath): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(lastGood).flatMap(([path, value]) =>
      path.startsWith("levels.") ? [[path.slice("levels.".length), value]] : [],
    ),
  );

export function valueIn(byPath: ByPath, choice: Choice): ChoiceValue | undefined {
  const value = new Map(Object.entries(byPath)).get(choice.path);
  return isValueOf(choice, value) ? value : undefined;
}

function unknownKeys(values: Readonly<Record<string, unknown>>): Fault[] {
  const parts = new Map<string, ReadonlySet<string>>([["levels", new Set(leveledNames)]]);
  for (const { setting, part } of choices) {
    const [first] = part?.split(".") ?? [];
    if (first !== undefined) parts.set(setting, new Set([...(parts.get(setting) ?? []), first]));
  }
  return Object.entries(values).flatMap(([key, value]) => {
    const known = parts.get(key);
    const inside = known && isPlainObject(value) ? Object.keys(value) : [];
    const unknown = Object.hasOwn(settings, key)
      ? inside.filter((part) => !known?.has(part)).map((part) => `${key}.${part}`)
      : [key];
    return unknown.map((path) => ({ path: path.slice(0, 100), problem: "is no setting of this version" }));
  });
}
