/** The officer's key while it may be used: in the memory of this page, and for a while. */
import type { OfficerKey } from "../../record/evidence-key.ts";

/** Milliseconds from when the key was opened. */
export const heldFor = 15 * 60_000;

export interface HeldKey {
  /** Undefined: there is none, or its time is over. */
  get(): OfficerKey | undefined;
  hold(key: OfficerKey): void;
  /** When it will be forgotten; milliseconds since 1970. */
  until(): number | undefined;
  forget(): void;
}

/** `onOver`: its time is over, and it has been forgotten. */
export function heldKey(now: () => number, onOver: () => void): HeldKey {
  let held: { readonly key: OfficerKey; readonly until: number } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function forget(): void {
    clearTimeout(timer);
    held?.key.forget();
    held = undefined;
  }
  function end(): void {
    forget();
    onOver();
  }
  /** Timers stand still while the machine sleeps; the clock does not. One that was set back gives no more time. */
  function isOver(until: number): boolean {
    const left = until - now();
    return left <= 0 || left > heldFor;
  }
  return {
    get() {
      if (held && isOver(held.until)) end();
      return held?.key;
    },
    hold(key) {
      forget();
      held = { key, until: now() + heldFor };
      timer = setTimeout(end, heldFor);
    },
    until: () => held?.until,
    forget,
  };
}
