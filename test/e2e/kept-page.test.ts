import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../pages/routes.ts";
import { harmless } from "./behaviors/drafts.ts";
import { untilClear } from "./behaviors/held.ts";
import { inPopup } from "./behaviors/list-standing.ts";
import { toldByWorker } from "./harness/ask-worker.ts";
import type { Driver } from "./harness/driver.ts";
import { launch } from "./harness/launch.ts";
import { importPatients, openPatients } from "./harness/patients.ts";
import { withScene } from "./harness/scene.ts";
import { waitFor } from "./harness/wait.ts";
import { scriptOf } from "./page-scripts.ts";

declare global {
  interface Window {
    wasKept?: boolean;
  }
}

/** Chromium is driven without its cache of whole pages; Firefox keeps one that was left, and tells it nothing meanwhile. */
describe("a page to which a person goes back, in firefox", () => {
  let folder: string;
  let driver: Driver;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "replyguard-kept-"));
    driver = await launch("firefox", { extension: "dist/firefox" });
    const file = join(folder, "patients.csv");
    await writeFile(file, "given,family\nQuillon,Abernathy\nJane,Doerfler\n");
    const page = await openPatients(driver);
    expect(await importPatients(page, file)).toContain("2 people");
    await page.close();
  });
  afterAll(async () => {
    await driver?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it("does not go on with what it was told before the list was locked", () =>
    withScene(driver, scriptOf("facebook-comment", "reply"), async (scene) => {
      await scene.page.type(harmless);
      await untilClear(scene);
      await scene.page.evaluate(() =>
        addEventListener("pageshow", ({ persisted }) => (window.wasKept = persisted)),
      );
      const elsewhere = routes["instagram-comment"].url;
      await scene.page.evaluate((url) => location.assign(url), elsewhere);
      await waitFor(scene.page, "another page", (url) => location.href === url && window.ready, elsewhere);
      await inPopup(driver, (page) => toldByWorker(page, "patients.lock", {}));
      await scene.page.evaluate(() => history.back());
      await waitFor(scene.page, "the page as it was left", () => window.wasKept === true);
      await scene.page.click(scene.script.box);
      await scene.page.press("Enter");
      await scene.until("the card to say it", ({ text }) => text.includes("Not sent"));
      expect(await scene.sent()).toEqual([]);
    }));
});
