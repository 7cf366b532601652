/** Looks at the patient list as the extension's own pages and the toolbar show it. */
import type { PatientsStanding } from "../../../src/contract/patients.ts";
import type { Driver, PageHandle } from "../harness/driver.ts";
import { toldByWorker } from "../harness/ask-worker.ts";
import { poll, waitFor } from "../harness/wait.ts";

interface Api {
  readonly alarms: { getAll(): Promise<{ name: string; scheduledTime: number }[]> };
  readonly tabs: { query(info: { url: string }): Promise<{ id?: number }[]> };
  readonly action: { getBadgeText(at: object): Promise<string>; getTitle(at: object): Promise<string> };
}
declare global {
  const browser: Api | undefined;
  const chrome: Api | undefined;
}

/** Runs on a popup in a tab of its own. */
export async function inPopup<T>(driver: Driver, use: (page: PageHandle) => Promise<T>): Promise<T> {
  const page = await driver.openExtensionPage("popup.html");
  // What is drawn late moves what is drawn already, and a click would miss it.
  await waitFor(page, "the popup", () =>
    ["#policy-body > *", "#today-body > *", "#tab-body > *"].every(
      (place) => document.querySelector(place) !== null,
    ),
  );
  try {
    return await use(page);
  } finally {
    await page.close();
  }
}

/** Waits until the list stands as `test` says, and returns how. */
export async function untilStanding(
  page: PageHandle,
  what: string,
  test: (standing: PatientsStanding) => boolean,
): Promise<PatientsStanding> {
  let last: PatientsStanding | undefined;
  const found = await poll(async () => {
    last = await toldByWorker(page, "patients.read", {}).catch(() => undefined);
    return last && test(last) ? last : undefined;
  }, 30_000);
  if (!found) throw new Error(`waited for ${what}; the list was ${JSON.stringify(last)}`);
  return found;
}

/** What the toolbar says about the tab at this address, once it says so. */
export async function untilBadge(page: PageHandle, url: string, words: RegExp): Promise<string> {
  let last = "";
  const found = await poll(async () => {
    last = await page.evaluate(async (address) => {
      const api = typeof browser === "undefined" ? chrome : browser;
      const [tab] = (await api?.tabs.query({ url: address })) ?? [];
      const at = { tabId: tab?.id };
      return `${await api?.action.getBadgeText(at)} ${await api?.action.getTitle(at)}`;
    }, url);
    return words.test(last) ? last : undefined;
  });
  if (found === undefined) throw new Error(`waited for ${words} on the badge; it was ${last}`);
  return found;
}

/** When the extension will be woken for the list, in milliseconds since 1970. */
export const listAlarms = (page: PageHandle): Promise<number[]> =>
  page.evaluate(async () => {
    const api = typeof browser === "undefined" ? chrome : browser;
    const set = (await api?.alarms.getAll()) ?? [];
    return set.filter(({ name }) => name === "patient-list").map(({ scheduledTime }) => scheduledTime);
  });

/** As if the time for the next attempt had come: nobody can wait for it in a test. */
export async function makeDue(page: PageHandle): Promise<void> {
  await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(new Error("the database does not answer")));
      });
    const database = await done(indexedDB.open("replyguard"));
    const settings = database.transaction("settings", "readwrite").objectStore("settings");
    const kept: unknown = await done(settings.get("patients-fetch"));
    await done(settings.put({ ...(kept as object), nextAt: 1 }, "patients-fetch"));
    database.close();
  });
}
