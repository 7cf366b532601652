import { browser } from "./browser.ts";

/** One alarm of the browser. It outlives the worker and starts it; the browser may forget it when it ends. */
export interface Alarm {
  /** Milliseconds since 1970. Chrome rings no earlier than half a minute from now. */
  set(at: number): Promise<void>;
  clear(): Promise<void>;
  /** To be called before the worker's first task ends. */
  onRing(listener: () => void): void;
}

export function createAlarm(name: string): Alarm {
  return {
    async set(at) {
      // The polyfill's types say void; both browsers answer with a promise.
      await Promise.resolve(browser.alarms.create(name, { when: at }));
    },
    async clear() {
      await browser.alarms.clear(name);
    },
    onRing(listener) {
      browser.alarms.onAlarm.addListener((alarm) => {
        if (alarm.name === name) listener();
      });
    },
  };
}
