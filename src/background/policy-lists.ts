/**
 * The lists of the policy: what the admin has listed and what this seat has added, together. Pure. As with the choices,
 * nothing that is broken loosens: an entry that is always stopped stays, one that allows something goes.
 */
import type { ListName } from "../contract/policy.ts";
import { allowList, joined, nameList, readList, stopList } from "../contract/policy-file.ts";
import type { Fault, List, ListEntry, Lists } from "../contract/policy-file.ts";
import { mostPhrases, phraseKey } from "../contract/policy-phrases.ts";
import { z } from "../contract/zod.ts";
import type { ByPath, PolicySources } from "./policy.ts";

export interface ResolvedLists {
  /** What the admin has listed: the seat cannot take it away. */
  readonly floor: Lists;
  readonly managed: Partial<Lists>;
  /** What this seat has added, whether or not it counts. */
  readonly seat: Lists;
  readonly faults: readonly Fault[];
}

interface Ruling<Entry> {
  /** What the admin has listed; undefined: nothing is said. */
  readonly entries: readonly Entry[] | undefined;
  readonly faults: readonly Fault[];
}

export function resolveLists(sources: PolicySources): ResolvedLists {
  const stop = rule(stopList, sources);
  const allow = rule(allowList, sources);
  const names = rule(nameList, sources);
  return {
    managed: {
      ...(stop.entries && { alwaysStop: [...stop.entries] }),
      ...(allow.entries && { alwaysAllow: [...allow.entries] }),
      ...(names.entries && { publicNames: [...names.entries] }),
    },
    floor: {
      alwaysStop: [...(stop.entries ?? [])],
      alwaysAllow: [...(allow.entries ?? [])],
      publicNames: [...(names.entries ?? [])],
    },
    seat: {
      alwaysStop: keptAtSeat(stopList, sources.seat),
      alwaysAllow: keptAtSeat(allowList, sources.seat),
      publicNames: keptAtSeat(nameList, sources.seat),
    },
    faults: [...stop.faults, ...allow.faults, ...names.faults],
  };
}

/** A seat may always add to what is stopped, and to what is allowed and who is no patient where `mayAllow`. */
export function listsInForce({ floor, seat }: ResolvedLists, mayAllow: boolean): Lists {
  return {
    alwaysStop: joined(floor.alwaysStop, seat.alwaysStop),
    alwaysAllow: joined(floor.alwaysAllow, mayAllow ? seat.alwaysAllow : []),
    publicNames: joined(floor.publicNames, mayAllow ? seat.publicNames : []),
  };
}

function rule<Entry extends ListEntry>(
  list: List<Entry>,
  { managed, settled, lastGood }: PolicySources,
): Ruling<Entry> {
  const given = valueOf(managed.values, list.name);
  const stored = valueOf(lastGood, list.name);
  const good = stored === undefined ? undefined : readList(list, stored).entries;
  const strictest = list.tightens ? (good ?? []) : [];
  if (given !== undefined) {
    const { entries, faults } = readList(list, given);
    return faults.length === 0
      ? { entries, faults }
      : { entries: joined(entries, strictest).slice(0, mostPhrases), faults };
  }
  if (good === undefined) return { entries: undefined, faults: [] };
  if (Object.keys(managed.values).length === 0) return { entries: settled ? undefined : good, faults: [] };
  if (!managed.dropsSilently) return { entries: undefined, faults: [] };
  const problem = "was set before and is missing now, or the browser refused its value";
  return { entries: strictest, faults: [{ path: list.name, problem }] };
}

const keptAtSeat = <Entry extends ListEntry>(list: List<Entry>, seat: ByPath): Entry[] =>
  readList(list, valueOf(seat, list.name) ?? []).entries;

const valueOf = (from: ByPath, name: ListName): unknown => new Map(Object.entries(from)).get(name);

/**
 * What this seat has added after a person asked for the lists `wanted`; undefined if that leaves out what the admin has
 * listed, adds to what only the admin may allow, or is no list.
 */
export function changeSeatLists(
  seat: ByPath,
  floor: Lists,
  mayAllow: boolean,
  wanted: ByPath,
): Partial<Lists> | undefined {
  const alwaysStop = changed(stopList, seat, floor.alwaysStop, wanted);
  const alwaysAllow = changedAllowing(allowList, seat, floor.alwaysAllow, mayAllow, wanted);
  const publicNames = changedAllowing(nameList, seat, floor.publicNames, mayAllow, wanted);
  if (!alwaysStop || !alwaysAllow || !publicNames) return undefined;
  return {
    ...(alwaysStop.length > 0 && { alwaysStop }),
    ...(alwaysAllow.length > 0 && { alwaysAllow }),
    ...(publicNames.length > 0 && { publicNames }),
  };
}

/** The same for a list that loosens, to which a seat adds only where it may. */
function changedAllowing<Entry extends ListEntry>(
  list: List<Entry>,
  seat: ByPath,
  floor: readonly Entry[],
  mayAllow: boolean,
  wanted: ByPath,
): Entry[] | undefined {
  const own = changed(list, seat, floor, wanted);
  if (mayAllow || own === undefined || valueOf(wanted, list.name) === undefined) return own;
  // What was added while it was allowed comes back when it is allowed again.
  return own.length > 0 ? undefined : keptAtSeat(list, seat);
}

function changed<Entry extends ListEntry>(
  list: List<Entry>,
  seat: ByPath,
  floor: readonly Entry[],
  wanted: ByPath,
): Entry[] | undefined {
  const value = valueOf(wanted, list.name);
  if (value === undefined) return keptAtSeat(list, seat);
  const fixed = new Set(floor.map((entry) => phraseKey(entry)));
  // An admin's list may fill its own bound; the seat's has one of its own.
  const given: readonly unknown[] = Array.isArray(value) ? value : [];
  const parsed = z.safeParse(z.array(list.schema), value);
  if (!parsed.success || given.length > 2 * mostPhrases) return undefined;
  const keys = new Set(parsed.data.map((entry) => phraseKey(entry)));
  if ([...fixed].some((key) => !keys.has(key))) return undefined;
  const own = joined(parsed.data, []).filter((entry) => !fixed.has(phraseKey(entry)));
  return own.length > mostPhrases ? undefined : own;
}
