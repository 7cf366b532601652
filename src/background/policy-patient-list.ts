/**
 * What the policy says about the practice's patient list. Pure. Nothing that is broken loosens: where the admin has named
 * a list, and what is said now cannot be used, the last good word stays; where there is none, a list is still awaited.
 */
import { startOf } from "../contract/calendar-day.ts";
import { isWithdrawn, managedKey, managedList } from "../contract/policy-patient-list.ts";
import type { ManagedList } from "../contract/policy-patient-list.ts";
import { readValue } from "../contract/read-value.ts";
import type { Fault } from "../contract/read-value.ts";
import { z } from "../contract/zod.ts";
import { brokenBefore, standingOf, valueAt, vanished } from "./policy-standing.ts";
import type { PolicySources, Ruling } from "./policy-standing.ts";

/** Where the list is fetched from. Kept with the last good policy, so it has no key: that would lie beside the list. */
export type NamedFile = Omit<ManagedList, "key">;

export interface ResolvedPatientList {
  /** `none`: the admin names no list. `broken`: a list is named, and never was so that it could be fetched. */
  readonly named: "none" | "broken" | NamedFile;
  /** Opens the list, base64. Undefined where the policy has none, or has not been seen since the browser started. */
  readonly key: string | undefined;
  /** The managed policy has not been seen since the browser started: its key may still come. */
  readonly unsettled: boolean;
  readonly faults: readonly Fault[];
}

const path = "patientList";

export function resolvePatientList(sources: PolicySources): ResolvedPatientList {
  const { managed, settled, lastGood = {} } = sources;
  const given = valueAt(managed.values, path);
  const good = fileOf(z.safeParse(managedList, valueAt(lastGood, path)).data);
  const kept = good ?? (brokenBefore(lastGood).has(path) ? ("broken" as const) : ("none" as const));
  const standing = standingOf(sources);
  const unsettled = standing !== "present" && !settled;
  const none = { named: "none", key: undefined, unsettled, faults: [] } as const;
  if (standing === "kept") return { ...none, named: kept };
  if (standing !== "present") return none;
  if (given === undefined || given === null) {
    if (kept === "none" || !managed.dropsSilently) return none;
    return { ...none, named: kept, faults: [{ path, problem: vanished }] };
  }
  if (isWithdrawn(given)) return none;
  const file = fileOf(z.safeParse(managedList, given).data);
  const { faults } = readValue(path, given);
  return { named: file ?? good ?? "broken", key: keyOf(given), unsettled, faults };
}

/** The same, as for any other setting. */
export function rulingOf({ named, faults }: ResolvedPatientList, sources: PolicySources): Ruling<NamedFile> {
  const isLive = standingOf(sources) === "present";
  return {
    value: typeof named === "object" ? named : undefined,
    isBroken: named === "broken" || faults.length > 0,
    isLastGood: typeof named === "object" && (!isLive || faults.length > 0),
  };
}

/** From when the policy lets the list not be used any more, in milliseconds since 1970; null: it says nothing about it. */
export function expiryInPolicy({ named }: Pick<ResolvedPatientList, "named">): number | null {
  const day = typeof named === "object" ? named.expires : undefined;
  return day === undefined ? null : (startOf(day) ?? null);
}

function fileOf(data: ManagedList | undefined): NamedFile | undefined {
  if (!data) return undefined;
  const { key: _key, ...file } = data;
  return file;
}

/** A key that is whole serves the last good list, whatever is wrong beside it. */
function keyOf(given: unknown): string | undefined {
  if (typeof given !== "object" || given === null) return undefined;
  return z.safeParse(managedKey, new Map(Object.entries(given)).get("key")).data;
}
