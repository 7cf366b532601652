import type { Answer, Code, Request, Response, WorkerChannels } from "../contract/messages.ts";
import { pageSide } from "./page-side.ts";
import { askPort } from "./wire.ts";
import type { NumberedCall } from "./wire.ts";

export interface Ask {
  /** Never rejects. `gone` after four attempts without an answer, or at once when orphaned. */
  readonly ask: <K extends keyof WorkerChannels>(
    channel: K,
    body: Request<WorkerChannels, K>,
  ) => Promise<Answer<Response<WorkerChannels, K>>>;
  /** The extension was updated or removed while this script stays in its page: no worker will ever answer. */
  readonly orphaned: () => boolean;
  /** Called once; at once if it has happened already. */
  readonly onOrphan: (listener: () => void) => void;
}

/** The part of `runtime.Port` that is used. */
export interface AskingPort {
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
  postMessage(message: unknown): void;
  disconnect(): void;
}

export interface AskingRuntime {
  readonly id?: string | undefined;
  readonly lastError?: unknown;
  connect(info: { name: string }): AskingPort;
}

interface Pending {
  readonly call: NumberedCall;
  readonly resolve: (answer: Answer<never>) => void;
  retries: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** The worker is ours, and it answers in the shape of the channel that `number` was asked on. */
function isNumberedAnswer(message: unknown): message is { number: number; answer: Answer<never> } {
  return typeof message === "object" && message !== null && "number" in message && "answer" in message;
}

/** A worker that is alive answers in milliseconds; one that is being started, in a tenth of a second. */
const unansweredMs = 2000;
/** The first retry is at once: the usual loss is a worker that idled out, and connecting starts it again. */
const retryDelaysMs = [0, 50, 250];

/**
 * Asks the worker over one port, which is opened at the first request and again whenever the browser has closed it.
 * Requests that were under way on a lost port are repeated, so every channel must bear repetition.
 */
export function createAsk(runtimeNow: () => AskingRuntime | undefined = () => pageSide()?.runtime): Ask {
  const pending = new Map<number, Pending>();
  const orphanListeners: (() => void)[] = [];
  let port: AskingPort | undefined;
  let lastNumber = 0;
  let isOrphan = false;

  function orphaned(): boolean {
    if (isOrphan) return true;
    try {
      if (runtimeNow()?.id !== undefined) return false;
    } catch {
      // Firefox throws for any access once the extension is gone.
    }
    isOrphan = true;
    port = undefined;
    for (const number of pending.keys()) finish(number, { ok: false, code: "gone" });
    for (const listener of orphanListeners.splice(0)) listener();
    return true;
  }

  function finish(number: number, answer: Answer<never>): void {
    const request = pending.get(number);
    if (!request) return;
    pending.delete(number);
    clearTimeout(request.timer);
    request.resolve(answer);
  }

  function connect(): AskingPort {
    const runtime = runtimeNow();
    if (!runtime) throw new Error("no runtime");
    const fresh = runtime.connect({ name: askPort });
    fresh.onMessage.addListener((message) => {
      if (isNumberedAnswer(message)) finish(message.number, message.answer);
    });
    fresh.onDisconnect.addListener(() => {
      // Reading it tells Chrome that the error is handled; it would be written to the page's console.
      void runtimeNow()?.lastError;
      lose(fresh);
    });
    return fresh;
  }

  function send(request: Pending): void {
    if (orphaned() || !pending.has(request.call.number)) return;
    clearTimeout(request.timer);
    request.timer = setTimeout(() => {
      const silent = port;
      if (silent) {
        silent.disconnect();
        lose(silent);
      } else {
        retry(request);
      }
    }, unansweredMs);
    try {
      port ??= connect();
      port.postMessage(request.call);
    } catch {
      // A port that closed without a word, or "Extension context invalidated".
      port = undefined;
      if (!orphaned()) retry(request);
    }
  }

  function retry(request: Pending): void {
    const delay = retryDelaysMs[request.retries];
    if (delay === undefined) {
      finish(request.call.number, { ok: false, code: "gone" });
      return;
    }
    request.retries += 1;
    clearTimeout(request.timer);
    if (delay === 0) send(request);
    else request.timer = setTimeout(() => send(request), delay);
  }

  /** Everything asked over this port is asked again over the next one. */
  function lose(lost: AskingPort): void {
    if (port !== lost) return;
    port = undefined;
    if (orphaned()) return;
    for (const request of pending.values()) retry(request);
  }

  return {
    ask: (channel, body) =>
      new Promise((resolve) => {
        const gone: Code = "gone";
        if (orphaned()) {
          resolve({ ok: false, code: gone });
          return;
        }
        lastNumber += 1;
        const request: Pending = {
          call: { number: lastNumber, channel, body },
          resolve,
          retries: 0,
          timer: undefined,
        };
        pending.set(lastNumber, request);
        send(request);
      }),
    orphaned,
    onOrphan(listener) {
      if (orphaned()) listener();
      else orphanListeners.push(listener);
    },
  };
}
