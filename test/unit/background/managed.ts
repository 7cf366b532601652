import type { PolicySources } from "../../../src/background/policy.ts";

/** A browser that has answered: there is no managed policy, and nobody has chosen anything. */
export const nothing: PolicySources = {
  managed: { values: {}, dropsSilently: false },
  settled: true,
  lastGood: {},
  seat: {},
};

export function managed(values: Record<string, unknown>, more: Partial<PolicySources> = {}): PolicySources {
  return { ...nothing, ...more, managed: { values, dropsSilently: false } };
}
