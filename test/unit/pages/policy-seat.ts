/** One seat by the worker's own code, under what an admin has set, as its pages see it. */
import { workerChannels } from "../../../src/contract/messages.ts";
import type { WorkerChannels } from "../../../src/contract/messages.ts";
import type { ask } from "../../../src/pages/shared/ask-worker.ts";
import { readPolicyView } from "../../../src/pages/options/policy-view.ts";
import { memoryDatabase } from "../background/parts.ts";
import { page, worker } from "../background/put-together.ts";

export type Ask = typeof ask;

/** `refuse`: the code with which the next changes are answered, as if something were in their way. */
export async function policySeat(
  values: Readonly<Record<string, unknown>> = {},
  seat: Readonly<Record<string, unknown>> = {},
  refuse?: string,
  browser: { readonly dropsSilently: boolean } = { dropsSilently: false },
) {
  const managed: Record<string, unknown> = { ...values };
  const store = memoryDatabase();
  await store.writeSetting("seat-policy", seat);
  const { handlers } = worker(store, { managed, ...browser });
  const hand = {
    refuse,
    /** The admin hands out another policy. */
    distribute(next: Readonly<Record<string, unknown>>) {
      for (const name of Object.keys(managed)) delete managed[name];
      Object.assign(managed, next);
    },
  };
  const tell = async (channel: keyof WorkerChannels, body: unknown): Promise<unknown> => {
    const { request, response } = workerChannels[channel];
    const asked = request.safeParse(body);
    if (!asked.success) return { ok: false, code: "bad-request" };
    if (hand.refuse !== undefined && channel.endsWith(".change")) return { ok: false, code: hand.refuse };
    const handler = handlers[channel] as (body: unknown, sender: typeof page) => Promise<{ ok: boolean }>;
    const answered = await handler(asked.data, page);
    return "value" in answered ? { ok: true, value: response.parse(answered.value) } : answered;
  };
  const view = await readPolicyView(tell as Ask);
  if (typeof view === "string") throw new Error(view);
  const policy = {
    async read() {
      await view.refresh();
      return { policy: view.now().policy };
    },
  };
  return { view, policy, hand, ask: tell as Ask, store };
}
