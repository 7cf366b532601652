import type { Attempt } from "../../../src/contract/attempt.ts";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import type { Draft, Verdict } from "../../../src/engine/model.ts";
import type { Database, StoredPatients } from "../../../src/platform/database.ts";
import type { Item } from "../../../src/platform/storage.ts";
import { resolvePolicy } from "../../../src/background/policy.ts";
import type { ResolvedPolicy } from "../../../src/background/policy.ts";

/** A database in memory. `fail` makes every call reject from now on, as a full disk does. */
export function memoryDatabase(): Database & { fail: boolean; attempts: Attempt[] } {
  const settings = new Map<string, unknown>();
  const lists = new Map<string, StoredPatients>();
  const attempts: Attempt[] = [];
  const guard = async (): Promise<void> => {
    await Promise.resolve();
    if (database.fail) throw new Error("QuotaExceededError");
  };
  const database = {
    fail: false,
    attempts,
    async addAttempt(attempt: Attempt) {
      await guard();
      if (!attempts.some(({ id }) => id === attempt.id)) attempts.push(attempt);
    },
    async listAttempts(since: number, limit: number) {
      await guard();
      const listed = attempts.filter(({ at }) => at >= since).toReversed();
      return { attempts: listed.slice(0, limit), total: listed.length };
    },
    async readSetting(key: string) {
      await guard();
      return settings.get(key);
    },
    async writeSetting(key: string, value: unknown) {
      await guard();
      settings.set(key, value);
    },
    async readPatients(id: string) {
      await guard();
      return lists.get(id);
    },
    async addPatients(list: StoredPatients) {
      await guard();
      lists.set(list.id, list);
    },
    async keepOnlyPatients(id: string | undefined) {
      await guard();
      for (const key of lists.keys()) if (key !== id) lists.delete(key);
    },
  };
  return database;
}

export function memoryItem<V>(first: V): Item<V> & { value: V } {
  const kept = {
    value: first,
    read: async () => kept.value,
    async write(next: V) {
      await Promise.resolve();
      kept.value = structuredClone(next);
    },
  };
  return kept;
}

export const defaultResolved: ResolvedPolicy = resolvePolicy({
  managed: { values: {}, dropsSilently: false },
  settled: true,
  lastGood: {},
  seat: {},
});

export { defaultPolicy };

export const draft: Draft = { text: "Thanks for coming in, Jane!", site: "yelp", surface: "review-reply" };

export const clear: Verdict = { verdict: "allow", findings: [], alternatives: [] };
export const stopped: Verdict = {
  verdict: "block",
  findings: [
    {
      rule: "visit-thanks",
      category: "relationship",
      level: "block",
      start: 0,
      end: 20,
      why: "It says that somebody came in.",
      source: "45 CFR 164.502(a)",
    },
  ],
  alternatives: [{ text: "Thank you for the kind words!", kind: "reply" }],
};
