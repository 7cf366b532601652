import type { PolicyEvent } from "../contract/policy-event.ts";
import { z } from "../contract/zod.ts";
import type { Practice } from "../engine/model.ts";
import type { Managed } from "../platform/managed.ts";
import type { Item } from "../platform/storage.ts";
import { policyWithoutSecrets } from "../contract/read-value.ts";
import { digest } from "./digest.ts";
import { createTurns } from "./in-turn.ts";
import { monitorSeen, watchingNow } from "./monitor-seen.ts";
import { noNotes, noted, policyNotes } from "./policy-notes.ts";
import type { PolicyNotes } from "./policy-notes.ts";
import { changeSeat } from "./policy-seat.ts";
import { earliest, resolvePolicy } from "./policy.ts";
import type { ByPath, ResolvedPolicy } from "./policy.ts";

const byPath = z.record(z.string(), z.unknown());

/** Chrome has just installed us: it reads the managed values some three seconds later. */
export const settleMs = 30_000;

/**
 * A browser whose policy has installed us has a policy, and most likely one for us too. Chrome reads it when it has nothing
 * better to do: under keys without a pause that was up to sixty seconds after it had installed us.
 */
export const forcedSettleMs = 300_000;

/**
 * How long the last good policy stays in force where the browser says that there is none any more: it says so of a file with
 * a missing comma too. An admin who wants a policy gone sooner says the defaults in it.
 */
export const graceMs = 7 * 86_400_000;

type Key = "seat-policy" | "managed-policy" | "policy-since" | "monitor-seen";

export interface PolicySourceParts {
  readManaged(): Promise<Managed>;
  /** The browser's own policy has installed the extension. */
  installedByPolicy(): Promise<boolean>;
  readSetting(key: Key): Promise<unknown>;
  writeSetting(key: Key, value: unknown): Promise<void>;
  /** All of them, or none. */
  writeSettings(values: Readonly<Partial<Record<"seat-policy" | "practice", unknown>>>): Promise<void>;
  /** All of them, or none; those that are known by their id are not added again. */
  addPolicyEvents(events: readonly PolicyEvent[]): Promise<void>;
  /** When the worker first ran since the browser started, in milliseconds since 1970; 0: not noted yet. */
  readonly started: Item<number>;
  now(): number;
}

export interface SeatPolicy extends ResolvedPolicy {
  /** Until when the last good policy stays in force though the browser says that there is none; null: it does not say so. */
  readonly goneUntil: number | null;
  /** By path, since when it is as it is. What is not there has been so for as long as this browser knows. */
  readonly since: ReadonlyMap<string, number>;
}

export interface PolicySource {
  /** Rejects where the store cannot be read: then nothing is known, and nothing may be let go. */
  read(): Promise<SeatPolicy>;
  /**
   * False, and nothing changed, where `wanted` is looser than this seat may choose, or `practice` is given and fixed; nor
   * where nobody knows yet what may be chosen (`awaited`): what only repeats the strictest of that while would be forgotten
   * after it. Both are on disk together.
   */
  change(wanted: Readonly<Record<string, unknown>>, practice?: Practice): Promise<boolean | "awaited">;
  /** Milliseconds until an empty managed policy counts as none; 0: it does. */
  unsettledFor(): Promise<number>;
}

/**
 * Names the policy in force in the record, and in every version of the knowledge. Not its secrets: all may read the version,
 * and guess a short secret from it. No verdict depends on one.
 */
export const versionOfPolicy = (policy: ResolvedPolicy["policy"]): Promise<string> =>
  digest(JSON.stringify(policyWithoutSecrets(policy)));

