/** Sites that are off until policy or a person switches them on and lets the browser show them to us. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doubtful, flagged, harmless } from "./behaviors/drafts.ts";
import { mainJob } from "./behaviors/every-composer.ts";
import { registeredPlaces, startWithSites } from "./behaviors/further-seat.ts";
import { expectHeld, untilClear } from "./behaviors/held.ts";
import { openSeat, withSeat } from "./behaviors/managed-seat.ts";
import { furtherNames } from "../../src/contract/further-sites.ts";
import { askWorker } from "./harness/ask-worker.ts";
import type { Driver } from "./harness/driver.ts";
import { browserNames, built, launch } from "./harness/launch.ts";
import { withScene } from "./harness/scene.ts";
import { allowInPrompt } from "./harness/site-permission.ts";
import { poll, waitFor } from "./harness/wait.ts";
import { furtherScripts, scriptOf } from "./page-scripts.ts";

const unverified = "does not know this site’s page well";

describe.each(browserNames)("sites that are switched on, in %s", (browser) => {
  let driver: Driver;
  let end: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const seat = await openSeat(browser);
    end = seat.end;
    driver = await startWithSites(seat, furtherNames);
  });
  afterAll(() => end?.());

  it.each(furtherScripts.flatMap(mainJob))("$title", ({ run }) => run(driver));

  it("run no script on a search, nor on anything else of Google's but reviews", async () => {
    const page = await driver.openExtensionPage("popup.html");
    expect(await page.evaluate(registeredPlaces)).toEqual(
      [
        "https://*.business.google.com/*",
        "https://*.healthgrades.com/*",
        "https://*.realself.com/*",
        "https://*.tiktok.com/*",
        "https://*.www.google.com/local/business/*",
        "https://*.x.com/*",
      ].toSorted(),
    );
    await page.close();
    const search = { ...scriptOf("google-search"), before: [], box: "#query" };
    await withScene(driver, search, async (scene) => {
      await scene.page.type(flagged);
      await scene.page.click("form button");
      expect(await scene.untilSent()).toMatchObject([{ text: flagged, via: "submit" }]);
      expect((await scene.card()).hosts).toBe(0);
    });
  });

  it("let a warned draft be posted anyway in the frame over a search, and record the site by its name", async () => {
    await withScene(driver, scriptOf("google-search"), async (scene) => {
      await scene.page.type(doubtful);
      await scene.send();
      const card = await expectHeld(scene);
      expect(card.text).not.toContain(unverified);
      await scene.clickInCard("#reason");
      await scene.page.type("It is on our door");
      await scene.clickInCard("[data-action=post-anyway]");
      await scene.until("leave to post", ({ text }) => text.includes("Press send again"));
      await scene.send();
      expect(await scene.untilSent()).toEqual([{ text: doubtful, via: "button" }]);
    });
    const page = await driver.openExtensionPage("popup.html");
    const recorded = await poll(async () => {
      const listed = await askWorker(page, "attempt.list", { since: 0, limit: 50 });
      return listed.ok ? listed.value.attempts.find(({ outcome }) => outcome === "posted-anyway") : undefined;
    });
    expect(recorded).toMatchObject({ site: "google", surface: "review-reply" });
    expect(recorded).not.toHaveProperty("host");
  });

  it.each(["realself-reply", "healthgrades-reply"] as const)(
    "say on %s that its page is not known well",
    (name) =>
      withScene(driver, scriptOf(name), async (scene) => {
        await scene.page.type(flagged);
        await scene.send();
        expect((await expectHeld(scene)).text).toContain(unverified);
      }),
  );

  it("hold a thread for any of its parts, whichever is written in", async () => {
    await withScene(driver, scriptOf("x-thread"), async (scene) => {
      await scene.page.type(harmless);
      await untilClear(scene);
      await scene.page.click("[data-testid=tweetTextarea_1]");
      await scene.page.type(flagged);
      await scene.until("a verdict", ({ state }) => state === "block");
      await scene.page.press("Control+Enter");
      await expectHeld(scene);
      // Whose turn it is changes the card; each part is asked for at each press.
      await scene.page.click("[data-testid=tweetTextarea_0]");
      await untilClear(scene);
      await scene.page.press("Control+Enter");
      await expectHeld(scene);
      await scene.page.click("[data-testid=tweetTextarea_1]");
      await scene.clear();
      await scene.page.type("What a lovely day!");
      await untilClear(scene);
      // The verdict of the first part may be of long ago, and then the second press sends.
      await scene.send();
      if ((await scene.sent()).length === 0) {
        await scene.until("that it was checked", ({ text }) => text.includes("Press send again"));
        await scene.send();
      }
      expect(await scene.untilSent()).toEqual([
        { text: harmless, via: "button" },
        { text: "What a lovely day!", via: "button" },
      ]);
    });
  });
});

describe.each(browserNames)("sites that nobody has switched on, in %s", (browser) => {
  it("are left alone; switched off again, they are so in pages that are open", () =>
    withSeat(browser, async (seat) => {
      const script = scriptOf("x-reply", "button");
      const before = await seat.start();
      await withScene(before, script, async (scene) => {
        await scene.page.type(flagged);
        await scene.send();
        expect(await scene.untilSent()).toMatchObject([{ text: flagged }]);
        expect((await scene.card()).hosts).toBe(0);
      });
      const driver = await startWithSites(seat, ["x"]);
      // Firefox hears of another policy at its next start only.
      if (browser === "firefox") return;
      await withScene(driver, script, async (scene) => {
        await scene.page.type(flagged);
        await scene.send();
        await expectHeld(scene);
        await seat.managed.set({ sites: { x: false } });
        await scene.until("the card to go", ({ visible }) => !visible);
        await scene.send();
        expect(await scene.untilSent()).toMatchObject([{ text: flagged }]);
      });
    }));
});

it("a person switches one on with the browser's own question, in firefox", async () => {
  const driver = await launch("firefox", { extension: built.firefox });
  try {
    const options = await driver.openExtensionPage("options.html");
    // What is drawn above it would move it away under the pointer.
    await waitFor(options, "the whole page", () =>
      ["practice", "patients", "sites", "rules", "record"].every(
        (name) => document.querySelector(`#${name}-body > *`) !== null,
      ),
    );
    await options.click("#choice-sites-tiktok");
    await allowInPrompt(driver);
    await waitFor(
      options,
      "the site to be on",
      () => document.querySelector<HTMLInputElement>("#choice-sites-tiktok")?.checked === true,
    );
    const places = await poll(async () => {
      const found = await options.evaluate(registeredPlaces);
      return found.length > 0 ? found : undefined;
    });
    expect(places).toEqual(["https://*.tiktok.com/*"]);
    await withScene(driver, scriptOf("tiktok-comment", "comment"), async (scene) => {
      await scene.page.type(flagged);
      await scene.send();
      await expectHeld(scene);
    });
  } finally {
    await driver.close();
  }
});
