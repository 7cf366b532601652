import { contentChannels } from "../contract/content-channels.ts";
import type { Answer, ContentChannels, Request, Response } from "../contract/messages.ts";

/** The part of `tabs` that is used. */
export interface AskedTabs {
  sendMessage(tabId: number, message: unknown, options: { frameId: number }): Promise<unknown>;
}

/** Longer than it takes to replace a draft and read it back. */
const unansweredMs = 5000;

/**
 * Asks the content script in one frame. Never rejects: `gone` where nobody answers within five seconds, `failed` where
 * the answer does not fit the contract (a renderer is less to be trusted than the worker).
 */
export async function askTab<K extends keyof ContentChannels>(
  tabs: AskedTabs,
  at: { readonly tabId: number; readonly frameId: number },
  channel: K,
  body: Request<ContentChannels, K>,
): Promise<Answer<Response<ContentChannels, K>>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), unansweredMs);
  });
  try {
    const reply = await Promise.race([
      tabs.sendMessage(at.tabId, { channel, body }, { frameId: at.frameId }),
      silence,
    ]);
    return readReply(channel, reply);
  } catch {
    // No content script in that frame, or the tab is closed.
    return { ok: false, code: "gone" };
  } finally {
    clearTimeout(timer);
  }
}

function readReply<K extends keyof ContentChannels>(
  channel: K,
  reply: unknown,
): Answer<Response<ContentChannels, K>> {
  if (typeof reply !== "object" || reply === null) return { ok: false, code: "gone" };
  if ("ok" in reply && reply.ok === true && "value" in reply) {
    const parsed = contentChannels[channel].response.safeParse(reply.value);
    if (!parsed.success) return { ok: false, code: "failed" };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema of this very channel has just passed it
    return { ok: true, value: parsed.data as Response<ContentChannels, K> };
  }
  const said = "code" in reply ? reply.code : undefined;
  return { ok: false, code: said === "stale" || said === "not-allowed" ? said : "failed" };
}
