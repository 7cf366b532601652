/** The extension's own pages. */
import { bringInLog, openCase } from "../behaviors/every-page.ts";
import { choose, untilRecord, view } from "../behaviors/console-page.ts";
import { flagged } from "../behaviors/drafts.ts";
import { popupAbout } from "../behaviors/extension-page.ts";
import { lookBackOn, openPast, setPractice } from "../behaviors/look-back.ts";
import { untilAllOptions } from "../behaviors/options-page.ts";
import { faultyFile } from "../behaviors/patient-files.ts";
import { part } from "../behaviors/practice-room.ts";
import { lock } from "../behaviors/working-day.ts";
import type { Driver, PageHandle } from "../harness/driver.ts";
import { openPatients, testPassphrase, untilStep } from "../harness/patients.ts";
import { withScene } from "../harness/scene.ts";
import { waitFor } from "../harness/wait.ts";
import { scriptOf } from "../page-scripts.ts";
import type { Camera, Take } from "./camera.ts";
import type { Language } from "./states.ts";

const dark: Take = { scheme: "dark" };
const narrow: Take = { width: 320 };
const popup: Take = { width: 380 };
/** All of it: what is drawn late is not drawn yet when the rest is. */
const policyReady = "main:has(#values-body table):has(#events-body > *):has(#report-body > *)";
const popupReady = "main:has(#policy-body dl):has(#today-body > *):has(#tab-body > *)";
const reply = scriptOf("facebook-comment", "reply");

const until = (page: PageHandle, place: string): Promise<unknown> =>
  waitFor(page, place, (place) => document.querySelector(place) !== null, place);

async function on(
  driver: Driver,
  file: string,
  ready: string,
  use: (page: PageHandle) => Promise<void>,
): Promise<void> {
  const page = await driver.openExtensionPage(file);
  await until(page, ready);
  await use(page);
  await page.close();
}

/** Narrow, and in the dark; that looks alike in both languages. */
async function threeOf(camera: Camera, page: PageHandle, name: string): Promise<void> {
  await camera.take(page, name);
  if (name.startsWith("en-")) await camera.take(page, `${name}-dark`, dark);
  await camera.take(page, `${name}-narrow`, narrow);
}

async function popups(driver: Driver, camera: Camera, language: Language): Promise<void> {
  const name = `${language}-popup`;
  await on(driver, "popup.html", popupReady, (page) => camera.take(page, name, popup));
  await withScene(driver, reply, async (scene) => {
    await scene.page.type(flagged);
    await scene.until("a verdict", ({ state }) => state === "block");
    const page = await popupAbout(driver, reply.page);
    await until(page, `${popupReady}:has(#draft:not([hidden]) #draft-body > *):has(#tab-body dl)`);
    await camera.take(page, `${name}-draft`, popup);
    await camera.take(page, `${name}-draft-dark`, { ...popup, ...dark });
    await page.close();
  });
}

async function options(driver: Driver, camera: Camera, language: Language): Promise<void> {
  await on(driver, "options.html", "#policy-file-body .setting", async (page) => {
    await untilAllOptions(page, "#policy-file-body .setting");
    await threeOf(camera, page, `${language}-options`);
    await page.click("#alwaysAllow-text");
    await page.type("you");
    await page.press("Enter");
    await until(page, "#alwaysAllow-text[aria-invalid=true]");
    await page.evaluate(() => {
      for (const section of document.querySelectorAll<HTMLElement>("main > section"))
        section.hidden = section.id !== "phrases" && section.id !== "rules";
      document.querySelector("details[data-rule]")?.setAttribute("open", "");
      for (const rule of [...document.querySelectorAll<HTMLElement>("[data-rule]")].slice(5))
        rule.hidden = true;
    });
    await camera.take(page, `${language}-options-refused`);
  });
}

/** Brought in once, and then unlocked in each language. */
async function list(driver: Driver, camera: Camera, onSites: Camera, language: Language): Promise<void> {
  const page = await openPatients(driver);
  await page.evaluate(() => {
    for (const section of document.querySelectorAll<HTMLElement>("main > section"))
      section.hidden = section.id !== "patients";
  });
  await page.setFiles("#patients-file", [faultyFile]);
  await untilStep(page, "preview");
  const isFirst = await page.evaluate(() => document.querySelector("#import-passphrase") !== null);
  if (isFirst)
    for (const field of ["#import-passphrase", "#import-again"]) {
      await page.click(field);
      await page.type(testPassphrase);
    }
  await camera.take(page, `${language}-options-list-preview`);
  await page.click("#patients .preview .button.primary");
  await untilStep(page, "report");
  await camera.take(page, `${language}-options-list-report`);
  await page.click("#patients .preview .button.primary");
  await waitFor(
    page,
    "the list",
    () =>
      document.querySelector("#patients .standing") !== null &&
      document.querySelector("#patients .preview") === null,
  );
  await camera.take(page, `${language}-options-list`);
  await page.close();
  await lock(driver);
  await on(driver, "popup.html", "#passphrase", (popupPage) =>
    camera.take(popupPage, `${language}-popup-locked`, popup),
  );
  await withScene(driver, reply, async (scene) => {
    await scene.page.type("Marta, thank you!");
    await scene.until("that it is locked", ({ visible, state }) => visible && state === "unchecked");
    await scene.send();
    await onSites.take(scene.page, `${language}-card-locked`, { width: 900, height: 760 });
  });
  const again = await openPatients(driver);
  await again.evaluate(async () => {
    const api = chrome as unknown as { runtime: { sendMessage(message: object): Promise<unknown> } };
    return api.runtime.sendMessage({ channel: "patients.remove", body: {} });
  });
  await again.close();
}

