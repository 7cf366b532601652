/**
 * The lists of the policy: what the admin has listed and what this seat has added, together. Pure. As with the choices,
 * nothing that is broken loosens: an entry that is always stopped stays, one that allows something goes.
 */
import type { Level } from "../contract/levels.ts";
import { declared, isLeveled, listNames, mayAdd } from "../contract/policy.ts";
import type { ListName } from "../contract/policy.ts";
import { listSettings } from "../contract/policy-lists.ts";
import { entryKey, joined, readList } from "../contract/policy-file.ts";
import type { Entry, Lists } from "../contract/policy-file.ts";
import type { Fault } from "../contract/read-value.ts";
import { z } from "../contract/zod.ts";
import { keptRuling, silent, standingOf, valueAt, vanished } from "./policy-standing.ts";
import type { ByPath, PolicySources, PolicyStanding, Ruling } from "./policy-standing.ts";

export interface RuledLists {
  /** What the admin has listed: the seat cannot take it away. */
  readonly floor: Lists;
  readonly rulings: ReadonlyMap<ListName, Ruling<readonly Entry[]>>;
  /** What this seat has added, whether or not it counts. */
  readonly seat: Lists;
  readonly faults: readonly Fault[];
}

/** One value for each list. */
const forEachList = (of: (name: ListName) => readonly Entry[]): Lists =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of the keys alone: each value has been read with the schema of its list
  Object.fromEntries(listNames.map((name) => [name, [...of(name)]])) as unknown as Lists;

export function ruleLists(sources: PolicySources): RuledLists {
  const standing = standingOf(sources);
  const faults: Fault[] = [];
  const ruled = listNames.map((name): [ListName, Ruling<readonly Entry[]>] => {
    const ruling = rule(name, standing, sources);
    faults.push(...ruling.faults);
    return [name, ruling];
  });
  const rulings = new Map(ruled);
  return {
    rulings,
    floor: forEachList((name) => rulings.get(name)?.value ?? []),
    seat: forEachList((name) => keptAtSeat(name, sources.seat)),
    faults,
  };
}

export function listsInForce({ floor, seat }: RuledLists, levelOf: (name: ListName) => Level): Lists {
  return forEachList((name) => joined<Entry>(floor[name], mayAdd(name, levelOf(name)) ? seat[name] : []));
}

function rule(
  name: ListName,
  standing: PolicyStanding,
  { managed, lastGood = {} }: PolicySources,
): Ruling<readonly Entry[]> & { readonly faults: readonly Fault[] } {
  const given = valueAt(managed.values, name);
  const stored = valueAt(lastGood, name);
  const good: readonly Entry[] | undefined =
    stored === undefined ? undefined : readList(name, stored).entries;
  if (standing === "kept") return { ...keptRuling(name, good, lastGood), faults: [] };
  if (standing !== "present") return { ...silent, faults: [] };
  const strictest = declared[name].more === "stricter" ? (good ?? []) : [];
  if (given !== undefined) {
    const { entries, faults } = readList(name, given);
    if (faults.length === 0) return { value: entries, isBroken: false, isLastGood: false, faults };
    const value = joined<Entry>(entries, strictest).slice(0, listSettings[name].most);
    return { value, isBroken: true, isLastGood: value.length > entries.length, faults };
  }
  if (good === undefined || !managed.dropsSilently) return { ...silent, faults: [] };
  const isLastGood = strictest.length > 0;
  return { value: strictest, isBroken: true, isLastGood, faults: [{ path: name, problem: vanished }] };
}

const keptAtSeat = (name: ListName, seat: ByPath): readonly Entry[] =>
  isLeveled(name) ? readList(name, valueAt(seat, name) ?? []).entries : [];

/**
 * What this seat has added after a person asked for the lists `wanted`; undefined if that leaves out what the admin has
 * listed, adds what may not be added here, or is no list. A list that is not asked for stays as it is.
 */
export function changeSeatLists(
  seat: ByPath,
  floor: Lists,
  levelOf: (name: ListName) => Level,
  wanted: Readonly<Record<string, unknown>>,
): Partial<Lists> | undefined {
  const kept: [ListName, readonly Entry[]][] = [];
  for (const name of listNames) {
    const before = keptAtSeat(name, seat);
    const asked = valueAt(wanted, name);
    if (asked === undefined) {
      if (before.length > 0) kept.push([name, before]);
      continue;
    }
    const added = addedTo(name, floor[name], asked);
    if (!added) return undefined;
    if (!mayAdd(name, levelOf(name))) {
      if (added.length > 0) return undefined;
      // What was added while it was allowed comes back when it is allowed again.
      if (before.length > 0) kept.push([name, before]);
      continue;
    }
    if (added.length > 0) kept.push([name, added]);
  }
  return Object.fromEntries(kept);
}

function addedTo(name: ListName, floor: readonly Entry[], asked: unknown): readonly Entry[] | undefined {
  const parsed = z.safeParse(listSettings[name].schema, asked);
  if (!parsed.success) return undefined;
  const entries: readonly Entry[] = parsed.data;
  const fixed = new Set(floor.map(entryKey));
  const all = new Set(entries.map(entryKey));
  if ([...fixed].some((key) => !all.has(key))) return undefined;
  const added = joined<Entry>(
    entries.filter((entry) => !fixed.has(entryKey(entry))),
    [],
  );
  return added.length > listSettings[name].most ? undefined : added;
}
