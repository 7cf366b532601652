/** The page of the bench: gives orders to builder and worker, and looks how long it is kept waiting itself. */
import browser from "webextension-polyfill";
import type { Building, BuildOrder, Made, Order } from "./talk.ts";

export interface Built extends Made {
  /** Milliseconds from the order to the list, and the longest that the page itself could do nothing. */
  readonly total: number;
  readonly longestWait: number;
  readonly reports: number;
}

declare global {
  interface Window {
    bench: {
      build(order: BuildOrder): Promise<Built>;
      /** What the worker answers, and the milliseconds until then. It is woken if it sleeps. */
      ask(order: Order): Promise<{ answer: unknown; waited: number }>;
    };
  }
}

async function ask(order: Order): Promise<{ answer: unknown; waited: number }> {
  const started = performance.now();
  const answer: unknown = await browser.runtime.sendMessage(order);
  if (typeof answer === "object" && answer !== null && "fault" in answer)
    throw new Error(String(answer.fault));
  return { answer, waited: performance.now() - started };
}

async function build(order: BuildOrder): Promise<Built> {
  const worker = new Worker("build-list.js", { type: "module" });
  const started = performance.now();
  let [last, longestWait, reports] = [started, 0, 0];
  const ticking = setInterval(() => {
    const now = performance.now();
    longestWait = Math.max(longestWait, now - last);
    last = now;
  }, 5);
  try {
    const made = await new Promise<Made>((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<Building>) => {
        if ("done" in data) reports += 1;
        else if ("made" in data) resolve(data.made);
        else reject(new Error(data.fault));
      });
      worker.addEventListener("error", ({ message }) => reject(new Error(message)));
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
      worker.postMessage(order);
    });
    await browser.storage.session.set({ key: made.key });
    return { ...made, total: performance.now() - started, longestWait, reports };
  } finally {
    clearInterval(ticking);
    worker.terminate();
  }
}

window.bench = { ask, build };
