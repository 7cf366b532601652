/** What the record needs once a day: seals, a sign of life, and that what is too old goes. */
import { sealLine } from "../contract/record-entry.ts";
import type { RecordStore } from "../platform/record-store.ts";
import { dayOf, startOf } from "../record/day.ts";
import { dueToExpire } from "../record/retention.ts";
import type { Recorder } from "./record.ts";
import type { ResolvedPolicy } from "./policy.ts";

const dayMs = 86_400_000;
/** A page gives up an attempt long before. */
const idsKeptDays = 2;

export interface DailyParts {
  readonly record: Recorder;
  readonly store: Pick<RecordStore, "readSeals" | "forgetIds">;
  /** Undefined: it cannot be read. */
  readKnown(): Promise<
    | { readonly policyVersion: string; readonly resolved: Pick<ResolvedPolicy, "policy" | "source"> }
    | undefined
  >;
  readonly alarm: { set(at: number): Promise<void> };
  /** Name and version of the browser. */
  readonly browser: string;
  readonly engineVersion: string;
  now(): number;
  random(): number;
}

/**
 * A little after the next midnight (UTC). `random` (0 to 1) spreads the seats of a practice, whose records are forwarded to one
 * collector.
 */
export const nextDay = (now: number, random: number): number =>
  startOf(dayOf(now)) + dayMs + Math.round((1 + 4 * random) * 60_000);

/**
 * Looks, and has itself called again the next day. Does nothing twice on one day. Never rejects: what could not be written is
 * tried again when the worker starts next.
 */
export async function lookDaily(parts: DailyParts): Promise<void> {
  const { record } = parts;
  await parts.alarm.set(nextDay(parts.now(), parts.random())).catch(() => undefined);
  try {
    const known = await parts.readKnown();
    let isNewDay = false;
    await record.step((head, now) => {
      const today = dayOf(now);
      isNewDay = head.heartbeat !== today;
      // Of a policy that is not there yet it can say nothing: the days that have ended are sealed without it.
      if (!isNewDay || !known || known.resolved.source === "awaited") return undefined;
      const { policyVersion } = known;
      const { browser, engineVersion } = parts;
      return {
        bodies: [{ kind: "heartbeat", browser, policyVersion, engineVersion }],
        heartbeat: today,
      };
    });
    if (!isNewDay || !known || known.resolved.source === "awaited") return;
    await forgetOld(parts, known.resolved.policy.retentionYears);
    await forgetIds(parts);
  } catch {
    // The disk is full, or the store is being upgraded.
  }
}

async function forgetOld({ record, store }: DailyParts, years: number): Promise<void> {
  const seals = (await store.readSeals()).map((line) => sealLine.parse(JSON.parse(line)).seal);
  await record.step((head, now) => {
    const due = dueToExpire(seals, head.expired, dayOf(now), years);
    return due && { bodies: [{ kind: "expiry", years, ...due }], expired: due.before };
  });
}

async function forgetIds({ record, store }: DailyParts): Promise<void> {
  const { seals } = (await record.head()).chain;
  if (seals < idsKeptDays) return;
  const [line] = await store.readSeals(seals - idsKeptDays);
  if (line !== undefined) await store.forgetIds(sealLine.parse(JSON.parse(line)).seal.first);
}
