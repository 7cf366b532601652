import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./behaviors/access.ts";
import { flagged, harmless } from "./behaviors/drafts.ts";
import { expectHeld, untilClear } from "./behaviors/held.ts";
import { inPopup, untilBadge, untilStanding } from "./behaviors/list-standing.ts";
import { textOf, untilText } from "./behaviors/page-text.ts";
import { toldByWorker } from "./harness/ask-worker.ts";
import type { Driver, PageHandle } from "./harness/driver.ts";
import { browserNames, built, launch } from "./harness/launch.ts";
import { importPatients, openPatients, testPassphrase } from "./harness/patients.ts";
import type { Scene } from "./harness/scene.ts";
import { withScene } from "./harness/scene.ts";
import { poll, waitFor } from "./harness/wait.ts";
import { scriptOf } from "./page-scripts.ts";
import { expiringList, storedIds, storeList, storeUnsealed } from "./behaviors/stored-list.ts";

const reply = scriptOf("facebook-comment", "reply");
const site = "https://www.facebook.com/*";
const listed = "Congratulations to Quillon Abernathy!";

const untilLocked = (scene: Scene) =>
  scene.until("the card to say that the list is locked", ({ state, text }) => {
    return state === "unchecked" && text.includes("The patient list is locked") && text.includes("toolbar");
  });

async function typePassphrase(page: PageHandle, text: string): Promise<void> {
  await page.click("#passphrase");
  await page.press("ControlOrMeta+KeyA");
  await page.type(text);
}

/** After a wrong one the next is not tried at once: Enter again, as a person would. */
async function unlock(page: PageHandle): Promise<void> {
  await typePassphrase(page, testPassphrase);
  const done = await poll(async () => {
    if ((await textOf(page, "#said")) === "The patient list is unlocked.") return true;
    const isWaiting = await page.evaluate(
      () =>
        document.querySelector("#list [aria-busy]") === null && document.activeElement?.id === "passphrase",
    );
    if (isWaiting) await page.press("Enter");
    return undefined;
  });
  expect(done).toBe(true);
}