async function practice(driver: Driver, camera: Camera, language: Language): Promise<void> {
  await on(driver, "practice.html", "html[data-ready=true]", async (page) => {
    const name = `${language}-practice`;
    await camera.take(page, `${name}-facebook`);
    await page.click("#dana-box");
    await page.type(language === "en" ? flagged : "¡Gracias por venir a su cita de Botox, Jane!");
    await waitFor(page, "a verdict", () =>
      document.querySelector("reply-guard")?.shadowRoot?.querySelector("[data-state=block]"),
    );
    await page.press("Enter");
    await waitFor(page, "the card", () =>
      document.querySelector("reply-guard")?.shadowRoot?.querySelector("[data-mode=card]"),
    );
    await camera.take(page, `${name}-held`, { height: 900 });
    for (const one of ["yelp", "instagram", "try"]) {
      await part(page, one);
      await camera.take(page, `${name}-${one}`);
    }
    await camera.take(page, `${name}-try-narrow`, narrow);
    await part(page, "test");
    await camera.take(page, `${name}-test`);
    await page.click("#test-who");
    await page.type("Kira T.");
    await page.press("Enter");
    await until(page, "#test-body input[name=stopped]");
    await page.click("#test-body input[name=stopped]");
    await until(page, "#test-body fieldset:not([hidden]) input[name=why]");
    await page.click("#test-body input[name=why]");
    await camera.take(page, `${name}-question`);
    await page.click("#test-body button[type=submit]");
    await until(page, ".outcome-of-step b");
    await threeOf(camera, page, `${name}-answered`);
  });
}

async function record(driver: Driver, camera: Camera, language: Language): Promise<void> {
  if (language === "en") await bringInLog(driver);
  await on(driver, "audit.html", "#entries[data-ready]", async (page) => {
    await untilRecord(page);
    // Of the log alone: what this browser has is of today.
    const seat = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLOptionElement>("#filter-seat option")].find(({ textContent }) =>
          textContent?.startsWith("front-desk"),
        )?.value ?? "",
    );
    await choose(page, "#filter-seat", seat);
    await openCase(page);
    await threeOf(camera, page, `${language}-audit-entries`);
    for (const name of ["figures", "seats", "report"]) {
      await view(page, name);
      if (name === "figures") await until(page, "#figures svg");
      if (name === "seats") await until(page, "#coverage-body table");
      if (name === "report") {
        await choose(page, "#report-from", "2026-01-05");
        await choose(page, "#report-until", "2026-01-25");
        await page.click("#report-body form button[type=submit]");
        await until(page, ".period");
      }
      await camera.take(page, `${language}-audit-${name}`);
      await camera.take(
        page,
        `${language}-audit-${name}-${name === "figures" ? "dark" : "narrow"}`,
        name === "figures" ? dark : narrow,
      );
    }
  });
}

async function lookBack(driver: Driver, camera: Camera, language: Language): Promise<void> {
  await setPractice(driver);
  const site = await openPast(driver, "past-facebook");
  const page = await lookBackOn(driver, "past-facebook");
  await threeOf(camera, page, `${language}-look-back`);
  await page.close();
  await site.close();
}

export async function pageStates(
  driver: Driver,
  camera: Camera,
  onSites: Camera,
  language: Language,
): Promise<void> {
  const states: Readonly<Record<string, () => Promise<void>>> = {
    popups: () => popups(driver, camera, language),
    options: () => options(driver, camera, language),
    policy: () =>
      on(driver, "policy.html", policyReady, (page) => threeOf(camera, page, `${language}-policy`)),
    welcome: () =>
      on(driver, "welcome.html", "#practice-name", (page) => threeOf(camera, page, `${language}-welcome`)),
    practice: () => practice(driver, camera, language),
    record: () => record(driver, camera, language),
    list: () => list(driver, camera, onSites, language),
    "look back": () => lookBack(driver, camera, language),
  };
  for (const [name, take] of Object.entries(states)) await camera.attempt(`${language} ${name}`, take);
}

/** What a managed policy changes on them. */
export async function lockedStates(driver: Driver, camera: Camera, language: Language): Promise<void> {
  await on(driver, "audit.html", "#officer-passphrase", (page) =>
    camera.take(page, `${language}-audit-locked`),
  );
  await on(driver, "policy.html", policyReady, (page) => camera.take(page, `${language}-policy-managed`));
  await on(driver, "popup.html", "main:has(#policy-body dl):has(#tab-body > *)", (page) =>
    camera.take(page, `${language}-popup-managed`, popup),
  );
}
