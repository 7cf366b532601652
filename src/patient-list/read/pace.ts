/** Long work in slices: others get a turn in between, progress is said, and a wish to stop is heard. */
import type { ReadOptions } from "./source.ts";

const slice = 30; // ms

export interface Pace {
  /** To be called often, with how much is done from 0 to 1; goes on at once until a slice is used up. */
  rest(done: number): Promise<void> | undefined;
}

export function newPace({ signal, progress }: ReadOptions = {}): Pace {
  let since = performance.now();
  signal?.throwIfAborted();
  return {
    rest(done) {
      return performance.now() - since < slice ? undefined : pause(done);
    },
  };

  async function pause(done: number): Promise<void> {
    await nextTurn();
    signal?.throwIfAborted();
    progress?.(Math.min(1, done));
    since = performance.now();
  }
}

/** A turn of the event loop. A timer would do too, but browsers stretch nested ones to 4 ms. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener(
      "message",
      () => {
        port1.close();
        resolve();
      },
      { once: true },
    );
    port1.start();
    port2.postMessage(null);
  });
}
