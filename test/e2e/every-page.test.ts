/** Every page in both languages, light and dark, at full width, at 200 % and on a narrow screen: clean by axe, and nothing cut. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./behaviors/access.ts";
import { walkThrough } from "./behaviors/by-keyboard.ts";
import { bringInLog, cutOff, everyPage, openPart, speak } from "./behaviors/every-page.ts";
import { setPractice } from "./behaviors/look-back.ts";
import type { Driver, PageHandle } from "./harness/driver.ts";
import { browserNames, built, launch } from "./harness/launch.ts";
import { waitFor } from "./harness/wait.ts";

/** Of the whole page at this width. */
async function expectWhole(page: PageHandle, width: number): Promise<void> {
  await page.resize(width, 800);
  await waitFor(page, `${width} pixels`, (width) => innerWidth === width, width);
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, `is wider than ${width} pixels`).toBeLessThanOrEqual(0);
  expect(await page.evaluate(cutOff), `at ${width} pixels`).toEqual([]);
}

const only = (runOnly: string[]): { runOnly: string[] } => ({ runOnly });
/** What else axe looks at is the same at any width, and in the dark. */
const ofWidth = ["target-size", "scrollable-region-focusable", "heading-order", "region", "label"];
const ofScheme = ["color-contrast", "link-in-text-block"];

describe.each(browserNames)("every page in %s", (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(browser, { extension: built[browser] });
    await bringInLog(driver);
    await setPractice(driver);
  });
  afterAll(() => driver?.close());

  describe.each(["en", "es"] as const)("in %s", (language) => {
    beforeAll(() => speak(driver, language));

    it.each(everyPage)("$at", async (part) => {
      const page = await openPart(driver, part);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      await expectWhole(page, 1200);
      expect(await violations(page, undefined)).toEqual([]);
      // 640 pixels are what is left of 1280 for somebody who reads at 200 %.
      await expectWhole(page, 640);
      expect(await violations(page, undefined, only(ofWidth))).toEqual([]);
      await expectWhole(page, 320);
      expect(await violations(page, undefined, only(ofWidth))).toEqual([]);
      await page.prefer("dark");
      expect(await violations(page, undefined, only(ofScheme))).toEqual([]);
      await page.resize(1200, 800);
      expect(await violations(page, undefined, only(ofScheme))).toEqual([]);
      await page.prefer("light");
      expect(language === "en" ? await walkThrough(page) : []).toEqual([]);
      await page.close();
    });
  });
});
