/** What a browser makes of a policy file. */
import { resolvePolicy } from "../../../../src/background/policy.ts";
import type { PolicySources, ResolvedPolicy } from "../../../../src/background/policy.ts";
import type { Choice } from "../../../../src/contract/choices.ts";
import type { Level } from "../../../../src/contract/levels.ts";
import type { JsonObject } from "../../../../src/policy-file/json.ts";

/** Milliseconds. A file says 31 things, and each is judged: on a busy machine that takes a while. */
export const patience = 60_000;

/** A worker that sees this policy, as Firefox hands it over: nothing is dropped. */
export const worker = (values: JsonObject, more: Partial<PolicySources> = {}): ResolvedPolicy =>
  resolvePolicy({
    settled: true,
    lastGood: {},
    seat: {},
    ...more,
    managed: { values, dropsSilently: false },
  });

/** One that has had `old` and sees `values`, as Chrome hands it over: what it does not understand is dropped. */
export function chromeWorker(values: JsonObject, old: JsonObject): ResolvedPolicy {
  const at = (given: JsonObject, lastGood: PolicySources["lastGood"]): ResolvedPolicy =>
    resolvePolicy({
      settled: true,
      lastGood,
      seat: {},
      managed: { values: given, dropsSilently: true },
    });
  return at(values, at(old, {}).managedValues);
}

export const levelAt = ({ states }: ResolvedPolicy, { path }: Pick<Choice, "path">): Level =>
  states.get(path)?.level ?? "fixed";
