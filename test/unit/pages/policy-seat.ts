/** The policy of one seat by the worker's own code, under what an admin has set, as a page sees it. */
import { createPolicySource } from "../../../src/background/policy-source.ts";
import type { Policy } from "../../../src/contract/policy.ts";
import { readPolicyView } from "../../../src/pages/options/policy-view.ts";
import { memoryDatabase, memoryItem } from "../background/parts.ts";

export async function policySeat(
  values: Record<string, unknown> = {},
  seat: Record<string, unknown> = {},
  refuse?: string,
) {
  const hand = { values, refuse };
  const store = memoryDatabase();
  await store.writeSetting("seat-policy", seat);
  const policy = createPolicySource({
    readManaged: async () => ({ values: hand.values, dropsSilently: false }),
    readSetting: (key) => store.readSetting(key),
    writeSetting: (key, value) => store.writeSetting(key, value),
    started: memoryItem(0),
    now: () => 1,
  });
  const ask = async (channel: string, body: { policy?: Partial<Policy> }) => {
    if (channel === "policy.read") {
      const resolved = await policy.read();
      return { ok: true, value: { ...resolved, states: Object.fromEntries(resolved.states) } };
    }
    if (hand.refuse !== undefined) return { ok: false, code: hand.refuse };
    return (await policy.change(body.policy ?? {}))
      ? { ok: true, value: { done: true } }
      : { ok: false, code: "not-allowed" };
  };
  const view = await readPolicyView(ask as Parameters<typeof readPolicyView>[0]);
  if (typeof view === "string") throw new Error(view);
  return { view, policy, hand, ask };
}
