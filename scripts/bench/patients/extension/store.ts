/** Where the bench keeps sealed lists: the same kind of store, with the same kind of entry, as the extension's own. */
import { openDB } from "idb";
import type { DBSchema, IDBPDatabase } from "idb";

interface Schema extends DBSchema {
  patients: { key: string; value: { readonly id: string; readonly file: Uint8Array<ArrayBuffer> } };
}

const open = (): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>("bench", 1, {
    upgrade: (database) => void database.createObjectStore("patients", { keyPath: "id" }),
  });

export async function writeList(id: string, file: Uint8Array<ArrayBuffer>): Promise<void> {
  const database = await open();
  await database.put("patients", { id, file });
  database.close();
}

export async function readList(id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const database = await open();
  const found = await database.get("patients", id);
  database.close();
  return found?.file;
}
