/** What the extension's pages are shown of the record. */
import type { Attempt } from "../contract/attempt.ts";
import { entryLine } from "../contract/record-entry.ts";
import type { RecordEntry } from "../contract/record-entry.ts";
import type { PolicyEvent } from "../contract/policy-event.ts";
import type { RecordReader, StoredLine } from "../platform/record-store.ts";
import { eventOf } from "./record-bodies.ts";

const atATime = 500;

/** @throws where a line cannot be understood: it is not passed over as if there were none. */
export const entryOf = ({ line }: StoredLine): RecordEntry => entryLine.parse(JSON.parse(line)).entry;

/** The newest first, none older than `since` (milliseconds since 1970); `total` counts them all. */
export async function listAttempts(
  store: RecordReader,
  since: number,
  limit: number,
): Promise<{ attempts: Attempt[]; total: number }> {
  const head = await store.head();
  if (!head) return { attempts: [], total: 0 };
  const attempts: Attempt[] = [];
  const most = since <= 0 ? limit : Infinity;
  let total = 0;
  let before = head.chain.next;
  while (before > head.expired && attempts.length < most) {
    const lines = await store.readLinesBefore(before, atATime);
    for (const line of lines) {
      const entry = entryOf(line);
      if (entry.at < since) return { attempts, total };
      if (entry.kind !== "attempt") continue;
      total += 1;
      if (attempts.length < limit) attempts.push(attemptOf(entry));
    }
    before -= atATime;
  }
  if (since <= 0) total = head.chain.next - head.expired - (await store.countOthers());
  return { attempts, total };
}

function attemptOf(entry: Extract<RecordEntry, { kind: "attempt" }>): Attempt {
  const { kind: _, seq: _seq, seat: _seat, previous: _previous, ...rest } = entry;
  const { fingerprint: _fingerprint, evidence: _evidence, kept: _kept, ...attempt } = rest;
  return attempt;
}

/** The newest first. */
export async function listPolicyEvents(
  store: RecordReader,
  limit: number,
): Promise<{ events: PolicyEvent[]; total: number }> {
  const { lines, total } = await store.readKinds(["policy-change", "policy-fault"], limit);
  const events = lines
    .map(entryOf)
    .flatMap((entry) =>
      entry.kind === "policy-change" || entry.kind === "policy-fault" ? [eventOf(entry)] : [],
    );
  return { events, total };
}
