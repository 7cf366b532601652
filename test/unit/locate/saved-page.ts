import { readFileSync } from "node:fs";
import { join } from "node:path";
import { adapterFor } from "../../../src/adapters/index.ts";
import type { Composer, Page } from "../../../src/content/locate/composer.ts";
import { findComposer } from "../../../src/content/locate/find-composer.ts";

export function pageAt(url: string): Page {
  const { hostname, pathname, search } = new URL(url);
  const adapter = adapterFor(hostname);
  if (!adapter) throw new Error(`no adapter for ${hostname}`);
  return { host: hostname, path: pathname + search, adapter };
}

/** Shows `test/pages/saved/NAME.html`; the address it was saved from stands in its first comment. */
export function show(name: string): Page {
  const html = readFileSync(join(import.meta.dirname, "../../pages/saved", `${name}.html`), "utf8");
  document.body.innerHTML = html;
  const url = /url: (\S+)/.exec(html)?.[1];
  return pageAt(url ?? "https://www.facebook.com/");
}

export function all(mark: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-test="${mark}"]`)];
}

export function one(mark: string): HTMLElement {
  const [element] = all(mark);
  if (!element) throw new Error(`nothing is marked ${mark}`);
  return element;
}

/** The path that an event on this element really has. */
export function pathOf(element: Element): EventTarget[] {
  let path: EventTarget[] = [];
  const note = (event: Event): void => void (path = event.composedPath());
  element.addEventListener("probe", note, { once: true });
  element.dispatchEvent(new Event("probe", { bubbles: true, composed: true }));
  return path;
}

export function composerAt(element: Element, page: Page): Composer {
  const composer = findComposer(pathOf(element), page);
  if (!composer) throw new Error("no composer here");
  return composer;
}

export function write(box: HTMLElement, text: string): void {
  if (box instanceof HTMLTextAreaElement) box.value = text;
  else box.textContent = text;
}
