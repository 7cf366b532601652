import type { Outcome } from "../contract/attempt.ts";
import { reasonLimit } from "../contract/limits.ts";
import type { Draft } from "../engine/model.ts";
import type { Ask } from "../platform/ask.ts";

export interface Attempts {
  /** Resolves when it is on record, or given up. */
  record(outcome: Outcome, draft: Draft, reason: string | undefined): Promise<void>;
}

/** Between tries to hand over an attempt: a worker that is gone now may be back. */
const againMs = 3000;
/** Beyond this the oldest wait is given up by closing the page only; nothing is dropped before. */
const tries = 200;

/**
 * Hands attempts to the worker, which checks the draft itself and keeps no text. Each carries an id, so that a repeated
 * request is one attempt. What the worker has not acknowledged is offered again.
 */
export function createAttempts({ ask }: Ask, signal: AbortSignal): Attempts {
  async function deliver(body: Parameters<typeof ask<"attempt.record">>[1]): Promise<void> {
    for (let attempt = 0; attempt < tries && !signal.aborted; attempt += 1) {
      const answer = await ask("attempt.record", body);
      if (answer.ok || answer.code === "bad-request" || answer.code === "not-allowed") return;
      await new Promise((resolve) => setTimeout(resolve, againMs));
    }
  }
  return {
    record: (outcome, draft, reason) =>
      deliver({
        id: crypto.randomUUID(),
        outcome,
        draft,
        ...(reason !== undefined && { reason: reason.slice(0, reasonLimit) }),
      }),
  };
}
