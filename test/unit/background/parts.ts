import { nobody } from "../../../src/engine/patients/index.ts";
import type { PolicyEvent } from "../../../src/contract/policy-event.ts";
import { defaultPolicy } from "../../../src/contract/policy.ts";
import type { Draft, Verdict } from "../../../src/engine/model.ts";
import type { Database, PatientsChange, StoredPatients } from "../../../src/platform/database.ts";
import type { Item } from "../../../src/platform/storage.ts";
import { resolvePolicy } from "../../../src/background/policy.ts";
import type { ResolvedPolicy } from "../../../src/background/policy.ts";
import type { ResolvedPatientList } from "../../../src/background/policy-patient-list.ts";
import { buildIndex } from "../../../src/engine/index.ts";
import type { Person } from "../../../src/engine/index.ts";
import { sha256Of, toBase64 } from "../../../src/patient-list/bytes.ts";
import { sealList } from "../../../src/patient-list/seal.ts";
import type { Sealing } from "../../../src/patient-list/seal.ts";

/**
 * A database in memory, and what is told of the policy. `fail` makes every call reject from now on, as where the store cannot be
 * opened.
 */
export function memoryDatabase() {
  const settings = new Map<string, unknown>();
  const lists = new Map<string, StoredPatients>();
  const events: PolicyEvent[] = [];
  const guard = async (): Promise<void> => {
    await Promise.resolve();
    if (database.fail) throw new Error("QuotaExceededError");
  };
  const database: Database & {
    fail: boolean;
    events: PolicyEvent[];
    addPolicyEvents(added: readonly PolicyEvent[]): Promise<void>;
  } = {
    fail: false,
    events,
    async addPolicyEvents(added: readonly PolicyEvent[]) {
      await guard();
      events.push(...added.filter(({ id }) => !events.some((known) => known.id === id)));
    },
    async readSetting(key: string) {
      await guard();
      return settings.get(key);
    },
    async writeSetting(key: string, value: unknown) {
      await guard();
      settings.set(key, value);
    },
    async writeSettings(values: Readonly<Record<string, unknown>>) {
      await guard();
      for (const [key, value] of Object.entries(values)) settings.set(key, value);
    },
    async readPatients(id: string) {
      await guard();
      return lists.get(id);
    },
    async addPatients(list: StoredPatients) {
      await guard();
      lists.set(list.id, list);
    },
    async changePatients({ inUse, add, drop }: PatientsChange) {
      await guard();
      settings.set("patients-in-use", inUse);
      for (const key of lists.keys()) if (key !== add?.id && drop(key)) lists.delete(key);
      if (add) lists.set(add.id, add);
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

/** What the policy says of the practice's list where it says nothing. */
export const noneNamed: ResolvedPatientList = defaultResolved.patientList;

export const quillon: Person = { ...nobody, given: "Quillon", family: "Abernathy-Vance" };
export const jane: Person = { ...nobody, given: "Jane", family: "Doerfler" };

export const managedKey = Uint8Array.from({ length: 32 }, (_, at) => at + 1);
export const passphrase = "amber-fennel-quartz-meadow-7312";

export interface Sealed {
  readonly id: string;
  readonly file: Uint8Array;
  /** The list key, base64. */
  readonly key: string;
  readonly sha256: string;
}

/** A sealed list of these people; with the managed key where no lock is named. */
export async function sealedList(
  people: readonly Person[],
  id: string,
  { expires = null, locks = { managedKey } }: Partial<Pick<Sealing, "expires" | "locks">> = {},
): Promise<Sealed> {
  const index = buildIndex(people, new Uint8Array(16).fill(7), id);
  const { file, key } = await sealList(index, { created: 1_000, expires, locks });
  return { id, file, key: toBase64(key), sha256: await sha256Of(file) };
}

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
