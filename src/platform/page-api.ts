/** What the extension's own pages ask the browser, besides the worker and the content scripts. */
import { askTab } from "./ask-tab.ts";
import type { Answer, ContentChannels, Request, Response } from "../contract/messages.ts";
import { browser } from "./browser.ts";

export const version = browser.runtime.getManifest().version;

/** The address shows on watched sites only: the extension may not see any other. */
export async function currentTab(): Promise<{ id: number; isWatchedSite: boolean } | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined
    ? undefined
    : { id: tab.id, isWatchedSite: tab.url?.startsWith("https:") === true };
}

export function askFrame<K extends keyof ContentChannels>(
  at: { readonly tabId: number; readonly frameId: number },
  channel: K,
  body: Request<ContentChannels, K>,
): Promise<Answer<Response<ContentChannels, K>>> {
  return askTab(browser.tabs, at, channel, body);
}

export function openOptions(): Promise<void> {
  return browser.runtime.openOptionsPage();
}

/**
 * Calls `listener` when what is kept for this session has changed, until the page is closed: `watch`: a frame has reported
 * another state; `patients-key`: the patient list was unlocked or locked.
 */
export function onSessionChange(key: "watch" | "patients-key", listener: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === "session" && key in changes) listener();
  });
}
