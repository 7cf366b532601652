import type { Outcome } from "../contract/attempt.ts";
import { attachmentLimit, draftLimit, reasonLimit } from "../contract/limits.ts";
import type { Draft } from "../engine/model.ts";
import type { Ask } from "../platform/ask.ts";

export interface Attempts {
  /** Resolves when it is on record, or given up. */
  record(outcome: Outcome, draft: Draft, reason: string | undefined): Promise<void>;
}

/** Between tries to hand over an attempt: a worker that is gone now may be back. Twice as long each time, up to a minute. */
const againMs = 3000;
const longestMs = 60_000;

/** What is beyond the limits of a check is as little looked at here: the worker would take none of it. */
function fitting(draft: Draft): Draft {
  const { text, attachments } = draft;
  if (text.length <= draftLimit && (attachments ?? []).length <= attachmentLimit) return draft;
  return {
    ...draft,
    text: text.slice(0, draftLimit),
    ...(attachments && { attachments: attachments.slice(0, attachmentLimit) }),
  };
}

/**
 * Hands attempts to the worker, which checks the draft itself and keeps no text. Each carries an id, so that a repeated
 * request is one attempt. What the worker has not acknowledged is offered again, until the page is left.
 */
export function createAttempts({ ask }: Ask, signal: AbortSignal): Attempts {
  async function deliver(body: Parameters<typeof ask<"attempt.record">>[1]): Promise<void> {
    for (let wait = againMs; !signal.aborted; wait = Math.min(2 * wait, longestMs)) {
      const answer = await ask("attempt.record", body);
      if (answer.ok || answer.code === "bad-request" || answer.code === "not-allowed") return;
      const next = wait;
      await new Promise((resolve) => setTimeout(resolve, next));
    }
  }
  return {
    record(outcome, draft, reason) {
      const fit = fitting(draft);
      return deliver({
        id: crypto.randomUUID(),
        // The worker keeps what is only to be recorded where it finds something: it cannot say so of what it does not see.
        outcome: outcome === "recorded" && fit !== draft ? "let-go-unchecked" : outcome,
        draft: fit,
        ...(reason !== undefined && { reason: reason.slice(0, reasonLimit) }),
      });
    },
  };
}
