import { expect } from "vitest";
import type { Driver, PageHandle } from "../harness/driver.ts";
import { withScene } from "../harness/scene.ts";
import { waitFor } from "../harness/wait.ts";
import { scriptOf } from "../page-scripts.ts";
import { violations } from "./access.ts";
import type { Behavior } from "./behavior.ts";
import { expectHeld, untilClear } from "./held.ts";
import { untilAllOptions } from "./options-page.ts";

const reply = scriptOf("facebook-comment", "reply");

/** Held by nothing but the practice's own list, written as somebody would who knows that it is on a list. */
const ownWords = "Double Glow\u200b-Pоints until Friday!";
/** Held for the number alone. */
const hotline = "Parking help: 310-555-0188";

export async function inOptions(
  driver: Driver,
  use: (page: PageHandle) => Promise<void>,
  field = "#alwaysAllow-text",
): Promise<void> {
  const page = await driver.openExtensionPage("options.html");
  await untilAllOptions(page, field);
  try {
    await use(page);
  } finally {
    await page.close();
  }
}

const said = (page: PageHandle, words: string): Promise<unknown> =>
  waitFor(
    page,
    words,
    (words) =>
      [...document.querySelectorAll("#phrases [role=status]")].some(({ textContent }) =>
        textContent?.startsWith(words),
      ),
    words,
  );

const focused = (page: PageHandle): Promise<string> => page.evaluate(() => document.activeElement?.id ?? "");

export const ownWordsBehaviors: readonly Behavior[] = [
  {
    title: "a phrase put on the list of what is always stopped holds the draft that has it, hidden or not",
    async run(driver) {
      await withScene(driver, reply, async (scene) => {
        await scene.page.type(ownWords);
        await untilClear(scene);
      });
      await inOptions(driver, async (page) => {
        await page.click("#alwaysStop-text");
        await page.type("glow points");
        await page.press("Tab");
        await page.press("Tab");
        expect(await focused(page)).toBe("alwaysStop-reason");
        await page.type("Points are not for the public.");
        await page.press("Enter");
        await said(page, "Saved");
        expect(await focused(page)).toBe("alwaysStop-text");
      });
      await withScene(driver, reply, async (scene) => {
        await scene.page.type(ownWords);
        await scene.send();
        const { text, quotes } = await expectHeld(scene);
        expect(text).toContain("Points are not for the public.");
        expect(quotes).toEqual(["Glow\u200b-Pоints"]);
      });
    },
  },
  {
    title: "a phrase taken off that list holds nothing any more",
    async run(driver) {
      await inOptions(driver, async (page) => {
        await page.click("#alwaysStop-list button");
        await said(page, "Removed");
      });
      await withScene(driver, reply, async (scene) => {
        await scene.page.type(ownWords);
        await untilClear(scene);
      });
    },
  },
  {
    title: "a phrase put on the list of what is always allowed lets a draft pass that was held for it",
    async run(driver) {
      await withScene(driver, reply, async (scene) => {
        await scene.page.type(hotline);
        await scene.send();
        await expectHeld(scene);
      });
      await inOptions(driver, async (page) => {
        await page.click("#alwaysAllow-text");
        await page.type("310-555-0188");
        await page.press("Enter");
        await said(page, "Saved");
      });
      await withScene(driver, reply, async (scene) => {
        await scene.page.type(hotline);
        await untilClear(scene);
        await scene.send();
        expect(await scene.untilSent()).toEqual([{ text: hotline, via: "enter" }]);
      });
    },
  },
  {
    title:
      "a phrase that cannot be kept is refused with words that are tied to the field, and axe finds nothing",
    run: (driver) =>
      inOptions(driver, async (page) => {
        await page.click("#alwaysAllow-text");
        await page.type("you");
        await page.press("Enter");
        const error = await waitFor(page, "the error", () => {
          const field = document.querySelector("#alwaysAllow-text");
          const ids = field?.getAttribute("aria-describedby")?.split(" ") ?? [];
          const words = ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
          return field?.getAttribute("aria-invalid") === "true" && words;
        });
        expect(error).toMatch(/One short word would switch off whole rules/);
        expect(await violations(page, undefined)).toEqual([]);
      }),
  },
  {
    title: "the catalog of rules is searched and opened by keyboard alone, and axe finds nothing",
    run: (driver) =>
      inOptions(driver, async (page) => {
        await page.click("#catalog-search");
        const listed = (): Promise<string[]> =>
          page.evaluate(() =>
            [...document.querySelectorAll<HTMLElement>("[data-rule]")]
              .filter((rule) => rule.checkVisibility())
              .map((rule) => rule.dataset["rule"] ?? ""),
          );
        const all = await listed();
        await page.type("happy birthday");
        await waitFor(page, "fewer rules", () =>
          document.querySelector("#rules [role=status]")?.textContent?.includes(" of "),
        );
        const found = await listed();
        expect(found).toContain("birth-date");
        expect(found.length).toBeLessThan(all.length / 4);
        await page.press("Tab");
        expect(await focused(page)).toBe("catalog-category");
        await page.press("Tab");
        await page.press("Enter");
        const opened = await page.evaluate(() => {
          const rule = document.querySelector<HTMLDetailsElement>("details[data-rule][open]");
          return { id: rule?.dataset["rule"], text: rule?.innerText };
        });
        expect(opened.id).toBe(found[0]);
        for (const word of ["Source", "How sure", "Stopped", "Let through"])
          expect(opened.text).toContain(word);
        expect(await violations(page, undefined)).toEqual([]);
        await page.click("#catalog-search");
        await page.press("Escape");
        expect(await listed()).toEqual(all);
      }),
  },
];
