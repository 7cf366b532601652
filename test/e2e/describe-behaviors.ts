import { afterAll, beforeAll, describe, it } from "vitest";
import type { Behavior } from "./behaviors/behavior.ts";
import { untilManaged } from "./behaviors/managed-values.ts";
import { askWorker } from "./harness/ask-worker.ts";
import type { Driver, PageHandle } from "./harness/driver.ts";
import { built, launch } from "./harness/launch.ts";
import type { ManagedValues } from "./harness/managed-policy.ts";
import { poll } from "./harness/wait.ts";

/** The browser has the policy; the worker hears of it a moment later. */
async function waitForPolicy(page: PageHandle): Promise<void> {
  const isThere = await poll(async () => {
    const answer = await askWorker(page, "policy.read", {});
    return (answer.ok && answer.value.source === "managed") || undefined;
  });
  if (!isThere) throw new Error("the managed policy did not come into force");
}

/** The same list for both browsers, on what is shipped; under a managed policy, once it has arrived. */
export function describeBehaviors(
  browser: Driver["name"],
  behaviors: readonly Behavior[],
  managed?: ManagedValues,
  language?: "es",
): void {
  describe(browser, () => {
    let driver: Driver;
    beforeAll(async () => {
      driver = await launch(browser, { extension: built[browser], managed, language });
      if (!managed) return;
      const page = await driver.openExtensionPage("options.html");
      await untilManaged(page, managed);
      await waitForPolicy(page);
      await page.close();
    });
    afterAll(() => driver?.close());

    for (const { title, run, cannot } of behaviors) {
      const reason = cannot?.[browser];
      if (reason === undefined) it(title, () => run(driver));
      else it.skip(`${title} [cannot be asked of ${browser}: ${reason}]`, () => undefined);
    }
  });
}
