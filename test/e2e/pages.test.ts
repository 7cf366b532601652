import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PageName } from "../pages/routes.ts";
import { pageNames, routes } from "../pages/routes.ts";
import type { Driver, PageHandle } from "./harness/driver.ts";
import { browserNames, launch } from "./harness/launch.ts";
import { waitFor } from "./harness/wait.ts";
import { furtherScripts, otherPages, pageScripts } from "./page-scripts.ts";

declare global {
  interface Window {
    /** What a listener of a test has noted in the page. */
    noted: string[];
  }
}

/**
 * The composer pages by themselves, in browsers without the extension. A page that would not send anyway proves
 * nothing about what stops it.
 */
describe.each(browserNames)("composer pages in %s, without the extension", (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(browser);
  });
  afterAll(() => driver?.close());

  async function onPage(name: PageName, use: (page: PageHandle) => Promise<void>): Promise<void> {
    const page = await driver.open(routes[name].url);
    await waitFor(page, "the editor", () => window.ready);
    await use(page);
    await page.close();
  }
  const sent = (page: PageHandle) => waitFor(page, "a send", () => window.sent.length > 0 && window.sent);

  it.each(
    [...pageScripts, ...furtherScripts].map((script) => ({
      ...script,
      title: [script.page, script.how].filter(Boolean).join(", "),
    })),
  )("$title sends what was typed", async ({ page: name, before = [], box, send, via }) => {
    await onPage(name, async (page) => {
      for (const place of before) await page.click(place);
      await page.click(box);
      await page.type("Thank you, Maria!");
      await ("press" in send ? page.press(send.press) : page.click(send.click));
      expect(await sent(page)).toMatchObject([{ text: "Thank you, Maria!", via }]);
    });
  });

  it("text that was there before any script is sent by the button", async () => {
    await onPage("text-before-script", async (page) => {
      await page.click("input[value=Comment]");
      expect(await sent(page)).toEqual([
        { text: "Thanks for coming in for your Botox, Marisol!", via: "submit" },
      ]);
    });
  });

  it("Shift+Enter makes a new line where Enter sends", async () => {
    await onPage("facebook-comment", async (page) => {
      await page.click("#reply");
      await page.type("one");
      await page.press("Shift+Enter");
      await page.type("two");
      await page.press("Enter");
      expect(await sent(page)).toEqual([{ text: "one\ntwo", via: "enter" }]);
    });
  });

  it("pasted text is sent", async () => {
    await onPage("facebook-comment", async (page) => {
      await page.click("#reply");
      await page.paste("pasted words");
      await waitFor(
        page,
        "the paste",
        () => document.querySelector("#reply")?.textContent === "pasted words",
      );
      await page.press("Enter");
      expect(await sent(page)).toEqual([{ text: "pasted words", via: "enter" }]);
    });
  });

  it("the Enter that accepts a composition does not send, the next one does", async () => {
    await onPage("facebook-comment", async (page) => {
      await page.click("#reply");
      await page.evaluate(() => {
        window.noted = [];
        addEventListener(
          "keydown",
          ({ isTrusted, isComposing, keyCode }) =>
            window.noted.push(`keydown ${isTrusted} ${isComposing} ${keyCode}`),
          true,
        );
        // Chromium marks this one as not trusted when the protocol ends the composition.
        addEventListener("compositionend", () => window.noted.push("compositionend"), true);
      });
      await page.compose("ありがとう");
      await waitFor(
        page,
        "the composition",
        () => document.querySelector("#reply")?.textContent === "ありがとう",
      );
      const keys = await page.evaluate(() => window.noted);
      expect(keys.slice(-2)).toEqual(["keydown true true 229", "compositionend"]);
      expect(await page.evaluate(() => window.sent.length)).toBe(0);
      await page.press("Enter");
      expect(await sent(page)).toEqual([{ text: "ありがとう", via: "enter" }]);
    });
  });

  it("a held key repeats", async () => {
    await onPage("facebook-comment", async (page) => {
      await page.click("#reply");
      await page.evaluate(() => {
        window.noted = [];
        addEventListener("keydown", (event) => {
          if (event.repeat) window.noted.push("repeat");
        });
      });
      await page.hold("a", 4);
      expect(await page.evaluate(() => window.noted)).toHaveLength(3);
      expect(await page.evaluate(() => document.querySelector("#reply")?.textContent)).toBe("aaaa");
    });
  });

  it("a chosen picture goes along", async () => {
    await onPage("facebook-button", async (page) => {
      await page.setFiles("#photo", ["icons/watching-16.png"]);
      await waitFor(page, "the preview", () => document.querySelector("#previews img") !== null);
      await page.click("[aria-label='Comment']");
      expect(await sent(page)).toEqual([{ text: "", via: "button", files: ["watching-16.png"] }]);
    });
  });

  it("Enter picks a mention from the open list and does not send", async () => {
    await onPage("instagram-comment", async (page) => {
      await page.click("form textarea");
      await page.type("@len");
      await waitFor(page, "the list", () => document.querySelector("[role=listbox]") !== null);
      await page.press("Enter");
      await waitFor(
        page,
        "the name",
        () => document.querySelector<HTMLTextAreaElement>("form textarea")?.value === "@lena.okafor ",
      );
      expect(await page.evaluate(() => window.sent.length)).toBe(0);
    });
  });

  it("a card without a send control sends by no gesture", async () => {
    await onPage("lost-send-control", async (page) => {
      await page.click("button:nth-of-type(3)");
      await page.click("textarea");
      await page.type("Hello");
      await page.press("Enter");
      await page.press("Control+Enter");
      const after = await page.evaluate(() => ({
        sent: window.sent.length,
        value: document.querySelector("textarea")?.value,
      }));
      expect(after.sent).toBe(0);
      expect(after.value).toContain("Hello");
    });
  });

  it("no form went out by itself", () => {
    expect(driver.server.posts).toEqual([]);
  });
});

it("every page has a script", () => {
  const scripted = [...pageScripts, ...furtherScripts].map(({ page }) => page);
  expect([...new Set([...scripted, ...otherPages])].sort()).toEqual([...pageNames].sort());
});
