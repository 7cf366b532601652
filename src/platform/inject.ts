import { browser } from "./browser.ts";
import { hostOfPlace, patternOf } from "./site-access.ts";

/**
 * Puts the content script into the tabs that are open already: at installation they have none, after an update an
 * orphan. The built names of the files stand in the manifest alone.
 */
export async function injectIntoOpenTabs(): Promise<void> {
  for (const { matches, js, css } of contentScripts()) await injectInto(matches, js, css);
}

/** The same for a further site that the browser has just let us see: its host, or the part of it where the script runs. */
export async function injectIntoSite(place: string): Promise<void> {
  const host = hostOfPlace(place);
  const path = place.slice(host.length);
  for (const { js, css } of contentScripts()) {
    await injectInto([patternOf(host)], js, css, path === "" ? undefined : path);
  }
}

/** The content script on further sites. The browser keeps what is registered until the extension is updated. */
export interface SiteScripts {
  /** Where it is registered: hosts, each with the beginning of its paths where it runs on a part of them only. */
  registered(): Promise<readonly string[]>;
  register(place: string): Promise<void>;
  unregister(place: string): Promise<void>;
}

const prefix = "site:";

export const siteScripts: SiteScripts = {
  async registered() {
    const scripts = await browser.scripting.getRegisteredContentScripts();
    return scripts.flatMap(({ id }) => (id.startsWith(prefix) ? [id.slice(prefix.length)] : []));
  },
  async register(place) {
    await browser.scripting.registerContentScripts(
      contentScripts().map(({ js, css }) => ({
        id: prefix + place,
        matches: [patternOf(place)],
        js,
        css,
        runAt: "document_start" as const,
        allFrames: true,
        // Of a frame without an address nobody could say under which path it is, and Chromium refuses to.
        matchOriginAsFallback: hostOfPlace(place) === place,
        persistAcrossSessions: true,
      })),
    );
  },
  async unregister(place) {
    await browser.scripting.unregisterContentScripts({ ids: [prefix + place] });
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

/** @param under only frames whose path begins with this */
async function injectInto(url: string[], files: string[], styles: string[], under?: string): Promise<void> {
  for (const tab of await browser.tabs.query({ url })) {
    if (tab.id !== undefined) await inject(tab.id, files, styles, under);
  }
}

async function inject(tabId: number, files: string[], styles: string[], under?: string): Promise<void> {
  try {
    const frameIds = under === undefined ? undefined : await framesUnder(tabId, under);
    if (frameIds?.length === 0) return;
    const target = { tabId, ...(frameIds ? { frameIds } : { allFrames: true }) };
    if (styles.length > 0) await browser.scripting.insertCSS({ target, files: styles });
    if (files.length > 0) await browser.scripting.executeScript({ target, files, injectImmediately: true });
  } catch {
    // A tab that shows an error page, or is discarded: it gets the script when it loads.
  }
}

async function framesUnder(tabId: number, path: string): Promise<number[]> {
  const target = { tabId, allFrames: true };
  const looked = await browser.scripting.executeScript({
    target,
    injectImmediately: true,
    func: () => location.pathname,
  });
  return looked.flatMap(({ frameId, result }) =>
    typeof result === "string" && result.startsWith(path) ? [frameId] : [],
  );
}

/** Puts a script that no page has from the start into one frame. @throws where the browser does not let us see it */
export async function injectIntoFrame(tabId: number, frameId: number, file: string): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: [file],
    injectImmediately: true,
  });
}
