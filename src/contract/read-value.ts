/** What can be used of what a policy file says for a setting that is one text, number or object. */
import { declared, settings } from "./policy.ts";
import type { ValueName } from "./policy.ts";
import { z } from "./zod.ts";

export interface Fault {
  /** Where in the file: names and indexes, with `.` between them; at most 100 characters. */
  readonly path: string;
  /** For the admin: what is wrong there. */
  readonly problem: string;
}

/** Of a file that has a part which this version does not know. */
export const unknownPart = "is no setting of this version";

export const faultPath = (...steps: readonly PropertyKey[]): string =>
  steps.map(String).join(".").slice(0, 100);

/** `value` undefined: nothing of it can be used. Never throws. */
export function readValue(name: ValueName, said: unknown): { value: unknown; faults: Fault[] } {
  const { salvage } = declared[name];
  const parsed = z.safeParse(settings[name].schema, said);
  const faults = (parsed.error?.issues ?? []).flatMap((issue) => faultsOf(name, issue));
  if (!salvage || typeof said !== "object" || said === null) return { value: parsed.data, faults };
  const known = new Set(Object.keys(salvage.shape));
  const named = new Set(faults.map(({ path }) => path));
  for (const key of Object.keys(said))
    if (!known.has(key) && !named.has(faultPath(name, key)))
      faults.push({ path: faultPath(name, key), problem: unknownPart });
  return { value: parsed.data ?? z.safeParse(salvage, usableParts(salvage, said)).data, faults };
}

function faultsOf(name: ValueName, issue: z.core.$ZodIssue): Fault[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: faultPath(name, ...issue.path, key), problem: unknownPart }));
  return [{ path: faultPath(name, ...issue.path), problem: issue.message }];
}

function usableParts({ shape }: z.ZodMiniObject, said: object): Record<string, unknown> {
  const given = new Map<string, unknown>(Object.entries(said));
  const kept: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(shape)) {
    const value = usablePart(schema, given.get(key));
    if (value !== undefined) kept[key] = value;
  }
  return kept;
}

function usablePart(schema: z.core.$ZodType, given: unknown): unknown {
  if (given === undefined || z.safeParse(schema, given).success) return given;
  if (!Array.isArray(given)) return undefined;
  const entries: readonly unknown[] = given;
  const usable = entries.filter((one) => z.safeParse(schema, [one]).success);
  const [issue] = z.safeParse(schema, usable).error?.issues ?? [];
  return issue?.code === "too_big" ? usable.slice(0, Number(issue.maximum)) : usable;
}

/** A policy, or any part of one, without what is secret in it. */
export const policyWithoutSecrets = (some: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(some).map(([name, value]) => [
      name,
      isDeclared(name) ? withoutSecrets(name, value) : value,
    ]),
  );

const isDeclared = (name: string): name is keyof typeof declared => Object.hasOwn(declared, name);

/** What may be shown or kept of a value or an entry: without the parts that are declared secret. */
export function withoutSecrets(name: keyof typeof declared, value: unknown): unknown {
  const { secret = [] } = declared[name];
  if (secret.length === 0 || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => withoutSecrets(name, one));
  return Object.fromEntries(Object.entries(value).filter(([key]) => !secret.includes(key)));
}
