import type { Driver, PageHandle } from "./driver.ts";
import { waitFor } from "./wait.ts";

/** Of every list that the tests import, unless a test says otherwise. */
export const testPassphrase = "four quiet herons nest";

/** The options page, once the section of the patient list has been drawn. */
export async function openPatients(driver: Driver): Promise<PageHandle> {
  const page = await driver.openExtensionPage("options.html");
  await waitFor(page, "the patient list", () => document.querySelector("#patients-file") !== null);
  return page;
}

/** Waits for the heading of a state of the import. */
export async function untilStep(page: PageHandle, step: "preview" | "report" | "sealed"): Promise<void> {
  await waitFor(
    page,
    `the ${step}, and not a failure`,
    (id) => {
      const said = document.querySelector("#patients .import > .status")?.textContent ?? "";
      return document.getElementById(id) !== null || (said !== "" && Promise.reject(new Error(said)));
    },
    `${step}-title`,
  );
}

/** What the section says under the import, once it says something. */
export function importSaid(page: PageHandle): Promise<string> {
  return waitFor(
    page,
    "what came of the import",
    () => document.querySelector("#patients .import > .status")?.textContent || false,
  );
}

/**
 * Brings a list in through the options page, as a person would, and takes it into use. Where a list is open already it
 * takes its place, under its passphrase. Gives what the page says at the end.
 */
export async function importPatients(
  page: PageHandle,
  file: string,
  passphrase = testPassphrase,
): Promise<string> {
  await page.setFiles("#patients-file", [file]);
  await untilStep(page, "preview");
  if (await page.evaluate(() => document.querySelector("#import-passphrase") !== null)) {
    for (const field of ["#import-passphrase", "#import-again"]) {
      await page.click(field);
      await page.type(passphrase);
    }
  }
  await page.click("#patients .preview .button.primary");
  await untilStep(page, "report");
  await page.click("#patients .preview .button.primary");
  return importSaid(page);
}
