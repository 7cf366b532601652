/** What lies in the store over the years: it outlives an update, and the record goes when its time is over, not before. */
import { describe, expect, it } from "vitest";
import { settleMs } from "../../src/background/policy-source.ts";
import type { Attempt } from "../../src/contract/attempt.ts";
import { toldByWorker } from "./harness/ask-worker.ts";
import type { PageHandle } from "./harness/driver.ts";
import { browserNames, built, launch } from "./harness/launch.ts";
import { verifyRecord } from "./harness/record.ts";
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
    await done(indexedDB.deleteDatabase("replyguard"));
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
      const old = Array.from({ length: 450 }, (_, at) => attempt(token(100 + at), years + 3 + at));
      await storeOfBefore(page, [...old, attempt(young, years - 3), attempt(newest, 0)]);
      await driver.killWorker();
      const left = await poll(async () => {
        const { attempts, total } = await toldByWorker(page, "attempt.list", { since: 0, limit: 9 });
        return total === 2 ? attempts.map(({ id }) => id) : undefined;
      });
      expect(left).toEqual([newest, young]);
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
});
