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

export interface BrowserFacts {
  readonly name: string;
  readonly version: string;
  /** `admin`: its policy has installed the extension, and nobody can take it away; undefined: the browser does not say. */
  readonly installType: string | undefined;
  /** The extension runs in private windows; undefined: the browser does not say. */
  readonly inPrivate: boolean | undefined;
}

/** What this browser tells an extension about itself without a permission. */
export async function browserFacts(): Promise<BrowserFacts> {
  const [self, inPrivate, about] = await Promise.all([
    browser.management.getSelf().catch(() => undefined),
    browser.extension.isAllowedIncognitoAccess().catch(() => undefined),
    namedBrowser(),
  ]);
  return { ...about, installType: self?.installType, inPrivate };
}

async function namedBrowser(): Promise<{ name: string; version: string }> {
  // Only Firefox tells; in Chrome's family the last product of the user agent that is not a stand-in is the browser's own.
  const info: (() => Promise<{ name: string; version: string }>) | undefined = Object.hasOwn(
    browser.runtime,
    "getBrowserInfo",
  )
    ? () => browser.runtime.getBrowserInfo()
    : undefined;
  const told = await info?.().catch(() => undefined);
  if (told) return { name: told.name, version: told.version };
  const [, name = "Chrome", version = ""] = /(Edg|Firefox|Chrome)\/([\d.]+)/.exec(agentName()) ?? [];
  return { name: name === "Edg" ? "Microsoft Edge" : name, version };
}

/** Edge calls itself Chrome first. */
const agentName = (): string => /\bEdg\/[\d.]+/.exec(navigator.userAgent)?.[0] ?? navigator.userAgent;

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
