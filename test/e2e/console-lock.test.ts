/** A record that policy keeps for the officer, in both browsers: nothing of it shows before the passphrase, or after the lock. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newConsoleLock } from "../../src/record/console-lock.ts";
import { untilRecord } from "./behaviors/console-page.ts";
import { expectReadable } from "./behaviors/access.ts";
import { untilManaged } from "./behaviors/managed-values.ts";
import { textOf, untilText } from "./behaviors/page-text.ts";
import { askWorker } from "./harness/ask-worker.ts";
import type { Driver, PageHandle } from "./harness/driver.ts";
import { browserNames, built, launch } from "./harness/launch.ts";
import { waitFor } from "./harness/wait.ts";

const passphrase = "amber-fennel-quartz-meadow";

describe.each(browserNames)("the console behind a passphrase, in %s", (browser) => {
  let driver: Driver;
  let page: PageHandle;
  beforeAll(async () => {
    const managed = { consoleLock: await newConsoleLock(passphrase), acknowledgment: { name: true } };
    driver = await launch(browser, { extension: built[browser], managed });
    const options = await driver.openExtensionPage("options.html");
    await untilManaged(options, managed);
    await options.close();
    page = await driver.openExtensionPage("audit.html");
    await untilAsked();
  });
  afterAll(() => driver?.close());

  const untilAsked = (): Promise<unknown> =>
    waitFor(
      page,
      "the passphrase to be asked for",
      () => document.activeElement?.id === "officer-passphrase",
    );
  const untilOpen = (): Promise<unknown> => untilRecord(page);
  const isShown = (): Promise<boolean> =>
    page.evaluate(() =>
      [...document.querySelectorAll("#console, #views")].some((one) => one.checkVisibility()),
    );

  it("shows nothing and asks, and axe finds nothing", async () => {
    expect(await isShown()).toBe(false);
    expect(await page.evaluate(() => document.querySelector("#entries[data-ready]"))).toBeNull();
    await expectReadable(page);
  });

  it("is told nothing by the worker, in other pages neither", async () => {
    expect(await askWorker(page, "record.standing", {})).toMatchObject({ ok: false, code: "not-allowed" });
    const options = await driver.openExtensionPage("options.html");
    await untilText(options, "#record-body", "officer’s passphrase");
    await options.close();
    const popup = await driver.openExtensionPage("popup.html");
    await waitFor(popup, "today to be hidden", () => document.querySelector<HTMLElement>("#today")?.hidden);
    await popup.close();
  });

  it("says that a passphrase is wrong, and takes the right one", async () => {
    await page.click("#officer-passphrase");
    await page.type("not this one at all");
    await page.press("Enter");
    await untilText(page, "#lock-body", "not the officer’s passphrase");
    await untilAsked();
    expect(await isShown()).toBe(false);
    for (;;) {
      await page.evaluate(() => document.querySelector<HTMLInputElement>("#officer-passphrase")?.select());
      await page.type(passphrase);
      await page.press("Enter");
      await waitFor(
        page,
        "an answer",
        () =>
          document.querySelector("#entries[data-ready]") !== null ||
          /Wait/.test(document.querySelector("#lock-body .error")?.textContent ?? ""),
      );
      if (await isShown()) break;
    }
    await untilOpen();
    await untilText(page, "#found", "found");
  });

  it("has both tries on record, and works as ever", async () => {
    await page.evaluate(() => {
      const what = document.querySelector<HTMLSelectElement>("#filter-what");
      if (!what) throw new Error("no filter");
      what.value = "unlock";
      what.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await untilText(page, "#found", "2 cases and entries found");
    await page.click('.views a[href="#seats"]');
    await untilText(page, "#standing-body", "Check and export this browser");
  });

  it("locks on demand, and has forgotten what it showed", async () => {
    await page.click("#lock-now button");
    await untilAsked();
    expect(await isShown()).toBe(false);
    expect(await textOf(page, ".rows")).toBe("");
  });
});
