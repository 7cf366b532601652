/** What happens to the policy, as it goes into the record and comes back out of it. */
import { mostEventPaths } from "../contract/policy-event.ts";
import type { PolicyEvent } from "../contract/policy-event.ts";
import type { EntryBody, RecordEntry } from "../contract/record-entry.ts";
import type { Recorder } from "./record.ts";
import { oneLine } from "../record/attempt-body.ts";

const longestPath = 80;

/** A managed policy may have any text for a key; the record has only names. */
function named(path: string): string {
  const plain = path.replaceAll(/[^A-Za-z0-9.[\]-]/g, "-").slice(0, longestPath);
  return /^[A-Za-z0-9]/.test(plain) ? plain : "policy";
}

type PolicyBody = Extract<EntryBody, { kind: "policy-change" | "policy-fault" }>;
export type PolicyEntry = Extract<RecordEntry, { kind: "policy-change" | "policy-fault" }>;

/** `before`: version of the policy that was in force; null: not known. */
export function eventBody(
  { kind, paths, policyVersion, version }: PolicyEvent,
  before: string | null,
): PolicyBody {
  const settings = [...new Set(paths.map(named))].slice(0, mostEventPaths);
  const about = {
    policyVersion,
    ...(version === null ? {} : { policyName: oneLine(version) }),
    settings,
  };
  if (kind === "fault") return { kind: "policy-fault", result: "found", ...about };
  if (kind === "mended") return { kind: "policy-fault", result: "mended", ...about };
  return {
    kind: "policy-change",
    source: kind === "seat" ? "seat" : "managed",
    ...(kind === "gone" ? { change: "gone" } : {}),
    ...(before === null ? {} : { before }),
    ...about,
  };
}

export function eventOf(entry: PolicyEntry): PolicyEvent {
  const { seq, at, policyVersion, policyName = null, settings } = entry;
  const kind =
    entry.kind === "policy-fault"
      ? entry.result === "found"
        ? "fault"
        : "mended"
      : (entry.change ?? (entry.source === "seat" ? "seat" : "changed"));
  return { id: String(seq), at, kind, paths: settings, policyVersion, version: policyName };
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
    bodies: events.map((event) => eventBody(event, head.policyVersion)),
    id,
    policyVersion,
  }));
}