/** One practice from the import of its list over a restart of the browser to a list that has expired. */
describe.each(browserNames)("a locked patient list in %s", (browser) => {
  let folder: string;
  let driver: Driver;
  const start = (): Promise<Driver> =>
    launch(browser, { extension: built[browser], profile: join(folder, "profile") });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "replyguard-lock-"));
    await mkdir(join(folder, "profile"));
    const file = join(folder, "patients.csv");
    await writeFile(file, "given,family\nQuillon,Abernathy\nJane,Doerfler\n");
    const before = await start();
    const page = await openPatients(before);
    expect(await importPatients(page, file)).toContain("2 people");
    await before.close();
    driver = await start();
  });
  afterAll(async () => {
    await driver?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it("holds every send after the browser has started, and says how to unlock it", () =>
    withScene(driver, reply, async (scene) => {
      await scene.page.type(harmless);
      await untilLocked(scene);
      await scene.page.press("Enter");
      const card = await scene.until(
        "the card to say it was not sent",
        ({ text, state }) => text.includes("Not sent") && state !== "checking",
      );
      expect(card.state).toBe("unchecked");
      expect(card.findings).toEqual([]);
      expect(await scene.sent()).toEqual([]);
      expect(await violations(scene.page, "reply-guard")).toEqual([]);
      await inPopup(driver, async (page) => {
        expect(await untilBadge(page, site, /locked/)).toMatch(
          /^\S+ ReplyGuard: .*the patient list is locked/,
        );
        expect(await textOf(page, "#list")).toContain("Locked");
      });
    }));

  it("shows a field for the passphrase, refuses a wrong one in words, and is clean for axe", () =>
    inPopup(driver, async (page) => {
      expect(await page.evaluate(() => document.querySelector("main > section")?.id)).toBe("list");
      await waitFor(page, "the focus", () => document.activeElement?.id === "passphrase");
      for (const scheme of ["light", "dark"] as const) {
        await page.prefer(scheme);
        await waitFor(page, scheme, (name) => matchMedia(`(prefers-color-scheme: ${name})`).matches, scheme);
        expect(await violations(page, undefined)).toEqual([]);
      }
      await page.prefer("light");
      await page.click("#passphrase");
      await page.press("Enter");
      await untilText(page, "#passphrase-error", "Type the passphrase");
      await page.type("quite another one");
      await page.press("Enter");
      await untilText(page, "#passphrase-error", "That is not the passphrase of this list");
      const field = await page.evaluate(() => {
        const input = document.querySelector<HTMLInputElement>("#passphrase");
        return {
          focused: document.activeElement === input,
          invalid: input?.getAttribute("aria-invalid"),
          role: document.getElementById(input?.getAttribute("aria-describedby") ?? "")?.getAttribute("role"),
          type: input?.type,
        };
      });
      expect(field).toEqual({ focused: true, invalid: "true", role: "alert", type: "password" });
      expect(await violations(page, undefined)).toEqual([]);
      await untilStanding(page, "it to be locked", ({ list }) => list?.state === "locked");
    }));

  it("is unlocked in the popup, and every open page goes on without being loaded again", () =>
    withScene(driver, reply, async (scene) => {
      await scene.page.type(harmless);
      await scene.page.press("Enter");
      await untilLocked(scene);
      await inPopup(driver, async (page) => {
        await unlock(page);
        expect(await page.evaluate(() => document.activeElement?.id)).toBe("list-title");
        await untilText(page, "#policy-body", "2 people");
        expect(await violations(page, undefined)).toEqual([]);
      });
      await scene.until("the verdict", ({ state }) => state === "clear");
      await scene.page.click(scene.script.box);
      await scene.page.press("Enter");
      expect(await scene.untilSent()).toEqual([{ text: harmless, via: "enter" }]);
      await scene.page.type(listed);
      await scene.until("a verdict on the listed name", ({ state }) => state === "block" || state === "warn");
    }));

  it("stays open when the worker is ended, and knows the people on it", async () => {
    await driver.killWorker();
    await withScene(driver, reply, async (scene) => {
      await scene.page.type(listed);
      await scene.page.press("Enter");
      const { findings } = await expectHeld(scene);
      expect(findings.join(" ")).toContain("patient list");
    });
  });

  const outOfReach = "has a key that no content script can read";
  if (browser === "firefox")
    it.skip(`${outOfReach} [cannot be asked of firefox: it shows that world to no protocol]`, () =>
      undefined);
  else
    it(outOfReach, () =>
      withScene(driver, reply, async ({ page }) => {
        const ask = (area: string): Promise<unknown> | undefined =>
          page.inContentScript?.(
            `chrome.storage.${area}.get(null).then((items) => Object.keys(items), ({ message }) => message)`,
          );
        expect(await ask("local")).toEqual(["knowledge"]);
        expect(await ask("session")).toBe("Access to storage is not allowed from this context.");
      }),
    );

  it("is locked again by a button, and the open pages hold at once", () =>
    withScene(driver, reply, async (scene) => {
      await scene.page.type(flagged);
      await scene.until("a verdict", ({ state }) => state === "block" || state === "warn");
      await inPopup(driver, async (page) => {
        await page.click("#list .actions button");
        await untilText(page, "#said", "The patient list is locked");
        expect(await page.evaluate(() => document.querySelector("#passphrase") !== null)).toBe(true);
      });
      await untilLocked(scene);
      await inPopup(driver, unlock);
      await scene.until("the verdict again", ({ state }) => state === "block" || state === "warn");
    }));

  it("that has expired holds too, and popup, badge and card say that it has", async () => {
    const sealed = await expiringList(Date.now() + 5000);
    await withScene(driver, reply, async (scene) => {
      await inPopup(driver, async (page) => {
        await storeList(page, sealed);
        await toldByWorker(page, "patients.adopt", { id: sealed.id, key: sealed.key });
      });
      await scene.page.type(harmless);
      await untilClear(scene);
      await inPopup(driver, async (page) => {
        expect(await textOf(page, "#list")).toContain("It expires in 1 day");
      });
      // Nobody asks the worker meanwhile: what the page was told before must not outlive the list.
      await scene.until("the card to say it", ({ state, text }) => {
        return state === "unchecked" && text.includes("The patient list has expired");
      });
      await scene.page.press("Enter");
      await scene.until("the card to say it was not sent", ({ text }) => text.includes("Not sent"));
      expect(await scene.sent()).toEqual([]);
      await inPopup(driver, async (page) => {
        expect(await textOf(page, "#list")).toContain("The list has expired.");
        expect(await page.evaluate(() => document.querySelector("#passphrase"))).toBeNull();
        await untilBadge(page, site, /has expired/);
        expect(await violations(page, undefined)).toEqual([]);
      });
    });
  });

  it("that an older version kept unsealed is gone from the disk, and has to be imported again", async () => {
    await inPopup(driver, async (page) => {
      await driver.killWorker();
      await storeUnsealed(page);
      const { list } = await untilStanding(page, "a list that cannot be used", ({ list }) => list !== null);
      expect(list).toMatchObject({ id: "unsealed", state: "damaged", people: null });
      expect(await storedIds(page)).toEqual([]);
    });
    await withScene(driver, reply, async (scene) => {
      await scene.page.type(harmless);
      await scene.until("the card to say it", ({ state, text }) => {
        return state === "unchecked" && text.includes("The patient list cannot be read");
      });
      const page = await openPatients(driver);
      expect(await importPatients(page, join(folder, "patients.csv"))).toContain("2 people");
      await page.close();
      await untilClear(scene);
    });
  });

  it("is locked by an update of the extension, which ends what was kept for the session", () =>
    withScene(driver, reply, async (scene) => {
      await scene.page.type(harmless);
      await untilClear(scene);
      await driver.updateExtension();
      await inPopup(driver, async (page) => {
        await untilStanding(page, "it to be locked", ({ list }) => list?.state === "locked");
      });
      await scene.page.click(scene.script.box);
      await untilLocked(scene);
    }));
});
