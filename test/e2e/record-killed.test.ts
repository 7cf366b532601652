/** The browser is killed while it writes: what was acknowledged is on record, once, and the chain holds. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { PageHandle } from "./harness/driver.ts";
import { browserNames, built, launch } from "./harness/launch.ts";
import { recordedEntries, verifyRecord } from "./harness/record.ts";
import { poll } from "./harness/wait.ts";

declare global {
  interface Window {
    acknowledged: number;
  }
}

/** One entry after the other, for as long as there is somebody to write them. */
const writeOn = (page: PageHandle): Promise<boolean> =>
  page.evaluate(() => {
    window.acknowledged = 0;
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> } };
    };
    const write = async (): Promise<void> => {
      for (;;) {
        const subject = { seat: "a".repeat(16), seq: window.acknowledged, hash: "b".repeat(64) };
        const body = { result: "refused", subject };
        const { ok } = await chrome.runtime.sendMessage({ channel: "record.unlock", body });
        if (ok) window.acknowledged += 1;
      }
    };
    void write();
    return true;
  });

it.each(browserNames)("%s loses nothing that it has acknowledged", async (browser) => {
  const profile = await mkdtemp(join(tmpdir(), "replyguard-killed-"));
  const extension = built[browser];
  try {
    let before = 0;
    for (const most of [5, 40]) {
      const doomed = await launch(browser, { extension, profile });
      const page = await doomed.openExtensionPage("options.html");
      await writeOn(page);
      const acknowledged = await poll(async () => {
        const count = await page.evaluate(() => window.acknowledged);
        return count >= most ? count : undefined;
      });
      await doomed.kill();
      const driver = await launch(browser, { extension, profile });
      const again = await driver.openExtensionPage("options.html");
      const unlocks = (await recordedEntries(again)).flatMap((entry) =>
        entry.kind === "unlock" ? [entry.subject?.seq] : [],
      );
      const mine = unlocks.slice(before);
      before = unlocks.length;
      expect(mine.length).toBeGreaterThanOrEqual(acknowledged ?? Number.NaN);
      // The last one may have been written and not answered any more.
      expect(mine).toEqual(mine.map((_, at) => at));
      const { says } = await verifyRecord(again);
      expect(says).toMatch(/holds/);
      await driver.close();
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
