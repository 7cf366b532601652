import { join } from "node:path";
import type { Driver, PageHandle } from "../../test/e2e/harness/driver.ts";
import { waitFor } from "../../test/e2e/harness/wait.ts";
import { openPatients, testPassphrase } from "../../test/e2e/harness/patients.ts";
import { furnish } from "./furnish.ts";
import type { Transcript } from "./transcript.ts";

declare const chrome: {
  readonly tabs: {
    query(about: object): Promise<readonly { readonly id?: number; readonly url?: string }[]>;
  };
};

/** As high as the page is, within what a screen has. */
async function fit(page: PageHandle, width: number, most: number): Promise<void> {
  await page.resize(width, 400);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.resize(width, Math.min(height, most));
}

/** Furnishes the extension, and shows the options as they are then. */
export async function shootOptions(driver: Driver, transcript: Transcript): Promise<void> {
  const { page, practice, people } = await furnish(driver);
  transcript.line(`In the options, filled in the profile of ${practice.name} and saved it.`);
  transcript.line(`Imported scripts/try/sample/patients.csv: ${people} people, all invented.`);
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  await fit(page, 1000, 2800);
  await page.screenshot(join(transcript.folder, "options.png"));
  transcript.picture("options.png", "The options: practice, patient list, sites, policy");
  await page.close();
}

/** The popup about the tab at this address. In a tab of its own, because no tool can see into a real popup. */
export async function shootPopup(driver: Driver, transcript: Transcript, address: string): Promise<void> {
  const page = await driver.openExtensionPage("popup.html");
  const tab = await page.evaluate(
    async (url) => (await chrome.tabs.query({})).find((one) => one.url === url)?.id,
    address,
  );
  if (tab === undefined) throw new Error(`no tab at ${address}`);
  await page.goto(`${(await page.url()).replace(/\?.*$/, "")}?tab=${tab}`);
  await waitFor(
    page,
    "the draft in the popup",
    () => document.querySelector("#draft:not([hidden])") !== null,
  );
  await waitFor(page, "the counts of today", () => document.querySelector("#today-body > *") !== null);
  await waitFor(page, "the policy", () => document.querySelector("#policy-body > *") !== null);
  const said = await page.evaluate(() => document.querySelector("#standing")?.textContent ?? "");
  transcript.line(`The popup said: “${said}”`);
  await fit(page, 384, 1400);
  await page.screenshot(join(transcript.folder, "popup.png"));
  transcript.picture("popup.png", "The popup: the draft at hand, this tab, today, policy");
  await page.close();
}

const readText = (place: string, text: string): boolean =>
  document.querySelector(place)?.textContent?.includes(text) ?? false;

export async function lockList(driver: Driver, transcript: Transcript): Promise<void> {
  const page = await openPatients(driver);
  await page.evaluate(() => {
    const lock = [...document.querySelectorAll("#patients button")].find(
      (one) => one.textContent === "Lock now",
    );
    lock?.setAttribute("data-lock", "");
  });
  await page.click("[data-lock]");
  await waitFor(page, "the list to be locked", readText, "#patients", "Locked");
  transcript.line("In the options, clicked “Lock now”.");
  await page.close();
}

/** Types the passphrase of the sample list where a person would: in the popup. */
export async function unlockInPopup(driver: Driver, transcript: Transcript): Promise<void> {
  const page = await driver.openExtensionPage("popup.html");
  await waitFor(page, "the counts of today", () => document.querySelector("#today-body > *") !== null);
  await waitFor(page, "the policy", () => document.querySelector("#policy-body > *") !== null);
  await fit(page, 384, 1400);
  await page.click("#passphrase");
  await page.type(testPassphrase);
  await page.screenshot(join(transcript.folder, "popup-locked.png"));
  transcript.picture("popup-locked.png", "The popup asks for the passphrase of the list");
  await page.press("Enter");
  await waitFor(page, "the list to be unlocked", readText, "#said", "unlocked");
  transcript.line("In the popup, typed the passphrase and pressed Enter: the list is unlocked.");
  await page.close();
}

/** The record in the options: one line for each attempt, and in no line what was written. */
export async function shootRecord(
  driver: Driver,
  transcript: Transcript,
  drafts: readonly string[],
): Promise<void> {
  const page = await driver.openExtensionPage("options.html");
  await waitFor(page, "the record", () => document.querySelector("#record tbody tr") !== null);
  const rows = await page.evaluate(() =>
    [...document.querySelectorAll("#record tbody tr")].map((row) =>
      [...row.querySelectorAll("td")].map((cell) => cell.innerText.trim().replaceAll("\n", " · ")),
    ),
  );
  for (const [, ...cells] of rows)
    transcript.line(`On record: ${cells.filter((cell) => cell !== "–").join(" · ")}`);
  if (rows.length < drafts.length) {
    transcript.fault(`${drafts.length} drafts were held, and ${rows.length} lines are on record`);
  }
  const text = rows.flat().join("\n");
  if (text.includes("Not watched")) transcript.fault("a box counted as not watched while it was written in");
  for (const draft of drafts) {
    if (text.includes(draft)) transcript.fault("the record holds the text of a draft");
  }
  await page.resize(1000, 620);
  await page.evaluate(() =>
    document.querySelector("#record")?.scrollIntoView({ block: "start", behavior: "instant" }),
  );
  await page.screenshot(join(transcript.folder, "record.png"));
  transcript.picture("record.png", "The record of attempts, without a text");
  await page.close();
}
