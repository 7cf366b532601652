/** What a page shows to a person in one of its parts. */
import type { PageHandle } from "../harness/driver.ts";
import { waitFor } from "../harness/wait.ts";

export const textOf = (page: PageHandle, selector: string): Promise<string> =>
  page.evaluate((place) => document.querySelector<HTMLElement>(place)?.innerText ?? "", selector);

export const untilText = (page: PageHandle, selector: string, words: string): Promise<unknown> =>
  waitFor(
    page,
    `"${words}" in ${selector}`,
    (place, wanted) => document.querySelector<HTMLElement>(place)?.innerText.includes(wanted) ?? false,
    selector,
    words,
  );
