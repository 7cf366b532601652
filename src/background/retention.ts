/** Deletes of the record what the policy does not let be kept any longer. */
import type { ResolvedPolicy } from "./policy.ts";

/** In one transaction, so that a check that comes meanwhile does not wait for the disk. */
const batch = 200;
const dayMs = 86_400_000;

export interface RetentionParts {
  /** Undefined, or awaited: nobody knows how long the record is to be kept. */
  readPolicy(): Promise<Pick<ResolvedPolicy, "policy" | "source"> | undefined>;
  readonly store: { dropBefore(before: number, most: number): Promise<boolean> };
  readonly alarm: { set(at: number): Promise<void> };
  now(): number;
}

/** What is older than this goes: so many years before `now`, by the calendar. */
export function keptSince(years: number, now: number): number {
  const day = new Date(now);
  day.setFullYear(day.getFullYear() - years);
  return day.getTime();
}

/** Looks once, and has itself called again in a day. Never rejects. */
export async function forgetOld(parts: RetentionParts): Promise<void> {
  await parts.alarm.set(parts.now() + dayMs).catch(() => undefined);
  try {
    const known = await parts.readPolicy();
    if (!known || known.source === "awaited") return;
    const before = keptSince(known.policy.retentionYears, parts.now());
    while (await parts.store.dropBefore(before, batch));
  } catch {
    // The store cannot be written now: it is tried again in a day, and whenever the worker starts.
  }
}
