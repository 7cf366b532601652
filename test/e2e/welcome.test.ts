/** The first run in both browsers: opens by itself, sets the practice by keyboard, ends in the practice room. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectReadable } from "./behaviors/access.ts";
import { isReady, tabTo } from "./behaviors/extension-page.ts";
import { textOf, untilText } from "./behaviors/page-text.ts";
import { untilPolicy } from "./behaviors/managed-values.ts";
import { toldByWorker } from "./harness/ask-worker.ts";
import type { Driver, PageHandle } from "./harness/driver.ts";
import { browserNames, built, launch } from "./harness/launch.ts";
import { waitFor } from "./harness/wait.ts";

describe.each(browserNames)("the first run in %s", (browser) => {
  let driver: Driver;
  let page: PageHandle;
  beforeAll(async () => {
    driver = await launch(browser, { extension: built[browser], welcome: true });
    page = await driver.welcomePage();
    await waitFor(page, "the page", isReady);
    // A browser that has just been installed into may not have said yet whether it has a policy.
    await waitFor(page, "the practice's own form", () => document.querySelector("#practice-name") !== null);
  });
  afterAll(() => driver?.close());

  it("says what is watched and what is never stored, and brings in a list where there is none", async () => {
    const said = await textOf(page, "#watched-body");
    expect(said).toContain("What is never stored");
    expect(said).toContain("Facebook, Instagram and Yelp");
    expect(
      await page.evaluate(() => document.querySelector("#patients-body input[type=file]") !== null),
    ).toBe(true);
    expect(await textOf(page, "#standing")).toBe("");
  });

  it("axe finds nothing, and it is never too wide", () => expectReadable(page));

  it("takes the practice's name and leads to the practice room, by keyboard", async () => {
    await tabTo(page, "the name", () => document.activeElement?.matches("#practice-name") === true);
    await page.type("Glow Clinic");
    await page.press("Enter");
    await untilText(page, "#practice-body .status", "Saved.");
    expect((await toldByWorker(page, "practice.read", {})).practice.name).toBe("Glow Clinic");
    await tabTo(page, "the way to the room", () => document.activeElement?.matches("a.forward") === true);
    await page.press("Enter");
    await waitFor(page, "the room", () => location.pathname === "/practice.html");
    await waitFor(page, "the room", isReady);
    expect(await page.evaluate(() => document.querySelectorAll(".item").length)).toBe(24);
  });
});

describe.each(browserNames)("the first run in %s under a managed policy", (browser) => {
  const managed = {
    version: "2026-11",
    contact: "Kira Thompson, ext. 12",
    practice: { name: "Glow Clinic", phones: ["310-555-0188"] },
  };
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(browser, { extension: built[browser], managed });
    await untilPolicy(driver, managed);
  });
  afterAll(() => driver?.close());

  it("shows what policy has set, as it is", async () => {
    const page = await driver.openExtensionPage("welcome.html");
    await waitFor(page, "the page", isReady);
    expect(await textOf(page, "#standing")).toContain("Kira Thompson, ext. 12");
    const practice = await textOf(page, "#practice-body");
    expect(practice).toContain("Glow Clinic");
    expect(practice).toContain("Fixed by your administrator");
    expect(
      await page.evaluate(() => document.querySelector("#practice-body input, #practice-body textarea")),
    ).toBe(null);
    await expectReadable(page);
    await page.close();
  });
});
