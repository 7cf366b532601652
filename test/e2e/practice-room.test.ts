/** The practice room in both browsers: judged as on a site, nothing on record, a policy tried and not taken. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectReadable, violations } from "./behaviors/access.ts";
import { doubtful } from "./behaviors/drafts.ts";
import { isReady, tabTo } from "./behaviors/extension-page.ts";
import { textOf, untilText } from "./behaviors/page-text.ts";
import { cardOn, part, risky, safe, untilHeld, untilState } from "./behaviors/practice-room.ts";
import { toldByWorker } from "./harness/ask-worker.ts";
import type { Driver, PageHandle } from "./harness/driver.ts";
import { browserNames, built, launch } from "./harness/launch.ts";
import { waitFor } from "./harness/wait.ts";

describe.each(browserNames)("the practice room in %s", (browser) => {
  let driver: Driver;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "practice-"));
    driver = await launch(browser, { extension: built[browser] });
  });
  afterAll(async () => {
    await driver?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function inRoom(use: (page: PageHandle) => Promise<void>): Promise<void> {
    const page = await driver.openExtensionPage("practice.html");
    await waitFor(page, "the room", isReady);
    await use(page);
    await page.close();
  }

  it("holds a risky reply as a site's box does, mends it by keyboard, and lets the safe one go", () =>
    inRoom(async (page) => {
      await page.click("#dana-box");
      await page.type(risky);
      await untilState(page, "block");
      await page.press("Enter");
      const { alternatives, findings } = await untilHeld(page);
      expect(findings.length).toBeGreaterThan(0);
      expect(alternatives.length).toBeGreaterThan(0);
      expect(await textOf(page, "#dana .answers")).toBe("");
      await page.press("Alt+Shift+KeyG");
      await tabTo(
        page,
        "an alternative",
        () =>
          document.querySelector("reply-guard")?.shadowRoot?.activeElement?.textContent === "Use this reply",
      );
      await page.press("Enter");
      await untilState(page, "clear");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("dana-box");
      await page.press("Enter");
      await untilText(page, "#dana .outcome", "Posted, here only.");
      expect(await textOf(page, "#dana .own")).toBe(alternatives[0]);
      expect(await textOf(page, ".progress")).toBe("1 of 24 answered");
    }));

  it.each([
    ["yelp", "helen", "button"],
    ["instagram", "kim", "Enter"],
  ])(
    "judges on the look-alike of %s, and a held reply goes on by Post anyway only with a reason",
    (site, id, by) =>
      inRoom(async (page) => {
        await toldByWorker(page, "policy.read", {});
        await part(page, site);
        const send = (): Promise<void> =>
          by === "button" ? page.click(`#${id} .room-send`) : page.press("Enter");
        await page.click(`#${id}-box`);
        await page.type(risky);
        await untilState(page, "block");
        await send();
        await untilHeld(page);
        await page.click(`#${id}-box`);
        await page.press("ControlOrMeta+KeyA");
        await page.type(safe);
        await untilState(page, "clear");
        await send();
        await untilText(page, `#${id} .outcome`, "Posted, here only.");
        expect(await textOf(page, `#${id} .own`)).toBe(safe);
        await page.click(`#${id}-box`);
        await page.type(doubtful);
        await untilState(page, "warn");
        await send();
        await untilHeld(page);
        await page.press("Alt+Shift+KeyG");
        await page.click("reply-guard >>> #reason");
        await page.type("She said yes");
        await page.press("Enter");
        await cardOn(page, "the leave to go on", ({ text }) => text.includes("Ready to post anyway"));
        await send();
        await untilText(page, `#${id} .outcome`, "Posted anyway, here only.");
      }),
  );

  it("nothing that was written there is on record, and no request has left the page", () =>
    inRoom(async (page) => {
      await page.click("#dana-box");
      await page.type(risky);
      await page.press("Enter");
      await untilHeld(page);
      expect(await toldByWorker(page, "attempt.list", { since: 0, limit: 10 })).toMatchObject({ total: 0 });
      const elsewhere = await page.evaluate(() =>
        performance
          .getEntriesByType("resource")
          .map(({ name }) => name)
          .filter((name) => !name.startsWith(location.origin)),
      );
      expect(elsewhere).toEqual([]);
    }));

  it("tries a policy beside the one in force, and takes it not over", () =>
    inRoom(async (page) => {
      const choose = async (name: string, text: string): Promise<void> => {
        const path = join(folder, name);
        await writeFile(path, text);
        await page.setFiles("#practice-policy", [path]);
      };
      await part(page, "try");
      await choose("faulty.json", '{ "strictness": "stern" }');
      await untilText(page, "#practice-policy-faults", "nothing can be tried with it");
      expect(await violations(page, undefined)).toEqual([]);
      const actions = Object.fromEntries(
        ["relationship", "health", "identifier"].map((one) => [one, "record"]),
      );
      await choose("loose.json", JSON.stringify({ actions, postAnyway: "always" }));
      await untilText(page, "#try-body", "loose.json is tried in the room now.");
      expect(await textOf(page, "#practice-policy-faults")).toBe("");
      await part(page, "facebook");
      await page.click("#dana-box");
      await page.type(risky);
      await untilText(page, "#dana .compared", "Under the file\nLet go and recorded");
      expect(await textOf(page, "#dana .compared")).toMatch(/Under the policy in force\nStopped .+164\.502/s);
      await untilState(page, "clear");
      expect(await violations(page, undefined)).toEqual([]);
      // The way back from the box leads to the radios, which the arrow keys move between.
      await tabTo(
        page,
        "the choice of policies",
        () => document.activeElement?.matches("[name=followed]") === true,
        "Shift+Tab",
      );
      await page.press("ArrowDown");
      await untilState(page, "block");
      await page.click("#room-trial button");
      await waitFor(page, "the end of the trial", () => document.querySelector(".compared") === null);
      expect((await toldByWorker(page, "policy.read", {})).policy).toMatchObject({
        actions: { relationship: "block" },
        postAnyway: "warnings",
      });
    }));

  it("is led to by the popup and the options", async () => {
    for (const [file, place] of [
      ["popup.html", "#options a[href='/practice.html']"],
      ["options.html", "footer a[href='/practice.html']"],
    ] as const) {
      const page = await driver.openExtensionPage(file);
      await waitFor(page, "the link", (place) => document.querySelector(place) !== null, place);
      expect(await textOf(page, place)).toBe("Practice room");
      await page.close();
    }
  });

  it.each(["facebook", "yelp", "instagram", "test", "try"])(
    "axe finds nothing in %s, and it is never too wide",
    (name) =>
      inRoom(async (page) => {
        await part(page, name);
        await expectReadable(page);
      }),
  );
});
