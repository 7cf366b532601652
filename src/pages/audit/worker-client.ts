import { t } from "../../platform/i18n.ts";
import type { Asked, FromWorker, JobName, Jobs } from "./jobs.ts";

export type Told<K extends JobName> =
  | { readonly ok: true; readonly value: Jobs[K]["answer"] }
  | { readonly ok: false; readonly problem: string };

/** Asks the worker; never rejects. `progress` hears how much is done, of 1. */
export type Tell = <K extends JobName>(
  job: K,
  ask: Jobs[K]["ask"],
  progress?: (part: number) => void,
) => Promise<Told<K>>;

interface Waiting {
  readonly settle: (message: { readonly answer: unknown } | { readonly problem: string }) => void;
  readonly progress: ((part: number) => void) | undefined;
}

export function startWorker(): Tell {
  const worker = new Worker(new URL("./record-worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
    const one = waiting.get(data.id);
    if (!one) return;
    if ("progress" in data) {
      one.progress?.(data.progress);
      return;
    }
    waiting.delete(data.id);
    one.settle("failed" in data ? { problem: t("audit_unexpected") } : data);
  });
  const fail = (event: Event): void => {
    event.preventDefault();
    for (const one of waiting.values()) one.settle({ problem: t("audit_reading_broke_off") });
    waiting.clear();
  };
  worker.addEventListener("error", fail);
  worker.addEventListener("messageerror", fail);
  return <K extends JobName>(job: K, ask: Jobs[K]["ask"], progress?: (part: number) => void) =>
    new Promise<Told<K>>((resolve) => {
      const id = ++last;
      waiting.set(id, {
        progress,
        settle: (message) =>
          resolve(
            "answer" in message
              ? // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the worker is our own, and answers each job with its answer
                { ok: true, value: message.answer as Jobs[K]["answer"] }
              : { ok: false, problem: message.problem },
          ),
      });
      const message: Asked<K> = { id, job, ask };
      worker.postMessage(message, []);
    });
}
