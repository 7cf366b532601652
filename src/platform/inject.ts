import { browser } from "./browser.ts";
import { patternOf } from "./site-access.ts";

/**
 * Puts the content script into the tabs that are open already: at installation they have none, after an update an
 * orphan. The built names of the files stand in the manifest alone.
 */
export async function injectIntoOpenTabs(): Promise<void> {
  for (const { matches, js, css } of contentScripts()) await injectInto(matches, js, css);
}

/** The same for a further site that the browser has just let us see. */
export async function injectIntoSite(host: string): Promise<void> {
  for (const { js, css } of contentScripts()) await injectInto([patternOf(host)], js, css);
}

/** The content script on further sites. The browser keeps what is registered until the extension is updated. */
export interface SiteScripts {
  /** Hosts on which it is registered. */
  registered(): Promise<readonly string[]>;
  register(host: string): Promise<void>;
  unregister(host: string): Promise<void>;
}

const prefix = "site:";

export const siteScripts: SiteScripts = {
  async registered() {
    const scripts = await browser.scripting.getRegisteredContentScripts();
    return scripts.flatMap(({ id }) => (id.startsWith(prefix) ? [id.slice(prefix.length)] : []));
  },
  async register(host) {
    await browser.scripting.registerContentScripts(
      contentScripts().map(({ js, css }) => ({
        id: prefix + host,
        matches: [patternOf(host)],
        js,
        css,
        runAt: "document_start" as const,
        allFrames: true,
        matchOriginAsFallback: true,
        persistAcrossSessions: true,
      })),
    );
  },
  async unregister(host) {
    await browser.scripting.unregisterContentScripts({ ids: [prefix + host] });
  },
};

/** Of the manifest; Firefox has made whole addresses of its paths, and takes none back. */
function contentScripts(): { matches: string[]; js: string[]; css: string[] }[] {
  const path = (file: string): string => file.replace(browser.runtime.getURL(""), "");
  return (browser.runtime.getManifest().content_scripts ?? []).map(({ matches, js = [], css = [] }) => ({
    matches,
    js: js.map(path),
    css: css.map(path),
  }));
}

async function injectInto(url: string[], files: string[], styles: string[]): Promise<void> {
  for (const tab of await browser.tabs.query({ url })) {
    if (tab.id !== undefined) await inject(tab.id, files, styles);
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
