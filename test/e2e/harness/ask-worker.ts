import type { Answer, Request, Response, WorkerChannels } from "../../../src/contract/messages.ts";
import type { PageHandle } from "./driver.ts";

declare const chrome: {
  readonly runtime: { sendMessage(message: unknown): Promise<Answer<never>> };
};

/** Asks the extension's worker as one of its own pages does. `page` must be such a page. */
export function askWorker<K extends keyof WorkerChannels>(
  page: PageHandle,
  channel: K,
  body: Request<WorkerChannels, K>,
): Promise<Answer<Response<WorkerChannels, K>>> {
  return page.evaluate((message) => chrome.runtime.sendMessage(message), { channel, body });
}

/** The same, where the worker has to have an answer. */
export async function toldByWorker<K extends keyof WorkerChannels>(
  page: PageHandle,
  channel: K,
  body: Request<WorkerChannels, K>,
): Promise<Response<WorkerChannels, K>> {
  const answer = await askWorker(page, channel, body);
  if (!answer.ok) throw new Error(`${channel}: ${answer.code}`);
  return answer.value;
}
