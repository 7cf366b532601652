/**
 * The policy's language in the worker: it speaks it itself, tells the pages, and hands the card its messages, which the content
 * script does not hold. The worker has them in its own bundle, since it may load nothing later.
 */
import enCard from "../locales/en/card.json" with { type: "json" };
import enPhotos from "../locales/en/photos.json" with { type: "json" };
import enReplies from "../locales/en/replies.json" with { type: "json" };
import enWords from "../locales/en/words.json" with { type: "json" };
import enWorker from "../locales/en/worker.json" with { type: "json" };
import esCard from "../locales/es/card.json" with { type: "json" };
import esPhotos from "../locales/es/photos.json" with { type: "json" };
import esReplies from "../locales/es/replies.json" with { type: "json" };
import esRules from "../locales/es/rules.json" with { type: "json" };
import esWords from "../locales/es/words.json" with { type: "json" };
import esWorker from "../locales/es/worker.json" with { type: "json" };
import { languageOfBrowser, useCatalog } from "./i18n.ts";
import { publishLanguage } from "./page-language.ts";
import type { ChosenLanguage } from "./page-language.ts";

type Some = Readonly<Record<string, string>>;

const ofCard: Readonly<Record<"en" | "es", Some>> = {
  en: { ...enCard, ...enPhotos, ...enReplies, ...enWords },
  es: { ...esCard, ...esPhotos, ...esReplies, ...esWords },
};
const ofWorker: Readonly<Record<"en" | "es", Some>> = {
  en: { ...enWorker, ...enWords },
  es: { ...esWorker, ...esWords, ...esRules },
};

/** Undefined: the browser's catalogs are in it already. */
const otherThanBrowser = (chosen: ChosenLanguage): "en" | "es" | undefined =>
  chosen === "browser" || chosen === languageOfBrowser() ? undefined : chosen;

/** From now on worker and pages speak the language of this policy. While one is awaited, the pages keep to what they knew. */
export function inItsLanguage<
  R extends { readonly source: string; readonly policy: { readonly language: ChosenLanguage } },
>(resolved: R): R {
  const { language } = resolved.policy;
  const other = otherThanBrowser(language);
  useCatalog(other && ofWorker[other]);
  if (resolved.source !== "awaited") void publishLanguage(language).catch(() => undefined);
  return resolved;
}

/** All that the card says; null where the browser says the same. */
export function messagesForCard(chosen: ChosenLanguage): Some | null {
  const other = otherThanBrowser(chosen);
  return other ? ofCard[other] : null;
}
