import { launch } from "../../test/e2e/harness/launch.ts";
import type { Driver } from "../../test/e2e/harness/driver.ts";
import { furnish } from "./furnish.ts";
import { addresses, buildLookAlikes } from "./look-alikes.ts";

/** Opens a browser for a person: the three look-alikes and, in front, what to try. Resolves when it is closed. */
export async function showWindow(name: Driver["name"], extension: string): Promise<void> {
  const site = await buildLookAlikes();
  const driver = await launch(name, { extension, site, headed: true });
  try {
    const { page, practice, people } = await furnish(driver);
    await page.goto(addresses.facebook);
    console.log(
      `ReplyGuard knows the sample practice ${practice.name} and a list of ${people} invented patients: both were put in through its options.`,
    );
    for (const address of [addresses.instagram, addresses.yelp, addresses.start]) {
      await driver.open(address);
    }
    console.log("The browser is yours. Close it, or press Ctrl+C here, when you are done.");
    // Not once: a second Ctrl+C must not cut the tidying short.
    const stopped = new Promise<void>((resolve) => process.on("SIGINT", () => resolve()));
    await Promise.race([driver.ended, stopped]);
  } finally {
    await driver.close();
  }
}
