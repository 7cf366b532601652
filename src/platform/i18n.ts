/**
 * What a person reads, in their language. The browser chooses the catalog (`_locales`) by its own language; a policy that
 * names a language puts another in its place (`useCatalog`).
 */
import type { MessageKey, PluralKey } from "../locales/en.ts";
import { pageSide } from "./page-side.ts";

export type { MessageKey, PluralKey } from "../locales/en.ts";

type Catalog = Readonly<Record<string, string>>;

let chosen: Catalog | undefined;
let ofCard: Catalog | undefined;
/** Messages that have to be there also when the extension no longer is. */
const kept = new Map<string, string>();

/** From now on these messages, before those of the browser; undefined: the browser's alone. */
export function useCatalog(catalog: Catalog | undefined): void {
  chosen = catalog;
}

/** The card's messages, as they were handed out to it; undefined: those of the browser. Before those of `useCatalog`. */
export function useCardCatalog(catalog: Catalog | undefined): void {
  ofCard = catalog;
}

/** `$1` to `$9` are the values, in their order, as in the browser's own catalogs; `$$` is one `$`. */
const fill = (text: string, values: readonly string[]): string =>
  text.replaceAll(/\$(?:([1-9])|\$)/g, (_found, at?: string) =>
    at === undefined ? "$" : (values[Number(at) - 1] ?? ""),
  );

function ofBrowser(key: string, values: readonly string[]): string {
  try {
    return pageSide()?.i18n.getMessage(key, [...values]) ?? "";
  } catch {
    // An update has taken the extension away from a script that is still in its page.
    return "";
  }
}

/** A message, with its values put in; "" where the browser has none to give. */
export function t(key: MessageKey, ...values: readonly (string | number)[]): string {
  const given = values.map(String);
  const text = ofCard?.[key] ?? chosen?.[key];
  if (text !== undefined) return fill(text, given);
  return ofBrowser(key, given) || fill(kept.get(key) ?? "", given);
}

/** The one of `KEY_one` and `KEY_other` that goes with `number`, which is its `$1`. */
export function plural(key: PluralKey, number: number, ...values: readonly (string | number)[]): string {
  const form = new Intl.PluralRules(locale()).select(number) === "one" ? "one" : "other";
  const one: MessageKey = `${key}_${form}`;
  return t(one, number.toLocaleString(locale()), ...values);
}

/** What this language says instead of a text that is declared in English elsewhere: a rule's reason, a setting's words. */
export function translated(key: string, english: string, ...values: readonly string[]): string {
  if (language() === "en") return english;
  const text = chosen?.[key];
  return text === undefined ? ofBrowser(key, values) || english : fill(text, values);
}

/** Of the catalog in use; `<html lang>`. */
export const language = (): "en" | "es" => (t("words_language") === "es" ? "es" : "en");

/** Of the browser's catalog. */
export const languageOfBrowser = (): "en" | "es" => (ofBrowser("words_language", []) === "es" ? "es" : "en");

/** For numbers and days: as they are written in the United States, where a comma parts the thousands in Spanish too. */
export const locale = (): "en" | "es-US" => (language() === "es" ? "es-US" : "en");

/** Asks the browser now for messages that may be needed when it can no longer be asked. */
export function keepMessages(keys: readonly MessageKey[]): void {
  // As they are written, places for values and all.
  const places = ["$1", "$2", "$3", "$4"];
  for (const key of keys) kept.set(key, ofBrowser(key, places));
}
