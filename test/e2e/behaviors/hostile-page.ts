import { expect } from "vitest";
import { withScene } from "../harness/scene.ts";
import { scriptOf } from "../page-scripts.ts";
import type { Behavior } from "./behavior.ts";
import { doubtful, flagged } from "./drafts.ts";
import { expectHeld } from "./held.ts";

const reply = scriptOf("facebook-comment", "reply");

/** Everything a page can do to a button of the card short of a person's hand. */
function pressEverything(): void {
  const root = document.querySelector("reply-guard")?.shadowRoot;
  const reason = root?.querySelector<HTMLInputElement>("#reason");
  if (reason) reason.value = "forged";
  const options = { bubbles: true, composed: true, cancelable: true };
  for (const item of root?.querySelectorAll<HTMLElement>("button, input") ?? []) {
    item.focus();
    for (const key of ["Enter", " "]) {
      item.dispatchEvent(new KeyboardEvent("keydown", { key, ...options }));
      item.dispatchEvent(new KeyboardEvent("keyup", { key, ...options }));
    }
    for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]) {
      item.dispatchEvent(new MouseEvent(type, options));
    }
    item.click();
  }
}

/** What a page's own script tries. */
export const hostilePage: readonly Behavior[] = [
  {
    title: "presses forged by the page on the card do nothing",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        await scene.page.type(doubtful);
        await scene.page.press("Enter");
        const before = await expectHeld(scene);
        await scene.page.evaluate(pressEverything);
        // A press that had worked would have been asked of the worker by now: so is this one.
        await scene.page.click(scene.script.box);
        await scene.page.press("Enter");
        const after = await expectHeld(scene);
        expect(after.state).toBe(before.state);
        expect(
          await scene.page.evaluate(() => document.querySelector<HTMLElement>("#reply")?.innerText.trim()),
        ).toBe(doubtful);
      }),
  },
  {
    title: "an Enter forged by the page is held like any other",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        await scene.page.type(flagged);
        await scene.page.evaluate(() => {
          const enter = { key: "Enter", keyCode: 13, bubbles: true, cancelable: true, composed: true };
          document.querySelector("#reply")?.dispatchEvent(new KeyboardEvent("keydown", enter));
        });
        await expectHeld(scene);
      }),
  },
  {
    title: "a page that takes the card away still does not send, and the card comes back",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        await scene.page.type(flagged);
        await scene.page.press("Enter");
        await expectHeld(scene);
        await scene.page.evaluate(() => document.querySelector("reply-guard")?.remove());
        await scene.page.click(scene.script.box);
        await scene.page.type("!");
        await scene.page.press("Enter");
        await expectHeld(scene);
      }),
  },
  {
    title: "a style of the page does not hide the card",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        await scene.page.evaluate(() => {
          const sheet = new CSSStyleSheet();
          const hidden = "display: none; visibility: hidden; opacity: 0; transform: scale(0)";
          sheet.replaceSync(`reply-guard { ${hidden.replaceAll(/;|$/g, " !important;")} }`);
          document.adoptedStyleSheets.push(sheet);
        });
        await scene.page.type(flagged);
        await scene.page.press("Enter");
        await expectHeld(scene);
        const seen = await scene.page.evaluate(() => {
          const region = document.querySelector("reply-guard")?.shadowRoot?.querySelector("[data-state]");
          return region?.checkVisibility({ opacityProperty: true, visibilityProperty: true });
        });
        expect(seen).toBe(true);
      }),
  },
  {
    title: "listeners of the page in the same phase do not hear a gesture that is held",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        await scene.page.evaluate(() => {
          window.noted = [];
          for (const type of ["keydown", "keypress", "beforeinput"]) {
            addEventListener(type, (event) => window.noted.push(`${type} ${event.isTrusted}`), true);
          }
        });
        await scene.page.type(flagged);
        const before = await scene.page.evaluate(() => window.noted.length);
        await scene.page.press("Enter");
        await expectHeld(scene);
        expect(await scene.page.evaluate((from) => window.noted.slice(from), before)).toEqual([]);
      }),
  },
  {
    title: "the page cannot load the extension's files",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        const own = await driver.openExtensionPage("popup.html");
        const address = await own.url();
        await own.close();
        const loaded = await scene.page.evaluate(
          (url) =>
            new Promise<string>((resolve) => {
              const image = new Image();
              image.addEventListener("load", () => resolve("loaded"));
              image.addEventListener("error", () => resolve("refused"));
              image.src = new URL("icons/watching-16.png", url).href;
            }),
          address,
        );
        expect(loaded).toBe("refused");
      }),
  },
];
