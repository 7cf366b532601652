import { askWorker } from "./ask-worker.ts";
import type { PageHandle } from "./driver.ts";

/** Writes into the extension's own storage past its worker, as whoever has the console of one of its pages may do. */
export async function writeSetting(page: PageHandle, key: string, value: unknown): Promise<void> {
  // By then the worker has made the database; a page that comes first would make another one.
  await askWorker(page, "attempt.list", { since: 0, limit: 0 });
  await page.evaluate(
    async (key, value) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open("replyguard");
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error));
      });
      const transaction = database.transaction("settings", "readwrite", { durability: "strict" });
      transaction.objectStore("settings").put(value, key);
      await new Promise((resolve) => transaction.addEventListener("complete", resolve));
      database.close();
      return true;
    },
    key,
    value,
  );
}
