import type { Browser } from "webextension-polyfill";

/** What the browser gives a content script, and no more: `runtime.connect`, messages, `storage.onChanged`, its catalogs. */
export type PageSide = Pick<Browser, "runtime" | "storage" | "i18n">;

declare const browser: PageSide | undefined;
declare const chrome: PageSide | undefined;

/**
 * The browser API inside a content script, without the polyfill, which would be a quarter of that bundle. With
 * Manifest V3 both browsers answer the few calls used here with promises. Read at each use: an update of the
 * extension takes the API away from scripts that are already in a page. Undefined outside an extension.
 */
export function pageSide(): PageSide | undefined {
  if (typeof browser === "object" && "runtime" in browser) return browser;
  return typeof chrome === "undefined" ? undefined : chrome;
}
