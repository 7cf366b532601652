import { expect } from "vitest";
import { routes } from "../../pages/routes.ts";
import { withScene } from "../harness/scene.ts";
import { waitFor } from "../harness/wait.ts";
import type { PageScript } from "../page-scripts.ts";
import { scriptOf } from "../page-scripts.ts";
import type { Behavior } from "./behavior.ts";
import { flagged, harmless } from "./drafts.ts";
import { expectHeld, untilClear } from "./held.ts";

const textBefore: PageScript = {
  page: "text-before-script",
  box: "#composerInput",
  send: { click: "input[value=Comment]" },
  via: "submit",
};

const lostControl: PageScript = {
  page: "lost-send-control",
  before: ["button:nth-of-type(3)"],
  box: "textarea",
  send: { press: "Control+Enter" },
  via: "button",
};

/** What a page does to itself while somebody writes in it. */
export const pageLife: readonly Behavior[] = [
  {
    title: "text that was there before any script is checked before it goes out",
    run: (driver) =>
      withScene(driver, textBefore, async (scene) => {
        await scene.send();
        await expectHeld(scene);
      }),
  },
  {
    title: "text that was there before any script is checked although nobody has touched its box",
    async run(driver) {
      const page = await driver.open(routes["text-before-script"].url);
      await waitFor(page, "the page", () => window.ready);
      await page.click("input[value=Comment]");
      await page.click("h3");
      await page.click("input[value=Comment]");
      expect(await page.evaluate(() => window.sent)).toEqual([]);
      await page.close();
    },
  },
  {
    title: "the card of one post is gone on the next one of the same page",
    run: (driver) =>
      withScene(driver, scriptOf("navigation", "first post"), async (scene) => {
        await scene.page.type(flagged);
        await scene.page.press("Enter");
        await expectHeld(scene);
        await scene.page.click("#second");
        await scene.until("the card to go", ({ visible }) => !visible);
        await scene.page.click("#box");
        await scene.page.type(harmless);
        await untilClear(scene);
        await scene.page.press("Enter");
        expect(await scene.untilSent()).toEqual([{ text: harmless, via: "enter" }]);
        await scene.page.type(flagged);
        await scene.page.press("Enter");
        await scene.until("the card", ({ text }) => text.includes("Not sent"));
        expect(await scene.sent()).toHaveLength(1);
      }),
  },
  {
    title: "a box that no adapter knows is said to be not watched",
    run: (driver) =>
      withScene(driver, scriptOf("unknown-composer", "Enter"), async (scene) => {
        await scene.page.type(harmless);
        const card = await scene.until("the note", ({ text }) => /not watching/i.test(text));
        expect(card.state).toBe("unchecked");
      }),
  },
  {
    title: "a box that no adapter knows still holds what it can, and says both",
    run: (driver) =>
      withScene(driver, scriptOf("unknown-composer", "Enter"), async (scene) => {
        await scene.page.type(flagged);
        await scene.page.press("Enter");
        const { text } = await expectHeld(scene);
        expect(text).toMatch(/not watching/i);
      }),
  },
  {
    title: "a known box that has lost its send control is said to be not watched",
    run: (driver) =>
      withScene(driver, lostControl, async (scene) => {
        await scene.page.type(harmless);
        const card = await scene.until("the note", ({ text }) => /not watching/i.test(text));
        expect(card.state).toBe("unchecked");
      }),
  },
  {
    title: "a feed that never rests: what is held is held, what is clear goes out",
    run: (driver) =>
      withScene(driver, scriptOf("busy-feed"), async (scene) => {
        await scene.page.evaluate(() => window.feed.start());
        await scene.page.type(flagged);
        await scene.page.press("Enter");
        await expectHeld(scene);
        await scene.clear();
        await scene.page.type(harmless);
        await untilClear(scene);
        await scene.page.press("Enter");
        expect(await scene.untilSent()).toEqual([{ text: harmless, via: "enter" }]);
      }),
  },
  {
    title: "two boxes of one page do not share a verdict",
    run: (driver) =>
      withScene(driver, scriptOf("facebook-comment", "reply"), async (scene) => {
        await scene.page.type(flagged);
        await scene.untilChecked();
        // By keyboard: the note about the first box may lie over the second.
        const isThere = (): Promise<boolean> =>
          scene.page.evaluate(() => document.activeElement?.id === "comment");
        for (let i = 0; i < 8 && !(await isThere()); i += 1) await scene.page.press("Tab");
        expect(await isThere()).toBe(true);
        await scene.page.type(harmless);
        await untilClear(scene);
        await scene.page.press("Enter");
        expect(await scene.untilSent()).toEqual([{ text: harmless, via: "enter" }]);
        for (let i = 0; i < 8 && (await isThere()); i += 1) await scene.page.press("Shift+Tab");
        await scene.page.press("Enter");
        await scene.until("the card", ({ text }) => text.includes("Not sent"));
        expect(await scene.sent()).toHaveLength(1);
      }),
  },
];
