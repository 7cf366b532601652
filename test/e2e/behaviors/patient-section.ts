/** What a person does and sees in the section of the patient list, and whether a composer page holds a name for it. */
import { expect } from "vitest";
import type { Driver, PageHandle } from "../harness/driver.ts";
import { openPatients, testPassphrase } from "../harness/patients.ts";
import { withScene } from "../harness/scene.ts";
import { poll, waitFor } from "../harness/wait.ts";
import { scriptOf } from "../page-scripts.ts";
import { expectHeld, untilClear } from "./held.ts";

const reply = scriptOf("facebook-comment", "reply");
export const draftAbout = (name: string): string => `${name}, thank you for the kind words!`;

export async function inPatients(driver: Driver, use: (page: PageHandle) => Promise<void>): Promise<void> {
  const page = await openPatients(driver);
  try {
    await use(page);
  } finally {
    await page.close();
  }
}

/** A draft that names somebody is held for the list, and for nothing else. */
export async function expectListed(driver: Driver, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await withScene(driver, reply, async (scene) => {
      await scene.page.type(draftAbout(name));
      await scene.send();
      const { quotes } = await expectHeld(scene);
      expect(quotes).toContain(name);
    });
  }
}

export async function expectUnlisted(driver: Driver, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await withScene(driver, reply, async (scene) => {
      await scene.page.type(draftAbout(name));
      await untilClear(scene);
    });
  }
}

export const clickButton = (page: PageHandle, label: string): Promise<void> =>
  page
    .evaluate((label) => {
      const button = [...document.querySelectorAll<HTMLElement>("#patients button")].find(
        (one) => one.textContent === label && one.checkVisibility(),
      );
      for (const marked of document.querySelectorAll("[data-test-place]"))
        marked.removeAttribute("data-test-place");
      if (!button) throw new Error(`no button ${label}`);
      button.setAttribute("data-test-place", "");
    }, label)
    .then(() => page.click("[data-test-place]"));

export async function fill(page: PageHandle, field: string, text: string): Promise<void> {
  await page.click(field);
  await page.type(text);
}

export const choose = (page: PageHandle, column: number, field: string): Promise<void> =>
  page.evaluate(
    (column, field) => {
      const select = document.querySelector<HTMLSelectElement>(`select[data-column="${column}"]`);
      if (!select) throw new Error(`no column ${column}`);
      select.value = field;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    },
    column,
    field,
  );

export const focused = (page: PageHandle): Promise<string> =>
  page.evaluate(() => document.activeElement?.id ?? "");

export const standing = (page: PageHandle): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLElement>("#patients .standing")?.innerText ?? "");

export const untilStanding = (page: PageHandle, words: string): Promise<unknown> =>
  waitFor(
    page,
    words,
    (words) => document.querySelector("#patients .standing")?.textContent?.includes(words),
    words,
  );

export const saidBy = (page: PageHandle, part: string, words: string): Promise<unknown> =>
  waitFor(
    page,
    words,
    (part, words) =>
      [...document.querySelectorAll(`#patients ${part} [role=status]`)].some((line) =>
        line.textContent?.includes(words),
      ),
    part,
    words,
  );

/** Everything that the page holds and shows, what was typed included. */
export const wholePage = (page: PageHandle): Promise<string> =>
  page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll("input")].map(({ value }) => value),
      location.href,
      JSON.stringify(history.state),
      JSON.stringify({ ...localStorage }),
    ].join("\n"),
  );

export async function removeList(page: PageHandle): Promise<void> {
  await clickButton(page, "Remove list");
  await clickButton(page, "Remove it now: patients are not recognized any more");
  await untilStanding(page, "No list is in use");
}

export const downloaded = (page: PageHandle, label: string): Promise<string> =>
  savedBy(page, () => clickButton(page, label));

/** What the browser would save, in base64: the same bytes, taken from the page as it hands them to the browser. */
export async function savedBy(page: PageHandle, press: () => Promise<void>): Promise<string> {
  await page.evaluate(() => {
    delete document.body.dataset["saved"];
    const before = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (content) => {
      if (content instanceof Blob) {
        const reader = new FileReader();
        reader.addEventListener("load", () => {
          document.body.dataset["saved"] =
            typeof reader.result === "string" ? reader.result.replace(/^.*,/, "") : "";
        });
        reader.readAsDataURL(content);
      }
      return before(content);
    };
  });
  await press();
  return waitFor(page, "the download", () => document.body.dataset["saved"] || false);
}

/** Types the right passphrase until it is tried: after a wrong one the next has to wait a little. */
export async function unlock(page: PageHandle, passphrase = testPassphrase): Promise<void> {
  await page.click("#unlock-passphrase");
  await page.press("ControlOrMeta+KeyA");
  await page.type(passphrase);
  const isOpen = await poll(async () => {
    await page.press("Enter");
    return page.evaluate(async () => {
      const isBusy = (): boolean =>
        document.querySelector<HTMLButtonElement>("#patients .unlock .primary")?.disabled === true;
      while (isBusy()) await new Promise((resolve) => setTimeout(resolve, 10));
      return document.querySelector("#patients .standing")?.textContent?.includes("Open") || undefined;
    });
  });
  if (!isOpen) throw new Error("the list did not open");
}

/** Opens what is folded away. */
export const unfold = (page: PageHandle): Promise<void> =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll("#patients details")) one.setAttribute("open", "");
  });
