/**
 * What the policy says about the practice's patient list. Pure. Nothing that is broken loosens: where the admin has named
 * a list, and what is said now cannot be used, the last good word stays; where there is none, a list is still awaited.
 */
import { isWithdrawn, managedKey, managedList } from "../contract/policy-patient-list.ts";
import type { ManagedList } from "../contract/policy-patient-list.ts";
import type { Fault } from "../contract/policy-file.ts";
import { z } from "../contract/zod.ts";
import type { PolicySources } from "./policy.ts";

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

export function resolvePatientList({ managed, settled, lastGood }: PolicySources): ResolvedPatientList {
  const { values, dropsSilently } = managed;
  const given = valueOf(values);
  const good = fileOf(z.safeParse(managedList, valueOf(lastGood)));
  const isEmpty = Object.keys(values).length === 0;
  const unsettled = isEmpty && !settled;
  const keep = { named: good ?? ("none" as const), key: undefined, unsettled, faults: [] };
  if (given === undefined || given === null) {
    if (good === undefined || unsettled) return keep;
    if (isEmpty || !dropsSilently) return { ...keep, named: "none" };
    const problem = "was set before and is missing now, or the browser refused its value";
    return { ...keep, faults: [{ path, problem }] };
  }
  if (isWithdrawn(given)) return { ...keep, named: "none" };
  const parsed = z.safeParse(managedList, given);
  const file = fileOf(parsed);
  const faults = (parsed.error?.issues ?? []).map(({ path: inside, message }) => ({
    path: [path, ...inside.map(String)].join(".").slice(0, 100),
    problem: message,
  }));
  return { named: file ?? good ?? "broken", key: keyOf(given), unsettled, faults };
}

function fileOf({ data }: { readonly data?: ManagedList | undefined }): NamedFile | undefined {
  if (!data) return undefined;
  return { address: data.address, sha256: data.sha256.toLowerCase() };
}

/** A key that is whole serves the last good list, whatever is wrong beside it. */
function keyOf(given: unknown): string | undefined {
  if (typeof given !== "object" || given === null) return undefined;
  return z.safeParse(managedKey, new Map(Object.entries(given)).get("key")).data;
}

const valueOf = (from: Readonly<Record<string, unknown>>): unknown => new Map(Object.entries(from)).get(path);
