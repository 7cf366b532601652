/** What the worker keeps besides the record. */
import { createConnection } from "./connection.ts";
import type { Connection, SettingKey, StoredPatients } from "./connection.ts";

export type { StoredPatients } from "./connection.ts";

/** One step from one list to another: all of it is on disk, or nothing has changed. */
export interface PatientsChange {
  /** Becomes the setting `patients-in-use`. */
  readonly inUse: unknown;
  readonly add?: StoredPatients | undefined;
  /** Which of the other stored lists are removed, by id. */
  readonly drop: (id: string) => boolean;
}

export interface Database {
  readSetting(key: SettingKey): Promise<unknown>;
  writeSetting(key: SettingKey, value: unknown): Promise<void>;
  /** All of them are on disk, or none. */
  writeSettings(values: Partial<Readonly<Record<SettingKey, unknown>>>): Promise<void>;
  readPatients(id: string): Promise<StoredPatients | undefined>;
  addPatients(list: StoredPatients): Promise<void>;
  changePatients(change: PatientsChange): Promise<void>;
}

/** Settings and patient lists; the record is in record-store.ts. */
export function createDatabase(open: Connection = createConnection()): Database {
  return {
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
