import type { Answer, ContentChannels, Request, Response } from "../contract/messages.ts";
import { pageSide } from "./page-side.ts";
import { fromPage } from "./sender.ts";
import type { Sender } from "./sender.ts";

/** One handler a channel; what it throws becomes `failed`. */
export type ContentHandlers = {
  readonly [K in keyof ContentChannels]: (
    body: Request<ContentChannels, K>,
  ) => Answer<Response<ContentChannels, K>> | Promise<Answer<Response<ContentChannels, K>>>;
};

type Listener = (message: unknown, sender: Sender, sendResponse: (answer: unknown) => void) => true;

/** The part of `runtime` that is used. */
export interface ContentRuntime {
  readonly id: string;
  getURL(path: string): string;
  readonly onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
}

/**
 * Answers the popup in the content script until `signal` aborts. Same order as in the worker: known channel, sender
 * proof, body, handler. The bodies are checked by hand: a schema library would be a third of the content bundle.
 */
export function serveContent(
  handlers: ContentHandlers,
  signal?: AbortSignal,
  runtime: ContentRuntime | undefined = pageSide()?.runtime,
): void {
  if (!runtime) return;
  const isFromPage = fromPage(runtime.id, runtime.getURL(""));

  async function respond(message: unknown, sender: Sender): Promise<Answer<unknown>> {
    try {
      const { channel, body } = (message ?? {}) as { channel?: unknown; body?: unknown };
      if (channel !== "composer.read" && channel !== "composer.replies" && channel !== "composer.use")
        return { ok: false, code: "bad-request" };
      if (!isFromPage(sender)) return { ok: false, code: "not-allowed" };
      if (channel === "composer.read" && isEmpty(body)) return await handlers[channel]({});
      if (channel === "composer.replies" && isQuery(body)) return await handlers[channel](body);
      if (channel === "composer.use" && isUse(body)) return await handlers[channel](body);
      return { ok: false, code: "bad-request" };
    } catch {
      // What was thrown may quote the draft: it goes nowhere.
      return { ok: false, code: "failed" };
    }
  }

  const listener: Listener = (message, sender, sendResponse) => {
    void respond(message, sender).then(sendResponse);
    // Both browsers keep the channel open for `sendResponse`; Chrome takes no promise here.
    return true;
  };
  runtime.onMessage.addListener(listener);
  signal?.addEventListener("abort", () => runtime.onMessage.removeListener(listener), { once: true });
}

function isEmpty(body: unknown): boolean {
  return typeof body === "object" && body !== null && Object.keys(body).length === 0;
}

function isQuery(body: unknown): body is Request<ContentChannels, "composer.replies"> {
  if (typeof body !== "object" || body === null || Object.keys(body).length !== 1) return false;
  return typeof (body as { query?: unknown }).query === "string";
}

function isUse(body: unknown): body is Request<ContentChannels, "composer.use"> {
  if (typeof body !== "object" || body === null || Object.keys(body).length !== 2) return false;
  const { index, text } = body as { index?: unknown; text?: unknown };
  const isIndex = typeof index === "number" && Number.isInteger(index) && index >= 0;
  return (isIndex || index === null) && typeof text === "string";
}
