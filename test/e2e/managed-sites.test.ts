/** Boxes that only a managed policy lets us guard: of a site that changed overnight, and of further sites. */
import { describe, expect, it } from "vitest";
import { expectHeld } from "./behaviors/held.ts";
import { withSeat } from "./behaviors/managed-seat.ts";
import { untilPolicy } from "./behaviors/managed-values.ts";
import { askWorker } from "./harness/ask-worker.ts";
import type { Driver, PageHandle } from "./harness/driver.ts";
import { browserNames } from "./harness/launch.ts";
import { withScene } from "./harness/scene.ts";
import type { Scene } from "./harness/scene.ts";
import { allowInPrompt, grantInProfile } from "./harness/site-permission.ts";
import { poll, waitFor } from "./harness/wait.ts";
import type { PageScript } from "./page-scripts.ts";

declare const chrome: {
  readonly scripting: { getRegisteredContentScripts(): Promise<readonly { readonly matches: string[] }[]> };
  readonly permissions: { remove(what: { origins: string[] }): Promise<boolean> };
};

const telling = "It was so nice to see you at your filler appointment, Ingrid!";
const harmless = "Thank you for the kind words!";

const changed = {
  page: "changed-overnight",
  box: ".pad",
  send: { press: "Enter" },
  via: "enter",
} as const satisfies PageScript;
const override = {
  site: "yelp",
  surface: "review-reply",
  box: "div.pad",
  sendControls: ["i.fly"],
  sendKeys: ["enter"],
  author: ["b.who"],
  text: ["p.said"],
} as const;
const withOverride = { selectorOverrides: [override] };

const further = {
  page: "further-site",
  box: "textarea",
  send: { click: "article button" },
  via: "button",
} as const satisfies PageScript;
const site = { host: "reviews.example", name: "Reviews", surface: "review-reply" } as const;
const pattern = `https://*.${site.host}/*`;

const registeredOn = (page: PageHandle): Promise<string[]> =>
  page.evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches),
  );

async function expectSent(scene: Scene, text: string): Promise<void> {
  await scene.send();
  expect(await scene.untilSent()).toEqual([{ text, via: scene.script.via }]);
}

describe.each(browserNames)("a box that was renamed overnight, in %s", (browser) => {
  it("is said not to be watched; with an override it is guarded, by key and by click", () =>
    withSeat(browser, async ({ managed, start }) => {
      const before = { contact: "Dana at the desk" };
      await managed.set(before);
      const driver = await start();
      await untilPolicy(driver, before);
      await withScene(driver, changed, async (scene) => {
        await scene.page.type(telling);
        await scene.until("that it is not watched", ({ text }) => text.includes("Not watching"));
        await expectSent(scene, telling);
      });
      await managed.set(withOverride);
      const after = browser === "chromium" ? driver : await start();
      await untilPolicy(after, withOverride);
      await withScene(after, changed, async (scene) => {
        await scene.page.type(telling);
        await scene.until("a verdict", ({ state }) => state === "block" || state === "warn");
        await scene.send();
        const { text } = await expectHeld(scene);
        expect(text).not.toContain("Not watching");
        await scene.page.click("i.fly");
        await expectHeld(scene);
      });
      await withScene(after, changed, async (scene) => {
        await scene.page.type(harmless);
        await scene.until("a clear verdict", ({ state }) => state === "clear");
        await expectSent(scene, harmless);
      });
    }));
});

it("an override reaches a box that somebody is writing in, in chromium", () =>
  withSeat("chromium", async ({ managed, start }) => {
    await managed.set({ contact: "Dana at the desk" });
    const driver = await start();
    await withScene(driver, changed, async (scene) => {
      await scene.page.type(telling);
      await scene.until("that it is not watched", ({ text }) => text.includes("Not watching"));
      await managed.set(withOverride);
      await scene.until(
        "that it is watched",
        ({ text, state }) => !text.includes("Not watching") && state !== "unchecked",
      );
      await scene.send();
      await expectHeld(scene);
    });
  }));

