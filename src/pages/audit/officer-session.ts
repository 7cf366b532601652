/**
 * One page for which the record is open. Where policy names a passphrase, the page has a session, names it in what it asks, and
 * locks itself again: on demand, after some minutes without a hand on it, and when it is left. It locks by being loaded anew, so
 * that nothing of what it has shown stays in its memory.
 */
import type { ConsoleStanding } from "../../contract/console-lock.ts";
import type { ask } from "../shared/ask-worker.ts";
import { lockForm } from "./lock-form.ts";

export interface OfficerSession {
  /** Asks the worker, with the session in what needs one. */
  readonly ask: typeof ask;
  /** Undefined: policy names no passphrase. */
  readonly lock: (() => void) | undefined;
}

export interface SessionParts {
  readonly ask: typeof ask;
  /** Shows what is to be done before anything of the record is shown. */
  readonly show: (asked: HTMLElement) => void;
  /** Nobody knows yet whether there is a policy. */
  readonly wait: () => void;
  /** Calls the listener whenever another policy has come into force. */
  readonly onPolicy: (listener: () => void) => void;
  readonly reload: () => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Milliseconds. */
const waitBetween = 1000;
const lookEach = 5000;
const tellEach = 30_000;
const hands = ["pointerdown", "pointermove", "keydown", "wheel"] as const;

const needsSession = new Set<string>([
  "attempt.list",
  "record.standing",
  "record.review",
  "record.take-down",
  "record.training",
  "record.unlock",
  "record.export",
]);

/** Resolves once the record may be shown. */
export async function openSession(parts: SessionParts): Promise<OfficerSession> {
  for (;;) {
    const answer = await parts.ask("console.read", {});
    if (answer.ok) {
      const { lock, idleMinutes } = answer.value;
      if (lock === "none") return unlocked(parts);
      const session = await given(lock, parts);
      return locking(parts, session, idleMinutes * 60_000);
    }
    parts.wait();
    await new Promise((resolve) => setTimeout(resolve, waitBetween));
  }
}

/** A policy that comes later may keep the record all the same, and then also from who has it open. */
function unlocked(parts: SessionParts): OfficerSession {
  const look = async (): Promise<void> => {
    const answer = await parts.ask("console.read", {});
    if (answer.ok && answer.value.lock !== "none") parts.reload();
  };
  parts.onPolicy(() => void look());
  return { ask: reloading(parts), lock: undefined };
}

/** Loads the page anew where the worker tells it nothing any more. `session`: goes with what needs one. */
const reloading =
  (parts: SessionParts, session?: string): typeof ask =>
  async (channel, body) => {
    const named = session !== undefined && needsSession.has(channel) ? { session } : {};
    const answer = await parts.ask(channel, Object.assign({}, body, named));
    if (!answer.ok && answer.code === "not-allowed") parts.reload();
    return answer;
  };

const given = (lock: Exclude<ConsoleStanding["lock"], "none">, parts: SessionParts): Promise<string> =>
  new Promise((resolve) => parts.show(lockForm(lock, parts.ask, resolve)));

function locking(parts: SessionParts, session: string, idleMs: number): OfficerSession {
  let touched = parts.now();
  let told = touched;
  let isLocked = false;

  const lock = (): void => {
    if (isLocked) return;
    isLocked = true;
    // Whatever comes of it: the worker ends the session by itself in time.
    void parts.ask("console.lock", { session }).finally(parts.reload);
  };
  const look = (): void => {
    const now = parts.now();
    if (now - touched >= idleMs || now < told) {
      lock();
      return;
    }
    if (touched <= told || now - told < tellEach) return;
    told = now;
    void stay();
  };
  async function stay(): Promise<void> {
    const answer = await parts.ask("console.stay", { session });
    if (!answer.ok && answer.code === "not-allowed") parts.reload();
  }
  for (const one of hands)
    addEventListener(one, () => void (touched = parts.now()), { passive: true, capture: true });
  const timer = setInterval(look, lookEach);
  parts.onPolicy(() => void stay());
  // Timers of a page that nobody sees, or of a machine that slept, are late.
  document.addEventListener("visibilitychange", look);
  addEventListener("pagehide", () => {
    clearInterval(timer);
    if (!isLocked) void parts.ask("console.lock", { session });
    isLocked = true;
  });
  // Kept for "Back" with all that it showed.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) parts.reload();
  });

  return { ask: reloading(parts, session), lock };
}
