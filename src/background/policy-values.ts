/**
 * The settings of the policy that are one text, number or object, but for the patient list. Pure. Of a value that cannot be
 * used the last good one stays, or else nothing is set.
 */
import { declared, valueNames } from "../contract/policy.ts";
import { valueSettings } from "../contract/policy-values.ts";
import type { ValueName } from "../contract/policy.ts";
import type { Fault, Values } from "../contract/policy-file.ts";
import { z } from "../contract/zod.ts";
import type { PolicySources } from "./policy.ts";

export type OtherValues = Omit<Values, "patientList">;
type OtherName = keyof OtherValues;
const otherNames = valueNames.filter((name): name is OtherName => name !== "patientList");

export interface ResolvedValues {
  /** The default where the admin says nothing. */
  readonly values: OtherValues;
  readonly managed: Partial<OtherValues>;
  readonly faults: readonly Fault[];
}

export function resolveValues(sources: PolicySources): ResolvedValues {
  const faults: Fault[] = [];
  const managed: [OtherName, unknown][] = [];
  for (const name of otherNames) {
    const ruling = rule(name, sources);
    faults.push(...ruling.faults);
    if (ruling.value !== undefined && ruling.value !== null) managed.push([name, ruling.value]);
  }
  const said = Object.fromEntries(managed) as Partial<OtherValues>;
  const fallbacks = Object.fromEntries(
    otherNames.map((name) => [name, valueSettings[name].fallback]),
  ) as OtherValues;
  return { values: { ...fallbacks, ...said }, managed: said, faults };
}

interface Ruling {
  /** What the admin's policy comes to; undefined: it says nothing. */
  readonly value: unknown;
  readonly faults: readonly Fault[];
}

function rule(name: OtherName, { managed, settled, lastGood }: PolicySources): Ruling {
  const given = valueOf(managed.values, name);
  const { schema } = valueSettings[name];
  const stored = z.safeParse(schema, valueOf(lastGood, name));
  const good: unknown = stored.success ? stored.data : undefined;
  const strictest: unknown = declared[name].whenBroken === "fallback" ? undefined : good;
  if (given === undefined || given === null) {
    if (good === undefined || good === null) return { value: undefined, faults: [] };
    if (Object.keys(managed.values).length === 0) return { value: settled ? undefined : good, faults: [] };
    if (!managed.dropsSilently) return { value: undefined, faults: [] };
    const problem = "was set before and is missing now, or the browser refused its value";
    return { value: strictest, faults: [{ path: name, problem }] };
  }
  const parsed = z.safeParse(schema, given);
  if (parsed.success) return { value: parsed.data, faults: [] };
  const faults = parsed.error.issues.map(({ path, message }) => ({
    path: [name, ...path.map(String)].join(".").slice(0, 100),
    problem: message,
  }));
  return { value: strictest, faults };
}

const valueOf = (from: Readonly<Record<string, unknown>>, name: ValueName): unknown =>
  new Map(Object.entries(from)).get(name);
