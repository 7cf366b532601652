import { afterAll, beforeAll, describe, it } from "vitest";
import { asksForBoth, cardByEar } from "./behaviors/card-by-ear.ts";
import { firstRunByEar, pagesByEar } from "./behaviors/pages-by-ear.ts";
import { describeBehaviors } from "./describe-behaviors.ts";
import type { Driver } from "./harness/driver.ts";
import { browserNames, built, launch } from "./harness/launch.ts";

for (const browser of browserNames) {
  describeBehaviors(browser, cardByEar, asksForBoth);
  describeBehaviors(browser, pagesByEar);
}

describe.each(browserNames)("%s", (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(browser, { extension: built[browser], welcome: true });
  });
  afterAll(() => driver?.close());

  it("by ear: the first run, the practice room, and its test to the end", () => firstRunByEar(driver));
});
