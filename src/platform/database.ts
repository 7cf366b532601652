/**
 * IndexedDB of the extension's origin: what pages of the watched sites, and our own script in them, can never read
 * (`storage.local` they can).
 */
import { openDB } from "idb";
import type { DBSchema, IDBPDatabase } from "idb";
import type { Attempt } from "../contract/attempt.ts";

/** A blind index as the engine built it; whoever reads it checks it. No names: they were dropped at import. */
export interface StoredPatients {
  readonly id: string;
  readonly people: number;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly index: unknown;
}

type SettingKey = "seat-policy" | "managed-policy" | "practice" | "patients-in-use";

interface Schema extends DBSchema {
  attempts: { key: string; value: Attempt; indexes: { at: number } };
  patients: { key: string; value: StoredPatients };
  settings: { key: SettingKey; value: unknown };
}

export interface Database {
  /** Adds what is not there yet, by id. Resolves when it is on disk. */
  addAttempt(attempt: Attempt): Promise<void>;
  /** The newest first, none older than `since`; `total` counts them all. */
  listAttempts(since: number, limit: number): Promise<{ attempts: Attempt[]; total: number }>;
  readSetting(key: SettingKey): Promise<unknown>;
  writeSetting(key: SettingKey, value: unknown): Promise<void>;
  readPatients(id: string): Promise<StoredPatients | undefined>;
  addPatients(list: StoredPatients): Promise<void>;
  /** Removes every list but `id`, also those that a page wrote and nobody adopted. */
  keepOnlyPatients(id: string | undefined): Promise<void>;
}

/** One connection for the life of the context, opened at first use and again when the browser has closed it. */
export function createDatabase(): Database {
  let opening: Promise<IDBPDatabase<Schema>> | undefined;

  function open(): Promise<IDBPDatabase<Schema>> {
    opening ??= openDB<Schema>("replyguard", 1, {
      upgrade(fresh) {
        fresh.createObjectStore("attempts", { keyPath: "id" }).createIndex("at", "at");
        fresh.createObjectStore("patients", { keyPath: "id" });
        fresh.createObjectStore("settings");
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
    async readSetting(key) {
      return (await open()).get("settings", key);
    },
    async writeSetting(key, value) {
      await (await open()).put("settings", value, key);
    },
    async readPatients(id) {
      return (await open()).get("patients", id);
    },
    async addPatients(list) {
      await (await open()).put("patients", list);
    },
    async keepOnlyPatients(id) {
      const transaction = (await open()).transaction("patients", "readwrite");
      for (const key of await transaction.store.getAllKeys()) {
        if (key !== id) await transaction.store.delete(key);
      }
      await transaction.done;
    },
  };
}
