import { browser } from "./browser.ts";

/**
 * Puts the content script into the tabs that are open already: at installation they have none, after an update an
 * orphan. The built names of the files stand in the manifest alone.
 */
export async function injectIntoOpenTabs(): Promise<void> {
  for (const script of browser.runtime.getManifest().content_scripts ?? []) {
    for (const tab of await browser.tabs.query({ url: script.matches })) {
      if (tab.id !== undefined) await inject(tab.id, script.js ?? [], script.css ?? []);
    }
  }
}

async function inject(tabId: number, files: string[], styles: string[]): Promise<void> {
  const target = { tabId, allFrames: true };
  try {
    if (styles.length > 0) await browser.scripting.insertCSS({ target, files: styles });
    if (files.length > 0) await browser.scripting.executeScript({ target, files, injectImmediately: true });
  } catch {
    // A tab that shows an error page, or is discarded: it gets the script when it loads.
  }
}
