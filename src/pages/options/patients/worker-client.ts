import type { FromWorker, ToWorker } from "./jobs.ts";
import { t } from "../../../platform/i18n.ts";

/** A worker of the patient list. It holds a file with names, so each gets one job and ends with it. */
export interface ListWorker {
  tell(message: ToWorker): void;
  /** At once, in the middle of whatever it does. */
  stop(): void;
}

export const broken = (): string => t("options_reading_broke_off_and_why_is");

/** `hear` is not called any more after `stop`. */
export function startWorker(hear: (message: FromWorker) => void): ListWorker {
  const worker = new Worker(new URL("./list-worker.ts", import.meta.url), { type: "module" });
  let isStopped = false;
  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
    if (!isStopped) hear(data);
  });
  const fail = (event: Event): void => {
    // An uncaught error would go to the console, and what it says may quote the file.
    event.preventDefault();
    if (!isStopped) hear({ say: "failed", problem: broken() });
  };
  worker.addEventListener("error", fail);
  worker.addEventListener("messageerror", fail);
  return {
    tell: (message) => worker.postMessage(message, []),
    stop() {
      isStopped = true;
      worker.terminate();
    },
  };
}

type Failed = Extract<FromWorker, { say: "failed" }>;

export interface Conversation {
  /** The answer of this kind, or `failed`; never rejects. One question at a time. */
  ask<K extends FromWorker["say"]>(
    message: ToWorker,
    answer: K,
  ): Promise<Extract<FromWorker, { say: K }> | Failed>;
  stop(): void;
}

/** Question and answer with a worker of its own: for what takes a moment and needs no progress. */
export function converse(): Conversation {
  let settle: ((message: FromWorker) => void) | undefined;
  const worker = startWorker((message) => settle?.(message));
  return {
    ask<K extends FromWorker["say"]>(message: ToWorker, answer: K) {
      return new Promise<Extract<FromWorker, { say: K }> | Failed>((resolve) => {
        settle = (said) => {
          if (isSaid(said, answer) || said.say === "failed") resolve(said);
        };
        worker.tell(message);
      });
    },
    stop: () => worker.stop(),
  };
}

function isSaid<K extends FromWorker["say"]>(
  message: FromWorker,
  say: K,
): message is Extract<FromWorker, { say: K }> {
  return message.say === say;
}
