/** Looking back on a page of the practice's own replies, from the popup to the officer's case and the proof that it is gone. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectReadable } from "./behaviors/access.ts";
import { choose, untilRecord, view } from "./behaviors/console-page.ts";
import { flagged } from "./behaviors/drafts.ts";
import { tabTo } from "./behaviors/extension-page.ts";
import { checkAgain, lookBackOn, openPast, seen, setPractice } from "./behaviors/look-back.ts";
import { textOf, untilText } from "./behaviors/page-text.ts";
import { toldByWorker } from "./harness/ask-worker.ts";
import type { Driver } from "./harness/driver.ts";
import { browserNames, built, launch } from "./harness/launch.ts";
import { waitFor } from "./harness/wait.ts";

const botox = "Thanks for coming in for your Botox, Marisol!\nCome again.";
const older = "older ones load when you scroll";

describe.each(browserNames)("looking back in %s", (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(browser, { extension: built[browser] });
    await setPractice(driver);
  });
  afterAll(() => driver?.close());

  it("lists the practice's risky comments on Facebook with reason, link and replacement, and tells what is gone", async () => {
    const site = await openPast(driver, "past-facebook");
    const page = await lookBackOn(driver, "past-facebook");
    const first = await seen(page);
    expect(first.line).toBe(
      "4 replies of the practice were visible on the page. All were checked. 2 are risky.",
    );
    expect(first.notes.join(" ")).toContain(older);
    expect(first.risky).toEqual([
      {
        where: "Comment, Facebook, 2h",
        text: botox,
        categories: expect.arrayContaining([expect.stringMatching(/\S/)]),
        sources: expect.arrayContaining([expect.stringMatching(/CFR/)]),
        link: expect.stringContaining("/harboraesthetics/posts/1031?comment_id=77&reply_comment_id=88"),
        instead: expect.stringMatching(/\S/),
        isOnRecord: true,
      },
      {
        where: "Comment, Facebook, 2h",
        text: "Our after-hours line is 310-555-0188",
        categories: [expect.stringMatching(/\S/)],
        sources: [expect.stringMatching(/\S/)],
        link: expect.stringContaining("comment_id=92"),
        instead: expect.anything(),
        isOnRecord: true,
      },
    ]);
    expect(first.markup).toBe(0);
    await expectReadable(page);

    // By keyboard: the replacement, checked once more, is on the clipboard.
    await tabTo(
      page,
      "the button that copies",
      () => document.activeElement?.matches("#risky-list .suggested .button") === true,
    );
    await page.press("Enter");
    await untilText(page, "#said", "Copied. It was checked once more.");

    // The same page again: nothing is new.
    await checkAgain(page);
    expect((await seen(page)).line).toBe(first.line);
    expect((await toldByWorker(page, "attempt.list", { since: 0, limit: 50 })).total).toBe(2);

    // More replies can be shown: then nobody knows. Then they are all there, and it is not.
    await site.evaluate(() => {
      const reply = document.querySelector("#c88");
      const more = document.createElement("div");
      more.setAttribute("role", "button");
      more.id = "more";
      more.textContent = "View 1 reply";
      reply?.replaceWith(more);
    });
    await checkAgain(page);
    const hidden = await seen(page);
    expect(hidden.line).toContain("3 replies of the practice were visible");
    expect(hidden.notes.join(" ")).toContain(
      "One risky reply that was found here before is not visible now.",
    );
    await site.evaluate(() => document.querySelector("#more")?.remove());
    await checkAgain(page);
    const after = await seen(page);
    expect(after.notes.join(" ")).toContain(
      "One risky reply that was found before is gone. That is on record.",
    );
    expect(after.risky).toHaveLength(1);
    await page.close();
    await site.close();
  });

  it("shows the officer the case, and that it is gone, without a word of the reply", async () => {
    const page = await driver.openExtensionPage("audit.html");
    await untilRecord(page);
    await view(page, "entries");
    await choose(page, "#filter-what", "standing");
    await untilText(page, "#found", "2");
    await tabTo(page, "the table", () => document.activeElement?.matches(".grid") === true);
    await page.press("ArrowDown");
    await page.press("Enter");
    await waitFor(page, "the entry", () => document.activeElement?.id === "detail-title");
    expect(await textOf(page, "#detail-title")).toContain("Found on the site");
    expect(await page.evaluate(() => document.querySelector(".case form, form.case") !== null)).toBe(true);
    await choose(page, "#filter-what", "take-down");
    await untilText(page, "#found", "1 ");
    await tabTo(page, "the table", () => document.activeElement?.matches(".grid") === true);
    await page.press("ArrowDown");
    await page.press("Enter");
    await untilText(page, "#detail-title", "Reply taken down");
    const told = await textOf(page, "#detail-body");
    expect(told).toContain("Removed");
    expect(told).toContain("A look back");
    const kept = await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open("replyguard");
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error));
      });
      const all: unknown[] = [];
      for (const name of [...database.objectStoreNames].filter((one) => one !== "record-keys")) {
        const store = database.transaction(name).objectStore(name);
        for (const request of [store.getAll(), store.getAllKeys()])
          all.push(
            await new Promise((resolve) =>
              request.addEventListener("success", () => resolve(request.result)),
            ),
          );
      }
      database.close();
      return JSON.stringify(all);
    });
    expect(kept).toContain('"take-down"');
    expect(kept).not.toMatch(/Botox|Marisol|after-hours|comment_id|posts\/1031/);
    await page.close();
  });

  it("knows the owner's replies on Yelp by the site's line about them, and one that was taken down", async () => {
    const site = await openPast(driver, "past-yelp");
    const page = await lookBackOn(driver, "past-yelp");
    const first = await seen(page);
    expect(first.line).toBe(
      "2 replies of the practice were visible on the page. All were checked. One is risky.",
    );
    expect(first.risky).toMatchObject([
      {
        where: "Reply to a review, Yelp, Apr 2, 2026",
        text: expect.stringContaining("We checked your chart"),
      },
    ]);
    await site.evaluate(() => document.querySelector("[id^=owner-]")?.remove());
    await checkAgain(page);
    expect((await seen(page)).notes.join(" ")).toContain("One risky reply that was found before is gone");
    await page.close();
    await site.close();
  });

  it("knows the account's comments on Instagram by its handle, and one that was edited", async () => {
    const site = await openPast(driver, "past-instagram");
    const page = await lookBackOn(driver, "past-instagram");
    const first = await seen(page);
    expect(first.line).toContain("3 replies of the practice were visible on the page. All were checked.");
    expect(first.risky[0]).toMatchObject({ link: "https://www.instagram.com/p/Cx1033/c/181/" });
    await site.evaluate(() => {
      const text = document.querySelector("#reply-181 > div:nth-of-type(2) span");
      if (text) text.textContent = "Thank you for the kind words!";
    });
    await checkAgain(page);
    expect((await seen(page)).notes.join(" ")).toContain("was edited, and passes now");
    await page.close();
    await site.close();
  });

  it("says of ten thousand replies which were looked at, and that the longest was not checked", async () => {
    const site = await openPast(driver, "past-many");
    const page = await lookBackOn(driver, "past-many");
    const { line, notes, risky } = await seen(page);
    const [, visible = "", checked = ""] =
      /^([\d,]+) replies of the practice were visible on the page\. ([\d,]+) of them were checked\./.exec(
        line,
      ) ?? [];
    expect(Number(visible)).toBeGreaterThan(1);
    expect(Number(visible)).toBeLessThanOrEqual(500);
    expect(Number(checked)).toBe(Number(visible) - 1);
    expect(notes.join(" ")).toContain("The page has more than is looked at in one go.");
    expect(notes.join(" ")).toContain("One reply is too long to be checked.");
    // Comments of another post may have the same numbers.
    expect(notes.join(" ")).not.toContain("found");
    expect(risky).toEqual([]);
    await page.close();
    await site.close();
  });

  it("says so where there is nothing to tell, and where nobody can", async () => {
    const page = await driver.openExtensionPage("look-back.html");
    await untilText(page, "#progress", "ReplyGuard cannot see that page.");
    await page.goto(`${await page.url()}?tab=99999999`);
    await untilText(page, "#progress", "ReplyGuard cannot see that page.");
    await expectReadable(page);
    await page.close();
    const site = await openPast(driver, "facebook-comment");
    const none = await lookBackOn(driver, "facebook-comment");
    // The post is the practice's own; the comment is somebody else's.
    expect((await seen(none)).line).toContain(
      "One reply of the practice was visible on the page. It was checked.",
    );
    expect(JSON.stringify(await seen(none))).not.toContain(flagged);
    await none.close();
    await site.close();
  });
});

it("speaks Spanish in a Spanish browser, reasons included", async () => {
  const driver = await launch("chromium", { extension: built.chromium, language: "es" });
  try {
    await setPractice(driver);
    const site = await openPast(driver, "past-yelp");
    const page = await lookBackOn(driver, "past-yelp");
    const { line, risky } = await seen(page);
    expect(line).toBe(
      "En la página se veían 2 respuestas del consultorio. Se revisaron todas. Una es riesgosa.",
    );
    expect(risky[0]?.where).toContain("Yelp, Apr 2, 2026");
    expect(risky[0]?.categories.join(" ")).not.toMatch(/health|visit|relationship/i);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("es");
    await expectReadable(page);
    await site.close();
  } finally {
    await driver.close();
  }
});
