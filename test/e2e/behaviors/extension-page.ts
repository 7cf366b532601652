/** The extension's own pages, as somebody comes to them and goes through them. */
import { routes } from "../../pages/routes.ts";
import type { PageName } from "../../pages/routes.ts";
import type { Driver, PageHandle } from "../harness/driver.ts";

/** Runs in the page. */
export const isReady = () => document.documentElement.dataset["ready"] === "true";

/** By keyboard, until what is asked for has the focus. */
export async function tabTo(
  page: PageHandle,
  what: string,
  isThere: () => boolean,
  by: "Tab" | "Shift+Tab" = "Tab",
): Promise<void> {
  for (let times = 0; times < 60; times += 1) {
    if (await page.evaluate(isThere)) return;
    await page.press(by);
  }
  throw new Error(`${what} was not reached by Tab`);
}

/** The popup about the tab in which this page is open. */
export async function popupAbout(driver: Driver, name: PageName): Promise<PageHandle> {
  const page = await driver.openExtensionPage("popup.html");
  const id = await page.evaluate(async (at) => {
    const api = typeof browser === "undefined" ? chrome : browser;
    return (await api?.tabs.query({ url: at }))?.[0]?.id;
  }, routes[name].url);
  await page.goto(`${await page.url()}?tab=${id}`);
  return page;
}