describe.each(browserNames)("a further site, in %s", (browser) => {
  /** As this browser lets us: by its own question, or by what the question leaves in the profile. */
  async function grant(
    driver: Driver,
    start: (grantIn: (profile: string) => Promise<void>) => Promise<Driver>,
  ): Promise<Driver> {
    const popup = await driver.openExtensionPage("popup.html");
    await waitFor(popup, "the button that asks", () =>
      document.querySelector(".site-access button")?.textContent?.includes("reviews.example"),
    );
    if (browser === "chromium") return start((profile) => grantInProfile(profile, site.host));
    await popup.click(".site-access button");
    await allowInPrompt(driver);
    await waitFor(popup, "the button to go", () => document.querySelector(".site-access") === null);
    await popup.close();
    return driver;
  }

  it("is guarded when somebody has allowed it, not before, and not when the policy names it no longer", () =>
    withSeat(browser, async ({ managed, start }) => {
      const named = { extraSites: [site] };
      await managed.set(named);
      let driver = await start();
      await untilPolicy(driver, named);
      await withScene(driver, further, async (scene) => {
        await scene.page.type(telling);
        await expectSent(scene, telling);
        expect((await scene.card()).hosts).toBe(0);
      });

      driver = await grant(driver, (whileClosed) => start(undefined, whileClosed));
      const popup = await driver.openExtensionPage("popup.html");
      await waitFor(
        popup,
        "the script",
        async (wanted) => {
          const scripts = await chrome.scripting.getRegisteredContentScripts();
          return scripts.some(({ matches }) => matches.includes(wanted));
        },
        pattern,
      );
      await withScene(driver, further, async (scene) => {
        await scene.page.type(telling);
        await scene.until("a verdict", ({ state }) => state === "block" || state === "warn");
        await scene.send();
        const { text } = await expectHeld(scene);
        expect(text).toContain("guarded as well as can be");
        const answer = await poll(async () => {
          const listed = await askWorker(popup, "attempt.list", { since: 0, limit: 10 });
          return listed.ok && listed.value.total > 0 ? listed : undefined;
        });
        expect(answer?.value.attempts).toMatchObject([
          { site: "other", host: "reviews.example", surface: "review-reply", outcome: "stopped" },
        ]);
        expect(JSON.stringify(answer)).not.toMatch(/staff\.|answer\/1024/);

        if (browser === "firefox") return;
        // While it is open: what was held goes, and nothing of ours is left to see.
        await managed.set({ extraSites: [] });
        await scene.until("the card to go", ({ visible }) => !visible);
        await expectSent(scene, telling);
        expect(await registeredOn(popup)).toEqual([]);
      });

      await managed.set({ extraSites: [] });
      driver = await start();
      await untilPolicy(driver, { extraSites: [] });
      await withScene(driver, further, async (scene) => {
        await scene.page.type(telling);
        await expectSent(scene, telling);
      });
      expect(await registeredOn(await driver.openExtensionPage("popup.html"))).toEqual([]);
    }));

  it("is left alone when somebody takes the permission back, and guarded when they give it again, in the same page", () =>
    withSeat(browser, async ({ managed, start }) => {
      const named = { extraSites: [site] };
      await managed.set(named);
      const first = await start();
      await untilPolicy(first, named);
      const driver = await grant(first, (whileClosed) => start(undefined, whileClosed));
      const popup = await driver.openExtensionPage("popup.html");
      await withScene(driver, further, async (scene) => {
        await scene.page.type(telling);
        await scene.until("a verdict", ({ state }) => state === "block" || state === "warn");
        await popup.evaluate((origins) => chrome.permissions.remove({ origins }), [pattern]);
        await scene.page.click("textarea");
        await scene.page.type(" Yes!");
        await scene.until("the card to go", ({ visible }) => !visible);
        await expectSent(scene, `${telling} Yes!`);

        // Nothing can press the button of Chromium's own question.
        if (browser === "chromium") return;
        const again = await driver.openExtensionPage("popup.html");
        await again.click(".site-access button");
        await allowInPrompt(driver);
        await waitFor(again, "the button to go", () => document.querySelector(".site-access") === null);
        await scene.page.click("textarea");
        await scene.page.type(telling);
        await scene.until("a verdict", ({ state }) => state === "block" || state === "warn");
        await scene.send();
        await scene.until("that it was held", ({ text }) => text.includes("Not sent"));
        expect(await scene.sent()).toHaveLength(1);
      });
    }));
});
