/** The browser API for the worker and the extension's pages. The content script uses `page-side.ts`: it must be small. */
import browser from "webextension-polyfill";

export { browser };
