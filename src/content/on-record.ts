import type { OnRecord } from "./view.ts";

/** So long (milliseconds) the card waits with the outcome of a send for its entry. */
const waitMs = 250;

export interface HoldRecord {
  /** Of the last hold. */
  now(): OnRecord;
  /** A send was held, and its entry is on the way. */
  wait(recording: Promise<void>): void;
}

/** The entry comes before its outcome is seen, if it comes soon. @param onChange what `now` says is another than before */
export function createHoldRecord(onChange: () => void): HoldRecord {
  let state: OnRecord = "kept";
  let holds = 0;
  return {
    now: () => state,
    wait(recording) {
      const hold = (holds += 1);
      state = "awaited";
      const become = (next: OnRecord): void => {
        if (hold !== holds || state === "kept") return;
        state = next;
        onChange();
      };
      const timer = setTimeout(become, waitMs, "late");
      void recording.then(() => {
        clearTimeout(timer);
        return become("kept");
      });
    },
  };
}
