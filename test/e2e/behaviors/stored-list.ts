/** Sealed lists that a test makes itself, and puts where the options page would. */
import { createHash } from "node:crypto";
import { nobody } from "../../../src/engine/patients/index.ts";
import { buildIndex } from "../../../src/engine/index.ts";
import type { Person } from "../../../src/engine/index.ts";
import { toBase64 } from "../../../src/patient-list/bytes.ts";
import { sealList } from "../../../src/patient-list/seal.ts";
import type { Sealing } from "../../../src/patient-list/seal.ts";
import type { PageHandle } from "../harness/driver.ts";

export const managedKey = Uint8Array.from({ length: 32 }, (_, at) => 255 - at);

export interface SealedList {
  readonly id: string;
  readonly file: Uint8Array;
  /** Base64. */
  readonly key: string;
  readonly sha256: string;
}

export async function sealNames(
  id: string,
  names: readonly (readonly [given: string, family: string])[],
  { expires = null, locks = { managedKey } }: Partial<Pick<Sealing, "expires" | "locks">> = {},
): Promise<SealedList> {
  const people = names.map(([given, family]): Person => ({
    ...nobody,
    given,
    family,
  }));
  const index = buildIndex(people, new Uint8Array(16).fill(3), id);
  const { file, key } = await sealList(index, { created: Date.now(), expires, locks });
  return { id, file, key: toBase64(key), sha256: createHash("sha256").update(file).digest("hex") };
}

export const expiringList = (expires: number): Promise<SealedList> =>
  sealNames("expiring", [["Jane", "Doerfler"]], { expires });

/** Writes the sealed file to the database of the extension, from one of its own pages. */
export async function storeList(page: PageHandle, { id, file }: SealedList): Promise<void> {
  await page.evaluate(
    async (name, base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open("replyguard");
        opening.addEventListener("success", () => resolve(opening.result));
        opening.addEventListener("error", () => reject(new Error("no database")));
      });
      await new Promise<void>((resolve, reject) => {
        const transaction = database.transaction("patients", "readwrite");
        transaction.objectStore("patients").put({ id: name, file: bytes });
        transaction.addEventListener("complete", () => resolve());
        transaction.addEventListener("abort", () => reject(new Error("not stored")));
      });
      database.close();
    },
    id,
    toBase64(file),
  );
}

/** Ids of all lists in the database. */
export const storedIds = (page: PageHandle): Promise<string[]> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(new Error("the database does not answer")));
      });
    const database = await done(indexedDB.open("replyguard"));
    const keys = await done(database.transaction("patients").objectStore("patients").getAllKeys());
    database.close();
    return keys.map(String);
  });

/** Puts the database in the state that the first version of the extension left: an index as it is, its key with it. */
export async function storeUnsealed(page: PageHandle): Promise<void> {
  await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(new Error("the database does not answer")));
      });
    await done(indexedDB.deleteDatabase("replyguard"));
    const opening = indexedDB.open("replyguard", 1);
    opening.addEventListener("upgradeneeded", () => {
      const { result } = opening;
      result.createObjectStore("attempts", { keyPath: "id" }).createIndex("at", "at");
      result.createObjectStore("patients", { keyPath: "id" });
      result.createObjectStore("settings");
    });
    const database = await done(opening);
    const transaction = database.transaction(["patients", "settings"], "readwrite");
    const list = { id: "unsealed", people: 1, created: 1, index: { format: 1, key: new Uint8Array(16) } };
    await Promise.all([
      done(transaction.objectStore("patients").put(list)),
      done(transaction.objectStore("settings").put("unsealed", "patients-in-use")),
    ]);
    database.close();
  });
}