export function createPolicySource(parts: PolicySourceParts): PolicySource {
  /** So that no change is recorded twice. */
  const alone = createTurns();
  /** How often the managed policy was asked for, and for which of these times its answer was last taken in. */
  let asked = 0;
  let taken = 0;

  async function withManaged<T>(work: (managed: Managed) => Promise<T>): Promise<T> {
    const mine = (asked += 1);
    // It may take seconds after the browser's start; nobody else waits for it.
    const managed = await parts.readManaged();
    return alone(async () => {
      // One that was asked for later has been taken in: this answer may be older than that.
      const latest = mine < taken ? await parts.readManaged() : managed;
      taken = Math.max(taken, mine);
      return work(latest);
    });
  }

  async function stored(key: Key): Promise<ByPath | undefined> {
    return byPath.safeParse(await parts.readSetting(key)).data;
  }

  async function unsettledFor(): Promise<number> {
    const now = parts.now();
    let started = await parts.started.read();
    // A clock that was set back must not keep an empty policy waiting for ever.
    if (started === 0 || started > now) {
      started = now;
      await parts.started.write(now);
    }
    // Nobody is asked any more who installed us once it makes no difference.
    if (now - started >= forcedSettleMs) return 0;
    const patience = (await parts.installedByPolicy()) ? forcedSettleMs : settleMs;
    return Math.max(0, started + patience - now);
  }

  async function read(managed: Managed): Promise<SeatPolicy> {
    const [lastGood, seat = {}, kept, unsettled] = await Promise.all([
      stored("managed-policy"),
      stored("seat-policy"),
      parts.readSetting("policy-since"),
      unsettledFor(),
    ]);
    const now = parts.now();
    const before = policyNotes.safeParse(kept).data ?? noNotes;
    const settled = unsettled === 0 || !managed.dropsSilently;
    const isEmpty = Object.keys(managed.values).length === 0;
    const isMissed = isEmpty && lastGood !== undefined && Object.keys(lastGood).length > 0;
    const gone = isMissed && settled ? goneFrom(before, now) : null;
    const goneUntil = gone !== null && now < gone + graceMs ? gone + graceMs : null;
    const resolved = resolvePolicy({ managed, settled, doubted: goneUntil !== null, lastGood, seat, now });
    const { managedValues } = resolved;
    if (managedValues !== undefined && JSON.stringify(managedValues) !== JSON.stringify(lastGood)) {
      await parts.writeSetting("managed-policy", managedValues);
    }
    // What is early and empty says nothing: neither that the policy has changed, nor that its faults are mended.
    const notes =
      isEmpty && !settled ? before : await note(before, resolved, goneUntil === null ? null : gone);
    return {
      ...resolved,
      monitoring: await isWatchingOnly(resolved.policy.monitor, now),
      faults: goneUntil === null ? resolved.faults : [goneFault(goneUntil), ...resolved.faults],
      nextChange: earliest([resolved.nextChange, goneUntil, isEmpty && !settled ? now + unsettled : null]),
      goneUntil,
      since: new Map(Object.entries(notes.since).map(([path, { at }]) => [path, at])),
    };
  }

  /** What cannot be noted is enforced. */
  async function isWatchingOnly(days: ResolvedPolicy["policy"]["monitor"], now: number): Promise<boolean> {
    if (!days) return false;
    const before = monitorSeen.safeParse(await parts.readSetting("monitor-seen")).data;
    const { monitoring, seen } = watchingNow(days, before, now);
    if (!seen) return monitoring;
    return parts.writeSetting("monitor-seen", seen).then(
      () => monitoring,
      () => false,
    );
  }

  async function note(
    before: PolicyNotes,
    resolved: ResolvedPolicy,
    goneSince: number | null,
  ): Promise<PolicyNotes> {
    const at = parts.now();
    const { notes, events } = await noted(before, resolved, goneSince, at);
    if (JSON.stringify(notes) === JSON.stringify(before)) return notes;
    const policyVersion = await versionOfPolicy(resolved.policy);
    const { version } = resolved.policy;
    const whole = events.map(async (event) => ({
      ...event,
      id: await digest(JSON.stringify([event, before])),
      at,
      policyVersion,
      version,
    }));
    try {
      // First the event: what is known to have been noted must have been recorded.
      if (events.length > 0) await parts.addPolicyEvents(await Promise.all(whole));
      await parts.writeSetting("policy-since", { ...notes, step: (before.step ?? 0) + 1 });
    } catch {
      // The disk is full: the policy holds all the same, and at the next reading this is new again.
    }
    return notes;
  }

  return {
    read: () => withManaged(read),
    unsettledFor,
    change(wanted, practice) {
      return withManaged(async (managed) => {
        const resolved = await read(managed);
        if (resolved.source === "awaited") return "awaited";
        if (practice && resolved.states.get("practice")?.level === "fixed") return false;
        const next = changeSeat((await stored("seat-policy")) ?? {}, resolved, wanted);
        if (!next) return false;
        await parts.writeSettings({ "seat-policy": next, ...(practice && { practice }) });
        return true;
      });
    },
  };
}

/** A clock that was set back begins the time anew. */
const goneFrom = ({ goneSince }: PolicyNotes, now: number): number =>
  goneSince === null || goneSince > now ? now : goneSince;

function goneFault(until: number): ResolvedPolicy["faults"][number] {
  const day = new Date(until).toLocaleDateString("en-CA");
  return {
    path: "",
    problem: "is not there any more, or its file cannot be read",
    instead: `the last one, until ${day}`,
  };
}
