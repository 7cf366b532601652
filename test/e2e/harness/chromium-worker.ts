import type { BrowserContext } from "playwright";

interface Version {
  readonly versionId: string;
  readonly runningStatus: "stopped" | "starting" | "running" | "stopping";
  readonly status: string;
}

export interface WorkerWatch {
  /** Stops the worker if it runs; resolves when it has stopped. */
  stop(): Promise<void>;
  /** Runs `replace` and waits until a worker that was not there before is active. */
  untilReplaced(replace: () => Promise<unknown>): Promise<void>;
}

/**
 * The extension's worker as the browser itself reports it: Playwright's own list of workers still holds one that has
 * been stopped. The session belongs to the tab that is open from the start and must stay so.
 */
export async function watchWorker(context: BrowserContext): Promise<WorkerWatch> {
  const [tab] = context.pages();
  if (!tab) throw new Error("the browser has started without a tab");
  const cdp = await context.newCDPSession(tab);
  const known = new Map<string, Version>();
  const listeners = new Set<(version: Version) => void>();
  cdp.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
    for (const version of versions) {
      known.set(version.versionId, version);
      for (const listener of listeners) listener(version);
    }
  });
  await cdp.send("ServiceWorker.enable");

  const until = (test: (version: Version) => boolean): Promise<void> =>
    new Promise((resolve) => {
      const listener = (version: Version): void => {
        if (!test(version)) return;
        listeners.delete(listener);
        resolve();
      };
      listeners.add(listener);
    });

  return {
    async stop() {
      const running = [...known.values()].find(({ runningStatus }) => runningStatus !== "stopped");
      if (!running) return;
      const stopped = until(
        ({ versionId, runningStatus }) => versionId === running.versionId && runningStatus === "stopped",
      );
      await cdp.send("ServiceWorker.stopAllWorkers");
      await stopped;
    },
    async untilReplaced(replace) {
      const before = new Set(known.keys());
      const replaced = until(
        ({ versionId, runningStatus, status }) =>
          !before.has(versionId) && runningStatus === "running" && status === "activated",
      );
      await replace();
      await replaced;
    },
  };
}
