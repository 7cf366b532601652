import type { Driver, PageHandle, Place } from "../../test/e2e/harness/driver.ts";
import { waitFor } from "../../test/e2e/harness/wait.ts";
import type { PageName } from "../../test/pages/routes.ts";
import { routes } from "../../test/pages/routes.ts";
import { isAtWork, recordStrokes } from "./recorder.ts";

export interface Box {
  readonly page: PageName;
  readonly box: Place;
  readonly words: string;
}

export const lexical: Box = { page: "facebook-comment", box: "#reply", words: "Lexical, Facebook reply" };
export const textarea: Box = {
  page: "instagram-comment",
  box: "form textarea",
  words: "textarea, Instagram comment",
};

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function empty(page: PageHandle): Promise<void> {
  await page.press("ControlOrMeta+KeyA");
  await page.press("Backspace");
}

/** A tab at this box, in focus, empty, with the recorder running. */
export async function openBox(
  driver: Driver,
  { page: name, box }: Box,
  hasGuard = true,
): Promise<PageHandle> {
  const page = await driver.open(routes[name].url);
  await waitFor(page, "the editor", () => window.ready);
  await page.click(box);
  await page.type("Hello");
  if (hasGuard) await waitFor(page, "the guard", isAtWork);
  await empty(page);
  await page.evaluate(recordStrokes, hasGuard);
  return page;
}

/** Character by character, one each `gap` milliseconds, more or less: people are not even. */
export async function writeSlowly(page: PageHandle, text: string, gap: number): Promise<void> {
  let next = performance.now();
  for (const [at, character] of [...text].entries()) {
    await page.type(character);
    next = Math.max(performance.now(), next + gap * (0.7 + 0.2 * (at % 4)));
    await pause(next - performance.now());
  }
}
