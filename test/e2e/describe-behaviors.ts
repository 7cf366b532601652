import { afterAll, beforeAll, describe, it } from "vitest";
import type { Behavior } from "./behaviors/behavior.ts";
import type { Driver } from "./harness/driver.ts";
import { launch } from "./harness/launch.ts";

const built = { chromium: "dist/chrome", firefox: "dist/firefox" } as const;

/** The same list for both browsers, on what is shipped. */
export function describeBehaviors(browser: Driver["name"], behaviors: readonly Behavior[]): void {
  describe(browser, () => {
    let driver: Driver;
    beforeAll(async () => {
      driver = await launch(browser, { extension: built[browser] });
    });
    afterAll(() => driver?.close());

    for (const { title, run, cannot } of behaviors) {
      const reason = cannot?.[browser];
      if (reason === undefined) it(title, () => run(driver));
      else it.skip(`${title} [cannot be asked of ${browser}: ${reason}]`, () => undefined);
    }
  });
}
