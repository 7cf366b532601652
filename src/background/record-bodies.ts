/** What happens to the policy, as it goes into the record and comes back out of it. */
import type { PolicyEvent } from "../contract/policy-event.ts";
import type { EntryBody, RecordEntry } from "../contract/record-entry.ts";
import type { Recorder } from "./record.ts";
import { oneLine } from "../record/attempt-body.ts";

/** Stands for the whole of a policy, where a part would be named. */
const whole = "policy";
const unknown = "unknown";
const longestPath = 80;

/** A managed policy may have any text for a key; the record has only names. */
function named(path: string): string {
  const plain = path.replaceAll(/[^A-Za-z0-9.[\]-]/g, "-").slice(0, longestPath);
  return /^[A-Za-z0-9]/.test(plain) ? plain : whole;
}

type PolicyBody = Extract<EntryBody, { kind: "policy-change" | "policy-fault" }>;
type PolicyEntry = Extract<RecordEntry, { kind: "policy-change" | "policy-fault" }>;

/** `before`: version of the policy that was in force; null: not known. */
export function eventBodies(
  { kind, paths, policyVersion, version }: PolicyEvent,
  before: string | null,
): readonly PolicyBody[] {
  const about = { policyVersion, ...(version === null ? {} : { version: oneLine(version) }) };
  const names = [...new Set(paths.map(named))].slice(0, 100);
  if (kind === "changed" || kind === "seat") {
    const source = kind === "seat" ? "seat" : "managed";
    return [{ kind: "policy-change", source, before: before ?? unknown, settings: names, ...about }];
  }
  const state = kind === "fault" ? {} : { state: kind };
  return (names.length === 0 ? [whole] : names).map((path) => ({
    kind: "policy-fault",
    path,
    ...state,
    ...about,
  }));
}

/** Faults that were written together are one event. Entries with the newest first, and so are the events. */
export function eventsOf(entries: readonly PolicyEntry[]): readonly PolicyEvent[] {
  const events: PolicyEvent[] = [];
  for (const entry of entries) {
    const event = eventOf(entry);
    const later = events.at(-1);
    if (entry.kind === "policy-fault" && later?.kind === event.kind && later.at === event.at) {
      events[events.length - 1] = { ...later, paths: [...event.paths, ...later.paths] };
    } else events.push(event);
  }
  return events;
}

function eventOf(entry: PolicyEntry): PolicyEvent {
  const { seq, at, policyVersion, version = null } = entry;
  const about = { id: String(seq), at, policyVersion, version };
  if (entry.kind === "policy-change") {
    return { ...about, kind: entry.source === "seat" ? "seat" : "changed", paths: entry.settings };
  }
  return { ...about, kind: entry.state ?? "fault", paths: entry.path === whole ? [] : [entry.path] };
}

/** All of them, or none; a set that is known by the id of its first is not added again. */
export async function recordEvents(
  record: Pick<Recorder, "step">,
  events: readonly PolicyEvent[],
): Promise<void> {
  const [first] = events;
  if (!first) return;
  const { id, policyVersion } = first;
  await record.step((head) => ({
    bodies: events.flatMap((event) => eventBodies(event, head.policyVersion)),
    id,
    policyVersion,
  }));
}
