/** What versions without a chain have kept, as entries of one. */
import type { Attempt } from "../contract/attempt.ts";
import type { PolicyEvent } from "../contract/policy-event.ts";
import type { EntryBody } from "../contract/record-entry.ts";
import { attemptBody } from "../record/attempt-body.ts";
import { eventBody } from "./record-bodies.ts";

export interface OldEntry {
  /** Milliseconds since 1970; not after the moment at which it is put into the chain. */
  readonly at: number;
  readonly body: EntryBody;
  readonly id?: string;
}

const unchained = { kept: "unchained" } as const;
const isToken = (id: string): boolean => /^[0-9a-f]{16}$/.test(id);

/** In the order of their time. */
export function oldEntries(
  old: { readonly attempts: readonly Attempt[]; readonly events: readonly PolicyEvent[] },
  now: number,
): readonly OldEntry[] {
  const inOrder = old.events.toSorted((one, other) => one.at - other.at);
  const events = inOrder.map((event, at) => ({
    at: Math.min(event.at, now),
    body: { ...eventBody(event, inOrder[at - 1]?.policyVersion ?? null), ...unchained },
  }));
  const attempts = old.attempts.map((attempt, at) => {
    const id = isToken(attempt.id) ? attempt.id : at.toString(16).padStart(16, "0");
    const rules = attempt.rules.slice(0, 100);
    return {
      at: Math.min(attempt.at, now),
      body: { ...attemptBody({ ...attempt, id, rules }), ...unchained },
      id,
    };
  });
  return [...attempts, ...events].toSorted((one, other) => one.at - other.at);
}
