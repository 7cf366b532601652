/**
 * The language of the extension's own pages. The worker keeps what the policy says of it (`publishLanguage`) where a page
 * can read it at once, and does not have to wait until patient list and policy are there.
 */
import type { MessageKey, Messages } from "../locales/en.ts";
import { useDeclared } from "./declared-words.ts";
import { language, t, useCatalog } from "./i18n.ts";
import { pageSide } from "./page-side.ts";

const key = "language";

/** `browser`: that of the browser. */
export type ChosenLanguage = "browser" | "en" | "es";

const isChosen = (value: unknown): value is ChosenLanguage =>
  value === "browser" || value === "en" || value === "es";

const localArea = () => pageSide()?.storage.local;

/** Written only when it differs: pages hear of each write. */
export async function publishLanguage(chosen: ChosenLanguage): Promise<void> {
  const area = localArea();
  const stored = (await area?.get(key))?.[key];
  if ((isChosen(stored) ? stored : "browser") !== chosen) await area?.set({ [key]: chosen });
}

async function catalogOf(chosen: "en" | "es"): Promise<Messages> {
  return chosen === "es" ? (await import("../locales/es.ts")).es : (await import("../locales/en.ts")).en;
}

/**
 * To be awaited before a page draws anything: from then on `t` speaks the language that the policy names, or the browser's, and
 * what the page's HTML marks is in it (`translatePage`).
 */
export async function useLanguage(page: Document = document): Promise<void> {
  useCatalog(undefined);
  const stored: unknown = (await localArea()?.get(key))?.[key];
  const chosen = isChosen(stored) ? stored : "browser";
  if (chosen !== "browser" && chosen !== language()) useCatalog(await catalogOf(chosen));
  useDeclared(language() === "es" ? (await import("../locales/es-declared.ts")).esDeclared : undefined);
  translatePage(page);
}

/** Calls `listener` when the policy has come to name another language, until the page is closed. */
export function onLanguageChange(listener: () => void): void {
  pageSide()?.storage.onChanged.addListener((changes, area) => {
    if (area === "local" && key in changes) listener();
  });
}

const marks = [
  ["data-t", undefined],
  ["data-t-label", "aria-label"],
  ["data-t-placeholder", "placeholder"],
] as const;

/**
 * Fills in what the HTML only names: `data-t="KEY"` is the text of an element, `data-t-label` its `aria-label`,
 * `data-t-placeholder` its placeholder. Sets the page's `lang`.
 */
export function translatePage(page: Document): void {
  page.documentElement.lang = language();
  for (const [mark, attribute] of marks) {
    for (const element of page.querySelectorAll(`[${mark}]`)) {
      // The house test has seen to it that there is such a message.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a key that stands in HTML
      const words = t(element.getAttribute(mark) as MessageKey);
      if (attribute === undefined) element.textContent = words;
      else element.setAttribute(attribute, words);
    }
  }
}
