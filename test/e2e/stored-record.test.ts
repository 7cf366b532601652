/** What lies in the store over the years: it outlives an update, and the record goes when its time is over, not before. */
import { describe, expect, it } from "vitest";
import { settleMs } from "../../src/background/policy-source.ts";
import type { Attempt } from "../../src/contract/attempt.ts";
import { toldByWorker } from "./harness/ask-worker.ts";
import type { PageHandle } from "./harness/driver.ts";
import { browserNames, built, launch } from "./harness/launch.ts";
import { storedRecord, verifyRecord } from "./harness/record.ts";
import { poll } from "./harness/wait.ts";

const dayMs = 86_400_000;

function attempt(id: string, daysAgo: number): Attempt {
  return {
    id,
    at: Date.now() - Math.round(daysAgo * dayMs),
    site: "yelp",
    surface: "review-reply",
    outcome: "stopped",
    categories: ["health"],
    rules: [],
    length: 40,
    policyVersion: "old",
    engineVersion: "1",
  };
}

/** In place of what the worker has made: the store as the version before this one left it. */
async function storeOfBefore(page: PageHandle, attempts: readonly Attempt[]): Promise<void> {
  await page.evaluate(async (kept) => {
    const done = (request: IDBRequest): Promise<void> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve());
        request.addEventListener("error", () => reject(request.error));
      });
    // Both at once: between them the worker would open it anew, in its own version.
    indexedDB.deleteDatabase("replyguard");
    const opening = indexedDB.open("replyguard", 2);
    opening.addEventListener("upgradeneeded", () => {
      const { result } = opening;
      result.createObjectStore("attempts", { keyPath: "id" }).createIndex("at", "at");
      result.createObjectStore("settings");
      result.createObjectStore("patients", { keyPath: "id" });
    });
    await done(opening);
    const transaction = opening.result.transaction(["attempts", "settings"], "readwrite");
    for (const one of kept) transaction.objectStore("attempts").put(one);
    transaction.objectStore("settings").put({ strictness: "strict" }, "seat-policy");
    transaction.objectStore("settings").put({}, "managed-policy");
    await new Promise((resolve) => transaction.addEventListener("complete", resolve));
    opening.result.close();
    return true;
  }, attempts);
}

/** In place of the store that is there: the one that the version before left, with the same record in whole lines. */
async function wholeLines(page: PageHandle): Promise<void> {
  const { entries } = await storedRecord(page);
  await page.evaluate(async (lines) => {
    const done = <V>(request: IDBRequest<V>): Promise<V> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error));
      });
    const now = await done(indexedDB.open("replyguard"));
    const names = [...now.objectStoreNames];
    const reading = now.transaction(names);
    const kept = await Promise.all(
      names.map(async (name) => {
        const store = reading.objectStore(name);
        const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
        const indexes = [...store.indexNames].map((index) => [index, String(store.index(index).keyPath)]);
        return { name, keyPath: store.keyPath, indexes, keys, values };
      }),
    );
    now.close();
    await done(indexedDB.deleteDatabase("replyguard"));
    const opening = indexedDB.open("replyguard", 4);
    opening.addEventListener("upgradeneeded", () => {
      for (const { name, keyPath, indexes } of kept) {
        const store = opening.result.createObjectStore(name, { keyPath });
        for (const [index = "", path = ""] of indexes) store.createIndex(index, path);
      }
    });
    const before = await done(opening);
    const writing = before.transaction(names, "readwrite");
    for (const { name, keyPath, keys, values } of kept) {
      const store = writing.objectStore(name);
      if (name === "entries") for (const [seq, line] of lines) store.add(line, seq);
      else
        for (const [at, value] of values.entries()) store.add(value, keyPath === null ? keys[at] : undefined);
    }
    await new Promise((resolve) => writing.addEventListener("complete", resolve));
    before.close();
    return true;
  }, entries);
}

/** Ids of the record, for people to read here. */
const token = (number: number): string => number.toString(16).padStart(16, "0");
const [young, newest] = [token(1), token(2)];

describe.each(browserNames)("the store of %s", (browser) => {
  it("outlives an update, and loses of the record only what is older than six years", async () => {
    const driver = await launch(browser, { extension: built[browser] });
    try {
      const page = await driver.openExtensionPage("options.html");
      await toldByWorker(page, "attempt.list", { since: 0, limit: 0 });
      const years = 6 * 365.25;
      const old = Array.from({ length: 40 }, (_, at) => attempt(token(100 + at), years + 3 + 10 * at));
      // Without them it could be the clock that says so.
      const since = Array.from({ length: 218 }, (_, at) => attempt(token(1000 + at), 10 + 10 * at));
      await storeOfBefore(page, [...old, attempt(young, years - 3), ...since, attempt(newest, 0)]);
      await driver.killWorker();
      const left = await poll(async () => {
        const { attempts, total } = await toldByWorker(page, "attempt.list", { since: 0, limit: 999 });
        return total === since.length + 2 ? attempts.map(({ id }) => id) : undefined;
      });
      expect(left).toEqual([newest, ...since.map(({ id }) => id), young]);
      const { policy } = await toldByWorker(page, "policy.read", {});
      expect(policy.strictness).toBe("strict");
      // Chromium may give a managed policy late: what has changed is recorded when it has settled.
      const recorded = await poll(async () => {
        await toldByWorker(page, "policy.read", {});
        const { events } = await toldByWorker(page, "policy.events", { limit: 9 });
        return events.length > 0 ? events.map(({ kind, paths }) => ({ kind, paths })) : undefined;
      }, 2 * settleMs);
      expect(recorded).toEqual([{ kind: "seat", paths: ["strictness"] }]);
      // What has expired has left its seals: from the first day on, it is all one chain.
      const { text, says } = await verifyRecord(page);
      expect(says).toMatch(/holds/);
      expect(text).toContain('"kind":"expiry"');
    } finally {
      await driver.close();
    }
  });

  it("is one chain with the lines that the version before kept whole", async () => {
    const driver = await launch(browser, { extension: built[browser] });
    try {
      const page = await driver.openExtensionPage("options.html");
      const add = () =>
        toldByWorker(page, "record.unlock", {
          result: "opened",
          subject: { seat: token(1), seq: 1, hash: "a".repeat(64) },
        });
      await add();
      await driver.killWorker();
      const before = await storedRecord(page);
      await wholeLines(page);
      expect((await storedRecord(page)).entries).toEqual(before.entries);
      // The first that opens the store makes it this version's; a worker that is ended then leaves it as it was, or done.
      await Promise.all([add(), driver.killWorker()]).catch(() => undefined);
      await add();
      const { text, says } = await verifyRecord(page);
      expect(says).toMatch(/holds/);
      for (const [, line] of before.entries) expect(text).toContain(`${line}\n`);
    } finally {
      await driver.close();
    }
  });
});
