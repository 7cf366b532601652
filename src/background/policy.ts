/** Which policy is in force: managed > this seat (where it tightens, or the choice is open) > default. Pure. */
import { choices, isValueOf, rank, readChoice, strictest, toPolicy } from "../contract/choices.ts";
import type { Choice, ChoiceValue } from "../contract/choices.ts";
import { listNames } from "../contract/policy.ts";
import type { Policy } from "../contract/policy.ts";
import { givenFor, isPlainObject } from "../contract/policy-file.ts";
import type { Fault, Lists } from "../contract/policy-file.ts";
import type { Managed } from "../platform/managed.ts";
import { changeSeatLists, listsInForce, resolveLists } from "./policy-lists.ts";
import { resolvePatientList } from "./policy-patient-list.ts";
import type { NamedFile, ResolvedPatientList } from "./policy-patient-list.ts";

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

export interface ResolvedPolicy {
  readonly policy: Policy;
  /** The loosest that the seat may choose. */
  readonly floor: Policy;
  readonly fixed: readonly string[];
  readonly faults: readonly Fault[];
  readonly source: "default" | "seat" | "managed" | "last-good";
  /** `policy` tells its address too, but never its key: pages have no use for it. */
  readonly patientList: ResolvedPatientList;
  /** To be kept as the next `lastGood`. */
  readonly managedValues: Readonly<Record<string, KeptValue>>;
}

export type KeptValue = ChoiceValue | Lists[keyof Lists] | NamedFile;

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
  const values = new Map<string, ChoiceValue>();
  const floors = new Map<string, ChoiceValue>();
  const managedValues: Record<string, KeptValue> = {};
  const faults: Fault[] = unknownKeys(sources.managed.values);
  let seatCounts = false;

  for (const choice of choices) {
    const seat = valueIn(sources.seat, choice);
    const { value: managed, problem } = rule(choice, sources, seat);
    if (problem !== undefined) faults.push({ path: choice.path, problem });
    if (managed !== undefined) managedValues[choice.path] = managed;
    const floor = managed ?? (choice.level === "open" ? choice.values[0] : undefined) ?? choice.fallback;
    const value = valueInForce(choice, managed, seat);
    if (managed === undefined && value !== choice.fallback) seatCounts = true;
    floors.set(choice.path, floor);
    values.set(choice.path, value);
  }

  const lists = resolveLists(sources);
  Object.assign(managedValues, lists.managed);
  const patientList = resolvePatientList(sources);
  const file = typeof patientList.named === "object" ? patientList.named : null;
  if (file) managedValues["patientList"] = file;
  const hasManaged = Object.keys(managedValues).length > 0 || patientList.named !== "none";
  // An admin who says nothing about it, or nothing clear, has not given it away; without an admin nobody else could allow.
  for (const choice of hasManaged ? choices : []) {
    const { path, underPolicy } = choice;
    if (underPolicy === undefined || (path in managedValues && !isFaulty(faults, path))) continue;
    floors.set(path, underPolicy);
    const seat = valueIn(sources.seat, choice);
    values.set(path, seat === undefined ? underPolicy : strictest(choice, underPolicy, seat));
    if (path in managedValues) managedValues[path] = underPolicy;
  }
  const inForce = listsInForce(lists, values.get("seatMayAllow") === true);
  seatCounts ||= listNames.some((name) => inForce[name].length > lists.floor[name].length);
  const isLive = Object.keys(sources.managed.values).length > 0;
  return {
    policy: toPolicy(values, { ...inForce, patientList: file }),
    floor: toPolicy(floors, { ...lists.floor, patientList: file }),
    fixed: Object.keys(managedValues),
    faults: [...faults, ...lists.faults, ...patientList.faults],
    patientList,
    source: hasManaged ? (isLive ? "managed" : "last-good") : seatCounts ? "seat" : "default",
    managedValues,
  };
}

const isFaulty = (faults: readonly Fault[], path: string): boolean =>
  faults.some((fault) => fault.path === path);

function valueInForce(
  choice: Choice,
  managed: ChoiceValue | undefined,
  seat: ChoiceValue | undefined,
): ChoiceValue {
  if (choice.level === "open") return managed ?? seat ?? choice.fallback;
  const base = managed ?? choice.fallback;
  return seat === undefined ? base : strictest(choice, base, seat);
}

function rule(choice: Choice, sources: PolicySources, seat: ChoiceValue | undefined): Ruling {
  const { values, dropsSilently } = sources.managed;
  const given = givenFor(values, choice);
  const good = valueIn(sources.lastGood, choice);
  if (isValueOf(choice, given)) return { value: given };
  const known = [good, choice.level === "open" ? seat : undefined].filter((value) => value !== undefined);
  if (given !== undefined) {
    return {
      value: strictest(choice, choice.fallback, ...known),
      problem: `is not one of: ${choice.values.join(", ")}`,
    };
  }
  if (good === undefined) return { value: undefined };
  if (Object.keys(values).length === 0) return { value: sources.settled ? undefined : good };
  return dropsSilently
    ? {
        value: strictest(choice, choice.fallback, ...known),
        problem: "was set before and is missing now, or the browser refused its value",
      }
    : { value: undefined };
}

function valueIn(byPath: ByPath, choice: Choice): ChoiceValue | undefined {
  const value = new Map(Object.entries(byPath)).get(choice.path);
  return isValueOf(choice, value) ? value : undefined;
}

function unknownKeys(values: Readonly<Record<string, unknown>>): Fault[] {
  const known = new Set<string>([
    ...choices.flatMap(({ setting, path }) => [setting, path]),
    ...listNames,
    "patientList",
  ]);
  const withParts = new Set(
    choices.filter(({ part }) => part !== undefined).map(({ setting }) => setting as string),
  );
  return Object.entries(values).flatMap(([key, value]) => {
    const paths =
      withParts.has(key) && isPlainObject(value) ? Object.keys(value).map((part) => `${key}.${part}`) : [key];
    return paths
      .filter((path) => !known.has(path))
      .map((path) => ({ path: path.slice(0, 100), problem: "is no setting of this version" }));
  });
}

/**
 * The seat's choices after a person asked for `wanted`; undefined if any of it is looser than they may choose, or the
 * admin's alone. What
 * only repeats the floor is not kept: it would tighten a policy that the admin loosens later.
 */
export function changeSeat(
  seat: ByPath,
  resolved: ResolvedPolicy,
  wanted: Readonly<Record<string, unknown>>,
): Record<string, KeptValue> | undefined {
  if (wanted["patientList"] !== undefined) return undefined;
  const kept: Record<string, KeptValue> = {};
  for (const choice of choices) {
    const before = valueIn(seat, choice);
    const value = readChoice(wanted, choice);
    if (value === undefined) {
      if (before !== undefined) kept[choice.path] = before;
      continue;
    }
    const floor = readChoice(resolved.floor, choice);
    if (!isValueOf(choice, value) || !isValueOf(choice, floor)) return undefined;
    const isManaged = resolved.fixed.includes(choice.path);
    if (choice.level === "open") {
      if (isManaged && value !== floor) return undefined;
      if (!isManaged && value !== choice.fallback) kept[choice.path] = value;
      continue;
    }
    if (rank(choice, value) < rank(choice, floor)) return undefined;
    if (value !== floor) kept[choice.path] = value;
  }
  const lists = changeSeatLists(seat, resolved.floor, resolved.policy.seatMayAllow, wanted);
  return lists && { ...kept, ...lists };
}
