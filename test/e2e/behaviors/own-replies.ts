/** The practice's own replies: kept once they pass the check, found from card and popup, and put in where they pass again. */
import { expect } from "vitest";
import type { Driver, PageHandle } from "../harness/driver.ts";
import type { Scene } from "../harness/scene.ts";
import { withScene } from "../harness/scene.ts";
import { poll, waitFor } from "../harness/wait.ts";
import { scriptOf } from "../page-scripts.ts";
import { violations } from "./access.ts";
import type { Behavior } from "./behavior.ts";
import { flagged } from "./drafts.ts";
import { popupAbout } from "./extension-page.ts";
import { expectHeld, untilClear } from "./held.ts";
import { accessible, focusedInCard, tabTo } from "./in-card.ts";
import { inOptions } from "./own-words.ts";
import { textOf, untilText } from "./page-text.ts";

const reply = scriptOf("facebook-comment", "reply");
const hours = "Our office is open Monday to Friday, nine to five.";
const kind = "Thank you for the kind words! They made our whole team smile.";
/** Would not be offered: the admin's own are not tried when they are handed out. */
const telling = "Thanks for coming in! See you at your next visit.";
const ours = "We love to hear that, and our whole team says hello.";

export const library = { replies: [{ text: hours }, { text: kind }, { text: telling }] };

/** Until the worker has told the page that there are replies, there is nothing to open. */
async function openSearch(scene: Scene): Promise<void> {
  await poll(async () => {
    await scene.page.press("Alt+Shift+KeyG");
    return (await scene.card()).visible || undefined;
  });
  expect(await focusedInCard(scene)).toBe("query");
}

const untilFound = (scene: Scene, words: string): Promise<unknown> =>
  scene.until(`"${words}"`, ({ text }) => text.includes(words));

/** The popup about the tab of `reply`, once it has the replies. */
async function popupWithReplies(driver: Driver): Promise<PageHandle> {
  const page = await popupAbout(driver, reply.page);
  await waitFor(
    page,
    "the replies",
    () => document.querySelectorAll("#replies:not([hidden]) .alternative").length > 0 || undefined,
  );
  return page;
}

const searchesTo = (page: PageHandle, count: number): Promise<unknown> =>
  waitFor(
    page,
    `${count} replies`,
    (wanted) => document.querySelectorAll("#replies .alternative").length === wanted,
    count,
  );

export const ownReplies: readonly Behavior[] = [
  {
    title: "in an empty box the card opens on the replies by keyboard, finds one, and puts it in",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        await openSearch(scene);
        await untilFound(scene, "2 replies. 1 more would say too much here.");
        await accessible(scene);
        await scene.page.type("friday");
        await untilFound(scene, "1 reply.");
        expect((await scene.card()).text).not.toContain(kind);
        await tabTo(scene, "Use this reply");
        await scene.page.press("Enter");
        await untilClear(scene);
        await scene.send();
        expect(await scene.untilSent()).toEqual([{ text: hours, via: "enter" }]);
      }),
  },
  {
    title: "a reply that is found takes the place of a draft that was held, which can be put back",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        await scene.page.type(flagged);
        await scene.send();
        await expectHeld(scene);
        await scene.clickInCard("#query");
        await scene.page.type("nine");
        await untilFound(scene, "1 reply.");
        await scene.clickInCard('[data-action=use][data-index="own-0"]');
        await scene.until("the note that the text was replaced", ({ text }) => text.includes("was replaced"));
        await scene.clickInCard("[data-action=undo]");
        await scene.until("the draft as it was", ({ state }) => state === "block");
      }),
  },
  {
    title: "Escape closes the search, and the box has the focus again",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        await openSearch(scene);
        await scene.page.press("Escape");
        await scene.until("no card", ({ visible }) => !visible);
        await scene.page.type("Thank you!");
        await untilClear(scene);
        await scene.send();
        expect(await scene.untilSent()).toEqual([{ text: "Thank you!", via: "enter" }]);
      }),
  },
  {
    title: "the popup finds one for the box at hand, puts it in, and is accessible",
    run: (driver) =>
      withScene(driver, reply, async (scene) => {
        await openSearch(scene);
        await scene.page.press("Escape");
        const popup = await popupWithReplies(driver);
        await searchesTo(popup, 2);
        await untilText(popup, "#replies", "1 more would say too much here.");
        for (const scheme of ["dark", "light"] as const) {
          await popup.prefer(scheme);
          expect(await violations(popup, "#replies")).toEqual([]);
        }
        await popup.click("#query");
        await popup.type("kind");
        await searchesTo(popup, 1);
        await popup.press("Tab");
        await popup.press("Enter");
        await untilText(popup, "#said", "It is in the box.");
        await popup.close();
        await scene.send();
        expect(await scene.untilSent()).toEqual([{ text: kind, via: "enter" }]);
      }),
  },
  {
    title: "the options page keeps a new one only where it may be offered somewhere, and it is found at once",
    async run(driver) {
      await inOptions(
        driver,
        async (page) => {
          await page.click("#replies-text");
          await page.type(`${telling} Jane`);
          await page.click("form:has(#replies-text) button[type=submit]");
          await untilText(page, "form:has(#replies-text)", "would not be offered anywhere");
          await page.click("#replies-text");
          await page.press("ControlOrMeta+KeyA");
          await page.type(ours);
          await page.click("form:has(#replies-text) button[type=submit]");
          await untilText(page, "#replies-list", ours);
          expect(await textOf(page, "#replies-list")).not.toContain("Jane");
        },
        "#replies-text",
      );
      await withScene(driver, reply, async (scene) => {
        await openSearch(scene);
        await scene.page.type("hello");
        await untilFound(scene, ours);
      });
    },
  },
];
