/** The few calls of the worker that need no more than the browser's answer. */
import { browser } from "./browser.ts";
import { readManaged } from "./managed.ts";
import type { Managed } from "./managed.ts";
import { patternOf } from "./site-access.ts";

export { browser as workerRuntime } from "./browser.ts";

/** Only Firefox gives its extensions an address of this kind. */
const isFirefox = (): boolean => browser.runtime.getURL("").startsWith("moz-extension:");

export const browserName = (): "chrome" | "firefox" => (isFirefox() ? "firefox" : "chrome");

export const extension = {
  id: browser.runtime.id,
  origin: browser.runtime.getURL(""),
  version: browser.runtime.getManifest().version,
};

/** `Firefox 140.1`, `Chrome 141.0`: as an admin would say it, and no more than the browser tells every site. */
export function browserWords(userAgent = navigator.userAgent): string {
  const found = /(Firefox|Edg|Chrome)\/(\d{1,4}(?:\.\d{1,4})?)/;
  const [, name = "unknown", version = ""] =
    /(Firefox|Edg)\/(\d{1,4}(?:\.\d{1,4})?)/.exec(userAgent) ?? found.exec(userAgent) ?? [];
  return `${name === "Edg" ? "Edge" : name} ${version}`.trim();
}

/** Bytes that the extension takes, and that it may. */
export async function diskSpace(): Promise<{ usage?: number; quota?: number }> {
  return navigator.storage.estimate();
}

export function managedPolicy(): Promise<Managed> {
  return readManaged(browser.storage.managed, isFirefox());
}

/** The browser's policy has put the extension there. False where the browser does not say; it needs no permission. */
export async function installedByPolicy(): Promise<boolean> {
  const self = await browser.management.getSelf().catch(() => undefined);
  return self?.installType === "admin";
}

/** Chrome tells of a changed managed policy while it runs; Firefox reads it once, at its start. */
export function onManagedChange(listener: () => void): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === "managed") listener();
  });
}

/** Ids of the tabs on `hosts`, which the extension may see without the permission "tabs". */
export async function tabsOn(hosts: readonly string[]): Promise<readonly number[]> {
  const tabs = await browser.tabs.query({ url: hosts.map((host) => patternOf(host)) });
  return tabs.map((tab) => tab.id).filter((id) => id !== undefined);
}

export function onInstall(listener: (reason: string) => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => listener(reason));
}

/** One of our own pages, in a new tab in front. */
export async function openPage(file: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(file) });
}

/** The browser has started, with this extension in it. */
export function onBrowserStart(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener);
}

/** A call that the browser counts as work of the worker. */
export async function stayAwake(): Promise<void> {
  await browser.runtime.getPlatformInfo();
}

/** Outlives the worker, not the browser; content scripts cannot read it. */
export const sessionArea = browser.storage.session;

/** Outlives the browser; content scripts can read it, and write it too: nothing goes there that matters in another hand. */
export const localArea = browser.storage.local;

/** That is the default where there is a choice (Chrome); Firefox never shows it to content scripts. */
export async function keepSessionFromPages(): Promise<void> {
  const area: typeof sessionArea & {
    setAccessLevel?: (access: { accessLevel: string }) => Promise<void>;
  } = sessionArea;
  await area.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}
