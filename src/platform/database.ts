/**
 * IndexedDB of the extension's origin: what pages of the watched sites, and our own script in them, can never read
 * (`storage.local` they can).
 */
import { openDB } from "idb";
import type { DBSchema, IDBPDatabase } from "idb";
import type { Attempt } from "../contract/attempt.ts";
import type { PolicyEvent } from "../contract/policy-event.ts";

/** A sealed list (docs/sealed-list.md), as it was made: nothing of a list lies here unsealed. */
export interface StoredPatients {
  readonly id: string;
  readonly file: Uint8Array;
}

/** One step from one list to another: all of it is on disk, or nothing has changed. */
export interface PatientsChange {
  /** Becomes the setting `patients-in-use`. */
  readonly inUse: unknown;
  readonly add?: StoredPatients | undefined;
  /** Which of the other stored lists are removed, by id. */
  readonly drop: (id: string) => boolean;
}

type SettingKey =
  | "seat-policy"
  | "managed-policy"
  | "practice"
  | "patients-in-use"
  | "patients-fetch"
  | "policy-since"
  | "monitor-seen"
  | "code-tries";

interface Schema extends DBSchema {
  attempts: { key: string; value: Attempt; indexes: { at: number } };
  "policy-events": { key: string; value: PolicyEvent; indexes: { at: number } };
  patients: { key: string; value: StoredPatients };
  settings: { key: SettingKey; value: unknown };
}

export interface Database {
  /** Adds what is not there yet, by id. Resolves when it is on disk. */
  addAttempt(attempt: Attempt): Promise<void>;
  /** The newest first, none older than `since`; `total` counts them all. */
  listAttempts(since: number, limit: number): Promise<{ attempts: Attempt[]; total: number }>;
  /** Adds what is not there yet, by id. */
  addPolicyEvents(events: readonly PolicyEvent[]): Promise<void>;
  /** The newest first. */
  listPolicyEvents(limit: number): Promise<{ events: PolicyEvent[]; total: number }>;
  /**
   * Deletes of the record what is older than `before` (milliseconds since 1970), the oldest first and at most `most` of each
   * kind; says whether there is more.
   */
  dropBefore(before: number, most: number): Promise<boolean>;
  readSetting(key: SettingKey): Promise<unknown>;
  writeSetting(key: SettingKey, value: unknown): Promise<void>;
  /** All of them are on disk, or none. */
  writeSettings(values: Partial<Readonly<Record<SettingKey, unknown>>>): Promise<void>;
  readPatients(id: string): Promise<StoredPatients | undefined>;
  addPatients(list: StoredPatients): Promise<void>;
  changePatients(change: PatientsChange): Promise<void>;
}

/** One connection for the life of the context, opened at first use and again when the browser has closed it. */
export function createDatabase(): Database {
  let opening: Promise<IDBPDatabase<Schema>> | undefined;

  function open(): Promise<IDBPDatabase<Schema>> {
    opening ??= openDB<Schema>("replyguard", 3, {
      upgrade(database, before) {
        if (before < 1) {
          database.createObjectStore("attempts", { keyPath: "id" }).createIndex("at", "at");
          database.createObjectStore("settings");
        } else if (before < 2) {
          // Version 1 kept the index unsealed, its hash key beside it. The setting stays: a list that was in use and has
          // to be imported again is not "no list".
          database.deleteObjectStore("patients");
        }
        if (before < 2) database.createObjectStore("patients", { keyPath: "id" });
        database.createObjectStore("policy-events", { keyPath: "id" }).createIndex("at", "at");
      },
      blocking(_current, _blocked, event) {
        // A newer version of the extension wants to upgrade: it must not wait for us.
        if (event.target instanceof IDBDatabase) event.target.close();
        opening = undefined;
      },
      terminated() {
        opening = undefined;
      },
    }).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  }

  return {
    async addAttempt(attempt) {
      const transaction = (await open()).transaction("attempts", "readwrite", { durability: "strict" });
      if ((await transaction.store.getKey(attempt.id)) === undefined) await transaction.store.add(attempt);
      await transaction.done;
    },
    async listAttempts(since, limit) {
      const { store, done } = (await open()).transaction("attempts");
      const range = IDBKeyRange.lowerBound(since);
      const index = store.index("at");
      const total = await index.count(range);
      const attempts: Attempt[] = [];
      let cursor = await index.openCursor(range, "prev");
      while (cursor && attempts.length < limit) {
        attempts.push(cursor.value);
        cursor = await cursor.continue();
      }
      await done;
      return { attempts, total };
    },
    async addPolicyEvents(events) {
      const transaction = (await open()).transaction("policy-events", "readwrite", { durability: "strict" });
      for (const event of events) await transaction.store.put(event);
      await transaction.done;
    },
    async listPolicyEvents(limit) {
      const { store, done } = (await open()).transaction("policy-events");
      const total = await store.count();
      const events: PolicyEvent[] = [];
      let cursor = await store.index("at").openCursor(null, "prev");
      while (cursor && events.length < limit) {
        events.push(cursor.value);
        cursor = await cursor.continue();
      }
      await done;
      return { events, total };
    },
    async dropBefore(before, most) {
      const transaction = (await open()).transaction(["attempts", "policy-events"], "readwrite");
      let isMore = false;
      for (const name of ["attempts", "policy-events"] as const) {
        const index = transaction.objectStore(name).index("at");
        let cursor = await index.openCursor(IDBKeyRange.upperBound(before, true));
        for (let count = 0; cursor && count < most; count += 1) {
          await cursor.delete();
          cursor = await cursor.continue();
        }
        isMore ||= cursor !== null;
      }
      await transaction.done;
      return isMore;
    },
    async readSetting(key) {
      return (await open()).get("settings", key);
    },
    async writeSetting(key, value) {
      await (await open()).put("settings", value, key);
    },
    async writeSettings(values) {
      const transaction = (await open()).transaction("settings", "readwrite", { durability: "strict" });
      const keys = Object.keys(values).filter((key): key is SettingKey => Object.hasOwn(values, key));
      for (const key of keys) await transaction.store.put(values[key], key);
      await transaction.done;
    },
    async readPatients(id) {
      return (await open()).get("patients", id);
    },
    async addPatients(list) {
      await (await open()).put("patients", list);
    },
    async changePatients({ inUse, add, drop }) {
      const transaction = (await open()).transaction(["patients", "settings"], "readwrite", {
        durability: "strict",
      });
      const patients = transaction.objectStore("patients");
      if (add) await patients.put(add);
      await transaction.objectStore("settings").put(inUse, "patients-in-use");
      for (const key of await patients.getAllKeys()) {
        if (key !== add?.id && drop(key)) await patients.delete(key);
      }
      await transaction.done;
    },
  };
}
