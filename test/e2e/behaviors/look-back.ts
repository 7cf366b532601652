/** What a person does to look back on a page of a site, and what the page of it says. */
import { routes } from "../../pages/routes.ts";
import type { PageName } from "../../pages/routes.ts";
import { toldByWorker } from "../harness/ask-worker.ts";
import type { Driver, PageHandle } from "../harness/driver.ts";
import { waitFor } from "../harness/wait.ts";
import { isReady, popupAbout } from "./extension-page.ts";

export const harbor = { name: "Harbor Aesthetics", handles: ["@harboraesthetics"] };

const untilDone = (page: PageHandle): Promise<unknown> => waitFor(page, "the end of the look back", isReady);

/** The profile by which replies are known. */
export async function setPractice(driver: Driver): Promise<void> {
  const page = await driver.openExtensionPage("options.html");
  const { practice } = await toldByWorker(page, "practice.read", {});
  await toldByWorker(page, "practice.change", { practice: { ...practice, ...harbor } });
  await page.close();
}

/** A page of past replies in a tab of its own. */
export async function openPast(driver: Driver, name: PageName): Promise<PageHandle> {
  const page = await driver.open(routes[name].url);
  await waitFor(page, "the page", () => window.ready);
  return page;
}

/** By way of the popup about the tab at this address. */
export async function lookBackOn(driver: Driver, name: PageName): Promise<PageHandle> {
  const page = await popupAbout(driver, name);
  const link = await waitFor(
    page,
    "the way to look back",
    () => document.querySelector<HTMLAnchorElement>('#tab-body a[href^="/look-back.html"]')?.href,
  );
  await page.goto(link);
  await untilDone(page);
  return page;
}

export async function checkAgain(page: PageHandle): Promise<void> {
  await page.click("#actions .button");
  await untilDone(page);
}

export interface LookBackSeen {
  readonly line: string;
  readonly notes: readonly string[];
  readonly risky: readonly {
    readonly where: string;
    readonly text: string;
    readonly categories: readonly string[];
    readonly sources: readonly string[];
    readonly link: string;
    readonly instead: string;
    readonly isOnRecord: boolean;
  }[];
  /** Elements that a reply's text has become. */
  readonly markup: number;
}

export const seen = (page: PageHandle): Promise<LookBackSeen> =>
  page.evaluate(() => {
    const text = (part: ParentNode, place: string): string => part.querySelector(place)?.textContent ?? "";
    const all = (part: ParentNode, place: string): string[] =>
      [...part.querySelectorAll(place)].map((one) => one.textContent);
    return {
      line: text(document, "#progress"),
      notes: all(document, "#notes p"),
      risky: [...document.querySelectorAll("#risky-list article")].map((one) => ({
        where: text(one, "h3"),
        text: text(one, ".text"),
        categories: all(one, ".finding b"),
        sources: all(one, ".finding .source"),
        link: one.querySelector<HTMLAnchorElement>(".actions a")?.href ?? "",
        instead: text(one, ".suggested p"),
        isOnRecord: text(one, ".actions").includes("On record"),
      })),
      markup: document.querySelectorAll("#risky-list img, #risky-list .text *").length,
    };
  });
